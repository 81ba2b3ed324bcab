import type { Diagnose } from '../ports.ts';
import { openDatabase } from '../storage/index.ts';
import { byTime, byWorth } from './batch.ts';
import { isStoredEvent, type StoredEvent } from './stored.ts';

/** Events on their way, oldest first; shared by all tabs, or this tab's memory when the browser refuses to store. Never rejects. */
export interface Queue {
  add(events: readonly StoredEvent[]): Promise<void>;
  /** All of them without a count. */
  oldest(count?: number): Promise<readonly StoredEvent[]>;
  remove(events: readonly StoredEvent[]): Promise<void>;
}

const EVENTS_MAX = 10_000;
/** UTF-16 code units of JSON. */
const LENGTH_MAX = 5_000_000;
/** The limits are looked at once in so many events: that reads the whole queue. */
const LOOK_EVERY = 1_000;

export const openQueue = (
  name: string,
  diagnose: Diagnose,
  onDropped: (reason: 'overflow' | 'corrupt', count: number) => void,
  gone?: AbortSignal,
): Queue => {
  const database = openDatabase(name, diagnose, gone);
  const memory = new Map<string, StoredEvent>();
  let unlooked = 0;

  const queue: Queue = {
    async add(added) {
      const stored = await database.attempt('readwrite', (store) => {
        for (const event of added) store.put(event, event.id);
        return undefined;
      });
      if (!stored) for (const event of added) memory.set(event.id, event);
      unlooked += added.length;
      if (unlooked < LOOK_EVERY) return;
      unlooked = 0;
      let length = 0;
      const excess = [...(await queue.oldest())].sort(byWorth).filter(({ text }, index) => {
        length += text.length;
        return index >= EVENTS_MAX || length > LENGTH_MAX;
      });
      await queue.remove(excess);
      onDropped('overflow', excess.length);
    },

    async oldest(count) {
      const found = await database.attempt(
        'readonly',
        (store): IDBRequest<unknown[]> => store.getAll(undefined, count),
      );
      const values = found?.value ?? [];
      const good = values.filter(isStoredEvent);
      if (good.length < values.length) {
        let bad = 0;
        await database.attempt('readwrite', (store) => {
          const walk = store.openCursor();
          walk.onsuccess = () => {
            const cursor = walk.result;
            if (cursor && !isStoredEvent(cursor.value)) {
              cursor.delete();
              bad++;
            }
            cursor?.continue();
          };
          return undefined;
        });
        onDropped('corrupt', bad);
        if (bad) return queue.oldest(count);
      }
      return [...good, ...memory.values()].sort(byTime).slice(0, count);
    },

    async remove(events) {
      const stored = events.filter(({ id }) => !memory.delete(id));
      if (stored.length)
        await database.attempt('readwrite', (store) => {
          for (const { id } of stored) store.delete(id);
          return undefined;
        });
    },
  };
  return queue;
};
