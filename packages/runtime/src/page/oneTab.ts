import type { Disposer, Store } from '../ports.ts';

/** One guide at a time in a browser profile. */
export interface OneTab {
  /** A disposer that gives the right to show back, or undefined: another tab has it. */
  take(): Promise<Disposer | undefined>;
  /** Calls back once, when the tab that has the right gave it back or went away. */
  whenFree(tell: () => void): void;
}

/** A tab without Web Locks says this often that it is alive, and is taken for gone after twice as long. */
const BEAT_MS = 400;
interface Lease {
  readonly tab: string;
  readonly until: number;
}

/** By Web Locks; where there are none (pages over plain http), by a lease in the store. */
export const oneTab = (name: string, store: Store, tab: string, gone: AbortSignal): OneTab =>
  navigator.locks ? byLocks(navigator.locks, name, gone) : byLease(store, tab, gone);

const byLocks = (locks: LockManager, name: string, gone: AbortSignal): OneTab => ({
  take: () =>
    new Promise((answer) => {
      locks
        .request(name, { ifAvailable: true }, (lock) => {
          if (!lock || gone.aborted) return answer(undefined);
          return new Promise<void>((release) => answer(release));
        })
        .catch(() => answer(() => {}));
    }),
  whenFree: (tell) => {
    locks.request(name, { signal: gone }, () => {}).then(tell, () => {});
  },
});

const byLease = (store: Store, tab: string, gone: AbortSignal): OneTab => {
  const key = 'lease';
  const claim = async (): Promise<boolean> => {
    let mine = false;
    await store.update<Lease>(key, (old) => {
      mine = !old || old.tab === tab || old.until < Date.now();
      return mine || !old ? { tab, until: Date.now() + 2 * BEAT_MS } : old;
    });
    return mine;
  };
  return {
    async take() {
      if (!(await claim()) || gone.aborted) return undefined;
      const beat = setInterval(claim, BEAT_MS);
      const release = (): void => {
        clearInterval(beat);
        gone.removeEventListener('abort', release);
        void store.update<Lease>(key, (old) => (old?.tab === tab ? { tab, until: 0 } : (old ?? { tab, until: 0 })));
      };
      gone.addEventListener('abort', release);
      return release;
    },
    whenFree(tell) {
      const look = setInterval(async () => {
        const lease = await store.get<Lease>(key);
        if (lease && lease.until >= Date.now()) return;
        stop();
        tell();
      }, BEAT_MS);
      const stop = (): void => {
        clearInterval(look);
        gone.removeEventListener('abort', stop);
      };
      gone.addEventListener('abort', stop);
    },
  };
};
