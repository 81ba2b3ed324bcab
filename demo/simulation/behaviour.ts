import { pick, type Random } from './random.ts';

/** How a run goes on from a step: forward, or out of the tour in one of four ways. */
export type Leaving = 'dismissed' | 'left_open' | 'broken';

/** Completion by number of steps, from published benchmarks of product tours (3: 72 %, 4: 74 %, 5: 34 %, 7: 16 %). */
const benchmarks: readonly (readonly [steps: number, rate: number])[] = [
  [1, 0.8],
  [3, 0.72],
  [4, 0.74],
  [5, 0.34],
  [7, 0.16],
  [12, 0.05],
];
/** Share of all started runs that are simply left open. */
export const LEFT_OPEN = 0.1;
/** How much likelier people are to go at the bad step than at another one. */
const BAD_STEP_WEIGHT = 3;
/** Of those whom the bad step loses: the share that it loses because its target is not there. */
const BROKEN_AT_BAD_STEP = 0.3;

/** Share of started runs that complete a tour of so many steps; between two benchmarks on a straight line of logarithms. */
export const completionRate = (steps: number): number => {
  const above = benchmarks.find(([count]) => count >= steps);
  const below = benchmarks.findLast(([count]) => count <= steps);
  if (above === undefined || below === undefined) return (above ?? below ?? [0, 0.05])[1];
  if (above[0] === below[0]) return above[1];
  const part = (steps - below[0]) / (above[0] - below[0]);
  return Math.exp(Math.log(below[1]) * (1 - part) + Math.log(above[1]) * part);
};

/** The step where people get stuck: in the middle, where tours ask for the most, as forms do. */
export const badStepOf = (steps: number): number => Math.min(Math.floor(steps / 2), Math.max(0, steps - 2));

/** A button of the product got another name on a certain day, so long before now: since then the first step is only recognised. */
const RENAMED_AGO_MS = 6 * 86_400_000;
/** Epoch ms from which the target of a step is healed; never for most. */
export const healsFrom = (step: number, steps: number, now: number): number =>
  step === 0 && steps > 3 ? now - RENAMED_AGO_MS : Number.POSITIVE_INFINITY;

/** Chance of going on from each step, such that the product over all steps is exactly the completion rate. */
export const survival = (steps: number): readonly number[] => {
  const bad = badStepOf(steps);
  const weights = Array.from({ length: steps }, (_, index) => (index === bad ? BAD_STEP_WEIGHT : 1));
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const loss = -Math.log(completionRate(steps));
  return weights.map((weight) => Math.exp((-weight * loss) / all));
};

/** Why a run that goes no further stops at `step`. */
export const leaving = (random: Random, step: number, steps: number): Leaving => {
  if (step === badStepOf(steps) && random() < BROKEN_AT_BAD_STEP) return 'broken';
  // Broken runs are part of those who leave, so the rest leaves open a little more often to make up for them.
  const open = LEFT_OPEN / (1 - completionRate(steps)) / (1 - brokenShare(steps));
  return random() < open ? 'left_open' : 'dismissed';
};
/** Of the runs that are lost anywhere: the share lost to a missing target. */
const brokenShare = (steps: number): number => {
  const rates = survival(steps);
  const bad = badStepOf(steps);
  const reached = rates.slice(0, bad).reduce((product, rate) => product * rate, 1);
  const lostThere = reached * (1 - (rates[bad] ?? 1));
  return (lostThere / (1 - completionRate(steps))) * BROKEN_AT_BAD_STEP;
};

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Asia/Tokyo has had no daylight-saving time since 1951. */
const TOKYO_MS = 9 * HOUR_MS;
/** Relative number of visits by hour of the day in Tokyo: a morning rush, a lunch dip, a long afternoon, a quiet night. */
const hours = [1, 0.5, 0.3, 0.2, 0.2, 0.5, 1, 3, 7, 14, 16, 13, 7, 14, 16, 15, 14, 12, 8, 5, 4, 4, 3, 2];
/** Relative number of visits by weekday, Sunday first. */
const weekdays = [0.2, 1, 1.1, 1.05, 1, 0.9, 0.25];
/** Visits on the last day against those on the first. */
const GROWTH = 1.8;

/** A moment in the `days` before `now` (epoch ms), in the rhythm of an office in Tokyo. */
export const momentOf = (random: Random, now: number, days: number): number => {
  const firstMidnight = Math.floor((now - days * DAY_MS + TOKYO_MS) / DAY_MS) * DAY_MS - TOKYO_MS;
  const choices = Array.from({ length: days + 1 }, (_, index): readonly [number, number] => {
    const midnight = firstMidnight + index * DAY_MS;
    const weekday = new Date(midnight + TOKYO_MS).getUTCDay();
    return [midnight, (weekdays[weekday] ?? 1) * GROWTH ** (index / days)];
  });
  const hourChoices = hours.map((weight, hour): readonly [number, number] => [hour, weight]);
  for (;;) {
    const at = pick(random, choices) + (pick(random, hourChoices) + random()) * HOUR_MS;
    if (at < now && at >= now - days * DAY_MS) return Math.floor(at);
  }
};
