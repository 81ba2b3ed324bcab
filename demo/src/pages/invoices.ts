import { html, nothing, type TemplateResult } from 'lit';
import type { Context, Page } from '../context.ts';
import { shownStatus } from '../data/money.ts';
import type { Invoice, ShownStatus } from '../data/types.ts';
import { icon } from '../ui/icons.ts';
import { customerName, named, statusPill, totalOf } from '../ui/parts.ts';

/** ms that the invoices take to arrive, as from a server some way off. */
const ARRIVES_AFTER = 600;
const statuses: readonly (ShownStatus | 'all')[] = ['all', 'draft', 'sent', 'overdue', 'paid'];

export const invoicesPage = (update: () => void, query: URLSearchParams): Page => {
  const wanted = query.get('status');
  const state = {
    loaded: false,
    status: statuses.find((status) => status === wanted) ?? 'all',
    search: query.get('q') ?? '',
  };
  const timer = setTimeout(() => {
    state.loaded = true;
    update();
  }, ARRIVES_AFTER);
  const filter = (context: Context, change: Partial<Pick<typeof state, 'status' | 'search'>>): void => {
    Object.assign(state, change);
    const kept = new URLSearchParams();
    if (state.status !== 'all') kept.set('status', state.status);
    if (state.search !== '') kept.set('q', state.search);
    context.replaceQuery(kept);
    context.update();
  };
  return {
    title: ({ t }) => t('invoices'),
    leave: () => clearTimeout(timer),
    view: (context) => {
      const { t } = context;
      const found = context.store.data.invoices.filter(
        (invoice) => matchesStatus(context, invoice, state.status) && matchesSearch(context, invoice, state.search),
      );
      return html`
        <div class="page-head">
          <h1>${t('invoices')}</h1>
          ${
            context.person.role === 'admin'
              ? html`<a class="primary" href="/invoices/new" data-tour="new-invoice">${icon('plus')}${t('newInvoice')}</a>`
              : nothing
          }
        </div>
        <div class="tools">
          <div class="segments" role="group" aria-label=${t('filterStatus')} data-tour="status-filter">
            ${statuses.map(
              (status) => html`<button
                type="button"
                data-status=${status}
                aria-pressed=${status === state.status}
                @click=${() => filter(context, { status })}
              >
                ${t(status)}
              </button>`,
            )}
          </div>
          <label class="search" data-tour="invoice-search">
            ${icon('search')}<span class="visually-hidden">${t('searchInvoices')}</span>
            <input
              type="search"
              placeholder=${t('searchInvoices')}
              .value=${state.search}
              @input=${(event: InputEvent & { currentTarget: HTMLInputElement }) => filter(context, { search: event.currentTarget.value })}
            />
          </label>
        </div>
        ${state.loaded ? results(context, found, () => filter(context, { status: 'all', search: '' })) : skeleton(context)}
      `;
    },
  };
};

const matchesStatus = (context: Context, invoice: Invoice, status: ShownStatus | 'all'): boolean =>
  status === 'all' || shownStatus(invoice, context.today) === status;
const matchesSearch = (context: Context, invoice: Invoice, search: string): boolean => {
  const wanted = search.trim().toLowerCase();
  return `${invoice.id} ${customerName(context, invoice)}`.toLowerCase().includes(wanted);
};

const results = (context: Context, found: readonly Invoice[], clear: () => void): TemplateResult => {
  const { t, store, format } = context;
  const shown = t('showing', { n: found.length, total: store.data.invoices.length });
  if (found.length === 0)
    return html`<div class="card empty" role="status">
      <p>${t('noMatch')}</p>
      <button type="button" class="secondary" @click=${clear}>${t('clearFilters')}</button>
    </div>`;
  return html`
    <p class="muted count" role="status">${shown}</p>
    <table class="table card" data-tour="invoice-table">
      <caption class="visually-hidden">${t('invoices')}</caption>
      <thead>
        <tr>
          <th scope="col">${t('number')}</th><th scope="col">${t('customer')}</th><th scope="col">${t('issued')}</th>
          <th scope="col">${t('due')}</th><th scope="col">${t('status')}</th><th scope="col" class="number">${t('amount')}</th>
        </tr>
      </thead>
      <tbody>
        ${found.map(
          (invoice, index) => html`<tr>
            <td class="cell-id"><a href="/invoices/${invoice.id}" data-tour=${index === 0 ? 'latest-invoice' : nothing}>${invoice.id}</a></td>
            <td class="cell-name">${named(customerName(context, invoice))}</td>
            <td class="cell-issued">${format.day(invoice.issued)}</td>
            <td class="cell-due">${format.day(invoice.due)}</td>
            <td class="cell-status">${statusPill(context, invoice)}</td>
            <td class="cell-amount number">${format.yen(totalOf(invoice))}</td>
          </tr>`,
        )}
      </tbody>
    </table>
  `;
};

const skeleton = ({ t }: Context): TemplateResult => html`
  <div class="card skeleton" role="status" aria-busy="true">
    <span class="visually-hidden">${t('loadingInvoices')}</span>
    ${Array.from({ length: 8 }, () => html`<div class="skeleton-row"><i></i><i></i><i></i><i></i></div>`)}
  </div>
`;
