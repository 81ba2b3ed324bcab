import { html, nothing, type TemplateResult } from 'lit';
import { durationParts } from '../model/duration.ts';
import type { SuggestEvent, Suggestion } from '../SuggestField.ts';
import type { LeafContext } from './context.ts';

/** The small controls of which every form is made. Each shows its value and tells the next one; none keeps state. */
export interface Choice<T extends string> {
  readonly value: T;
  readonly label: string;
}

export const selectField = <T extends string>(
  label: string,
  value: T,
  choices: readonly Choice<T>[],
  choose: (value: T) => void,
  { first = false } = {},
): TemplateResult => html`
  <label class="field"><span class="label">${label}</span>
    <select ?data-first=${first} @change=${(event: Event) => choose((event.target as HTMLSelectElement).value as T)}>
      ${choices.some((one) => one.value === value) ? '' : html`<option value=${value} selected>${value}</option>`}
      ${choices.map((one) => html`<option value=${one.value} .selected=${one.value === value}>${one.label}</option>`)}
    </select>
  </label>`;

export interface NumberOptions {
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  readonly step?: number | undefined;
  readonly hint?: string | undefined;
  /** An empty field says undefined; without it an empty field says nothing. */
  readonly clear?: (() => void) | undefined;
  readonly first?: boolean | undefined;
}
export const numberField = (
  label: string,
  value: number | undefined,
  change: (value: number) => void,
  { min, max, step, hint, clear, first = false }: NumberOptions = {},
): TemplateResult => {
  const input = (event: Event): void => {
    const field = event.target as HTMLInputElement;
    const number = field.valueAsNumber;
    const isGood = Number.isFinite(number) && number >= (min ?? number) && number <= (max ?? number);
    const isEmpty = field.value === '' && !field.validity.badInput;
    field.ariaInvalid = String(!isGood && !(isEmpty && clear !== undefined));
    if (isGood) change(number);
    else if (isEmpty) clear?.();
  };
  return html`
    <label class="field"><span class="label">${label}</span>
      <input type="number" ?data-first=${first} min=${min ?? nothing} max=${max ?? nothing} step=${step ?? 'any'}
        .value=${value === undefined ? '' : String(value)} @input=${input}>
      ${hint === undefined ? '' : html`<span class="hint">${hint}</span>`}
    </label>`;
};

export const textField = (
  label: string,
  value: string,
  change: (value: string) => void,
  {
    hint,
    first = false,
    type = 'text',
  }: { readonly hint?: string | undefined; readonly first?: boolean; readonly type?: string } = {},
): TemplateResult => html`
  <label class="field"><span class="label">${label}</span>
    <input type=${type} ?data-first=${first} autocomplete="off" spellcheck="false" .value=${value}
      @input=${(event: Event) => change((event.target as HTMLInputElement).value)}>
    ${hint === undefined ? '' : html`<span class="hint">${hint}</span>`}
  </label>`;

export const suggestField = (
  label: string,
  value: string,
  options: readonly Suggestion[],
  change: (value: string) => void,
  {
    first = false,
    hint,
    invalid = false,
  }: { readonly first?: boolean; readonly hint?: string | undefined; readonly invalid?: boolean } = {},
): TemplateResult => html`
  <shirube-editor-suggest ?data-first=${first} .label=${label} .value=${value} .options=${options} .hint=${hint} .invalid=${invalid}
    @write=${(event: SuggestEvent) => change(event.value)} @choose=${(event: SuggestEvent) => change(event.value)}></shirube-editor-suggest>`;

/** A list of texts as chips that can be taken off, and a field that adds one. */
export const listField = (
  { texts }: Pick<LeafContext, 'texts'>,
  label: string,
  shown: readonly string[],
  options: readonly Suggestion[],
  change: { readonly add: (value: string) => void; readonly remove: (index: number) => void },
  { first = false, addLabel = texts.addValue } = {},
): TemplateResult => html`
  <div class="field" role="group" aria-label=${label}>
    <span class="label">${label}</span>
    ${
      shown.length === 0
        ? ''
        : html`<div class="row wrap values">${shown.map(
            (text, index) => html`
        <span class="chip"><span class="truncate">${text}</span><button class="quiet take" aria-label=${texts.removeValue(text)} @click=${() => change.remove(index)}>×</button></span>`,
          )}</div>`
    }
    <shirube-editor-suggest ?data-first=${first} .label=${addLabel} .value=${''} .options=${options}
      @choose=${(event: SuggestEvent) => {
        if (event.value !== '') change.add(event.value);
      }}></shirube-editor-suggest>
  </div>`;

/** "30d" as a number and a unit; `ever`, where it may be left out, as a third way. */
export const durationField = (
  { texts }: Pick<LeafContext, 'texts'>,
  label: string,
  duration: unknown,
  change: (duration: string) => void,
): TemplateResult => {
  const { count, unit } = durationParts(duration) ?? { count: 30, unit: 'd' };
  const units = Object.entries(texts.units).map(([value, name]) => ({ value, label: name }));
  return html`
    <div class="pair">
      ${numberField(label, count, (next) => change(`${next}${unit}`), { min: 1, max: 999_999, step: 1 })}
      ${selectField(texts.unit, unit, units, (next) => change(`${count}${next}`))}
    </div>`;
};

/** Boxes that are ticked or not. */
export const checkField = <T extends string | number>(
  label: string,
  choices: readonly { readonly value: T; readonly label: string }[],
  chosen: readonly T[],
  change: (chosen: readonly T[]) => void,
): TemplateResult => html`
  <fieldset class="checks"><legend class="label">${label}</legend>
    ${choices.map(
      ({ value, label: name }, index) => html`
        <label class="check"><input type="checkbox" ?data-first=${index === 0} .checked=${chosen.includes(value)}
          @change=${(event: Event) => {
            const isOn = (event.target as HTMLInputElement).checked;
            change(
              choices.flatMap((one) => ((one.value === value ? isOn : chosen.includes(one.value)) ? [one.value] : [])),
            );
          }}>${name}</label>`,
    )}
  </fieldset>`;
