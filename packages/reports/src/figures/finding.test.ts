import type { StepReport, TourReport } from '@shirube/schema/report';
import { describe, expect, test } from 'vitest';
import { findingOf } from './finding.ts';
import { stepFigures } from './steps.ts';

type Lost = readonly [dismissed: number, abandoned: number, broken: number];
const none = { numerator: 0, denominator: 0, value: null, interval: null };

const step = (stepId: string, reached: number, [dismissed, abandoned, broken]: Lost, inProgress = 0): StepReport => ({
  stepId,
  title: stepId,
  reached,
  completed: 0,
  skipped: 0,
  dropOff: { dismissed, abandoned, broken, rate: none },
  inProgress,
  timeOnStep: null,
  targetMissing: 0,
  targetHealed: 0,
});

const report = (steps: readonly StepReport[], neverShown: Lost = [0, 0, 0]): TourReport => {
  const lost = (pick: 0 | 1 | 2, key: 'dismissed' | 'abandoned' | 'broken') =>
    steps.reduce((sum, one) => sum + one.dropOff[key], neverShown[pick]);
  return {
    request: { from: '2026-01-01', to: '2026-01-02', timezone: 'UTC', environment: 'production' },
    summary: {
      tourId: 't',
      name: 'T',
      liveVersion: 1,
      started: 100,
      completed: 0,
      dismissed: lost(0, 'dismissed'),
      abandoned: lost(1, 'abandoned'),
      broken: lost(2, 'broken'),
      inProgress: 0,
      completionRate: none,
      simulated: false,
      lastEventAt: null,
    },
    neverShown: { dismissed: neverShown[0], abandoned: neverShown[1], broken: neverShown[2], inProgress: 0 },
    steps,
    days: [],
    versions: [],
    locales: [],
  };
};

describe('the finding of a report', () => {
  test('"most" is said of a step only when it loses more than half of all that left', () => {
    const half = findingOf(report([step('a', 100, [10, 0, 0]), step('b', 90, [5, 0, 0]), step('c', 85, [5, 0, 0])]));
    expect(half.leak).toMatchObject({ kind: 'step', left: 10, most: false });
    const more = findingOf(report([step('a', 100, [11, 0, 0]), step('b', 89, [5, 0, 0]), step('c', 84, [5, 0, 0])]));
    expect(more.leak).toMatchObject({ kind: 'step', left: 11, most: true });
  });

  test('two steps that lose equally many are no finding', () => {
    expect(findingOf(report([step('a', 9, [4, 0, 0]), step('b', 5, [0, 4, 0])])).leak).toEqual({ kind: 'spread' });
  });

  test('runs that never saw a step can be the finding', () => {
    const finding = findingOf(report([step('a', 80, [3, 0, 0])], [0, 2, 10]));
    expect(finding.leak).toEqual({ kind: 'never-shown', left: 12, most: true });
    expect(finding.cause).toBe('broken');
    expect(finding.left).toBe(15);
  });

  test('when nobody left there is no leak, and no cause to act on', () => {
    expect(findingOf(report([step('a', 5, [0, 0, 0], 5)]))).toMatchObject({
      leak: { kind: 'none' },
      cause: null,
      left: 0,
    });
  });

  test('two causes that are equal give no next action', () => {
    expect(findingOf(report([step('a', 9, [3, 3, 0])])).cause).toBeNull();
  });
});

test('passed is what remains of the runs that reached a step', () => {
  const [only] = stepFigures([step('a', 100, [10, 5, 1], 4)]);
  expect(only).toMatchObject({ number: 1, left: 16, passed: 80 });
});
