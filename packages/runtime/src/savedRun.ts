import { matchesPage } from '@shirube/schema/rules';
import type { Tour } from '@shirube/schema/tour';
import { RESUME_WITHIN_MS, type SavedRun, type UserRecord } from './core.ts';

/** The run that this browser, or another device of the same user, left in the middle, unless that was too long ago. */
export const savedRun = ({ run, tours }: UserRecord, now: number): SavedRun | undefined => {
  const since = now - RESUME_WITHIN_MS;
  if (run) return run.at > since ? run : undefined;
  for (const [tourId, state] of Object.entries(tours)) {
    const { runId, stepId, version, status, at } = state;
    if (status === 'running' && runId && at > since)
      return { tourId, runId, version, at, order: [], position: { stepId: stepId ?? '', path: [], seen: false } };
  }
  return undefined;
};

/** Whether the run has something to do at `url`: show its step, or take note that it was left there. `woken`: an event just tracked. */
export const goesOnAt = ({ position }: SavedRun, tour: Tour, url: string, woken: string | undefined): boolean => {
  const step = tour.steps.find(({ id }) => id === position.stepId);
  if (!step || step.page === undefined || matchesPage(step.page, url)) return true;
  const left = (step.advance ?? []).some(
    (a) => (a.on === 'page' && matchesPage(a.page, url)) || (a.on === 'event' && a.event === woken),
  );
  return position.seen && left;
};
