import { html, nothing, render, type TemplateResult } from 'lit/html.js';
import { directionOf, type Strings, stringsFor } from '../locale/index.ts';
import type { StepView, ViewButton, ViewInput } from '../ports.ts';
import { dims, holdOf } from './hold.ts';
import type { MoreDrawing } from './moreDrawing.ts';
import { progress } from './progress.ts';
import { richText } from './richText.ts';
import { sheet } from './styles.ts';
import { themeProperties } from './theme.ts';
import { isForeign, safeUrl } from './url.ts';

/**
 * One step, drawn. It decides nothing: where it stands, what holds the page and who has the focus is the presenter's
 * business. It reports what its buttons are asked to do through `act`, and writes only inside its own shadow root.
 *
 * `shirube-tooltip` points at something, `shirube-modal` stands alone. Both have the same parts and properties: README.md. The other kinds
 * are in `surfaces/`.
 */
export class StepElement extends HTMLElement {
  /** Also where the page makes every shadow root a closed one. */
  readonly ownRoot = this.attachShadow({ mode: 'open' });
  #view: StepView | undefined;
  /** A text that is longer than its room can be scrolled by keyboard, too. Not every browser stops at it by itself. */
  readonly #room = new ResizeObserver(() => {
    const scroll = this.find('.scroll');
    if (scroll && scroll.scrollHeight > scroll.clientHeight + 1) scroll.tabIndex = 0;
    else scroll?.removeAttribute('tabindex');
  });
  /** Called with what a person asked for. */
  act: (input: ViewInput) => void = () => {};
  /** Called when something has taken the element out of the page. */
  onRemoved: () => void = () => {};

  /** To be given before the view, when `needsMore` says so. */
  more: MoreDrawing | undefined;

  disconnectedCallback(): void {
    this.onRemoved();
  }

  /** Undefined until the presenter gives it; nothing is drawn before. Each one given is drawn at once. */
  get view(): StepView | undefined {
    return this.#view;
  }
  set view(view: StepView | undefined) {
    this.#view = view;
    this.ownRoot.adoptedStyleSheets = this.sheets();
    render(view ? this.draw(view) : nothing, this.ownRoot);
    this.#room.disconnect();
    if (view) this.#dress(view);
    for (const it of this.ownRoot.querySelectorAll('.scroll, #body')) this.#room.observe(it);
  }

  /** Draws other numbers on a step that is drawn already, and nothing else anew. */
  count(progress: StepView['progress']): void {
    const view = this.#view;
    if (!view || (progress.current === view.progress.current && progress.total === view.progress.total)) return;
    this.#view = { ...view, progress };
    render(this.draw(this.#view), this.ownRoot);
  }

  /** The box that people see: a dialog by role. Null before the first drawing. */
  get card(): HTMLElement | null {
    return this.find('[part=card]');
  }
  /** The dimmed page around the target; null for a step that does not dim. */
  get overlay(): HTMLElement | null {
    return this.find('[part=overlay]');
  }
  get arrow(): HTMLElement | null {
    return this.find('[part=arrow]');
  }
  /** What is read out when it changes. Out of sight, with the screen's unsafe edges as its padding. */
  get status(): HTMLElement | null {
    return this.find('[role=status]');
  }
  /** The step's own button that goes there. */
  go(where: 'next' | 'back'): PressButton | null {
    return this.find(`[data-go=${where}]`) as PressButton | null;
  }
  /** The button of this step that an event went through, as it looks to a listener of the window. */
  buttonAt(event: Event): PressButton | undefined {
    const { ownRoot } = this;
    const path = event.composedPath();
    const isButton = (it: object): it is PressButton => 'press' in it;
    if (ownRoot.mode === 'open') return path.slice(0, path.indexOf(ownRoot)).find(isButton);
    // The path does not lead into a closed root.
    const { detail, clientX, clientY } = event as MouseEvent;
    const at = detail ? ownRoot.elementFromPoint(clientX, clientY) : ownRoot.activeElement;
    const button = at?.closest('button,a');
    return button && isButton(button) ? button : undefined;
  }
  /** Lets assistive technology say the step without moving the focus to it. */
  announce(): void {
    const parts = this.ownRoot.querySelectorAll<HTMLElement>('#title, #body :is(p, [role], figcaption), #progress');
    // biome-ignore lint/performance/useDomNodeTextContent: as it is laid out, where a line ends there is a space, and two words do not become one.
    if (this.status) this.status.textContent = [...parts].map((part) => part.innerText.trim()).join(' ');
  }
  protected find(selector: string): HTMLElement | null {
    return this.ownRoot.querySelector(selector);
  }
  protected sheets(): CSSStyleSheet[] {
    return [sheet(), ...(this.more ? [this.more.sheet()] : [])];
  }

  protected draw(view: StepView): TemplateResult {
    const { content, locale, step, target, buttons, dismissible, traits } = view;
    const { title } = content;
    const strings = stringsFor(locale);
    const hold = holdOf(view);
    const text = { traits, heading: title ? 3 : 2, locale, more: this.more };
    const inner = html`
      <div class="scroll">
        ${title ? html`<h2 part="title" id="title">${title}</h2>` : nothing}
        <div part="body" id="body">${richText(content.body, text)}</div>
      </div>
      <div part="footer">
        ${progress(view.progress, strings, this.more)}
        <div part="buttons">${buttons ? buttons.map((it) => this.#button(it, view)) : this.#defaults(view, strings)}</div>
      </div>
      ${dismissible ? this.#close(strings) : nothing}
      ${step.kind === 'tooltip' && target ? html`<div part="arrow"></div>` : nothing}
    `;
    // A popover that is a <dialog> would take the focus, so only a step that holds the whole page is one.
    return html`
      ${dims(view) ? html`<div part="overlay" popover="manual"></div>` : nothing}
      ${
        hold === 'all'
          ? html`<dialog part="card" tabindex="-1">${inner}</dialog>`
          : html`<div part="card" role=${step.kind === 'banner' ? 'region' : 'dialog'} popover="manual" tabindex="-1">${inner}</div>`
      }
      <div role="status" lang=${locale}></div>
    `;
  }

  /** What all kinds of card have in common. Properties are set one by one: a style attribute is what a strict policy refuses. */
  #dress({ locale, content, theme }: StepView): void {
    const { card } = this;
    if (!card) return;
    card.lang = locale;
    card.dir = directionOf(locale);
    card.className = theme?.scheme ?? '';
    this.label(card, content);
    for (const [name, value] of themeProperties(theme)) card.style.setProperty(name, value);
  }

  protected label(card: HTMLElement, { title }: StepView['content']): void {
    card.setAttribute('aria-labelledby', title ? 'title' : 'progress');
    card.setAttribute('aria-describedby', title ? 'body progress' : 'body');
  }

  #close({ close }: Strings): TemplateResult {
    return html`<button part="close" aria-label=${close} .press=${() => this.act({ type: 'dismiss', via: 'close' })}>
      <svg viewBox="0 0 20 20" aria-hidden="true"><path d="m5 5 10 10M15 5 5 15" /></svg>
    </button>`;
  }

  /** What a step has whose author left the buttons to us. Where it waits for an action, a Next would claim that it was done. */
  #defaults({ canGoBack, progress: { current, total }, step }: StepView, { back, next, done }: Strings): unknown {
    const go = (where: 'back' | 'next', style: string, label: string): TemplateResult =>
      html`<button part="button ${style}" data-go=${where} .press=${() => this.act({ type: where })}>${label}</button>`;
    const acts = step.advance?.some(({ on }) => on !== 'delay');
    return [
      canGoBack ? go('back', 'secondary', back) : nothing,
      acts ? nothing : go('next', 'primary', current < total ? next : done),
    ];
  }

  #button({ id, label, style, href }: ViewButton, { step }: StepView): TemplateResult {
    const press = (): void => this.act({ type: 'button', id });
    const action = step.buttons?.find((it) => it.id === id)?.action;
    const go = action === 'back' ? action : action === 'next' || action === 'complete' ? 'next' : nothing;
    const url = href === undefined ? undefined : safeUrl(href);
    return url === undefined
      ? html`<button part="button ${style}" data-go=${go} .press=${press}>${label}</button>`
      : html`<a part="button ${style}" href=${url} target=${isForeign(url) ? '_blank' : nothing} rel="noopener noreferrer" .press=${press}>${label}</a>`;
  }
}

/** What its `press` asks for is done by whoever listens to presses: one way for a pointer, a key, and assistive technology. */
export type PressButton = HTMLElement & { press(): void };

export class TooltipElement extends StepElement {}
export class ModalElement extends StepElement {}
