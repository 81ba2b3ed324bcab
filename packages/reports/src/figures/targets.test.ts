import type { TargetState, TargetStep } from '@shirube/schema/report';
import { expect, test } from 'vitest';
import { findingOfTargets } from './targets.ts';

const step = (state: TargetState, since: number | null = null) => ({ verdict: { state, since } }) as TargetStep;

test('of several broken steps the first is dated, and it is told whether they broke together', () => {
  const steps = [step('broken', 20), step('broken', 10), step('fragile', 5), step('healthy')];
  expect(findingOfTargets(steps)).toMatchObject({
    total: 4,
    count: { broken: 2, fragile: 1, healing: 0, collecting: 0, healthy: 1 },
    brokenSince: 10,
    together: false,
  });
  expect(findingOfTargets([step('broken', 10), step('broken', 10)]).together).toBe(true);
});

test('a step that was broken all the time has no date', () => {
  expect(findingOfTargets([step('broken')])).toMatchObject({ brokenSince: null });
  expect(findingOfTargets([])).toMatchObject({ total: 0, brokenSince: null });
});
