import { html, type TemplateResult } from 'lit';

export interface SegmentedOptions<T extends string> {
  /** For assistive technology; what is seen stands beside it. */
  readonly label: string;
  readonly value: T;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  readonly choose: (value: T) => void;
}

/** A few choices side by side, one of them taken. Arrow keys walk, as in any group of radio buttons. */
export const segmented = <T extends string>({ label, value, options, choose }: SegmentedOptions<T>): TemplateResult => {
  const walk = (event: KeyboardEvent): void => {
    const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    const at = options.findIndex((option) => option.value === value);
    const next = options.at((at + by) % options.length);
    const group = event.currentTarget as HTMLElement;
    if (next) choose(next.value);
    group.querySelector<HTMLElement>(`[data-value="${next?.value}"]`)?.focus();
  };
  return html`
    <div class="segmented" role="radiogroup" aria-label=${label} @keydown=${walk}>
      ${options.map(
        (
          option,
        ) => html`<button role="radio" data-value=${option.value} aria-checked=${option.value === value} tabindex=${option.value === value ? 0 : -1}
          @click=${() => choose(option.value)}>${option.label}</button>`,
      )}
    </div>
  `;
};
