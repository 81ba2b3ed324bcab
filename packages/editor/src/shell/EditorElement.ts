import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { PanelName } from '../session/Session.ts';
import { controls } from '../ui/controls.ts';
import { closeIcon } from '../ui/icons.ts';
import { tokens } from '../ui/tokens.ts';
import { dockStyles } from './dockStyles.ts';
import type { Shell } from './Shell.ts';
import { shellStyles } from './styles.ts';

import { dockView } from './views/dock.ts';
import { inspectorView } from './views/inspector.ts';
import { sheetView } from './views/sheet.ts';
import { signInView } from './views/signIn.ts';

/**
 * `<shirube-editor>`: everything of the editor that is on the page, in one shadow root. It covers the viewport and takes no pointer but on what floats in it. It
 * draws what the shell holds and decides nothing.
 */
export class EditorElement extends LitElement {
  static override styles = [tokens, controls, dockStyles, shellStyles];
  /** Set by the opener before it is on the page. */
  shell: Shell | undefined;
  onClose: () => void = () => {};
  /** Where the picker draws over the page. */
  readonly layer: HTMLElement = document.createElement('div');
  #heard = '';
  #hadFocus = false;
  #view = '';
  #panelOpen = '';
  #unsent: 'local' | 'refused' | undefined;
  #dock: HTMLElement | null = null;
  readonly #docks = new ResizeObserver(([entry]) => {
    const height = (entry?.target as HTMLElement | undefined)?.offsetHeight;
    const root = this.renderRoot.querySelector<HTMLElement>('.root');
    if (height) root?.style.setProperty('--dock', `${height}px`);
  });

  constructor() {
    super();
    this.layer.className = 'layer';
  }

  announce(text: string): void {
    // The same words again are no change, and would not be read out.
    this.#heard = this.#heard === text ? `${text}\u00a0` : text;
    this.requestUpdate();
  }

  override render(): TemplateResult | typeof nothing {
    const { shell } = this;
    if (shell === undefined) return nothing;
    const { state, texts } = shell;
    return html`
      <div class="root" lang=${shell.parts.ui}>
        ${this.layer}
        ${this.#main(shell)}
        ${state.prompt === undefined ? nothing : html`<p class="floats prompt">${texts.pickPrompt(state.prompt)}</p>`}
        ${state.toast === undefined ? nothing : this.#toast(shell)}
        ${state.sheet === 'open' ? sheetView(shell) : nothing}
        <p class="heard" role="status">${this.#heard}</p>
      </div>
    `;
  }

  #main(shell: Shell): TemplateResult {
    const { state, session, texts } = shell;
    if (state.auth !== 'in') return signInView(shell, this.onClose);
    if (session.draft !== undefined) {
      return html`
        ${state.folded ? nothing : inspectorView(shell, this.#panel(shell, state.panel))}${dockView(shell, this.onClose)}
      `;
    }
    if (state.opening)
      return html`<section class="floats dock" aria-label=${texts.editor}><p class="tip" role="status">${texts.loading}</p></section>`;
    return html`
      <section class="floats side-card ${state.side}" aria-label=${texts.editor} data-region="list">
        <shirube-editor-home .session=${session} .shell=${shell} .state=${state} .onClose=${this.onClose} class="body"></shirube-editor-home>
      </section>
    `;
  }

  #panel({ session, state }: Shell, name: PanelName): TemplateResult {
    const at = state.focusPath === undefined ? undefined : `${state.focusPath}#${state.asked}`;
    // It is on its way. An element that is drawn before it is known would begin without its session.
    if (customElements.get(`shirube-editor-${name}`) === undefined)
      return html`<div class="bones"><i></i><i></i><i></i></div>`;
    switch (name) {
      case 'step':
        return html`<shirube-editor-step .session=${session} .shell=${this.shell} .state=${state} .focusPath=${at}></shirube-editor-step>`;
      case 'tour':
        return html`<shirube-editor-tour .session=${session} .shell=${this.shell} .focusPath=${at}></shirube-editor-tour>`;
      case 'aim':
        return html`<shirube-editor-aim .session=${session} .focusPath=${at}></shirube-editor-aim>`;
      case 'theme':
        return html`<shirube-editor-theme .session=${session} .focusPath=${at}></shirube-editor-theme>`;
      case 'languages':
        return html`<shirube-editor-languages .session=${session} .focusPath=${at}></shirube-editor-languages>`;
      case 'rehearse':
        return html`<shirube-editor-rehearse .session=${session} .focusPath=${at}></shirube-editor-rehearse>`;
      case 'publish':
        return html`<shirube-editor-publish .session=${session} .focusPath=${at}></shirube-editor-publish>`;
    }
  }

  #toast(shell: Shell): TemplateResult {
    const { toast } = shell.state;
    const close = (): void => shell.set({ toast: undefined });
    return html`
      <div class="floats toast">
        <span>${toast?.text}</span>
        ${
          toast?.action
            ? html`<button class="quiet" @click=${() => {
                close();
                toast.action?.do();
              }}>${toast.action.label}</button>`
            : nothing
        }
        <button class="quiet icon-only" aria-label=${shell.texts.close} @click=${close}>${closeIcon}</button>
      </div>
    `;
  }

  /** The panel goes to the other side when it lies over what is shown, and would not there. */
  avoid(): void {
    const { shell } = this;
    const shown = [shell?.stageElement?.card, shell?.stageTarget].flatMap((one) =>
      one ? [one.getBoundingClientRect()] : [],
    );
    const panel = this.renderRoot.querySelector('.inspector')?.getBoundingClientRect();
    if (panel === undefined || shell === undefined) return;
    const { width } = this.getBoundingClientRect();
    const across = new DOMRect(width - panel.right, panel.y, panel.width, panel.height);
    const meets = (box: DOMRect): boolean =>
      shown.some((one) => one.left < box.right && one.right > box.left && one.top < box.bottom && one.bottom > box.top);
    if (meets(panel) && !meets(across)) shell.set({ side: shell.state.side === 'right' ? 'left' : 'right' });
  }

  /** Into the next of: the panel, the bar, the app; or into the panel once it is drawn. */
  focusRegion(to: 1 | -1 | 'panel'): void {
    if (to === 'panel') {
      void this.updateComplete.then(() => {
        const panel = this.renderRoot.querySelector('[data-region=panel]');
        if (panel) focusIn(panel);
      });
      return;
    }
    const regions = [...this.renderRoot.querySelectorAll<HTMLElement>('[data-region]')];
    const card = this.shell?.stageElement?.card;
    const places: (() => void)[] = [
      () => (card ? card.focus() : (this.ownerDocument.activeElement as HTMLElement | null)?.blur()),
      ...regions.map((one) => () => focusIn(one)),
    ];
    const active = this.shadowRoot?.activeElement;
    const at = active ? 1 + regions.findIndex((one) => one.contains(active)) : 0;
    places.at((at + to) % places.length)?.();
  }

  /** That work cannot be sent is told, and that it has been; all is well every few words, and that is not. Other trouble is an alert. */
  #tellSave(): void {
    const name = this.shell?.session.draft?.save.name;
    const unsent = name === 'local' || name === 'refused' ? name : undefined;
    if (name === 'saving' || unsent === this.#unsent) return;
    this.#unsent = unsent;
    if (this.shell && (unsent || name === 'saved')) this.announce(this.shell.texts.save[unsent ?? 'saved']);
  }
  /** What stands above the bar keeps clear of it, however high that is. */
  #measureDock(): void {
    const dock = this.renderRoot.querySelector<HTMLElement>('.dock');
    if (dock === this.#dock) return;
    this.#docks.disconnect();
    this.#dock = dock;
    if (dock) this.#docks.observe(dock);
  }
  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#docks.disconnect();
    this.#dock = null;
  }
  override connectedCallback(): void {
    super.connectedCallback();
    this.requestUpdate();
  }

  protected override willUpdate(): void {
    this.#hadFocus = this.shadowRoot?.activeElement != null;
  }
  /** A view that is replaced under the person's focus hands it on; focus that is in the app stays there. */
  protected override updated(_changed: PropertyValues): void {
    this.#measureDock();
    this.#tellSave();
    const panel = this.shell?.state.folded === true ? '' : (this.shell?.state.panel ?? '');
    if (panel !== this.#panelOpen) this.avoid();
    this.#panelOpen = panel;
    const dialog = this.renderRoot.querySelector('dialog');
    if (dialog && !dialog.open) dialog.showModal();
    const view = this.shell ? `${this.shell.state.auth} ${this.shell.session.draft !== undefined}` : '';
    const replaced = view !== this.#view;
    this.#view = view;
    if (!replaced || !this.#hadFocus || this.shadowRoot?.activeElement != null) return;
    focusIn(this.renderRoot);
  }
}

/** On the heading, or on what comes first; an element that draws itself is looked into. */
const focusIn = (root: ParentNode): void => {
  const own = root.querySelector<HTMLElement>('h2') ?? root.querySelector<HTMLElement>('input, button');
  const inner = [...root.querySelectorAll('*')].find((one) => one.shadowRoot?.querySelector('h2'))?.shadowRoot;
  if (own || !inner) own?.focus();
  else focusIn(inner);
};
