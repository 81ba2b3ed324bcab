import { createStore, type UseStore } from 'idb-keyval';
import type { Diagnose } from '../ports.ts';

/** An IndexedDB that may be missing, full, or die at any time. */
export interface Database {
  readonly kind: 'indexeddb' | 'memory';
  /** What `work` found, or undefined when the browser refused: the caller then keeps the value in memory. Never rejects. */
  attempt<T>(work: (use: UseStore) => Promise<T>): Promise<{ readonly value: T } | undefined>;
}

/** Firefox's private mode and some embedded views never answer an `open`. */
const ANSWER_WITHIN_MS = 2_000;

export const openDatabase = (name: string, diagnose: Diagnose = () => {}): Database => {
  let use = connect(name);
  let gone = false;
  return {
    get kind() {
      return gone || !hasIndexedDb() ? 'memory' : 'indexeddb';
    },
    async attempt(work) {
      // Twice: a connection dies when storage is cleared or a page returns from the back/forward cache; a new one is then enough.
      for (let tries = 0; tries < 2 && !gone; tries++) {
        try {
          return { value: await inTime(work(use)) };
        } catch (error) {
          const failure = error instanceof Error ? error.name : '';
          // One value that does not fit says nothing about the database: reading what is stored must go on.
          if (failure === 'QuotaExceededError' || failure === 'DataCloneError') {
            diagnose('storage_full', `The browser refused to store something (${failure}); it is kept in memory.`);
            return undefined;
          }
          use = connect(name);
        }
      }
      gone = true;
      diagnose('storage_refused', 'IndexedDB is not available here; what Shirube remembers is lost on reload.');
      return undefined;
    },
  };
};

const connect = (name: string): UseStore => {
  const open = createStore(name, 'shirube');
  return async (mode, work) =>
    open(mode, (store) => {
      const { db } = store.transaction;
      // The host may delete its databases at sign-out: an open connection would make it wait for ever.
      db.onversionchange = () => db.close();
      return work(store);
    });
};

/** Reading the global alone throws in sandboxed frames of some browsers. */
const hasIndexedDb = (): boolean => {
  try {
    return !!indexedDB;
  } catch {
    return false;
  }
};

const inTime = <T>(work: Promise<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(reject, ANSWER_WITHIN_MS);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
