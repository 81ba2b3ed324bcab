import type { RunEvent, TourState } from '@shirube/schema/events';

/** A user's progress in one tour after one more event of a run. Pure; `at` is epoch ms. */
export const addEvent = (old: TourState | undefined, event: RunEvent, at: number): TourState => {
  const running: TourState = {
    ...old,
    version: event.version,
    runs: old?.runs ?? 0,
    status: 'running',
    runId: event.runId,
    at,
    ...('stepId' in event && event.stepId !== undefined ? { stepId: event.stepId } : {}),
  };
  if (event.type === 'tour_started') return { ...running, startedAt: at, runs: running.runs + 1 };
  if (event.type === 'tour_completed') return { ...running, status: 'completed', completedAt: at };
  if (event.type === 'tour_dismissed') return { ...running, status: 'dismissed', dismissedAt: at };
  if (event.type === 'tour_ended') return { ...running, status: 'ended' };
  return running;
};

const latest = (a: number | undefined, b: number | undefined): number | undefined =>
  a === undefined ? b : b === undefined ? a : Math.max(a, b);

/** Two devices' views of one tour: the newer one says where the run is, and what was once completed stays completed. */
export const mergeState = (a: TourState | undefined, b: TourState): TourState => {
  if (!a) return b;
  const newer = b.at > a.at ? b : a;
  return {
    ...newer,
    runs: Math.max(a.runs, b.runs),
    startedAt: latest(a.startedAt, b.startedAt),
    completedAt: latest(a.completedAt, b.completedAt),
    dismissedAt: latest(a.dismissedAt, b.dismissedAt),
  };
};
