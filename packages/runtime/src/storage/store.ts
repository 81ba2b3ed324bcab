import type { Diagnose, Store } from '../ports.ts';
import { openDatabase } from './database.ts';

/**
 * A key-value store in the IndexedDB database `name`. What the browser refuses to store lives in memory until reload.
 * `change` may be called twice when the database dies meanwhile; when it throws, the old value stays.
 */
export const openStore = (name: string, diagnose?: Diagnose, gone?: AbortSignal): Store => {
  const database = openDatabase(name, diagnose, gone);
  /** Newer than the database: what it refused; undefined stands for a deletion. */
  const memory = new Map<string, unknown>();

  const read = async <T>(key: string): Promise<T | undefined> =>
    memory.has(key)
      ? (memory.get(key) as T)
      : (await database.attempt('readonly', (store): IDBRequest<T> => store.get(key)))?.value;

  const write = async (
    key: string,
    work: (store: IDBObjectStore) => void,
    value: (old: unknown) => unknown,
  ): Promise<void> => {
    if (await database.attempt('readwrite', (store) => void work(store))) memory.delete(key);
    else {
      const old = await read(key);
      // Nothing is awaited between reading memory and writing it: two updates at once both count.
      memory.set(key, value(memory.has(key) ? memory.get(key) : old));
    }
  };

  return {
    get kind() {
      return database.kind;
    },
    get: read,
    set: (key, value) =>
      write(
        key,
        (store) => store.put(value, key),
        () => value,
      ),
    update<T>(key: string, change: (old: T | undefined) => T) {
      const changed = (old: unknown) => {
        try {
          return change(old as T | undefined);
        } catch {
          return old;
        }
      };
      return write(
        key,
        (store) => {
          const old = store.get(key);
          old.onsuccess = () => {
            store.put(changed(memory.has(key) ? memory.get(key) : old.result), key);
          };
        },
        changed,
      );
    },
    delete: (key) =>
      write(
        key,
        (store) => store.delete(key),
        () => undefined,
      ),
  };
};
