import { groupBy } from '../../lib/groupBy.ts';
import { thousandths } from '../../lib/thousandths.ts';
import type { StepCounts } from '../EventStore.ts';
import { stepOfTimeCell } from './codes.ts';
import { type Dialect, number, type Row, type Run } from './dialect.ts';

export type StepTime = NonNullable<StepCounts['time']>;

/**
 * Exact quantiles of time on step, by step number, without sorting all times: the sizes of the time cells, in order, tell in which cell a rank lies,
 * and only the times of those cells are read, each with how often it occurs. `cells` are rows of `time_cell` and `runs`.
 */
export const timesOnSteps = async (
  run: Run,
  where: (d: Dialect) => string,
  cells: readonly Row[],
): Promise<ReadonlyMap<number, StepTime>> => {
  const sizes = cells
    .filter((row) => row.time_cell !== null)
    .map((row) => ({ value: number(row.time_cell), count: number(row.runs) }))
    .sort((a, b) => a.value - b.value);
  const steps = [...groupBy(sizes, ({ value }) => stepOfTimeCell(value))];
  const wanted = new Set(steps.flatMap(([, ofStep]) => ranksOf(total(ofStep)).map((rank) => at(ofStep, rank).value)));
  if (wanted.size === 0) return new Map();
  const rows = await run(
    (d) => `SELECT time_cell, time_ms, count(*) AS runs FROM run_steps
      WHERE ${where(d)} AND time_cell IN (${[...wanted].join(', ')}) GROUP BY time_cell, time_ms ORDER BY time_cell, time_ms`,
  );
  const times = groupBy(rows, (row) => number(row.time_cell));
  /** The time that is so many places from the shortest one. */
  const timeAt = (ofStep: readonly Counted[], rank: number): number => {
    const cell = at(ofStep, rank);
    const inside = (times.get(cell.value) ?? []).map((row) => ({
      value: number(row.time_ms),
      count: number(row.runs),
    }));
    return at(inside, rank - cell.before).value;
  };
  return new Map(
    steps.map(([step, ofStep]) => {
      const runs = total(ofStep);
      const [median, p90] = SHARES.map((share) => {
        const place = (runs - 1) * share;
        const [below, above] = [timeAt(ofStep, Math.floor(place)), timeAt(ofStep, Math.ceil(place))];
        return thousandths(below + (above - below) * (place - Math.floor(place)));
      });
      return [step, { medianMs: median ?? 0, p90Ms: p90 ?? 0, runs }];
    }),
  );
};

/** Median and p90, as Hyndman and Fan (1996), type 7: between the neighbours of the place (n − 1) × share. */
const SHARES = [0.5, 0.9] as const;
const ranksOf = (count: number): readonly number[] =>
  SHARES.flatMap((share) => [Math.floor((count - 1) * share), Math.ceil((count - 1) * share)]);

/** Values in ascending order, each with how often it occurs. */
interface Counted {
  readonly value: number;
  readonly count: number;
}
const total = (counted: readonly Counted[]): number => counted.reduce((sum, { count }) => sum + count, 0);
/** The value at a rank that counts from 0, and how many are before its like. */
const at = (counted: readonly Counted[], rank: number): { readonly value: number; readonly before: number } => {
  let before = 0;
  for (const { value, count } of counted) {
    if (rank < before + count) return { value, before };
    before += count;
  }
  throw new RangeError(`rank ${rank} of ${before}`);
};
