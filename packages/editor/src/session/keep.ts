import { createStore, delMany, getMany, keys, promisifyRequest } from 'idb-keyval';

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
  /** What this tab kept; else what another one left, unsent work first, which this tab takes over as soon as it writes. */
  read(tourId: string): Promise<KeptDraft | undefined>;
  write(tourId: string, draft: KeptDraft): Promise<void>;
  /** For good: what this tab kept, or what any of them did. */
  forget(tourId: string, of: 'mine' | 'all'): Promise<void>;
  /** When the page goes away: what the database may not have yet goes where it is at once. */
  hurry(): void;
  /** Ids of the tours of which something is kept here that is not at the server. */
  unsent(): Promise<readonly string[]>;
}

const HURRY = 'shirube:editor:hurry:';
const TAB = 'shirube:editor:tab';
/** What a tab that was closed long ago left, and the server has, is not needed any more, ms. */
const STALE_MS = 86_400_000;

type Store = ReturnType<typeof createStore>;

/**
 * Each tab keeps its own: two of them on one tour write over nobody's work. `scope` names the server: one app may be edited with two.
 * `last` is for what is written last, and outlives the tab; `own` ends with the tab. Where the browser refuses storage, work lasts as long
 * as the page.
 */
export const createKeep = (scope: string, last: () => Storage, own: () => Storage): Keep => {
  const prefix = `${scope}|`;
  const memory = new Map<string, KeptDraft>();
  /** Records of other tabs that went into what this one shows: they go when it is written. */
  const taken = new Map<string, string>();
  const tab = tabOf(own);
  const mine = (id: string): string => `${prefix}${id}@${tab}`;
  let unsettled: string | undefined;
  let store: Store | undefined;
  const attempt = async <T>(use: (from: Store) => Promise<T>): Promise<T | undefined> => {
    try {
      store ??= createStore('shirube-editor', 'drafts');
      return await use(store);
    } catch {
      return undefined;
    }
  };
  /** In one transaction, and at once, not when this page would next come to it: by then it may be gone. */
  const put = (id: string, draft: KeptDraft): Promise<'done' | undefined> =>
    attempt((from) =>
      from('readwrite', (drafts) => {
        drafts.put(draft, mine(id));
        const other = taken.get(id);
        if (other !== undefined) drafts.delete(other);
        drafts.transaction.commit();
        return promisifyRequest(drafts.transaction).then(() => {
          if (other !== undefined) unhurry(last, other);
          taken.delete(id);
          return 'done' as const;
        });
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
        unhurry(last, mine(id));
      }
      return;
    }
    writing.delete(id);
  };
  /** The records of this server whose tour is wanted, by their keys; of each the newer of the two that there may be. */
  const records = async (isWanted: (tour: string) => boolean): Promise<Map<string, KeptDraft>> => {
    const isOurs = (key: string): boolean => key.startsWith(prefix) && isWanted(tourOf(key));
    const stored = await attempt(async (from) => {
      const names = (await keys<string>(from)).filter(isOurs);
      const drafts = await getMany<KeptDraft | undefined>(names, from);
      return names.flatMap((name, index) => (drafts[index] ? [[name, drafts[index]] as const] : []));
    });
    const found = new Map(stored);
    for (const [key, draft] of hurried(last))
      if (isOurs(key) && draft.at >= (found.get(key)?.at ?? 0)) found.set(key, draft);
    return found;
  };
  const forgetKeys = async (wanted: readonly string[]): Promise<void> => {
    for (const key of wanted) unhurry(last, key);
    await attempt((from) => delMany([...wanted], from));
  };
  return {
    async read(id) {
      const here = memory.get(id);
      if (here !== undefined) return here;
      const found = [...(await records((tour) => tour === prefix + id))];
      const old = found.filter(([, { dirty, at }]) => !dirty && at < Date.now() - STALE_MS).map(([key]) => key);
      // What is not at the server is found again first, this tab's own before another's; then what is newest.
      const rank = ([key, { dirty }]: [string, KeptDraft]): number => Number(dirty) * (key === mine(id) ? 2 : 1);
      const [best] = found.sort((a, b) => rank(b) - rank(a) || b[1].at - a[1].at);
      if (best && best[0] !== mine(id)) taken.set(id, best[0]);
      await forgetKeys(old.filter((key) => key !== best?.[0]));
      return best?.[1];
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
        const brief = { ...draft, past: draft.past.slice(-5), future: [] };
        last().setItem(HURRY + mine(unsettled), JSON.stringify(brief));
      } catch {
        // Refused or full: the database is asked all the same, and mostly still writes.
      }
    },
    async forget(id, of) {
      memory.delete(id);
      taken.delete(id);
      const others = of === 'all' ? (await records((tour) => tour === prefix + id)).keys() : [];
      await forgetKeys([mine(id), ...others]);
    },
    async unsent() {
      const kept = await records(() => true);
      for (const [id, draft] of memory) kept.set(mine(id), draft);
      const dirty = [...kept].filter(([, draft]) => draft.dirty).map(([key]) => tourOf(key).slice(prefix.length));
      return [...new Set(dirty)];
    },
  };
};

/** The record's key without its tab. */
const tourOf = (key: string): string => key.slice(0, key.lastIndexOf('@'));

/** The same on every page that the tab goes to, until the editor is closed in it. */
const tabOf = (own: () => Storage): string => {
  const fresh = Math.random().toString(36).slice(2);
  try {
    const tab = own().getItem(TAB) ?? fresh;
    own().setItem(TAB, tab);
    return tab;
  } catch {
    return fresh;
  }
};

const hurried = (last: () => Storage): [string, KeptDraft][] => {
  try {
    const names = Object.keys(last()).filter((name) => name.startsWith(HURRY));
    return names.flatMap((name) => {
      const draft = readHurried(last().getItem(name));
      return draft ? [[name.slice(HURRY.length), draft] as [string, KeptDraft]] : [];
    });
  } catch {
    return [];
  }
};
const readHurried = (text: string | null): KeptDraft | undefined => {
  try {
    return (JSON.parse(text ?? 'null') as KeptDraft | null) ?? undefined;
  } catch {
    return undefined;
  }
};
const unhurry = (last: () => Storage, key: string): void => {
  try {
    last().removeItem(HURRY + key);
  } catch {
    // Refused storage holds nothing.
  }
};
