import type { UserState } from '@shirube/schema/events';
import type { Core } from './core.ts';
import { joinHistory } from './engine/history.ts';
import { mergeState } from './engine/progress.ts';
import { changeRecord } from './records.ts';

const ANSWER_WITHIN_MS = 10_000;

/** What the server knows of the user from other devices. */
export interface ServerState {
  /** False while it is being asked for: what depends on it is unknown. A failure counts as an arrival. */
  arrived(): boolean;
  ask(): Promise<void>;
  merge(state: UserState | undefined): void;
}

export const createServerState = (core: Core, onArrived: () => void): ServerState => {
  /** The user and the proof that it was last asked with. */
  let asked: string | undefined;
  let arrived = true;
  const merge = (state: UserState | undefined): void => {
    if (!state?.tours || state.userId !== core.recordId) return;
    changeRecord(core, (record) => {
      const tours = { ...record.tours };
      for (const [id, theirs] of Object.entries(state.tours)) tours[id] = mergeState(tours[id], theirs);
      const last = record.run && tours[record.run.tourId];
      // Another device finished the run that waits here.
      const finished = last?.runId === record.run?.runId && last?.status !== 'running';
      return {
        ...record,
        tours,
        history: joinHistory(record.history, state.history ?? []),
        run: finished ? undefined : record.run,
      };
    });
  };
  return {
    arrived: () => arrived,
    merge,
    async ask() {
      const { user, endpoint, key, gone } = core;
      const who = user && `${user.id} ${user.signature}`;
      if (who === asked) return;
      asked = who;
      arrived = true;
      if (!user || !endpoint) return;
      arrived = false;
      const proof = user.signature ? `&signature=${encodeURIComponent(user.signature)}` : '';
      let state: UserState | undefined;
      try {
        const answer = await fetch(
          `${endpoint}/v1/users/${encodeURIComponent(user.id)}/state?key=${encodeURIComponent(key)}${proof}`,
          { signal: AbortSignal.any([gone, AbortSignal.timeout(ANSWER_WITHIN_MS)]) },
        );
        if (answer.ok) state = await answer.json();
      } catch {
        if (!gone.aborted)
          core.diagnose(
            'state_not_loaded',
            'Progress on other devices could not be asked for; what this browser knows counts.',
          );
      }
      if (gone.aborted || asked !== who) return;
      arrived = true;
      merge(state);
      onArrived();
    },
  };
};
