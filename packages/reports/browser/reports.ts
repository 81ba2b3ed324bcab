import type { Rate, StepReport, TourReport, TourSummary } from '@shirube/schema/report';

/** Wilson score interval, 95 % (Wilson 1927, z = 1.959964). */
export const rate = (numerator: number, denominator: number): Rate => {
  if (denominator === 0) return { numerator, denominator, value: null, interval: null };
  const z = 1.959964;
  const p = numerator / denominator;
  const middle = p + z ** 2 / (2 * denominator);
  const half = z * Math.sqrt((p * (1 - p)) / denominator + z ** 2 / (4 * denominator ** 2));
  const whole = 1 + z ** 2 / denominator;
  return {
    numerator,
    denominator,
    value: p,
    interval: [Math.max(0, (middle - half) / whole), Math.min(1, (middle + half) / whole)],
  };
};

type Counts = Pick<TourSummary, 'started' | 'completed' | 'dismissed' | 'abandoned' | 'broken' | 'inProgress'>;

export const summary = (
  tourId: string,
  name: string,
  counts: Counts,
  rest: Partial<TourSummary> = {},
): TourSummary => ({
  tourId,
  name,
  liveVersion: 1,
  ...counts,
  completionRate: rate(counts.completed, counts.started),
  simulated: false,
  lastEventAt: Date.now() - 5 * 60_000,
  ...rest,
});

interface StepCounts {
  readonly reached: number;
  readonly dropped: readonly [dismissed: number, abandoned: number, broken: number];
  readonly inProgress: number;
  readonly skipped?: number;
  readonly missing?: number;
  readonly healed?: number;
  readonly time?: readonly [medianMs: number, p90Ms: number, runs: number];
}

const step = (stepId: string, title: string, counts: StepCounts): StepReport => {
  const [dismissed, abandoned, broken] = counts.dropped;
  const left = dismissed + abandoned + broken;
  return {
    stepId,
    title,
    reached: counts.reached,
    completed: counts.reached - left - counts.inProgress,
    skipped: counts.skipped ?? 0,
    dropOff: { dismissed, abandoned, broken, rate: rate(left, counts.reached) },
    inProgress: counts.inProgress,
    timeOnStep: counts.time ? { medianMs: counts.time[0], p90Ms: counts.time[1], runs: counts.time[2] } : null,
    targetMissing: counts.missing ?? 0,
    targetHealed: counts.healed ?? 0,
  };
};

const days = (from: string, to: string, started: number, completed: number): TourReport['days'] => {
  const result: { day: string; started: number; completed: number }[] = [];
  for (let at = Date.parse(from); at <= Date.parse(to); at += 86_400_000) {
    result.push({ day: new Date(at).toISOString().slice(0, 10), started: 0, completed: 0 });
  }
  const week = [0.6, 1, 0.9, 1.1, 0.8, 0.1, 0];
  // A weekly wave that adds up to exactly the totals.
  const weights = result.map((_, index) => 1 + (week[index % 7] ?? 0) * 1.5 + index * 0.015);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let [givenStarted, givenCompleted, seen] = [0, 0, 0];
  result.forEach((day, index) => {
    seen += weights[index] ?? 0;
    day.started = Math.round((started * seen) / total) - givenStarted;
    day.completed = Math.min(day.started, Math.round((completed * seen) / total) - givenCompleted);
    givenStarted += day.started;
    givenCompleted += day.completed;
  });
  return result;
};

/** 520 runs of five steps whose parts add up; most leave at step 3. */
export const firstInvoice = (request: TourReport['request']): TourReport => ({
  request,
  summary: summary(
    'first-invoice',
    'Send your first invoice',
    { started: 520, completed: 312, dismissed: 97, abandoned: 70, broken: 18, inProgress: 23 },
    { liveVersion: 4 },
  ),
  neverShown: { dismissed: 0, abandoned: 5, broken: 6, inProgress: 1 },
  steps: [
    step('new-button', 'Start here', { reached: 508, dropped: [14, 9, 0], inProgress: 4, time: [4200, 11_800, 481] }),
    step('customer', 'Choose who it goes to', {
      reached: 481,
      dropped: [11, 10, 3],
      inProgress: 5,
      healed: 37,
      time: [8600, 24_100, 452],
    }),
    step('add-customer', 'Add a customer', {
      reached: 452,
      dropped: [61, 39, 4],
      inProgress: 8,
      skipped: 13,
      time: [38_400, 131_000, 336],
    }),
    step('lines', 'Write the lines of the invoice', {
      reached: 340,
      dropped: [8, 6, 5],
      inProgress: 3,
      missing: 21,
      time: [21_700, 64_000, 318],
    }),
    step('send', 'Send it', { reached: 318, dropped: [3, 1, 0], inProgress: 2 }),
  ],
  days: days(request.from, request.to, 520, 312),
  versions: [
    { version: 4, started: 301, completed: 205, completionRate: rate(205, 301) },
    { version: 3, started: 187, completed: 96, completionRate: rate(96, 187) },
    { version: 2, started: 32, completed: 11, completionRate: rate(11, 32) },
  ],
  locales: [
    { locale: 'en', started: 334 },
    { locale: 'ja', started: 171 },
    { locale: 'fr-CA', started: 15 },
  ],
});

/** 14 simulated runs: few enough that the rate is a guess. */
export const fewRuns = (request: TourReport['request']): TourReport => ({
  request,
  summary: summary(
    'invite-team',
    'Invite your team',
    { started: 14, completed: 9, dismissed: 3, abandoned: 2, broken: 0, inProgress: 0 },
    { simulated: true, liveVersion: 2 },
  ),
  neverShown: { dismissed: 0, abandoned: 0, broken: 0, inProgress: 0 },
  steps: [
    step('open', 'Open the team page', { reached: 14, dropped: [2, 0, 0], inProgress: 0, time: [5000, 9000, 12] }),
    step('invite', 'Write an address', { reached: 12, dropped: [1, 2, 0], inProgress: 0, time: [15_000, 42_000, 9] }),
  ],
  days: days(request.from, request.to, 14, 9),
  versions: [{ version: 2, started: 14, completed: 9, completionRate: rate(9, 14) }],
  locales: [{ locale: 'ja', started: 14 }],
});

/** A tour that nobody started in the period. */
export const noRuns = (request: TourReport['request']): TourReport => ({
  request,
  summary: summary(
    'month-end',
    'Close the month',
    { started: 0, completed: 0, dismissed: 0, abandoned: 0, broken: 0, inProgress: 0 },
    { liveVersion: null, lastEventAt: null },
  ),
  neverShown: { dismissed: 0, abandoned: 0, broken: 0, inProgress: 0 },
  steps: [step('open', 'Open the books', { reached: 0, dropped: [0, 0, 0], inProgress: 0 })],
  days: days(request.from, request.to, 0, 0),
  versions: [],
  locales: [],
});
