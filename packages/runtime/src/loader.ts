import type { Bundle } from '@shirube/schema/bundle';
import type { EventType } from '@shirube/schema/events';
import { createStore, keys } from 'idb-keyval';
import { type Core, type Device, EMPTY_RECORD, recordKey, SESSION_MS, type UserRecord } from './core.ts';
import type { Guide } from './guide.ts';
import { uuid } from './lib/uuid.ts';
import { once, warn } from './lib/warn.ts';
import { loadBundle } from './loadBundle.ts';
import { mayStart } from './mayStart.ts';
import type { Explanation, Shirube, ShirubeOptions, StartOutcome } from './options.ts';
import { watchNavigation } from './page/watchNavigation.ts';
import { openStore } from './storage/index.ts';

/** The bundle is asked for again when the page is looked at after this long. */
const REFRESH_MS = 5 * 60_000;
/** The server may take this long before the tours of last time are taken. */
const PATIENCE_MS = 1500;
/** On `globalThis`, so that a script loaded twice, from wherever, finds the first. */
const INSTANCES = Symbol.for('shirube');
const NO_TOURS: Bundle = {
  bundleVersion: 1,
  environment: '',
  updatedAt: 0,
  tours: [],
  segments: [],
  skills: [],
  themes: [],
  killed: [],
};

/**
 * Starts Shirube on this page. Returns at once and never throws. A second call with the same key returns the first instance. On a
 * server (no document) it does nothing.
 */
