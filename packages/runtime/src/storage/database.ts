import { createStore, promisifyRequest, type UseStore } from 'idb-keyval';
import type { Diagnose } from '../ports.ts';

/** An IndexedDB that may be missing, full, or die at any time. */
export interface Database {
  /** `indexeddb` until the browser has refused twice in a row. */
  readonly kind: 'indexeddb' | 'memory';
  /**
   * One transaction. Resolves with the value of the request that `work` answers, or, without one, when all is written;
   * with undefined when the browser refused: the caller then keeps its value in memory. Never rejects.
   */
  attempt<T>(
    mode: IDBTransactionMode,
    work: (store: IDBObjectStore) => IDBRequest<T> | undefined,
  ): Promise<{ readonly value: T } | undefined>;
}

/** Firefox's private mode and some embedded views never answer an `open`. */
const ANSWER_WITHIN_MS = 2_000;

/** When `gone` is aborted, its connection is closed; what is written after that opens one for itself. */
export const openDatabase = (name: string, diagnose: Diagnose = () => {}, gone?: AbortSignal): Database => {
  const connect = () => createStore(name, 'shirube');
  let use: UseStore = connect();
  let refused = false;
  let open: IDBDatabase | undefined;
  // An open connection is never collected, and all that its listener knows with it.
  const close = (): void => open?.close();
  gone?.addEventListener('abort', close);

  const transact: Database['attempt'] = async (mode, work) => ({
    value: await use(mode, (store) => {
      open = store.transaction.db;
      // The host may delete its databases at sign-out: an open connection would make it wait for ever.
      open.onversionchange = close;
      const request = work(store) ?? (store.transaction as never);
      if (gone?.aborted) close();
      return promisifyRequest(request);
    }),
  });

  return {
    get kind() {
      return refused ? 'memory' : 'indexeddb';
    },
    async attempt(mode, work) {
      // Twice: a connection dies when storage is cleared or a page returns from the back/forward cache; a new one is then enough.
      for (let tries = 0; tries < 2 && !refused; tries++) {
        try {
          return await inTime(transact(mode, work));
        } catch (error) {
          // One value that does not fit says nothing about the database: reading what is stored must go on.
          if (/Quota|Clone/.test((error as Error | undefined)?.name ?? '')) {
            diagnose('storage_full', `Kept in memory: ${error}`);
            return undefined;
          }
          use = connect();
          if (!tries || refused) continue;
          refused = true;
          diagnose('storage_refused', 'Progress and events last until reload.');
        }
      }
      return undefined;
    },
  };
};

const inTime = <T>(work: Promise<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(reject, ANSWER_WITHIN_MS);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
