import type { RunEvent } from '@shirube/schema/events';
import type { Step, Tour } from '@shirube/schema/tour';
import { expect, test } from 'vitest';
import { addToHistory, HISTORY_MAX, joinHistory } from './history.ts';
import { asksPage, nearestStep } from './plan.ts';
import { addEvent, mergeState } from './progress.ts';
import { countSteps } from './stepOrder.ts';

const run = { tourId: 't', version: 3, runId: 'r' };
const events: readonly RunEvent[] = [
  { ...run, type: 'tour_started', source: 'auto' },
  { ...run, type: 'step_viewed', stepId: 'a' },
  { ...run, type: 'tour_completed' },
];

test('progress follows the events of a run, and a second run counts', () => {
  const first = events.reduce<ReturnType<typeof addEvent> | undefined>(
    (old, event, i) => addEvent(old, event, i + 1),
    undefined,
  );
  expect(first).toMatchObject({
    version: 3,
    startedAt: 1,
    completedAt: 3,
    runs: 1,
    status: 'completed',
    stepId: 'a',
    at: 3,
  });
  expect(addEvent(first, { ...run, type: 'tour_started', source: 'manual' }, 9)).toMatchObject({
    runs: 2,
    status: 'running',
    completedAt: 3,
    startedAt: 9,
  });
});

test('of two devices the newer says where the run is, and what was completed stays so', () => {
  const done = { version: 1, runs: 1, status: 'completed', completedAt: 5, at: 5 } as const;
  const later = { version: 2, runs: 2, status: 'running', runId: 'x', stepId: 'b', at: 9 } as const;
  for (const merged of [mergeState(done, later), mergeState(later, done)])
    expect(merged).toMatchObject({ version: 2, status: 'running', stepId: 'b', completedAt: 5, runs: 2 });
});

test('two histories become one, each event once, the newest of each name', () => {
  const many = Array.from({ length: 150 }, (_, i) => ({ name: 'x', at: i * 60_000 }));
  const corrected = many.map(({ name, at }) => ({ name, at: at + 900 }));
  const both = joinHistory(many, [...corrected, { name: 'y', at: 3 }]);
  expect(both.filter(({ name }) => name === 'x').map(({ at }) => at / 60_000)).toEqual(
    Array.from({ length: HISTORY_MAX }, (_, i) => 149 - i),
  );
  expect(both.filter(({ name }) => name === 'y')).toHaveLength(1);
});

test('two events of the same name in the same millisecond are two', () => {
  const once = addToHistory([], { name: 'x', at: 1 });
  const twice = addToHistory(once, { name: 'x', at: 1 });
  expect(twice).toHaveLength(2);
  expect(joinHistory(twice, twice)).toHaveLength(2);
  expect(joinHistory(once, twice)).toHaveLength(2);
});

const tourOf = (...steps: (string | Step)[]): Tour => ({
  schemaVersion: 1,
  id: 't',
  name: 't',
  defaultLocale: 'en',
  locales: ['en'],
  steps: steps.map((step) => (typeof step === 'string' ? { id: step, kind: 'modal', content: {} } : step)),
});

test('a run whose step is gone goes on at the next one that survived, else at the last one before it', () => {
  const old = ['a', 'b', 'c', 'd'];
  expect(nearestStep(tourOf('a', 'b', 'c', 'd'), 'c', old)).toBe(2);
  expect(nearestStep(tourOf('a', 'new', 'd'), 'b', old)).toBe(2);
  expect(nearestStep(tourOf('a', 'b', 'new'), 'd', old)).toBe(1);
  expect(nearestStep(tourOf('x', 'y'), 'b', old)).toBe(0);
  expect(nearestStep(tourOf('x', 'y'), 'b', [])).toBe(0);
});

test('numbers count the steps that can be shown, along the branch that would be taken', () => {
  const admin = { user: 'role', op: 'eq', value: 'admin' } as const;
  const hidden: Step = { id: 'b', kind: 'modal', content: {}, showIf: admin };
  const fork: Step = { id: 'c', kind: 'modal', content: {}, next: [{ when: admin, goto: 'e' }] };
  const tour = tourOf('a', hidden, fork, 'd', 'e');
  expect(countSteps(tour, 0, [], () => false)).toEqual({ current: 1, total: 4 });
  expect(countSteps(tour, 0, [], () => true)).toEqual({ current: 1, total: 4 });
  expect(countSteps(tour, 2, [0], () => false)).toEqual({ current: 2, total: 4 });
  expect(countSteps(tour, 4, [0, 2], () => true)).toEqual({ current: 3, total: 3 });
});

test('a circle of branches ends the count', () => {
  const back: Step = { id: 'b', kind: 'modal', content: {}, next: [{ goto: 'a' }] };
  expect(countSteps(tourOf('a', back), 0, [], () => true)).toEqual({ current: 1, total: 2 });
});

test('ten thousand steps are counted in a moment', () => {
  const tour = tourOf(...Array.from({ length: 10_000 }, (_, i) => `s${i}`));
  const began = performance.now();
  expect(countSteps(tour, 0, [], () => true)).toEqual({ current: 1, total: 10_000 });
  expect(performance.now() - began).toBeLessThan(100);
});

test('a condition on the page is told from one on the user', () => {
  expect(asksPage({ user: 'page', op: 'exists' })).toBe(false);
  expect(asksPage({ not: { any: [{ page: '/a' }] } })).toBe(true);
  expect(asksPage({ all: [{ element: { selectors: ['x'] }, is: 'visible' }] })).toBe(true);
});
