import { del, get, set, update } from 'idb-keyval';
import type { Diagnose, Store } from '../ports.ts';
import { openDatabase } from './database.ts';

/**
 * A key-value store in the IndexedDB database `name`. What the browser refuses to store lives in memory until reload.
 * `change` may be called twice when the database dies meanwhile; when it throws, the old value stays.
 */
export const openStore = (name: string, diagnose?: Diagnose): Store => {
  const database = openDatabase(name, diagnose);
  /** Newer than the database: what it refused; undefined stands for a deletion. */
  const memory = new Map<string, unknown>();

  const read = async <T>(key: string): Promise<T | undefined> =>
    memory.has(key) ? (memory.get(key) as T) : (await database.attempt((use) => get<T>(key, use)))?.value;

  const write = async (key: string, work: Parameters<typeof database.attempt>[0], value: (old: unknown) => unknown) => {
    if (await database.attempt(work)) return memory.delete(key);
    const old = await read(key);
    // Nothing is awaited between reading memory and writing it: two updates at once both count.
    return memory.set(key, value(memory.has(key) ? memory.get(key) : old));
  };

  return {
    get kind() {
      return database.kind;
    },
    get: read,
    async set(key, value) {
      await write(
        key,
        (use) => set(key, value, use),
        () => value,
      );
    },
    async update<T>(key: string, change: (old: T | undefined) => T) {
      const changed = (old: unknown) => {
        try {
          return change(old as T | undefined);
        } catch {
          return old as T;
        }
      };
      await write(
        key,
        (use) => update<T>(key, (old) => changed(memory.has(key) ? memory.get(key) : old), use),
        changed,
      );
    },
    async delete(key) {
      await write(
        key,
        (use) => del(key, use),
        () => undefined,
      );
    },
  };
};
