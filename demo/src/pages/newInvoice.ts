import { html, nothing, type TemplateResult } from 'lit';
import type { Context, Page } from '../context.ts';
import { addDays, totalsOf } from '../data/money.ts';
import { nextInvoiceId } from '../data/seed.ts';
import type { Invoice, InvoiceStatus, Line } from '../data/types.ts';
import { shirube } from '../shirube.ts';
import { icon } from '../ui/icons.ts';
import { customerName, fieldError } from '../ui/parts.ts';
import { sendDialog } from '../ui/sendDialog.ts';
import { emptyLine, type Form } from './newInvoiceForm.ts';
import { lineFields } from './newInvoiceLines.ts';

/** ms until the customers have arrived, as from a server. */
const CUSTOMERS_AFTER = 400;

const isFilled = (line: Line): boolean => line.description.trim() !== '' && line.unitPrice > 0 && line.quantity > 0;

/** `copied`: the invoice that is done once more, with today's dates. */
export const newInvoicePage = (update: () => void, today: string, copied?: Invoice): Page => {
  const { customerId = '', lines = [emptyLine] } = copied ?? {};
  const form: Form = { customerId, issued: today, due: addDays(today, 30), lines: [...lines], tried: false };
  let customersLoaded = false;
  const timer = setTimeout(() => {
    customersLoaded = true;
    update();
  }, CUSTOMERS_AFTER);
  const dialog = sendDialog();

  return {
    title: ({ t }) => t('newTitle'),
    leave: () => clearTimeout(timer),
    view: (context) => {
      const { t, person } = context;
      if (person.role !== 'admin')
        return html`<div class="card empty"><h1>${t('newTitle')}</h1><p>${t('viewerCannot')}</p><a class="secondary" href="/invoices">${t('backToInvoices')}</a></div>`;
      const trySend = (event: Event): void => {
        event.preventDefault();
        form.tried = true;
        context.update();
        const wrong = document.querySelector<HTMLElement>('.invoice-form [aria-invalid=true]');
        if (wrong === null) dialog.open();
        else wrong.focus();
      };
      return html`
        <a class="back" href="/invoices">${icon('arrowLeft')}${t('backToInvoices')}</a>
        <div class="page-head"><div><h1>${t('newTitle')}</h1><p class="lead">${t('newLead')}</p></div></div>
        <form class="invoice-form" novalidate @submit=${trySend}>
          <div class="stack">
            ${parties(context, form, customersLoaded)} ${lineFields(context, form, problemOf(form).lines)}
          </div>
          ${summary(context, form, () => saved(context, form, 'draft'))}
        </form>
        ${dialog.view(context, toInvoice(context, form, 'sent'), () => saved(context, form, 'sent'))}
      `;
    },
  };
};

const problemOf = (form: Form): { customer: boolean; due: boolean; lines: boolean } => ({
  customer: form.tried && form.customerId === '',
  due: form.tried && form.due < form.issued,
  lines: form.tried && !form.lines.some(isFilled),
});

const parties = (context: Context, form: Form, loaded: boolean): TemplateResult => {
  const { t, store, update } = context;
  const problem = problemOf(form);
  const set = (change: Partial<Form>): void => {
    Object.assign(form, change);
    update();
  };
  type From<E> = Event & { currentTarget: E };
  return html`<section class="card fields">
    <div class="field wide-field">
      <label for="customer">${t('customer')}</label>
      ${
        loaded
          ? html`<select
              id="customer"
              data-tour="customer-select"
              required
              aria-invalid=${problem.customer ? 'true' : nothing}
              aria-describedby="customer-error"
              @change=${(event: From<HTMLSelectElement>) => set({ customerId: event.currentTarget.value })}
            >
              <option value="" ?selected=${form.customerId === ''}>${t('chooseCustomer')}</option>
              ${store.data.customers.map(
                (customer) =>
                  html`<option value=${customer.id} ?selected=${form.customerId === customer.id}>${customer.name}</option>`,
              )}
            </select>`
          : html`<select id="customer" disabled><option>${t('loadingCustomers')}</option></select>`
      }
      ${fieldError('customer-error', problem.customer ? t('needCustomer') : undefined)}
    </div>
    <div class="field">
      <label for="issued">${t('issueDate')}</label>
      <input id="issued" type="date" .value=${form.issued} @change=${(event: From<HTMLInputElement>) => set({ issued: event.currentTarget.value })} />
    </div>
    <div class="field">
      <label for="due">${t('dueDate')}</label>
      <input
        id="due"
        type="date"
        .value=${form.due}
        aria-invalid=${problem.due ? 'true' : nothing}
        aria-describedby="due-error"
        @change=${(event: From<HTMLInputElement>) => set({ due: event.currentTarget.value })}
      />
      ${fieldError('due-error', problem.due ? t('needDue') : undefined)}
    </div>
  </section>`;
};

const summary = ({ t, format }: Context, form: Form, saveDraft: () => void): TemplateResult => {
  const totals = totalsOf(form.lines);
  return html`<section class="card summary" aria-labelledby="summary-title">
    <h2 id="summary-title">${t('summary')}</h2>
    <dl class="totals" data-tour="totals">
      <div><dt>${t('subtotal')}</dt><dd>${format.yen(totals.subtotal)}</dd></div>
      <div><dt>${t('tax')}</dt><dd>${format.yen(totals.tax)}</dd></div>
      <div class="grand"><dt>${t('total')}</dt><dd>${format.yen(totals.total)}</dd></div>
    </dl>
    <button type="submit" class="primary" data-tour="send-invoice">${icon('send')}${t('sendInvoice')}</button>
    <button type="button" class="secondary" data-tour="save-draft" @click=${saveDraft}>${t('saveDraft')}</button>
  </section>`;
};

const toInvoice = (context: Context, form: Form, status: InvoiceStatus): Invoice => ({
  id: nextInvoiceId(context.store.data.invoices),
  customerId: form.customerId,
  issued: form.issued,
  due: form.due,
  lines: form.lines.filter(isFilled),
  status,
});

/** Keeps the invoice, tells Shirube what the user did, and shows it. A draft without a customer waits for one. */
const saved = (context: Context, form: Form, status: 'draft' | 'sent'): void => {
  const invoice = toInvoice(context, form, status);
  context.store.change((data) => ({ ...data, invoices: [invoice, ...data.invoices] }));
  const props = { total: totalsOf(invoice.lines).total, lines: invoice.lines.length };
  shirube.track('invoice_created', props);
  if (status === 'sent') shirube.track('invoice_sent', props);
  context.navigate(`/invoices/${invoice.id}`);
  const customer = customerName(context, invoice);
  context.toast(context.t(status === 'sent' ? 'sentToast' : 'draftToast', { id: invoice.id, customer }));
};
