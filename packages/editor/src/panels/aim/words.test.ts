import type { Condition } from '@shirube/schema/rules';
import { expect, test } from 'vitest';
import type { UiLocale } from '../../session/Session.ts';
import { sentence } from './words.ts';

const vocabulary = {
  skill: (id: string) => ({ invoicing: 'Invoicing' })[id] ?? id,
  segment: (id: string) => ({ 'trial-admins': 'Trial admins' })[id] ?? id,
  tour: (id: string) => ({ 'first-invoice': 'First invoice' })[id] ?? id,
};
const say = (condition: Condition | undefined, ui: UiLocale) => sentence(condition, ui, vocabulary);

const plan: Condition = { user: 'plan', op: 'eq', value: 'trial' };
const novice: Condition = { skill: 'invoicing', is: 'novice' };
const target = { selectors: ['#new'], fingerprint: { tag: 'button', name: 'New invoice' } };
const SENTENCES: readonly (readonly [Condition | undefined, string, string])[] = [
  [undefined, 'everyone', 'すべての人'],
  [{ all: [] }, 'everyone', 'すべての人'],
  [plan, 'people whose plan is trial', 'plan が「trial」の人'],
  [
    { all: [plan, novice] },
    'people whose plan is trial and who are new to Invoicing',
    'plan が「trial」で、「Invoicing」の初心者の人',
  ],
  [{ not: plan }, 'people whose plan is not trial', 'plan が「trial」ではない人'],
  [
    { all: [novice, { event: 'invoice_sent', count: { op: 'eq', value: 0 } }] },
    'people who are new to Invoicing and who have never done “invoice_sent”',
    '「Invoicing」の初心者で、「invoice_sent」を行ったことがない人',
  ],
  [
    { not: { event: 'a', within: '30d' } },
    'people who have not done “a” in the last 30 days',
    '過去 30 日に「a」を行っていない人',
  ],
  [
    { event: 'a', count: { op: 'gte', value: 3 }, within: '2w', where: [{ prop: 'total', op: 'gt', value: 10 }] },
    'people who have done “a” at least 3 times in the last 2 weeks where total is more than 10',
    '過去 2 週間に「a」(total が 10 より大きい)を行ったのが 3 回以上の人',
  ],
  [
    { all: [plan, { any: [novice, { company: 'seats', op: 'gte', value: 5 }] }] },
    'people whose plan is trial and (who are new to Invoicing or whose account’s seats is at least 5)',
    'plan が「trial」で、(「Invoicing」の初心者)または(アカウントの seats が 5 以上)に当てはまる人',
  ],
  [
    { any: [plan, { user: 'plan', op: 'in', value: ['team', '3', 3] }] },
    'people whose plan is trial or plan is team, “3” or 3',
    'plan が「trial」か、plan が「team」か「3」か3の人',
  ],
  [
    { not: { all: [plan, novice] } },
    'people who do not match (whose plan is trial and who are new to Invoicing)',
    '(plan が「trial」)かつ(「Invoicing」の初心者)に当てはまらない人',
  ],
  [
    { tour: 'first-invoice', is: 'completed' },
    'people who have completed the tour “First invoice”',
    'ツアー「First invoice」を完了した人',
  ],
  [
    { all: [{ tour: 'x', is: 'never_seen' }, { page: '/a/:id' }] },
    'people who have never seen the tour “x” and who are on /a/:id',
    'ツアー「x」を見たことがなく、/a/:id にいる人',
  ],
  [
    { page: { path: { op: 'in', value: ['/', '/invoices'] } } },
    'people who are on a page whose path is / or /invoices',
    'パスが「/」か「/invoices」のページにいる人',
  ],
  [{ element: target, is: 'visible' }, 'people while “New invoice” is visible', '「New invoice」が見えている画面の人'],
  [
    { element: target, text: { op: 'contains', value: 'New' } },
    'people while the text of “New invoice” contains New',
    '「New invoice」の文字が「New」を含む画面の人',
  ],
  [
    { device: ['mobile', 'tablet'] },
    'people who are on a phone or a tablet',
    'スマートフォンかタブレットを使っている人',
  ],
  [{ viewport: { minWidth: 800 } }, 'people whose window is at least 800 px wide', 'ウィンドウの幅が 800 px 以上の人'],
  [{ locale: ['ja'] }, 'people who read Japanese', '表示言語が日本語の人'],
  [{ not: { browser: ['firefox'] } }, 'people who do not use Firefox', 'Firefox を使っていない人'],
  [
    { time: { weekdays: [1, 2, 3, 4, 5], hours: [9, 18], timezone: 'Asia/Tokyo' } },
    'people while it is Monday to Friday, 9:00–18:00 (Asia/Tokyo)',
    '日時が月〜金の 9:00〜18:00(Asia/Tokyo)の人',
  ],
  [{ sessions: { op: 'lte', value: 3 } }, 'people who are in their first 3 sessions', '利用が 3 回目までの人'],
  [{ secondsOnPage: 20 }, 'people who have been on the page for 20 seconds', 'ページを開いて 20 秒以上の人'],
  [
    { all: [{ segment: 'trial-admins' }, { sample: 0.25 }] },
    'people who are in the segment Trial admins and who are among 25% of users',
    'セグメント「Trial admins」に含まれ、ユーザー全体の 25% に含まれる人',
  ],
  [
    { weather: 'rainy' } as unknown as Condition,
    'people who meet a condition that this editor does not know',
    'このエディターでは扱えない条件に当てはまる人',
  ],
];

for (const [condition, en, ja] of SENTENCES)
  test(`says ${JSON.stringify(condition)}`, () => {
    expect([say(condition, 'en'), say(condition, 'ja')]).toEqual([en, ja]);
  });

test('names that look like markup or like part of a prototype are words like any other', () => {
  const hostile: Condition = { user: '__proto__', op: 'eq', value: '<img src=x onerror=alert(1)>' };
  expect(say(hostile, 'en')).toBe('people whose __proto__ is “<img src=x onerror=alert(1)>”');
  expect(say({ skill: 'constructor', is: 'novice' }, 'en')).toContain('new to');
});
