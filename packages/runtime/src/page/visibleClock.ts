import type { Disposer } from '../ports.ts';

/** Milliseconds that pass while the document is visible, from a monotonic clock. */
export interface VisibleClock {
  /** Starts again from 0. */
  start(): void;
  /** Whole milliseconds since the start; undefined before the first. */
  read(): number | undefined;
  dispose: Disposer;
}

export const createVisibleClock = (): VisibleClock => {
  let total: number | undefined;
  let since = 0;
  const take = (): void => {
    const now = performance.now();
    if (total !== undefined && counts) total += now - since;
    since = now;
    counts = document.visibilityState === 'visible';
  };
  let counts = document.visibilityState === 'visible';
  document.addEventListener('visibilitychange', take);
  return {
    start() {
      take();
      total = 0;
    },
    read() {
      take();
      return total === undefined ? undefined : Math.round(total);
    },
    dispose: () => document.removeEventListener('visibilitychange', take),
  };
};
