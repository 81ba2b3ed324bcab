import { html, type TemplateResult } from 'lit';
import type { Context } from '../context.ts';
import { shownStatus, totalsOf } from '../data/money.ts';
import type { Customer, Invoice } from '../data/types.ts';

const japanese = /[\u3040-\u30ff\u4e00-\u9fff]/;
/** A name in its own language, said so to screen readers. */
export const named = (text: string): TemplateResult =>
  html`<span lang=${japanese.test(text) ? 'ja' : 'en'}>${text}</span>`;

export const customerOf = (context: Context, invoice: Invoice): Customer | undefined =>
  context.store.data.customers.find((customer) => customer.id === invoice.customerId);
export const customerName = (context: Context, invoice: Invoice): string =>
  customerOf(context, invoice)?.name ?? invoice.customerId;

export const statusPill = (context: Context, invoice: Invoice): TemplateResult => {
  const status = shownStatus(invoice, context.today);
  return html`<span class="pill pill-${status}">${context.t(status)}</span>`;
};
export const totalOf = (invoice: Invoice): number => totalsOf(invoice.lines).total;

/** An error that belongs to the field `field`; the field names it in `aria-describedby`. */
export const fieldError = (id: string, text: string | undefined): TemplateResult =>
  html`<p class="field-error" id=${id} ?hidden=${text === undefined}>${text ?? ''}</p>`;
