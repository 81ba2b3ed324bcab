import type { Step, Tour } from '@shirube/schema/tour';

export const step = (id: string, title: string, more: Partial<Step> = {}): Step => ({
  id,
  kind: 'tooltip',
  page: '/invoices',
  target: { selectors: ['#new-invoice'] },
  content: { en: { title }, ja: { title: `${title}(日本語)` } },
  ...more,
});

export const tourOf = (steps: readonly Step[], more: Partial<Tour> = {}): Tour => ({
  schemaVersion: 1,
  id: 'first-invoice',
  name: 'Send your first invoice',
  defaultLocale: 'en',
  locales: ['en', 'ja'],
  trigger: { on: 'page', page: '/invoices' },
  steps,
  ...more,
});
