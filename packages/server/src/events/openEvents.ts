import { realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { StartFailure } from '../StartFailure.ts';
import { DuckDbEventStore } from './duckdb/DuckDbEventStore.ts';
import type { EventStore } from './EventStore.ts';

/** The lock of the operating system is the process's: within it, this is what keeps a folder from being opened twice. */
const open = new Set<string>();

/** The event store of a data folder; the folder's lock is held until it is closed. */
export const openEvents = async (dataDir: string): Promise<EventStore> => {
  const folder = await realpath(dataDir);
  if (open.has(folder)) throw inUse(dataDir);
  open.add(folder);
  try {
    const store = await DuckDbEventStore.open(join(folder, 'events.duckdb'));
    const close = store.close.bind(store);
    return Object.assign(store, { close: () => close().finally(() => open.delete(folder)) });
  } catch (cause) {
    open.delete(folder);
    const locked = String(cause).includes('lock');
    throw locked
      ? inUse(dataDir, cause)
      : new StartFailure('unwritable', `The events in ${dataDir} cannot be opened.`, cause);
  }
};

const inUse = (dataDir: string, cause?: unknown): StartFailure =>
  new StartFailure('in_use', `Another process is using the data folder ${dataDir}. Stop it first.`, cause);
