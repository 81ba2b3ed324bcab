import type { TourState } from '@shirube/schema/events';
import { compile } from '@shirube/schema/rules';
import { expect, test } from 'vitest';
import { byPriority, type Candidate, choose, freeAt, type Moment } from './choose.ts';

const NOW = Date.UTC(2026, 10, 21, 12);
const MINUTE = 60_000;
const DAY = 86_400_000;
const candidate = (id: string, more: Partial<Candidate> = {}): Candidate => ({
  id,
  priority: 0,
  from: 0,
  until: Number.POSITIVE_INFINITY,
  audience: () => true,
  frequency: { show: 'once' },
  ...more,
});
const moment = (more: Partial<Moment> = {}): Moment => ({
  facts: { now: NOW },
  due: new Map([['a', 0] as const, ['b', 0] as const, ['c', 0] as const]),
  tours: {},
  auto: [],
  everyMinutes: 30,
  perDay: 3,
  ...more,
});
const state = (more: Partial<TourState> = {}): TourState => ({
  version: 1,
  runs: 1,
  status: 'running',
  startedAt: NOW - DAY,
  at: NOW - DAY,
  ...more,
});
const reasonOf = (one: Candidate, at: Moment): unknown => {
  const { winner, lost } = choose([one], at);
  return winner ? 'wins' : lost[0]?.reason;
};

test('the highest priority wins, then the first id; the others lose to it', () => {
  const all = [candidate('c'), candidate('b', { priority: 5 }), candidate('a', { priority: 5 })].sort(byPriority);
  const { winner, lost } = choose(all, moment());
  expect(winner?.id).toBe('a');
  expect(lost).toEqual([
    { id: 'b', reason: 'priority' },
    { id: 'c', reason: 'priority' },
  ]);
});

test('each gate gives its reason, in their order', () => {
  const closed: Candidate = candidate('a', { from: NOW + 1, audience: () => false });
  const nothing = moment({ due: new Map(), tours: { a: state() }, busy: 'typing', auto: [NOW - 1] });
  expect(reasonOf(closed, nothing)).toBe('not_yet');
  expect(reasonOf({ ...closed, from: 0, until: NOW }, nothing)).toBe('over');
  expect(reasonOf({ ...closed, from: 0 }, nothing)).toBe('audience');
  expect(reasonOf(candidate('a', { audience: () => 'unknown' }), nothing)).toBe('unknown');
  expect(reasonOf(candidate('a'), nothing)).toBe('trigger');
  expect(reasonOf(candidate('a'), { ...nothing, due: new Map([['a', NOW + 500]]) })).toBe('delay');
  const due = { ...nothing, due: new Map([['a', NOW]]) };
  expect(reasonOf(candidate('a'), due)).toBe('frequency');
  expect(reasonOf(candidate('a'), { ...due, tours: {} })).toBe('typing');
  expect(reasonOf(candidate('a'), { ...due, tours: {}, busy: undefined })).toBe('too_soon');
  expect(reasonOf(candidate('a'), { ...due, tours: {}, busy: undefined, auto: [] })).toBe('wins');
});

test('the budget: one automatic guide in 30 minutes, three in 24 hours', () => {
  const after = (...minutesAgo: number[]): unknown =>
    reasonOf(candidate('a'), moment({ auto: minutesAgo.map((m) => NOW - m * MINUTE) }));
  expect(after(29)).toBe('too_soon');
  expect(after(30)).toBe('wins');
  expect(after(600, 300, 29)).toBe('too_soon');
  expect(after(600, 300, 30)).toBe('enough_today');
  expect(after(24 * 60, 300, 30)).toBe('wins');
});

test('a start that a wrong clock dated in the future does not block for ever', () => {
  expect(reasonOf(candidate('a'), moment({ auto: [NOW + 10 * DAY] }))).toBe('wins');
});

test('it says when time alone may change the answer', () => {
  const again = (more: Partial<Candidate>, at: Partial<Moment> = {}): number =>
    choose([candidate('a', more)], moment(at)).again;
  expect(again({ from: NOW + 5 })).toBe(NOW + 5);
  expect(again({}, { due: new Map([['a', NOW + 7]]) })).toBe(NOW + 7);
  expect(again({}, { auto: [NOW - MINUTE] })).toBe(NOW + 29 * MINUTE);
  expect(again({ audience: () => false })).toBe(Number.POSITIVE_INFINITY);
});

test('how often: once, until completed, always, every so many days and at most so often', () => {
  const never = Number.POSITIVE_INFINITY;
  expect(freeAt({ show: 'once' }, undefined)).toBe(0);
  expect(freeAt({ show: 'once' }, state())).toBe(never);
  expect(freeAt({ show: 'always' }, state({ completedAt: NOW }))).toBe(0);
  expect(freeAt({ show: 'untilCompleted' }, state({ dismissedAt: NOW }))).toBe(0);
  expect(freeAt({ show: 'untilCompleted' }, state({ completedAt: NOW }))).toBe(never);
  expect(freeAt({ show: 'every', days: 2 }, state({ dismissedAt: NOW }))).toBe(NOW + 2 * DAY);
  expect(freeAt({ show: 'every', days: 2, atMost: 1 }, state())).toBe(never);
});

test('a thousand tours with rules of seven leaves are chosen among in under a millisecond', () => {
  const audience = compile({
    all: [
      { user: 'plan', op: 'in', value: ['trial', 'team'] },
      {
        any: [
          { user: 'role', op: 'eq', value: 'admin' },
          { user: 'role', op: 'eq', value: 'owner' },
        ],
      },
      { not: { user: 'country', op: 'eq', value: 'FR' } },
      { user: 'seats', op: 'gte', value: 3 },
      { device: 'desktop' },
      { tour: 'other', is: 'never_seen' },
    ],
  });
  const all = Array.from({ length: 1000 }, (_, i) => candidate(`tour-${i}`, { audience, priority: i % 7 })).sort(
    byPriority,
  );
  const at = moment({
    facts: { now: NOW, user: { plan: 'team', role: 'owner', country: 'JP', seats: 4 }, device: 'desktop', tours: {} },
    due: new Map(all.map(({ id }) => [id, 0])),
  });
  const times = Array.from({ length: 200 }, () => {
    const began = performance.now();
    expect.soft(choose(all, at).lost.length).toBe(999);
    return performance.now() - began;
  }).sort((a, b) => a - b);
  expect(times[times.length >> 1]).toBeLessThan(1);
});
