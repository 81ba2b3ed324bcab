import { promisifyRequest, type UseStore, update } from 'idb-keyval';
import type { Diagnose } from '../ports.ts';
import { openDatabase } from '../storage/index.ts';
import { byTime } from './batch.ts';
import { isStoredEvent, type StoredEvent } from './stored.ts';

/** Events on their way, oldest first; shared by all tabs, or this tab's memory when the browser refuses to store. */
export interface Queue {
  add(events: readonly StoredEvent[]): Promise<void>;
  oldest(count: number): Promise<readonly StoredEvent[]>;
  remove(ids: Iterable<string>): Promise<void>;
  /** Gives up what was captured before `at`; answers how many. */
  removeBefore(at: number): Promise<number>;
  /**
   * Takes the right to send for `forMs` from `now` (client epoch ms), or gives it back with 0. False: another tab has it.
   * For browsers without Web Locks.
   */
  lease(tab: string, now: number, forMs: number): Promise<boolean>;
}

/** Longer than any healthy sending: a tab that holds the right to send for so long is frozen. */
export const LEASE_MS = 15_000;
const EVENTS_MAX = 10_000;
const MEMORY_BYTES_MAX = 5_000_000;
/** Sorts after every event id. */
const LEASE_KEY = '~lease';

export const openQueue = (
  name: string,
  diagnose: Diagnose,
  onDropped: (reason: 'overflow' | 'corrupt', count: number) => void,
): Queue => {
  const database = openDatabase(name, diagnose);
  const memory = new Map<string, StoredEvent>();
  const events = () => IDBKeyRange.upperBound(LEASE_KEY, true);

  const change = (work: (store: IDBObjectStore) => void) =>
    database.attempt((use) =>
      use('readwrite', (store) => {
        work(store);
        return promisifyRequest(store.transaction);
      }),
    );

  const keepInMemory = (added: readonly StoredEvent[]): void => {
    for (const event of added) memory.set(event.id, event);
    let bytes = 0;
    for (const event of memory.values()) bytes += event.bytes;
    while (memory.size > EVENTS_MAX || bytes > MEMORY_BYTES_MAX) {
      const kept = [...memory.values()];
      const victim = kept.find((event) => !event.critical) ?? kept[0];
      if (!victim) return;
      memory.delete(victim.id);
      bytes -= victim.bytes;
      onDropped('overflow', 1);
    }
  };

  return {
    async add(added) {
      let dropped = 0;
      const stored = await change((store) => {
        for (const event of added) store.put(event, event.id);
        const count = store.count(events());
        count.onsuccess = () => {
          let excess = count.result - EVENTS_MAX;
          if (excess <= 0) return;
          const walk = store.openCursor(events());
          walk.onsuccess = () => {
            const cursor = walk.result;
            if (!cursor || excess <= 0) return;
            if (!cursor.value?.critical) {
              cursor.delete();
              excess--;
              dropped++;
            }
            cursor.continue();
          };
        };
      });
      if (!stored) keepInMemory(added);
      else if (dropped) onDropped('overflow', dropped);
    },

    async oldest(count) {
      const found = await database.attempt((use) =>
        use('readonly', (store) =>
          Promise.all([
            promisifyRequest(store.getAllKeys(events(), count)),
            promisifyRequest<unknown[]>(store.getAll(events(), count)),
          ]),
        ),
      );
      const [keys, values] = found?.value ?? [[], []];
      const good = values.filter(isStoredEvent);
      if (good.length < values.length) {
        const bad = keys.filter((_, index) => !isStoredEvent(values[index]));
        await change((store) => bad.forEach((key) => void store.delete(key)));
        onDropped('corrupt', bad.length);
        if (!good.length) return this.oldest(count);
      }
      return [...good, ...memory.values()].sort(byTime).slice(0, count);
    },

    async remove(ids) {
      const gone = [...ids].filter((id) => !memory.delete(id));
      if (gone.length) await change((store) => gone.forEach((id) => void store.delete(id)));
    },

    async removeBefore(at) {
      let removed = 0;
      await change((store) => {
        const walk = store.openCursor(events());
        walk.onsuccess = () => {
          const cursor = walk.result;
          if (!cursor) return;
          if (!(cursor.value?.at >= at)) {
            cursor.delete();
            removed++;
          }
          cursor.continue();
        };
      });
      for (const event of memory.values()) if (event.at < at && memory.delete(event.id)) removed++;
      return removed;
    },

    async lease(tab, now, forMs) {
      let mine = true;
      await database.attempt((use: UseStore) =>
        update<{ tab: string; until: number }>(
          LEASE_KEY,
          (old) => {
            // A lease that ends later than any taken now: the clock was set back meanwhile.
            mine = !old || old.tab === tab || old.until <= now || old.until > now + LEASE_MS;
            return mine || !old ? { tab, until: now + forMs } : old;
          },
          use,
        ),
      );
      return mine;
    },
  };
};
