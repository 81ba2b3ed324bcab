import type { PastEvent } from '@shirube/schema/rules';
import type { StoredEvent } from './StoredEvent.ts';

/** Enough for every count that a rule sensibly asks for, and bounded for a user of years. */
export const HISTORY_PER_NAME = 100;

/** Tracked events, each id once (its least delayed copy), newest first, at most `perName` of each name. */
export const toPastEvents = (events: readonly StoredEvent[], perName: number): readonly PastEvent[] => {
  const byId = new Map<string, StoredEvent>();
  for (const event of events) {
    const known = byId.get(event.id);
    if (known === undefined || event.ts < known.ts) byId.set(event.id, event);
  }
  const counts = new Map<string, number>();
  return [...byId.values()]
    .sort((a, b) => b.ts - a.ts || (a.id < b.id ? 1 : -1))
    .filter(({ detail }) => {
      const count = (counts.get(detail ?? '') ?? 0) + 1;
      counts.set(detail ?? '', count);
      return count <= perName;
    })
    .map((event) => ({ name: event.detail ?? '', at: event.ts, ...propsOf(event) }));
};

const propsOf = ({ payload }: StoredEvent): { props?: Readonly<Record<string, unknown>> } =>
  payload === null ? {} : { props: JSON.parse(payload) as Readonly<Record<string, unknown>> };
