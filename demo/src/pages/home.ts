import { html, nothing, svg, type TemplateResult } from 'lit';
import type { Context, Page } from '../context.ts';
import { addDays, shownStatus } from '../data/money.ts';
import type { Invoice } from '../data/types.ts';
import type { MessageKey } from '../i18n/index.ts';
import { icon } from '../ui/icons.ts';
import { customerName, named, statusPill, totalOf } from '../ui/parts.ts';

export const homePage = (): Page => ({ title: ({ t }) => t('navHome'), view: home });

const home = (context: Context): TemplateResult => {
  const { t, person, lang, store, today } = context;
  const { invoices } = store.data;
  const by = (status: string): Invoice[] => invoices.filter((invoice) => shownStatus(invoice, today) === status);
  const overdue = by('overdue');
  const unpaid = [...overdue, ...by('sent')].sort((a, b) => a.due.localeCompare(b.due));
  const since = addDays(today, -30);
  const paid = invoices.filter((invoice) => invoice.paidOn !== undefined && invoice.paidOn >= since);
  const mayWrite = person.role === 'admin';
  return html`
    <div class="page-head">
      <div>
        <h1>${t('welcome', { name: person.firstName[lang] })}</h1>
        <p class="lead">${t('homeLead', { company: store.data.company.name })}</p>
      </div>
      ${
        mayWrite
          ? html`<a class="primary" href="/invoices/new" data-tour="new-invoice">${icon('plus')}${t('newInvoice')}</a>`
          : nothing
      }
    </div>
    ${store.data.plan === 'trial' ? html`<p class="hint">${icon('inbox')}${t('sampleData')}</p>` : nothing}
    <ul class="figures">
      ${figure(context, 'outstanding', unpaid)} ${figure(context, 'overdue', overdue)}
      ${figure(context, 'paidThisMonth', paid)} ${figure(context, 'drafts', by('draft'))}
    </ul>
    <div class="columns">
      <section class="card">
        <div class="card-head"><h2>${t('recent')}</h2><a href="/invoices">${t('seeAll')}</a></div>
        <ul class="rows">${invoices.slice(0, 5).map((invoice) => row(context, invoice, invoice.issued))}</ul>
      </section>
      <section class="card">
        <div class="card-head"><h2>${t('unpaid')}</h2></div>
        ${
          unpaid.length === 0
            ? html`<p class="empty">${t('nothingUnpaid')}</p>`
            : html`<ul class="rows">${unpaid.slice(0, 5).map((invoice) => row(context, invoice, invoice.due))}</ul>`
        }
      </section>
    </div>
    <section class="card chart">
      <div class="card-head"><h2>${t('byMonth')}</h2></div>
      ${monthChart(context)}
    </section>
  `;
};

const figure = ({ t, format }: Context, label: MessageKey, invoices: readonly Invoice[]): TemplateResult => {
  const sum = invoices.reduce((total, invoice) => total + totalOf(invoice), 0);
  const count = invoices.length === 1 ? t('countInvoice') : t('countInvoices', { n: format.count(invoices.length) });
  return html`<li class="figure figure-${label}">
    <span class="figure-label">${t(label)}</span><strong>${format.yen(sum)}</strong><span class="muted">${count}</span>
  </li>`;
};

const row = (context: Context, invoice: Invoice, day: string): TemplateResult => html`
  <li>
    <a href="/invoices/${invoice.id}">
      <span class="row-main">${named(customerName(context, invoice))}<span class="muted">${invoice.id} · ${context.format.day(day)}</span></span>
      <span class="row-side"><span class="money">${context.format.yen(totalOf(invoice))}</span>${statusPill(context, invoice)}</span>
    </a>
  </li>
`;

const MONTHS = 6;
/** Six columns in a 600 × 150 drawing, named by month and amount underneath. */
const monthChart = ({ store, today, format, t }: Context): TemplateResult => {
  const months = lastMonths(today).map((month) => ({
    month,
    sum: store.data.invoices
      .filter((invoice) => invoice.issued.startsWith(month) && invoice.status !== 'draft')
      .reduce((total, invoice) => total + totalOf(invoice), 0),
  }));
  const most = Math.max(1, ...months.map((entry) => entry.sum));
  const words = months.map((entry) => `${format.month(`${entry.month}-01`)} ${format.yen(entry.sum)}`).join(', ');
  return html`<svg viewBox="0 0 600 168" role="img" aria-label=${t('byMonthLabel', { list: words })}>
    ${months.map((entry, index) => {
      const height = Math.round((entry.sum / most) * 110);
      const x = index * 100 + 22;
      return svg`
        <rect class=${index === MONTHS - 1 ? 'bar now' : 'bar'} x=${x} y=${136 - height} width="56" height=${height} rx="5" />
        <text class="bar-value" x=${x + 28} y=${128 - height} text-anchor="middle">${format.yen(entry.sum)}</text>
        <text class="bar-name" x=${x + 28} y="158" text-anchor="middle">${format.month(`${entry.month}-01`)}</text>`;
    })}
  </svg>`;
};
/** The months up to today's, oldest first, as `YYYY-MM`. */
const lastMonths = (today: string): string[] => {
  const [year = 0, month = 1] = today.split('-').map(Number);
  return Array.from({ length: MONTHS }, (_, index) => {
    const date = new Date(year, month - MONTHS + index, 1);
    return `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, '0')}`;
  });
};
