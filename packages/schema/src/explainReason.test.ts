import { expect, test } from 'vitest';
import { type Condition, evaluate, explainReason, type Facts } from './index.ts';

const say = (condition: Condition, facts: Partial<Facts>) => {
  const [reason] = evaluate(condition, { now: 0, ...facts }).because;
  return reason && [explainReason(reason, 'en'), explainReason(reason, 'ja')];
};

test.each<[Condition, Partial<Facts>, string, string]>([
  [
    { user: 'plan', op: 'in', value: ['trial', 'team'] },
    { user: { plan: 'free' } },
    'No: user.plan is one of trial, team (found free).',
    '満たさない:ユーザーの planが trial, team のいずれか(実際は free)',
  ],
  [
    { user: 'plan', op: 'exists' },
    { user: {} },
    'No: user.plan is known (found nothing).',
    '満たさない:ユーザーの planが分かっている(値なし)',
  ],
  [
    { event: 'sent', count: { op: 'gte', value: 3 }, within: '30d' },
    { history: [] },
    'No: times of "sent" is at least 3 within 30d (found 0).',
    '満たさない:過去 30d の「sent」の回数 ≧ 3(実際は 0)',
  ],
  [
    { device: 'mobile' },
    { device: 'mobile' },
    'Yes: device is mobile (found mobile).',
    '満たす:端末が mobile(実際は mobile)',
  ],
  [{ segment: 'a' }, {}, 'Not known yet: in the segment "a".', 'まだ分からない:セグメント「a」に含まれる'],
  [
    { user: 'plan', op: 'exists' },
    {},
    'Not known yet: user.plan is known (still loading, or not understood).',
    'まだ分からない:ユーザーの planが分かっている(情報の到着待ち、または対応していない条件)',
  ],
])('%j in words', (condition, facts, en, ja) => {
  expect(say(condition, facts)).toEqual([en, ja]);
});

test('every form and operator has words, also where nothing is known', () => {
  const forms: readonly Condition[] = [
    { company: 'a', op: 'versionGte', value: '1.2' },
    { skill: 'a', is: 'novice' },
    { skill: 'a', atLeast: 'learning' },
    { skill: 'a', atMost: 'learning' },
    { tour: 'a', is: 'never_seen', within: '7d' },
    { page: { path: { op: 'eq', value: '/' } } },
    { element: { selectors: ['#a'] }, is: 'visible' },
    { element: { text: 'Save' }, text: { op: 'contains', value: 'a' } },
    { viewport: { minWidth: 800 } },
    { locale: ['ja'] },
    { browser: ['firefox'] },
    { time: { hours: [9, 18] } },
    { sessions: { op: 'lte', value: 3 } },
    { secondsOnPage: 20 },
    { sample: 0.25 },
  ];
  for (const wanted of forms) {
    for (const locale of ['en', 'ja'] as const) {
      const words = explainReason({ path: '', wanted, found: 1, result: false }, locale);
      expect(words).not.toMatch(/undefined|\{\}|NaN/);
      expect(words.length).toBeGreaterThan(8);
    }
  }
});