export const createShirube = (given?: ShirubeOptions): Shirube => {
  const options = given ?? {};
  const page = globalThis as { [INSTANCES]?: Map<string, Shirube> };
  page[INSTANCES] ??= new Map();
  const instances = page[INSTANCES];
  const key = String(options.key ?? 'local');
  const diagnose = once(options.diagnose ?? warn);
  const former = instances.get(key);
  if (former) {
    diagnose('twice', 'Shirube runs on this page already; the first one goes on.');
    return former;
  }
  const destroyed = new AbortController();
  const gone = destroyed.signal;
  const core: Core = {
    options,
    endpoint: String(options.endpoint ?? '').replace(/\/+$/, ''),
    key,
    store: openStore(`shirube:${key}`, diagnose),
    diagnose,
    gone,
    listeners: new Map(),
    device: newDevice(),
    user: validUser(options.user) ? options.user : undefined,
    bundle: NO_TOURS,
    recordId: '',
    record: EMPTY_RECORD,
  };
  let loading: Promise<Guide> | undefined;
  let guide: Guide | undefined;
  let loadedAt = 0;

  /** What decides, loaded when there may be something to decide. */
  const guided = (): Promise<Guide> => {
    loading ??= import('./guide.ts').then(
      ({ createGuide }) => {
        guide = createGuide(core);
        return guide;
      },
      (error) => {
        loading = undefined;
        throw error;
      },
    );
    return loading;
  };
  /** Everything asynchronous goes through here: in order, and an error ends in a diagnostic. */
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T> | T, otherwise: T): Promise<T> => {
    const result = last
      .then(() => (gone.aborted ? otherwise : work()))
      .catch((error) => {
        diagnose('failed', `Something failed, and was left out: ${error}`);
        return otherwise;
      });
    last = result;
    return result;
  };
  const check = async (): Promise<void> => {
    if (guide) guide.decide();
    else if (mayStart(core)) (await guided()).decide();
  };

  const refresh = async (): Promise<void> => {
    loadedAt = Date.now();
    const bundle = await loadBundle(core);
    if (bundle === 'unreachable' || (bundle.updatedAt === core.bundle.updatedAt && core.endpoint)) return;
    core.bundle = bundle;
    guide?.bundleChanged();
  };
  const boot = async (): Promise<void> => {
    const { store } = core;
    const now = Date.now();
    const known = await store.get<Device>('device');
    const device = { ...core.device, ...known };
    core.device =
      known && now - known.sessionAt < SESSION_MS
        ? { ...device, sessionAt: now }
        : { ...device, sessionAt: now, sessionId: uuid(), sessions: (known?.sessions ?? 0) + 1 };
    // A slow server does not hold up what is known already: what it sends later counts from then on.
    let timer: ReturnType<typeof setTimeout> | undefined;
    const fresh = refresh();
    const slow = new Promise<true>((over) => {
      timer = setTimeout(over, PATIENCE_MS, true);
    });
    await readRecord();
    if (await Promise.race([fresh, slow])) {
      core.bundle = (await store.get<Bundle>('bundle')) ?? NO_TOURS;
      void fresh.then(() => inTurn(check, undefined));
    }
    clearTimeout(timer);
    void store.set('device', core.device);
    await identified();
    if (core.device.sends && (await keys(createStore(`shirube:${key}:events`, 'shirube'))).length)
      (await guided()).wakeOutbox();
  };
  const readRecord = async (): Promise<void> => {
    const { user, device, store } = core;
    const id = user?.id ?? device.userId ?? device.anonymousId;
    if (id === core.recordId) return;
    const record = (await store.get<UserRecord>(recordKey(id))) ?? EMPTY_RECORD;
    core.recordId = id;
    core.record = record;
  };
  /** Someone who is known, with nothing new about them, costs nothing here. */
  const identified = async (): Promise<void> => {
    const { user, device } = core;
    const told = user && JSON.stringify([user.id, user.traits, user.company]);
    if (told && told !== device.told) await (await guided()).identify(told);
    else {
      await readRecord();
      guide?.userChanged();
    }
    await check();
  };

  const shirube: Shirube = {
    identify(id, traits, more) {
      const user = { id, traits, ...more };
      if (!validUser(user)) {
        diagnose('bad_identify', 'identify(userId, traits) wants a user id that is a string with something in it.');
        return Promise.resolve();
      }
      const set = (): void => {
        core.user = user;
      };
      // Before the first decision it counts at once, so that nobody is taken for someone else for a moment.
      if (!loadedAt || !core.recordId) set();
      return inTurn(() => {
        set();
        return identified();
      }, undefined);
    },
    track(name, props) {
      const at = Date.now();
      if (typeof name !== 'string' || !name) diagnose('bad_track', 'track(name, props) wants a name.');
      else void inTurn(async () => (await guided()).track(name, props, at), undefined);
    },
    start: (tourId) => inTurn<StartOutcome>(async () => (await guided()).start(tourId), 'failed'),
    stop() {
      void inTurn(async () => (guide || core.record.run) && (await guided()).stop(), undefined);
    },
    reset() {
      void inTurn(async () => {
        guide?.leave();
        const { anonymousId, ...device } = core.device;
        void core.store.delete(recordKey(anonymousId));
        core.user = undefined;
        core.device = { ...device, ...newDevice(), sessions: 1, userId: undefined, told: undefined };
        void core.store.set('device', core.device);
        await identified();
      }, undefined);
    },
    on(type, hear) {
      const { listeners } = core;
      const heard = listeners.get(type) ?? new Set();
      if (typeof hear !== 'function') {
        diagnose('bad_on', 'on(type, hear) wants a function.');
        return () => {};
      }
      const own = (event: never): void => hear(event);
      listeners.set(type satisfies EventType, heard.add(own as never));
      return () => void heard.delete(own as never);
    },
    explain: (tourId) =>
      inTurn<Explanation>(async () => (await guided()).explain(tourId), {
        tourId,
        matches: 'unknown',
        because: [],
        words: ['Shirube does not run on this page.'],
      }),
    destroy() {
      destroyed.abort();
      core.listeners.clear();
      if (instances.get(key) === shirube) instances.delete(key);
    },
  };
  if (typeof document === 'undefined') {
    destroyed.abort();
    return shirube;
  }
  instances.set(key, shirube);
  const unwatch = watchNavigation(() => {
    guide?.navigated();
    void inTurn(check, undefined);
  });
  gone.addEventListener('abort', unwatch);
  document.addEventListener(
    'visibilitychange',
    () => {
      if (core.endpoint && document.visibilityState === 'visible' && Date.now() - loadedAt > REFRESH_MS)
        void inTurn(() => refresh().then(check), undefined);
    },
    { signal: gone },
  );
  void inTurn(boot, undefined);
  return shirube;
};

const validUser = (user: { readonly id?: unknown } | undefined): boolean =>
  typeof user?.id === 'string' && user.id !== '';

const newDevice = (): Device => ({
  anonymousId: uuid(),
  sessionId: uuid(),
  sessionAt: 0,
  sessions: 0,
  auto: [],
});
