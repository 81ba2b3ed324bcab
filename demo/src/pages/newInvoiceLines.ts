import { html, nothing, type TemplateResult } from 'lit';
import type { Context } from '../context.ts';
import type { Line } from '../data/types.ts';
import { icon } from '../ui/icons.ts';
import { fieldError } from '../ui/parts.ts';
import { emptyLine, type Form } from './newInvoiceForm.ts';

/** The lines of an invoice that is being written; amounts follow each key stroke. */
export const lineFields = ({ t, format, update }: Context, form: Form, wrong: boolean): TemplateResult => {
  const change = (index: number, part: Partial<Line>): void => {
    form.lines = form.lines.map((line, at) => (at === index ? { ...line, ...part } : line));
    update();
  };
  const add = (): void => {
    form.lines = [...form.lines, emptyLine];
    update();
    document.querySelector<HTMLElement>(`#line-${form.lines.length - 1}-what`)?.focus();
  };
  const remove = (index: number): void => {
    form.lines = form.lines.filter((_, at) => at !== index);
    update();
    document.querySelector<HTMLElement>('[data-tour=add-line]')?.focus();
  };
  return html`<section class="card lines" data-tour="lines" aria-labelledby="lines-title">
    <h2 id="lines-title">${t('lines')}</h2>
    ${form.lines.map(
      (line, index) => html`<div class="line" role="group" aria-label=${t('lineN', { n: index + 1 })}>
        <div class="field line-what">
          <label for="line-${index}-what">${t('description')}</label>
          <input
            id="line-${index}-what"
            type="text"
            autocomplete="off"
            .value=${line.description}
            aria-invalid=${wrong && index === 0 ? 'true' : nothing}
            aria-describedby="lines-error"
            @input=${(event: InputEvent) => change(index, { description: textOf(event) })}
          />
        </div>
        ${numberField(`line-${index}-quantity`, t('quantity'), line.quantity, (quantity) => change(index, { quantity }))}
        ${numberField(`line-${index}-price`, t('unitPrice'), line.unitPrice, (unitPrice) => change(index, { unitPrice }))}
        <p class="line-amount"><span class="label">${t('lineAmount')}</span>${format.yen(line.quantity * line.unitPrice)}</p>
        ${
          form.lines.length === 1
            ? nothing
            : html`<button type="button" class="icon-button" aria-label=${t('removeLine', { n: index + 1 })} @click=${() => remove(index)}>${icon('trash')}</button>`
        }
      </div>`,
    )}
    ${fieldError('lines-error', wrong ? t('needLine') : undefined)}
    <button type="button" class="secondary" data-tour="add-line" @click=${add}>${icon('plus')}${t('addLine')}</button>
  </section>`;
};

const textOf = (event: InputEvent): string =>
  event.currentTarget instanceof HTMLInputElement ? event.currentTarget.value : '';

const numberField = (id: string, label: string, value: number, set: (value: number) => void): TemplateResult => html`
  <div class="field">
    <label for=${id}>${label}</label>
    <input
      id=${id}
      type="number"
      inputmode="numeric"
      min="0"
      step="1"
      .value=${value === 0 ? '' : String(value)}
      @input=${(event: InputEvent) => set(Math.max(0, Math.trunc(Number(textOf(event)) || 0)))}
    />
  </div>
`;
