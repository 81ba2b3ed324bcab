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

export const openDatabase = (name: string, diagnose: Diagnose = () => {}): Database => {
  let connection = connect(name);
  let gone = false;

  const transact: Database['attempt'] = async (mode, work) => {
    const transaction = (await connection).transaction(STORE, mode);
    const request = work(transaction.objectStore(STORE));
    return {
      value: await new Promise<never>((resolve, reject) => {
        const fail = (): void => reject(request?.error ?? transaction.error);
        transaction.onabort = transaction.onerror = fail;
        if (request) request.onsuccess = () => resolve(request.result as never);
        else transaction.oncomplete = () => resolve(undefined as never);
      }),
    };
  };

  return {
    get kind() {
      return gone ? 'memory' : 'indexeddb';
    },
    async attempt(mode, work) {
      // Twice: a connection dies when storage is cleared or a page returns from the back/forward cache; a new one is then enough.
      for (let tries = 0; tries < 2 && !gone; tries++) {
        try {
          return await inTime(transact(mode, work));
        } catch (error) {
          // One value that does not fit says nothing about the database: reading what is stored must go on.
          if (/Quota|Clone/.test((error as Error | undefined)?.name ?? '')) {
            diagnose('storage_full', `Kept in memory: ${error}`);
            return undefined;
          }
          connection = connect(name);
          if (!tries || gone) continue;
          gone = true;
          diagnose('storage_refused', 'No IndexedDB here: progress and events last until reload.');
        }
      }
      return undefined;
    },
  };
};

/** One object store per database. Whoever waits for the answer hears of a refusal; nobody else has to. */
const STORE = 'shirube';
const connect = (name: string): Promise<IDBDatabase> => {
  const opened = new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(name);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE);
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      const db = request.result;
      // The host may delete its databases at sign-out: an open connection would make it wait for ever.
      db.onversionchange = () => db.close();
      resolve(db);
    };
  });
  opened.catch(() => {});
  return opened;
};

const inTime = <T>(work: Promise<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(reject, ANSWER_WITHIN_MS);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
