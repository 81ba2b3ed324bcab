import type { Step, Tour } from '@shirube/schema';

const text = (words: string) =>
  ({ type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: words }] }] }) as const;

const step = (id: string, title: string, more: Partial<Step>): Step => ({
  id,
  kind: 'tooltip',
  content: {
    en: { title, body: text(`About ${title}.`) },
    ja: { title: `${title}（日本語）`, body: text(`${title} について。`) },
  },
  ...more,
});

/** Four steps on one page: a button, a field, an action of the product, and a modal at the end. */
export const firstInvoice: Tour = {
  schemaVersion: 1,
  id: 'first-invoice',
  name: 'Send your first invoice',
  defaultLocale: 'en',
  locales: ['en', 'ja'],
  audience: { user: 'plan', op: 'eq', value: 'trial' },
  trigger: { on: 'page', page: '/' },
  frequency: { show: 'once' },
  steps: [
    step('new', 'Start here', { target: { selectors: ['[data-tour=new-invoice]'] } }),
    step('amount', 'Type the amount', { target: { selectors: ['#amount'] } }),
    step('send', 'Send it', { target: { selectors: ['#send'] }, advance: [{ on: 'event', event: 'invoice_sent' }] }),
    step('done', 'Well done', { kind: 'modal' }),
  ],
};
