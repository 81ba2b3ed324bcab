import { directionOf, type Strings, stringsFor } from '../locale/index.ts';
import type { StepView, ViewButton, ViewInput } from '../ports.ts';
import { type Child, h, icon } from './h.ts';
import { holdOf } from './hold.ts';
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
 * `shirube-tooltip` points at something, `shirube-modal` stands alone. Both have the same parts and properties: README.md.
 */
export class StepElement extends HTMLElement {
  readonly #root = this.attachShadow({ mode: 'open' });
  #view: StepView | undefined;
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
    this.#root.adoptedStyleSheets = [sheet(), ...(this.more ? [this.more.sheet()] : [])];
    this.#root.replaceChildren(...(view ? this.#draw(view) : []));
  }

  /** The box that people see: a dialog by role. Null before the first drawing. */
  get card(): HTMLElement | null {
    return this.#find('[part=card]');
  }
  /** The dimmed page around the target; null for a step that does not dim. */
  get overlay(): HTMLElement | null {
    return this.#find('[part=overlay]');
  }
  get arrow(): HTMLElement | null {
    return this.#find('[part=arrow]');
  }
  /** What is read out when it changes. Out of sight, with the screen's unsafe edges as its padding. */
  get status(): HTMLElement | null {
    return this.#find('[role=status]');
  }
  /** The step's own button that goes there. */
  go(where: 'next' | 'back'): HTMLElement | null {
    return this.#find(`[data-go=${where}]`);
  }
  /** Lets assistive technology say the step without moving the focus to it. */
  announce(): void {
    const parts = [...this.#root.querySelectorAll('#title, #body > *, #progress')];
    if (this.status) this.status.textContent = parts.map((part) => part.textContent?.trim()).join(' ');
  }
  #find(selector: string): HTMLElement | null {
    return this.#root.querySelector(selector);
  }

  #draw(view: StepView): Element[] {
    const { content, locale, step, target, theme, buttons, dismissible } = view;
    const { title } = content;
    const strings = stringsFor(locale);
    const hold = holdOf(view);
    // A popover that is a <dialog> would take the focus, so only a step that holds the whole page is one.
    const all = hold === 'all';
    const card = h(
      all ? 'dialog' : 'div',
      {
        part: 'card',
        tabindex: -1,
        role: all ? undefined : 'dialog',
        popover: all ? undefined : 'manual',
        lang: locale,
        dir: directionOf(locale),
        class: theme?.scheme,
        'aria-labelledby': title ? 'title' : 'progress',
        'aria-describedby': title ? 'body progress' : 'body',
      },
      h(
        'div',
        { class: 'scroll' },
        title && h('h2', { part: 'title', id: 'title' }, title),
        h(
          'div',
          { part: 'body', id: 'body' },
          richText(content.body, {
            traits: view.traits,
            heading: title ? 3 : 2,
            video: strings.video,
            more: this.more,
          }),
        ),
      ),
      h(
        'div',
        { part: 'footer' },
        progress(view.progress, strings, this.more),
        h(
          'div',
          { part: 'buttons' },
          buttons ? buttons.map((it) => this.#button(it, view)) : this.#defaults(view, strings),
        ),
      ),
      dismissible &&
        h(
          'button',
          { part: 'close', 'aria-label': strings.close, click: () => this.act({ type: 'dismiss', via: 'close' }) },
          icon(20, 'm5 5 10 10M15 5 5 15'),
        ),
      step.kind === 'tooltip' && target !== null && h('div', { part: 'arrow' }),
    );
    for (const [name, value] of themeProperties(theme)) card.style.setProperty(name, value);
    return [
      ...(hold === 'none' ? [] : [h('div', { part: 'overlay', popover: 'manual' })]),
      card,
      h('div', { role: 'status', lang: locale }),
    ];
  }

  /** What a step has whose author left the buttons to us. Where it waits for an action, a Next would claim that it was done. */
  #defaults({ canGoBack, progress: { current, total }, step }: StepView, { back, next, done }: Strings): Child {
    const go = (where: 'back' | 'next', style: string, label: string): Child =>
      h('button', { part: `button ${style}`, 'data-go': where, click: () => this.act({ type: where }) }, label);
    const acts = step.advance?.some(({ on }) => on !== 'delay');
    return [canGoBack && go('back', 'secondary', back), !acts && go('next', 'primary', current < total ? next : done)];
  }

  #button({ id, label, style, href }: ViewButton, { step }: StepView): Child {
    const action = step.buttons?.find((it) => it.id === id)?.action;
    const url = href === undefined ? undefined : safeUrl(href);
    const values = { part: `button ${style}`, click: () => this.act({ type: 'button', id }) };
    return url === undefined
      ? h(
          'button',
          {
            ...values,
            'data-go': action === 'back' ? action : action === 'next' || action === 'complete' ? 'next' : undefined,
          },
          label,
        )
      : h(
          'a',
          { ...values, href: url, target: isForeign(url) ? '_blank' : undefined, rel: 'noopener noreferrer' },
          label,
        );
  }
}

export class TooltipElement extends StepElement {}
export class ModalElement extends StepElement {}
