import { createStore, del, get, keys, promisifyRequest } from 'idb-keyval';

/** Work that must outlive a crash, a closed tab and a lost network: kept in this browser, on the app's own origin. */
export interface KeptDraft {
  /** ETag of the server's draft from which this went on; undefined for one that the server does not have yet. */
  readonly etag: string | undefined;
  /** The text that the server had then. */
  readonly base: string | undefined;
  /** Texts that were sent without an answer: one of them may be what the server has. */
  readonly unanswered?: readonly string[];
  /** True when something here is not at the server. */
  readonly dirty: boolean;
  /** Epoch ms. */
  readonly at: number;
  readonly past: readonly KeptEntry[];
  readonly present: KeptWork;
  readonly future: readonly KeptEntry[];
}
export interface KeptWork {
  readonly text: string;
  /** JSON of the unsaved segments, skills and themes. */
  readonly library: string;
}
export interface KeptEntry extends KeptWork {
  readonly name: string;
}

export interface Keep {
  read(tourId: string): Promise<KeptDraft | undefined>;
  write(tourId: string, draft: KeptDraft): Promise<void>;
  forget(tourId: string): Promise<void>;
  /** When the page goes away: what the database may not have yet goes where it is at once. */
  hurry(): void;
  /** Ids of the tours of which something is kept here that is not at the server. */
  unsent(): Promise<readonly string[]>;
}

const HURRY = 'shirube:editor:hurry:';

/** `scope` names the server: one app may be edited with two. `storage` is for what is written last, and outlives the tab. Where the browser refuses storage, work lasts as long as the page. */
export const createKeep = (scope: string, storage: () => Storage): Keep => {
  const prefix = `${scope}|`;
  const memory = new Map<string, KeptDraft>();
  const hurried = (id: string): KeptDraft | undefined => {
    try {
      return (JSON.parse(storage().getItem(HURRY + prefix + id) ?? 'null') as KeptDraft | null) ?? undefined;
    } catch {
      return undefined;
    }
  };
  const unhurry = (id: string): void => {
    try {
      storage().removeItem(HURRY + prefix + id);
    } catch {
      // Refused storage holds nothing.
    }
  };
  let unsettled: string | undefined;
  let store: ReturnType<typeof createStore> | undefined;
  const attempt = async <T>(use: (from: ReturnType<typeof createStore>) => Promise<T>): Promise<T | undefined> => {
    try {
      store ??= createStore('shirube-editor', 'drafts');
      return await use(store);
    } catch {
      return undefined;
    }
  };
  const put = (id: string, draft: KeptDraft): Promise<'done' | undefined> =>
    attempt((from) =>
      from('readwrite', (store) => {
        store.put(draft, prefix + id);
        // At once, not when this page would next come to it: by then it may be gone.
        store.transaction.commit();
        return promisifyRequest(store.transaction).then(() => 'done' as const);
      }),
    );
  /** One at a time, and only the newest: a draft holds many texts, and each key that is pressed makes another. */
  const writing = new Map<string, Promise<void>>();
  const settle = async (id: string): Promise<void> => {
    for (let draft = memory.get(id); draft !== undefined; draft = memory.get(id)) {
      const done = await put(id, draft);
      if (memory.get(id) !== draft && done !== undefined) continue;
      writing.delete(id);
      if (done !== undefined && memory.get(id) === draft) {
        if (unsettled === id) unsettled = undefined;
        unhurry(id);
      }
      return;
    }
    writing.delete(id);
  };
  return {
    async read(id) {
      const here = memory.get(id);
      if (here !== undefined) return here;
      const stored = await attempt((from) => get<KeptDraft>(prefix + id, from));
      const last = hurried(id);
      return last !== undefined && last.at >= (stored?.at ?? 0) ? last : stored;
    },
    write(id, draft) {
      memory.set(id, draft);
      unsettled = id;
      const under = writing.get(id) ?? settle(id);
      writing.set(id, under);
      return under;
    },
    hurry() {
      const draft = unsettled === undefined ? undefined : memory.get(unsettled);
      if (unsettled === undefined || draft === undefined) return;
      try {
        storage().setItem(
          HURRY + prefix + unsettled,
          JSON.stringify({ ...draft, past: draft.past.slice(-5), future: [] }),
        );
      } catch {
        // Refused or full: the database is asked all the same, and mostly still writes.
      }
    },
    async forget(id) {
      memory.delete(id);
      unhurry(id);
      await attempt((from) => del(prefix + id, from));
    },
    async unsent() {
      const names = (await attempt((from) => keys<string>(from))) ?? [];
      const ids = new Set([
        ...memory.keys(),
        ...names.filter((name) => name.startsWith(prefix)).map((name) => name.slice(prefix.length)),
      ]);
      const kept = await Promise.all([...ids].map(async (id) => ({ id, draft: await this.read(id) })));
      return kept.filter(({ draft }) => draft?.dirty).map(({ id }) => id);
    },
  };
};
