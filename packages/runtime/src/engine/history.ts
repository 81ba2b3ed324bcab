import type { PastEvent } from '@shirube/schema/rules';

/** The newest occurrences of one event name that are kept for the rules. */
export const HISTORY_MAX = 100;

/** Both histories, each event once (by name and time), the newest of each name. */
export const joinHistory = (ours: readonly PastEvent[], theirs: readonly PastEvent[]): readonly PastEvent[] => {
  const seen = new Set<string>();
  const count = new Map<string, number>();
  return [...ours, ...theirs]
    .sort((a, b) => b.at - a.at)
    .filter(({ name, at }) => {
      const id = `${at} ${name}`;
      const n = count.get(name) ?? 0;
      if (seen.has(id) || n >= HISTORY_MAX) return false;
      seen.add(id);
      count.set(name, n + 1);
      return true;
    });
};
