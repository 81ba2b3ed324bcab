import type { Bundle } from '@shirube/schema/bundle';
import type { EventType } from '@shirube/schema/events';
import {
  type Core,
  changeDevice,
  type Device,
  EMPTY_RECORD,
  newDevice,
  recordKey,
  SESSION_MS,
  type UserRecord,
} from './core.ts';
import type { Decider } from './decide.ts';
import type { Guide } from './guide.ts';
import { createJournal } from './journal.ts';
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
    diagnose('twice', 'Shirube runs here already.');
    return former;
  }
  const destroyed = new AbortController();
  const gone = destroyed.signal;
  const core: Core = {
    options,
    endpoint: String(options.endpoint ?? '').replace(/\/+$/, ''),
    key,
    store: openStore(`shirube:${key}`, diagnose, gone),
    diagnose,
    gone,
    listeners: new Map(),
    device: newDevice(),
    user: validUser(options.user) ? options.user : undefined,
    bundle: NO_TOURS,
    recordId: '',
    record: EMPTY_RECORD,
  };
  let decider: Decider | undefined;
  let guide: Guide | undefined;
  let loadedAt = 0;
  let know = (): void => {};
  const journal = createJournal(
    core,
    new Promise<void>((known) => {
      know = known;
    }),
  );

  /** What decides, loaded when there may be something to decide. */
  const deciding = lazily(async () => {
    const { createDecider } = await import('./decide.ts');
    decider = createDecider(core, () => void inTurn(() => guided().then((one) => one.decide()), undefined));
    return decider;
  });
  /** What carries it out, and the API. */
  const guided = lazily(async () => {
    const [{ createGuide }, one] = await Promise.all([import('./guide.ts'), deciding()]);
    guide = createGuide(core, one, journal);
    return guide;
  });
  /** Everything asynchronous goes through here: in order, and an error ends in a diagnostic. */
  let last: Promise<unknown> = activated();
  /** Who was identified last, though their turn may still come. */
  let said = core.user;
  let held = !!options.after;
  const inTurn = <T>(work: () => Promise<T> | T, otherwise: T): Promise<T> => {
    const result = last
      .then(() => (gone.aborted || held ? otherwise : work()))
      .catch((error) => {
        diagnose('failed', `Left out: ${error}`);
        return otherwise;
      });
    last = result;
    return result;
  };
  const check = async (): Promise<void> => {
    if (decider || mayStart(core)) (await deciding()).decide();
  };

  const refresh = async (): Promise<void> => {
    loadedAt = Date.now();
    const bundle = await loadBundle(core);
    if (bundle === 'unreachable' || (bundle.updatedAt === core.bundle.updatedAt && core.endpoint)) return;
    core.bundle = bundle;
    decider?.bundleChanged();
    guide?.bundleChanged();
  };
  const boot = async (): Promise<void> => {
    const { store } = core;
    const now = Date.now();
    const known = await store.get<Device>('device');
    core.device = { ...core.device, ...known };
    const { sessionAt, sessions } = core.device;
    const session = now - sessionAt < SESSION_MS ? {} : { sessionId: uuid(), sessions: sessions + 1 };
    void changeDevice(core, (device) => ({ ...device, ...session, sessionAt: now }));
    know();
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
    await identified();
    if (core.device.sends) void send();
  };
  /** Beside everything else: nothing that is to be shown waits for what is to be sent. */
  const send = async (): Promise<void> => {
    if (!(await journal.isEmpty())) void inTurn(async () => (await guided()).wakeOutbox(), undefined);
  };
  const readRecord = async (): Promise<void> => {
    const { user, device, store } = core;
    const id = user?.id ?? device.userId ?? device.anonymousId;
    if (id === core.recordId) return;
    const record = (await store.get<UserRecord>(recordKey(id))) ?? EMPTY_RECORD;
    core.recordId = id;
    core.record = record;
  };
  const comeBack = (): Promise<void> => {
    guide?.takeDown();
    core.recordId = '';
    return boot();
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
        diagnose('bad_identify', 'A user id is wanted.');
        return Promise.resolve();
      }
      said = user;
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
      const id = uuid();
      if (typeof name !== 'string' || !name) return diagnose('bad_track', 'A name is wanted.');
      if (held) return;
      journal.note({ type: 'track', name, props, ...(said ? { userId: said.id } : {}) }, at, id);
      void inTurn(async () => (await guided()).track(name, props, at, id), undefined);
    },
    // The runtime is fetched beside the guide, as where a tour starts by itself.
    start: (tourId) =>
      inTurn<StartOutcome>(
        async () => (await Promise.all([guided(), import('./runtime.ts')]))[0].start(tourId),
        'failed',
      ),
    stop() {
      void inTurn(async () => (guide || core.record.run) && (await guided()).stop(), undefined);
    },
    reset() {
      said = undefined;
      void inTurn(async () => {
        await (await guided()).reset();
        await identified();
      }, undefined);
    },
    on(type, hear) {
      const { listeners } = core;
      const heard = listeners.get(type) ?? new Set();
      if (typeof hear !== 'function') {
        diagnose('bad_on', 'A function is wanted.');
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
    decider?.navigated();
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
  // Back from the back/forward cache: another page, or another tab, may have gone on with it.
  addEventListener(
    'pageshow',
    ({ persisted }) => {
      if (persisted) void inTurn(comeBack, undefined);
    },
    { signal: gone },
  );
  const begin = (): void => {
    held = false;
    void inTurn(boot, undefined);
  };
  if (options.after) options.after.then(begin, begin);
  else begin();
  return shirube;
};

/** A page that is made ready before anyone asked for it counts, and shows something, from the moment that it is looked at. */
const activated = (): Promise<unknown> =>
  (globalThis.document as { prerendering?: boolean } | undefined)?.prerendering
    ? new Promise((now) => document.addEventListener('prerenderingchange', now, { once: true }))
    : Promise.resolve();

/** Done once, when first asked for; again after a failure. */
const lazily = <T>(work: () => Promise<T>): (() => Promise<T>) => {
  let result: Promise<T> | undefined;
  return () => {
    result ??= work().catch((error) => {
      result = undefined;
      throw error;
    });
    return result;
  };
};

const validUser = (user: { readonly id?: unknown } | undefined): boolean =>
  typeof user?.id === 'string' && user.id !== '';
