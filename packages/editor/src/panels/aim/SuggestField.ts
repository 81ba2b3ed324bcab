import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { controls } from '../../ui/controls.ts';

export interface Suggestion {
  readonly value: string;
  readonly label: string;
  /** Said in small letters behind it: how many people. */
  readonly note?: string | undefined;
  readonly group?: string | undefined;
}
/** `type` is `choose` for something of the list, or Enter; `write` for each keystroke. */
export class SuggestEvent extends Event {
  readonly value: string;
  constructor(type: 'choose' | 'write', value: string) {
    super(type);
    this.value = value;
  }
}

const SHOWN = 60;

/** A text with what was seen beneath it. Anything may be written; the list only helps. Arrow keys walk, Enter takes, and the list may have headings. */
export class SuggestField extends LitElement {
  static override shadowRootOptions = { ...LitElement.shadowRootOptions, delegatesFocus: true };
  static override properties = {
    label: { attribute: false },
    value: { attribute: false },
    options: { attribute: false },
    hint: { attribute: false },
    menu: { attribute: false },
    invalid: { attribute: false },
    open: { state: true },
    active: { state: true },
  };
  static override styles = [
    controls,
    css`
      .list {
        max-height: 220px;
        margin-top: 4px;
        overflow-y: auto;
        border: 1px solid var(--line);
        border-radius: 6px;
      }
      .list.menu-list {
        max-height: 320px;
        border: 0;
      }
      .group {
        padding: 8px 8px 2px;
        color: var(--muted);
        font-size: 12px;
      }
      .option {
        display: flex;
        justify-content: space-between;
        gap: 8px;
        min-height: 28px;
        padding: 4px 8px;
        border-radius: 6px;
        cursor: pointer;
      }
      .option .hint {
        flex: none;
      }
      .option:hover {
        background: var(--hover);
      }
      .option.active {
        background: var(--hover);
        outline: 2px solid var(--focus);
        outline-offset: -2px;
      }
    `,
  ];
  declare label: string;
  declare value: string;
  declare options: readonly Suggestion[];
  declare hint: string | undefined;
  /** The list is always there, and what is written only searches it. */
  declare menu: boolean;
  declare invalid: boolean;
  declare open: boolean;
  declare active: number;
  #written: string | undefined;

  constructor() {
    super();
    this.label = '';
    this.value = '';
    this.options = [];
    this.menu = false;
    this.invalid = false;
    this.open = false;
    this.active = -1;
  }

  protected override render(): TemplateResult {
    const shown = this.#shown();
    const isOpen = (this.menu || this.open) && shown.length > 0;
    return html`
      <div class="field">
        <label for="input" class=${this.menu ? 'visually-hidden' : ''}>${this.label}</label>
        <input id="input" role="combobox" aria-autocomplete="list" aria-expanded=${isOpen} aria-controls="list" autocomplete="off" spellcheck="false"
          aria-invalid=${this.invalid} aria-activedescendant=${isOpen && this.active >= 0 ? `option-${this.active}` : nothing}
          placeholder=${this.menu ? this.label : nothing}
          .value=${this.menu ? (this.#written ?? '') : this.value}
          @focus=${this.#opened} @click=${this.#opened} @blur=${this.#closed} @input=${this.#write} @keydown=${this.#key}>
        ${this.hint === undefined ? '' : html`<span class="hint">${this.hint}</span>`}
      </div>
      <div id="list" class="list ${this.menu ? 'menu-list' : ''}" role="listbox" aria-label=${this.label} ?hidden=${!isOpen}
        @pointerdown=${(event: Event) => event.preventDefault()}>
        ${isOpen ? shown.map((option, index) => this.#option(option, index, shown[index - 1]?.group)) : ''}
      </div>
    `;
  }

  #option(option: Suggestion, index: number, groupBefore: string | undefined): TemplateResult {
    return html`
      ${option.group === undefined || option.group === groupBefore ? '' : html`<div class="group" role="presentation">${option.group}</div>`}
      <div id="option-${index}" class="option ${index === this.active ? 'active' : ''}" role="option" aria-selected=${index === this.active}
        @click=${() => this.#choose(option.value)}>
        <span>${option.label}</span>${option.note === undefined ? '' : html`<span class="hint number">${option.note}</span>`}
      </div>`;
  }

  /** What fits what was written since it opened; everything before that. */
  #shown(): readonly Suggestion[] {
    const wanted = this.#written?.trim().toLowerCase() ?? '';
    const fits = ({ label, value, group }: Suggestion) =>
      `${label} ${value} ${this.menu ? group : ''}`.toLowerCase().includes(wanted);
    return (wanted === '' ? this.options : this.options.filter(fits)).slice(0, SHOWN);
  }

  readonly #opened = (): void => {
    this.open = true;
  };
  readonly #closed = (): void => {
    this.open = false;
    this.active = -1;
    if (!this.menu) this.#written = undefined;
  };
  readonly #write = (event: Event): void => {
    this.#written = (event.target as HTMLInputElement).value;
    this.open = true;
    this.active = this.menu ? 0 : -1;
    this.dispatchEvent(new SuggestEvent('write', this.#written));
    this.requestUpdate();
  };
  readonly #key = (event: KeyboardEvent): void => {
    const shown = this.#shown();
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by !== undefined && shown.length > 0) {
      event.preventDefault();
      this.open = true;
      this.active = this.active < 0 && by < 0 ? shown.length - 1 : (this.active + by + shown.length) % shown.length;
      void this.updateComplete.then(() =>
        this.renderRoot.querySelector('.active')?.scrollIntoView({ block: 'nearest' }),
      );
    }
    if (event.key === 'Enter' && !event.isComposing) {
      event.preventDefault();
      const taken = this.active < 0 ? undefined : shown[this.active];
      if (taken !== undefined) this.#choose(taken.value);
      else if (!this.menu) this.#choose((event.target as HTMLInputElement).value);
    }
  };
  #choose(value: string): void {
    this.#written = undefined;
    this.open = false;
    this.active = -1;
    this.dispatchEvent(new SuggestEvent('choose', value));
  }
}
