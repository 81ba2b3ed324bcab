import type { EstimateAnswer, LevelsAnswer, SeenEvent, SeenTrait } from '@shirube/schema/api';
import type { Condition } from '@shirube/schema/rules';
import type { Tour } from '@shirube/schema/tour';
import type { Workspace } from '../../src/session/Session.ts';

const CHANGED_AT = Date.UTC(2026, 10, 20, 9, 30);

export const tourWith = (more: Partial<Tour> = {}): Tour => ({
  schemaVersion: 1,
  id: 'first-invoice',
  name: 'Send your first invoice',
  defaultLocale: 'en',
  locales: ['en', 'ja'],
  steps: [{ id: 'new', kind: 'tooltip', content: { en: { title: 'Start here' } } }],
  ...more,
});

export const traits: readonly SeenTrait[] = [
  {
    of: 'user',
    path: 'plan',
    types: ['string'],
    people: 1204,
    values: [
      { value: 'trial', people: 640 },
      { value: 'team', people: 402 },
      { value: 'business', people: 162 },
    ],
  },
  { of: 'user', path: 'role', types: ['string'], people: 1204, values: [{ value: 'admin', people: 301 }] },
  { of: 'user', path: 'createdAt', types: ['string'], people: 1204, values: [{ value: '2026-11-02', people: 31 }] },
  { of: 'company', path: 'seats', types: ['number'], people: 980, values: [{ value: 5, people: 210 }] },
  { of: 'user', path: 'beta', types: ['boolean'], people: 88, values: [{ value: true, people: 60 }] },
];
export const events: readonly SeenEvent[] = [
  { name: 'invoice_created', count: 5210, people: 803, lastAt: CHANGED_AT },
  { name: 'invoice_sent', count: 3120, people: 512, lastAt: CHANGED_AT },
];
export const workspace: Partial<Workspace> = {
  traits,
  events,
  skills: [
    {
      id: 'invoicing',
      name: 'Invoicing',
      signals: ['invoice_created', 'invoice_sent'],
      windowDays: 60,
      levels: { learning: 1, proficient: 5 },
    },
  ],
  segments: [{ id: 'admins', name: 'Admins', condition: { user: 'role', op: 'eq', value: 'admin' } }],
  tours: [
    {
      id: 'invite',
      name: 'Invite your team',
      etag: 'e1',
      updatedAt: CHANGED_AT,
      updatedBy: 'aiko@example.com',
      live: [],
    },
  ],
};
export const estimate: EstimateAnswer = {
  days: 30,
  people: 1204,
  matched: 128,
  undecided: 12,
  sample: [
    { userId: 'u1', traits: { name: 'Hanako Sato', plan: 'trial' }, lastSeenAt: CHANGED_AT },
    { userId: 'u2', traits: { email: 'ken@example.com' }, lastSeenAt: CHANGED_AT - 864e5 },
  ],
  simulated: true,
};
export const levels: LevelsAnswer = { people: 1204, novice: 702, learning: 318, proficient: 184 };

/** One condition of every form. */
const target = { selectors: ['#new-invoice'], fingerprint: { tag: 'button', name: 'New invoice' } };
export const everyForm: Condition = {
  all: [
    { user: 'plan', op: 'in', value: ['trial', 'team'] },
    { company: 'seats', op: 'gte', value: 5 },
    { event: 'invoice_sent', count: { op: 'lt', value: 3 }, within: '30d', where: [{ prop: 'total', op: 'gt', value: 9 }] },
    { skill: 'invoicing', atMost: 'learning' },
    {
      any: [
        { tour: 'invite', is: 'completed', within: '2w' },
        { not: { all: [{ segment: 'admins' }, { sample: 0.25, salt: 'x' }] } },
      ],
    },
    { page: '/invoices/:id' },
    { page: { path: { op: 'in', value: ['/', '/invoices'] }, query: { tab: { op: 'eq', value: 'open' } } } },
    { element: target, is: 'visible' },
    { element: target, text: { op: 'contains', value: 'New' } },
    { not: { device: ['mobile', 'tablet'] } },
    { viewport: { minWidth: 800 } },
    { locale: ['ja', 'en'] },
    { browser: ['firefox'] },
    { time: { weekdays: [1, 2, 3, 4, 5], hours: [9, 18], timezone: 'Asia/Tokyo' } },
    { sessions: { op: 'lte', value: 3 } },
    { secondsOnPage: 20 },
  ],
};
