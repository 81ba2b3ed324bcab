import { describe, expect, test } from 'vitest';
import type { CoursePart } from '../events/TargetCounts.ts';
import { verdictOf } from './targetVerdict.ts';

const HOUR_MS = 3_600_000;
/** One part an hour, from hour 0 on; the first of its runs met its fate in the middle of the hour. */
type Part = readonly [looked: number, missing: number, healed?: number, version?: number];
const course = (...parts: readonly Part[]): readonly CoursePart[] =>
  parts.map(([looked, missing, healed = 0, version = 1], hour) => ({
    at: hour * HOUR_MS,
    version,
    looked,
    missing,
    healed,
    firstMissingAt: missing > 0 ? (hour + 0.5) * HOUR_MS : null,
    firstHealedAt: healed > 0 ? (hour + 0.5) * HOUR_MS : null,
  }));
const verdict = (...parts: readonly Part[]) => {
  const told = course(...parts);
  const sum = (what: 'looked' | 'missing' | 'healed') => told.reduce((total, part) => total + part[what], 0);
  return verdictOf({ looked: sum('looked'), missing: sum('missing'), healed: sum('healed') }, told);
};
const times = <T>(count: number, one: T): readonly T[] => Array.from({ length: count }, () => one);

describe('The verdict on a target', () => {
  test('is told from the last stretch: broken since the hour of the change, not half broken over the whole period', () => {
    const said = verdict(...times(40, [5, 0] as const), [5, 4], ...times(3, [5, 5] as const));
    expect(said).toMatchObject({ state: 'broken', since: 40.5 * HOUR_MS, withVersion: null });
    expect(said.now.missing).toMatchObject({ numerator: 19, denominator: 20 });
  });

  test('names the version that came with the change', () => {
    const said = verdict(...times(10, [5, 0, 0, 1] as const), ...times(4, [5, 5, 0, 2] as const));
    expect(said).toMatchObject({ state: 'broken', since: 10.5 * HOUR_MS, withVersion: 2 });
  });

  test('is well again after a repair, with nothing to date', () => {
    const said = verdict(...times(10, [5, 5, 0, 1] as const), ...times(10, [5, 0, 0, 2] as const));
    expect(said).toMatchObject({ state: 'healthy', since: null, withVersion: null });
  });

  test('knows an element that changed first, and was taken away later', () => {
    const said = verdict(
      ...times(20, [5, 0] as const),
      ...times(20, [5, 0, 5] as const),
      ...times(20, [5, 5] as const),
    );
    expect(said).toMatchObject({ state: 'broken', since: 40.5 * HOUR_MS });
  });

  test('calls a share that was there all along sometimes missing, without a date', () => {
    expect(verdict(...times(40, [5, 1] as const))).toMatchObject({ state: 'fragile', since: null });
  });

  test.each([
    ['collecting', [4, 4]],
    ['broken', [5, 5]],
    ['collecting', [19, 0]],
    ['healthy', [20, 0]],
    ['healthy', [200, 2]],
    ['fragile', [200, 9]],
    ['healing', [20, 0, 4]],
  ] as const)('is %s after one hour of %j', (state, part) => {
    expect(verdict(part)).toMatchObject({ state, since: null });
  });

  test('of a step of which nothing was told is well after enough runs', () => {
    expect(verdictOf({ looked: 20, missing: 0, healed: 0 }, []).state).toBe('healthy');
    expect(verdictOf({ looked: 0, missing: 0, healed: 0 }, []).now.missing.value).toBeNull();
  });

  test('sees a change by chance in a steady share in less than one of a hundred reports', () => {
    let seed = 7;
    const random = () => {
      seed = (seed * 48_271) % 2_147_483_647;
      return seed / 2_147_483_647;
    };
    const dated = times(1_000, 0).filter(() => {
      const parts = times(240, 0).map(() => [4, times(4, 0).filter(() => random() < 0.2).length] as const);
      return verdict(...parts).since !== null;
    });
    expect(dated.length).toBeLessThan(10);
  });
});
