import { ABANDONED_AFTER_MS, type Outcomes, type TourQuery } from '../EventStore.ts';
import type { StoredEvent } from '../StoredEvent.ts';

export interface NaiveRun {
  readonly version: number;
  readonly locale: string | null;
  /** ms to add to the client's times. */
  readonly clock: number;
  readonly startedAt: number;
  readonly lastEventAt: number;
  readonly outcome: keyof Outcomes;
  readonly simulated: boolean;
  readonly lastViewed: string | undefined;
  readonly events: readonly StoredEvent[];
}

/** The started runs of one tour in the period, one object each. */
export const naiveRuns = (all: readonly StoredEvent[], query: TourQuery): readonly NaiveRun[] => {
  const ofTour = all.filter(
    (event) =>
      event.environment === query.environment &&
      event.tourId === query.tourId &&
      event.runId !== null &&
      event.type !== 'tour_exposed',
  );
  const runIds = [...new Set(ofTour.map((event) => event.runId))];
  return runIds
    .map((runId) =>
      naiveRun(
        ofTour.filter((event) => event.runId === runId),
        query,
      ),
    )
    .filter((run) => run !== undefined)
    .filter((run) => run.startedAt >= query.from && run.startedAt < query.until)
    .filter((run) => query.version === undefined || run.version === query.version)
    .filter((run) => query.locale === undefined || run.locale === query.locale);
};

/** undefined: the run never started, as far as anyone has told. */
const naiveRun = (events: readonly StoredEvent[], query: TourQuery): NaiveRun | undefined => {
  // How far the client's clock is off: what the least delayed message says.
  const clock = Math.min(...events.map((event) => event.ts - event.at));
  const inOrder = events.toSorted((a, b) => a.at - b.at);
  const starts = inOrder.filter((event) => event.type === 'tour_started');
  const [first] = starts;
  const last = inOrder.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const lastEventAt = last.at + clock;
  return {
    version: Math.min(...events.map((event) => event.version ?? Number.POSITIVE_INFINITY)),
    locale:
      starts
        .map(({ locale }) => locale)
        .filter((locale) => locale !== null)
        .sort()[0] ?? null,
    clock,
    startedAt: first.at + clock,
    lastEventAt,
    outcome: outcomeOf(events, query.now - lastEventAt >= ABANDONED_AFTER_MS ? 'silent' : 'recent'),
    simulated: events.some((event) => event.simulated),
    lastViewed: lastViewed(events, query.steps),
    events,
  };
};

const outcomeOf = (events: readonly StoredEvent[], heard: 'silent' | 'recent'): keyof Outcomes => {
  if (events.some((event) => event.type === 'tour_completed')) return 'completed';
  if (events.some((event) => event.type === 'tour_dismissed')) return 'dismissed';
  const reasons = events.filter((event) => event.type === 'tour_ended').map((event) => event.detail);
  if (reasons.includes('target_missing') || reasons.includes('error')) return 'broken';
  // Ended by us, not by a fault: the user did not get to the end.
  if (reasons.length > 0) return 'abandoned';
  return heard === 'silent' ? 'abandoned' : 'inProgress';
};

const lastViewed = (events: readonly StoredEvent[], steps: readonly string[]): string | undefined => {
  const order = (event: StoredEvent) => steps.indexOf(event.stepId ?? '');
  const views = events.filter((event) => event.type === 'step_viewed' && order(event) !== -1);
  return views.toSorted((a, b) => a.at - b.at || order(a) - order(b)).at(-1)?.stepId ?? undefined;
};
