import { thousandths } from '../../lib/thousandths.ts';
import type { Outcomes, RunTotals, StepCounts, TourCounts, TourQuery } from '../EventStore.ts';
import { QUARTER_MS } from '../EventStore.ts';
import type { StoredEvent } from '../StoredEvent.ts';
import type { NaiveRun } from './naiveRuns.ts';

export const countTour = (runs: readonly NaiveRun[], query: TourQuery): TourCounts => ({
  totals: totalsOf(runs),
  neverShown: outcomesOf(runs.filter((run) => run.lastViewed === undefined)),
  steps: query.steps.map((stepId) => stepCounts(stepId, runs)),
  quarters: [...new Set(runs.map(quarterOf))]
    .sort((a, b) => a - b)
    .map((quarter) => ({ quarter, ...startedAndCompleted(runs.filter((run) => quarterOf(run) === quarter)) })),
  versions: [...new Set(runs.map((run) => run.version))]
    .sort((a, b) => b - a)
    .map((version) => ({ version, ...startedAndCompleted(runs.filter((run) => run.version === version)) })),
  locales: [...new Set(runs.map((run) => run.locale))]
    .filter((locale) => locale !== null)
    .map((locale) => ({ locale, started: runs.filter((run) => run.locale === locale).length }))
    .sort((a, b) => b.started - a.started || (a.locale < b.locale ? -1 : 1)),
});

export const totalsOf = (runs: readonly NaiveRun[]): RunTotals => ({
  started: runs.length,
  ...outcomesOf(runs),
  simulated: runs.some((run) => run.simulated),
  lastEventAt: runs.length === 0 ? null : Math.max(...runs.map((run) => run.lastEventAt)),
});

const quarterOf = (run: NaiveRun): number => Math.floor(run.startedAt / QUARTER_MS);
const startedAndCompleted = (runs: readonly NaiveRun[]) => ({
  started: runs.length,
  completed: runs.filter((run) => run.outcome === 'completed').length,
});

const outcomesOf = (runs: readonly NaiveRun[]): Outcomes => {
  const count = (outcome: keyof Outcomes) => runs.filter((run) => run.outcome === outcome).length;
  return {
    completed: count('completed'),
    dismissed: count('dismissed'),
    abandoned: count('abandoned'),
    broken: count('broken'),
    inProgress: count('inProgress'),
  };
};

const stepCounts = (stepId: string, runs: readonly NaiveRun[]): StepCounts => {
  const runsWith = (type: StoredEvent['type']) =>
    runs.filter((run) => run.events.some((event) => event.type === type && event.stepId === stepId)).length;
  const times = runs.map((run) => timeOnStep(run, stepId)).filter((time) => time !== undefined);
  return {
    stepId,
    reached: runsWith('step_viewed'),
    completed: runsWith('step_completed'),
    skipped: runsWith('step_skipped'),
    targetMissing: runsWith('target_missing'),
    targetHealed: runsWith('target_healed'),
    last: outcomesOf(runs.filter((run) => run.lastViewed === stepId)),
    time:
      times.length === 0
        ? null
        : { medianMs: thousandths(quantile(times, 0.5)), p90Ms: thousandths(quantile(times, 0.9)), runs: times.length },
  };
};

/** The longest measured visit, else the time from first seeing it to first leaving it. */
const timeOnStep = (run: NaiveRun, stepId: string): number | undefined => {
  const here = run.events.filter((event) => event.stepId === stepId);
  const leavings = here.filter(({ type }) => ['step_completed', 'step_back', 'tour_dismissed'].includes(type));
  const measured = leavings.map((event) => event.visibleMs).filter((ms) => ms !== null);
  if (measured.length > 0) return Math.max(...measured);
  const views = here.filter((event) => event.type === 'step_viewed').map((event) => event.at);
  if (views.length === 0 || leavings.length === 0) return undefined;
  const time = Math.min(...leavings.map((event) => event.at)) - Math.min(...views);
  return time >= 0 ? time : undefined;
};

/** Hyndman and Fan (1996), The American Statistician 50:361–365, type 7: what numpy and R do by default. */
export const quantile = (values: readonly number[], share: number): number => {
  const sorted = values.toSorted((a, b) => a - b);
  const place = (sorted.length - 1) * share;
  const [below, above] = [sorted[Math.floor(place)] ?? 0, sorted[Math.ceil(place)] ?? 0];
  return below + (above - below) * (place - Math.floor(place));
};
