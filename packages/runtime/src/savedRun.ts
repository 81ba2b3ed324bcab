import { matchesPage } from '@shirube/schema/rules';
import type { Tour } from '@shirube/schema/tour';
import { type Core, RESUME_WITHIN_MS, type SavedRun } from './core.ts';

/** The run that this browser, or another device of the same user, left in the middle, unless that was too long ago. */
export const savedRun = (core: Core, now: number): SavedRun | undefined => {
  const { tours, at: writtenAt = 0, run: written } = core.record;
  const note = readNote(core);
  const isNewer = note !== undefined && note.of === core.recordId && note.at > writtenAt;
  if (isNewer && !note.run) return undefined;
  const run = isNewer ? note.run : written;
  const since = now - RESUME_WITHIN_MS;
  if (run) return run.at > since ? run : undefined;
  for (const [tourId, state] of Object.entries(tours)) {
    const { runId, stepId, version, status, at } = state;
    if (status === 'running' && runId && at > since)
      return { tourId, runId, version, at, order: [], position: { stepId: stepId ?? '', path: [], seen: false } };
  }
  return undefined;
};

/** Where a run was in this tab, and whose it is; without a run, it has ended. */
interface Note {
  readonly of: string;
  readonly at: number;
  readonly run?: SavedRun | undefined;
}

/**
 * Says at once where the run is. What the database is told in the moment in which a page is left, by the very press that the tour waited
 * for, may never be written; this is, for the next page of the tab.
 */
export const noteRun = (core: Core, run: SavedRun | undefined): void => {
  // Not before what the database says: after a burst of changes its time is ahead of the clock.
  const note: Note = { of: core.recordId, at: Math.max(Date.now(), (core.record.at ?? 0) + 1), run };
  try {
    sessionStorage.setItem(noteKey(core), JSON.stringify(note));
  } catch {
    // Refused: then the database alone knows.
  }
};

/** Takes the note away, and with it whose it was. */
export const forgetNote = (core: Core): void => {
  try {
    sessionStorage.removeItem(noteKey(core));
  } catch {
    // Refused: then there is none.
  }
};

const readNote = (core: Core): Note | undefined => {
  try {
    const note = JSON.parse(sessionStorage.getItem(noteKey(core)) ?? 'null') as Note | null;
    // Anyone on the page may write there.
    return note && (!note.run || typeof note.run.position?.stepId === 'string') ? note : undefined;
  } catch {
    return undefined;
  }
};
const noteKey = ({ key }: Core): string => `shirube:${key}:run`;

/** Whether the run has something to do at `url`: show its step, or take note that it was left there. `woken`: an event just tracked. */
export const goesOnAt = ({ position }: SavedRun, tour: Tour, url: string, woken: string | undefined): boolean => {
  const step = tour.steps.find(({ id }) => id === position.stepId);
  if (!step || step.page === undefined || matchesPage(step.page, url)) return true;
  const left = (step.advance ?? []).some(
    (a) => (a.on === 'page' && matchesPage(a.page, url)) || (a.on === 'event' && a.event === woken),
  );
  return position.seen && left;
};
