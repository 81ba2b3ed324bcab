import { html, LitElement, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { directionOf, type Strings, stringsFor } from '../locale/index.ts';
import type { StepView, ViewButton, ViewInput } from '../ports.ts';
import { holdOf } from './hold.ts';
import { progress } from './progress.ts';
import { richText } from './richText.ts';
import { sheet } from './styles.ts';
import { themeProperties } from './theme.ts';
import { isForeign, safeUrl } from './url.ts';

/**
 * One step, drawn. It decides nothing: where it stands, what holds the page and who has the focus is the presenter's
 * business. It reports what its buttons are asked to do through `act`, and writes only inside its own shadow root.
 *
 * `shirube-tooltip` points at something, `shirube-modal` stands alone. Both have the same parts and properties: README.md.
 */
export class StepElement extends LitElement {
  static override properties: PropertyDeclarations = { view: { attribute: false } };
  static override styles = sheet;

  /** Undefined until the presenter gives it; nothing is drawn before. */
  declare view: StepView | undefined;
  /** Called with what a person asked for. */
  declare act: (input: ViewInput) => void;
  /** Called when something has taken the element out of the page. */
  declare onRemoved: () => void;

  constructor() {
    super();
    this.view = undefined;
    this.act = () => {};
    this.onRemoved = () => {};
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.onRemoved();
  }

  /** The box that people see: a dialog by role. Null before the first rendering. */
  get card(): HTMLElement | null {
    return this.renderRoot.querySelector('[part=card]');
  }
  /** The dimmed page around the target; null for a step that does not dim. */
  get overlay(): HTMLElement | null {
    return this.renderRoot.querySelector('[part=overlay]');
  }
  get arrow(): HTMLElement | null {
    return this.renderRoot.querySelector('[part=arrow]');
  }
  /** Lets assistive technology say the step without moving the focus to it. */
  announce(): void {
    const status = this.renderRoot.querySelector('[role=status]');
    const parts = [...this.renderRoot.querySelectorAll('#title, #body > *, #progress')];
    if (status) status.textContent = parts.map((part) => part.textContent?.trim()).join(' ');
  }

  protected override render(): TemplateResult | typeof nothing {
    const { view } = this;
    if (!view) return nothing;
    const strings = stringsFor(view.locale);
    const steps = progress(view.progress, strings);
    const body = richText(view.content.body, {
      traits: view.traits,
      heading: view.content.title ? 3 : 2,
      video: strings.video,
    });
    const dims = holdOf(view) !== 'none';
    const inner = html`
      <div class="scroll">
        ${view.content.title ? html`<h2 part="title" id="title">${view.content.title}</h2>` : nothing}
        <div part="body" id="body">${body}</div>
      </div>
      <div part="footer">
        ${steps}
        <div part="buttons">
          ${view.buttons.length ? view.buttons.map((it) => this.#button(it, view)) : this.#defaults(view, strings)}
        </div>
      </div>
      ${view.dismissible ? this.#close(strings) : nothing}
      ${view.step.kind === 'tooltip' && view.target ? html`<div part="arrow"></div>` : nothing}
    `;
    // A popover that is a <dialog> would take the focus, so only a step that holds the whole page is one.
    return html`
      ${dims ? html`<div part="overlay" popover="manual"></div>` : nothing}
      ${
        holdOf(view) === 'all'
          ? html`<dialog part="card" tabindex="-1">${inner}</dialog>`
          : html`<div part="card" role="dialog" popover="manual" tabindex="-1">${inner}</div>`
      }
      <div role="status" lang=${view.locale}></div>
    `;
  }

  protected override updated(): void {
    const { card, view } = this;
    if (!card || !view) return;
    card.lang = view.locale;
    card.dir = directionOf(view.locale);
    card.classList.add(view.theme?.scheme ?? 'auto');
    card.setAttribute('aria-labelledby', view.content.title ? 'title' : 'progress');
    card.setAttribute('aria-describedby', view.content.title ? 'body progress' : 'body');
    for (const [name, value] of themeProperties(view.theme)) card.style.setProperty(name, value);
  }

  #close({ close }: Strings): TemplateResult {
    return html`<button part="close" aria-label=${close} @click=${() => this.act({ type: 'dismiss', via: 'close' })}>
      <svg viewBox="0 0 20 20" aria-hidden="true"><path d="m5 5 10 10M15 5 5 15" /></svg>
    </button>`;
  }

  /** What a step without buttons of its own has. */
  #defaults({ canGoBack, progress: { current, total } }: StepView, { back, next, done }: Strings): readonly unknown[] {
    return [
      canGoBack
        ? html`<button part="button secondary" data-go="back" @click=${() => this.act({ type: 'back' })}>${back}</button>`
        : nothing,
      html`<button part="button primary" data-go="next" @click=${() => this.act({ type: 'next' })}>${current < total ? next : done}</button>`,
    ];
  }

  #button({ id, label, style, href }: ViewButton, view: StepView): TemplateResult {
    const press = (): void => this.act({ type: 'button', id });
    const action = view.step.buttons?.find((it) => it.id === id)?.action;
    const go = action === 'back' ? 'back' : action === 'next' || action === 'complete' ? 'next' : nothing;
    const url = href === undefined ? undefined : safeUrl(href);
    return url === undefined
      ? html`<button part="button ${style}" data-go=${go} @click=${press}>${label}</button>`
      : html`<a part="button ${style}" href=${url} target=${isForeign(url) ? '_blank' : nothing} rel="noopener noreferrer" @click=${press}>${label}</a>`;
  }
}

export class TooltipElement extends StepElement {}
export class ModalElement extends StepElement {}
