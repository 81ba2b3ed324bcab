import { html, nothing, type TemplateResult } from 'lit';
import type { Context, Page } from '../context.ts';
import { totalsOf } from '../data/money.ts';
import type { Invoice } from '../data/types.ts';
import { shirube } from '../shirube.ts';
import { icon } from '../ui/icons.ts';
import { customerName, customerOf, named, statusPill } from '../ui/parts.ts';
import { type SendDialog, sendDialog } from '../ui/sendDialog.ts';
import { missingPage } from './missing.ts';

export const invoicePage = (id: string): Page => {
  const dialog = sendDialog();
  return {
    title: () => id,
    view: (context) => {
      const invoice = context.store.data.invoices.find((candidate) => candidate.id === id);
      return invoice === undefined ? missingPage().view(context) : details(context, invoice, dialog);
    },
  };
};

const details = (context: Context, invoice: Invoice, dialog: SendDialog): TemplateResult => {
  const { t, format } = context;
  const customer = customerOf(context, invoice);
  const totals = totalsOf(invoice.lines);
  return html`
    <a class="back" href="/invoices">${icon('arrowLeft')}${t('backToInvoices')}</a>
    <div class="page-head">
      <h1>${invoice.id} ${statusPill(context, invoice)}</h1>
      <div class="page-actions">${actions(context, invoice, dialog)}</div>
    </div>
    <article class="card paper">
      <dl class="meta">
        <div><dt>${t('billTo')}</dt><dd>${named(customerName(context, invoice))}<br /><span class="muted">${customer?.contact} · ${customer?.email}</span></dd></div>
        <div><dt>${t('issued')}</dt><dd>${format.day(invoice.issued)}</dd></div>
        <div><dt>${t('due')}</dt><dd>${format.day(invoice.due)}${
          invoice.paidOn === undefined
            ? nothing
            : html`<br /><span class="muted">${t('paidOn', { date: format.day(invoice.paidOn) })}</span>`
        }</dd></div>
      </dl>
      <table class="table lines-table">
        <caption class="visually-hidden">${t('lines')}</caption>
        <thead>
          <tr><th scope="col">${t('description')}</th><th scope="col" class="number">${t('quantity')}</th><th scope="col" class="number">${t('unitPrice')}</th><th scope="col" class="number">${t('amount')}</th></tr>
        </thead>
        <tbody>
          ${invoice.lines.map(
            (line) => html`<tr>
              <td>${named(line.description)}</td><td class="number">${format.count(line.quantity)}</td>
              <td class="number">${format.yen(line.unitPrice)}</td><td class="number">${format.yen(line.quantity * line.unitPrice)}</td>
            </tr>`,
          )}
        </tbody>
      </table>
      <dl class="totals">
        <div><dt>${t('subtotal')}</dt><dd>${format.yen(totals.subtotal)}</dd></div>
        <div><dt>${t('tax')}</dt><dd>${format.yen(totals.tax)}</dd></div>
        <div class="grand"><dt>${t('total')}</dt><dd>${format.yen(totals.total)}</dd></div>
      </dl>
    </article>
  `;
};

const actions = (context: Context, invoice: Invoice, dialog: SendDialog): TemplateResult | typeof nothing => {
  const { t, store, today } = context;
  if (context.person.role !== 'admin') return nothing;
  const copy = html`<a class="secondary" href="/invoices/new?copy=${invoice.id}">${icon('copy')}${t('duplicate')}</a>`;
  const put = (changed: Invoice): void =>
    store.change((data) => ({
      ...data,
      invoices: data.invoices.map((old) => (old.id === changed.id ? changed : old)),
    }));
  if (invoice.status === 'draft') {
    const send = (): void => {
      put({ ...invoice, status: 'sent' });
      shirube.track('invoice_sent', { total: totalsOf(invoice.lines).total, lines: invoice.lines.length });
      context.toast(t('sentToast', { id: invoice.id, customer: customerName(context, invoice) }));
    };
    return html`${copy}<button type="button" class="primary" data-tour="send-invoice" @click=${dialog.open}>${icon('send')}${t('sendInvoice')}</button>
      ${dialog.view(context, invoice, send)}`;
  }
  if (invoice.status === 'paid') return copy;
  const pay = (): void => {
    put({ ...invoice, status: 'paid', paidOn: today });
    shirube.track('invoice_paid', { total: totalsOf(invoice.lines).total });
    context.toast(t('paidToast', { id: invoice.id }));
  };
  return html`${copy}<button type="button" class="secondary" @click=${pay}>${icon('check')}${t('markPaid')}</button>`;
};
