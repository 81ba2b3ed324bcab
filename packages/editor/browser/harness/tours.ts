import type { TourDraft, TourListItem } from '@shirube/schema/api';
import type { Bundle } from '@shirube/schema/bundle';
import type { Step, Tour } from '@shirube/schema/tour';

const CHANGED_AT = Date.UTC(2026, 10, 20, 9, 30);

const step = (id: string, en: string, ja: string, more: Partial<Step>): Step => ({
  id,
  kind: 'tooltip',
  content: { en: { title: en }, ja: { title: ja } },
  ...more,
});
const tour = (id: string, name: string, steps: readonly Step[]): Tour => ({
  schemaVersion: 1,
  id,
  name,
  defaultLocale: 'en',
  locales: ['en', 'ja'],
  steps,
});
const item = (id: string, name: string, live: TourListItem['live']): TourListItem => ({
  id,
  name,
  etag: 'e1',
  updatedAt: CHANGED_AT,
  updatedBy: 'aiko@example.com',
  origin: { kind: 'api' },
  live,
});

const firstInvoice = tour('first-invoice', 'Send your first invoice', [
  step('welcome', 'Welcome', 'ようこそ', { kind: 'modal' }),
  step('new', 'Start here', 'ここから始めます', { page: '/invoices', target: { selectors: ['#new-invoice'] } }),
  step('archive', 'Put it away', 'しまいます', { page: '/invoices', target: { selectors: ['#archive'] } }),
  step('gone', 'Send it', '送ります', { page: '/invoices', target: { selectors: ['#send'] } }),
  step('settings', 'Set your logo', 'ロゴを設定します', { page: '/settings', target: { selectors: ['#logo'] } }),
]);
const invite = tour('invite', 'Invite your team', [
  step('open', 'Open the team page', 'チームを開きます', { target: { selectors: ['#team'] } }),
]);

export const standardData: {
  readonly tours: readonly TourListItem[];
  readonly bundle: Bundle;
  readonly drafts: Readonly<Record<string, TourDraft>>;
} = {
  tours: [
    item('invite', 'Invite your team', []),
    item('first-invoice', 'Send your first invoice', [
      { environment: 'production', version: 3, publishedAt: CHANGED_AT },
      { environment: 'staging', version: 4, publishedAt: CHANGED_AT },
    ]),
  ],
  bundle: {
    bundleVersion: 1,
    environment: 'production',
    updatedAt: CHANGED_AT,
    tours: [{ version: 3, tour: firstInvoice }],
    segments: [],
    skills: [],
    themes: [],
    killed: [],
  },
  drafts: {
    invite: {
      tour: invite,
      text: JSON.stringify(invite),
      etag: 'e1',
      updatedAt: CHANGED_AT,
      updatedBy: 'aiko@example.com',
      origin: { kind: 'api' },
      problems: [],
      warnings: [],
    },
  },
};
