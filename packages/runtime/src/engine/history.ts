import type { PastEvent } from '@shirube/schema/rules';

/** The newest occurrences of one event name that are kept for the rules. */
export const HISTORY_MAX = 100;
/** The server corrects times by the clock's error, so the same event is known there under a slightly different time. */
const SAME_MS = 10_000;

/** One more event, the newest first. */
export const addToHistory = (history: readonly PastEvent[], event: PastEvent): readonly PastEvent[] =>
  newest([event, ...history]);

/** Both histories: an event of `theirs` that is near one of `ours` in time, and has its name, is the same one. */
export const joinHistory = (ours: readonly PastEvent[], theirs: readonly PastEvent[]): readonly PastEvent[] => {
  const left = [...ours];
  const added = theirs.filter(({ name, at }) => {
    const same = left.findIndex((one) => one.name === name && Math.abs(one.at - at) < SAME_MS);
    if (same >= 0) left.splice(same, 1);
    return same < 0;
  });
  return newest([...ours, ...added]);
};

const newest = (events: readonly PastEvent[]): readonly PastEvent[] => {
  const count = new Map<string, number>();
  return [...events]
    .sort((a, b) => b.at - a.at)
    .filter(({ name }) => {
      const n = count.get(name) ?? 0;
      count.set(name, n + 1);
      return n < HISTORY_MAX;
    });
};
