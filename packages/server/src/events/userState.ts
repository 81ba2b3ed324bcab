import type { TourState } from '@shirube/schema/events';
import { groupBy } from '../lib/groupBy.ts';
import type { StoredEvent } from './StoredEvent.ts';

/** A user's progress from their run events, in any order and number of copies: the same on every device. Times are server epoch ms. */
export const foldTours = (events: readonly StoredEvent[]): Readonly<Record<string, TourState>> => {
  const tours = groupBy(
    events.filter((event) => event.tourId !== null && event.runId !== null && event.type !== 'tour_exposed'),
    (event) => event.tourId ?? '',
  );
  // fromEntries defines own properties: a tour called __proto__ stays data.
  return Object.fromEntries([...tours].map(([tourId, ofTour]) => [tourId, foldTour(ofTour)]));
};

const foldTour = (events: readonly StoredEvent[]): TourState => {
  const runs = [...groupBy(events, (event) => event.runId ?? '')].map(([runId, ofRun]) => foldRun(runId, ofRun));
  const last = runs.reduce((a, b) => (compareRuns(a, b) >= 0 ? a : b));
  const startedAt = latest(runs.map((run) => run.startedAt));
  const completedAt = latest(runs.map((run) => run.completedAt));
  const dismissedAt = latest(runs.map((run) => run.dismissedAt));
  return {
    version: last.version,
    ...(startedAt === undefined ? {} : { startedAt }),
    ...(completedAt === undefined ? {} : { completedAt }),
    ...(dismissedAt === undefined ? {} : { dismissedAt }),
    runs: runs.filter((run) => run.startedAt !== undefined).length,
    runId: last.runId,
    ...(last.stepId === undefined ? {} : { stepId: last.stepId }),
    status: last.status,
    at: last.at,
  };
};

interface Run {
  readonly runId: string;
  readonly version: number;
  readonly startedAt: number | undefined;
  readonly completedAt: number | undefined;
  readonly dismissedAt: number | undefined;
  readonly stepId: string | undefined;
  readonly status: TourState['status'];
  readonly at: number;
}

const foldRun = (runId: string, events: readonly StoredEvent[]): Run => {
  // The least delayed copy knows the error of the client's clock best: see foldEvents.
  const clock = least(events.map((event) => event.ts - event.at)) ?? 0;
  const first = (type: StoredEvent['type']) => {
    const time = least(events.filter((event) => event.type === type).map((event) => event.at));
    return time === undefined ? undefined : time + clock;
  };
  const views = events.filter((event) => event.type === 'step_viewed');
  const lastView = views.sort((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1))[0];
  const completedAt = first('tour_completed');
  const dismissedAt = first('tour_dismissed');
  const ended = first('tour_ended') !== undefined;
  return {
    runId,
    version: least(events.map((event) => event.version ?? 0)) ?? 0,
    startedAt: first('tour_started'),
    completedAt,
    dismissedAt,
    stepId: lastView?.stepId ?? undefined,
    status:
      completedAt !== undefined ? 'completed' : dismissedAt !== undefined ? 'dismissed' : ended ? 'ended' : 'running',
    at: (latest(events.map((event) => event.at)) ?? 0) + clock,
  };
};

/** Later start wins, then later last event, then run id, so that the answer never depends on the order of rows. */
const compareRuns = (a: Run, b: Run): number =>
  (a.startedAt ?? a.at) - (b.startedAt ?? b.at) || a.at - b.at || (a.runId < b.runId ? -1 : 1);
/** Reduced, not spread: a user's events can be more than a call takes arguments. */
const latest = (times: readonly (number | undefined)[]): number | undefined =>
  times.filter((time) => time !== undefined).reduce<number | undefined>((a, b) => Math.max(a ?? b, b), undefined);
const least = (times: readonly number[]): number | undefined =>
  times.reduce<number | undefined>((a, b) => Math.min(a ?? b, b), undefined);
