import type { LiveTour } from '@shirube/schema/bundle';
import type { EndReason, StartSource } from '@shirube/schema/events';
import type { ElementFact, Facts } from '@shirube/schema/rules';
import type { Target } from '@shirube/schema/tour';
import { type Gathered, gather, type LiveCandidate } from './candidates.ts';
import { type Choice, choose } from './choose.ts';
import { type Core, DAY_MS, liveTour, MINUTE_MS, type NewEvent, type SavedRun } from './core.ts';
import { createEmitter } from './emitter.ts';
import { addToHistory } from './engine/history.ts';
import { addEvent } from './engine/progress.ts';
import { factsNow } from './facts.ts';
import { uuid } from './lib/uuid.ts';
import type { Explanation, StartOutcome, Traits } from './options.ts';
import { watchBusy } from './page/busy.ts';
import type { OneTab } from './page/oneTab.ts';
import type { Disposer } from './ports.ts';
import { changeDevice, changeRecord, readAgain, takeRecord } from './records.ts';
import type { RunHandle } from './runtime.ts';
import { goesOnAt, savedRun } from './savedRun.ts';
import { createTriggers } from './triggers.ts';
import { createServerState } from './userState.ts';

/** What runs next: a tour from its start, or a run that goes on. */
export interface Launch {
  readonly live: LiveTour;
  readonly source: StartSource;
  readonly saved?: SavedRun | undefined;
  /** The tracked event that a resumed run waited for. */
  readonly woken?: string | undefined;
}

/** What a run takes from the guide. */
export interface RunHost {
  readonly core: Core;
  facts(): Facts;
  emit(event: NewEvent): void;
  /** Keeps where the run is; undefined when there is nothing to come back to. */
  save(run: SavedRun | undefined): void;
  /** Looks at these elements too while the run lives. */
  need(targets: readonly Target[]): void;
  /** Nothing is shown any more: the run is over, or waits for its page. */
  done(): void;
}

/** Decides what starts and when, and carries out the API. Loaded when there may be something to do. */
export interface Guide {
  decide(): void;
  /** `core.user` says something new, which `told` is the digest of: their record is taken up, and the server is told. */
  identify(told: string): Promise<void>;
  /** `core.user` or `core.record` changed, with nothing to tell. */
  userChanged(): void;
  navigated(): void;
  bundleChanged(): void;
  /** Loads what sends, for events that earlier pages left behind. */
  wakeOutbox(): void;
  track(name: string, props: Traits | undefined, at: number): void;
  start(tourId: string): Promise<StartOutcome>;
  stop(): void;
  /** Ends what runs: the user is someone else from now on. */
  leave(): void;
  explain(tourId: string): Promise<Explanation>;
}

/** A run that waits for its page keeps other guides away for this long. */
const WAITING_MS = 30 * MINUTE_MS;

export const createGuide = (core: Core): Guide => {
  let gathered: Gathered = gather(core);
  let elements: Readonly<Record<string, ElementFact>> = {};
  let runTargets: readonly Target[] = [];
  let unwatch: Disposer | undefined;
  let pageAt = performance.timeOrigin;
  let run: RunHandle | undefined;
  let launching: Promise<StartOutcome> | undefined;
  let tab: OneTab | undefined;
  let waitsForTab = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const triggers = createTriggers();
  const server = createServerState(core, () => changed());
  const busy = watchBusy(() => decide());
  const emitter = createEmitter(core, ({ state }) => server.merge(state));

  const facts = (): Facts => factsNow(core, { arrived: server.arrived(), elements, pageAt });
  const changed = (): void => {
    run?.tell({ type: 'facts' });
    decide();
  };
  const emit = (event: NewEvent, at = Date.now()): void => {
    emitter.emit(event, at);
    if (!('runId' in event) || event.type === 'tour_exposed') return;
    void changeRecord(core, (record) => ({
      ...record,
      tours: { ...record.tours, [event.tourId]: addEvent(record.tours[event.tourId], event, at) },
    }));
  };
  const save = (saved: SavedRun | undefined): void => void changeRecord(core, (record) => ({ ...record, run: saved }));

  const watchTargets = (): void => {
    unwatch?.();
    unwatch = undefined;
    const targets = [...gathered.elements, ...runTargets];
    if (!targets.length) return;
    const current = runTargets;
    void import('./page/watchElements.ts').then(({ watchElements }) => {
      if (core.gone.aborted || current !== runTargets || unwatch) return;
      unwatch = watchElements(targets, (found) => {
        elements = found;
        changed();
      });
    });
  };

  const isLive = (tourId: string): boolean => !!liveTour(core, tourId) && !core.bundle.killed?.includes(tourId);
  const saved = (): SavedRun | undefined => savedRun(core.record, Date.now());
  const endSaved = ({ tourId, version, runId, position }: SavedRun, reason: EndReason): void => {
    save(undefined);
    emit({ type: 'tour_ended', tourId, version, runId, stepId: position.stepId, reason });
  };
  const choice = (): Choice<LiveCandidate> => {
    const known = facts();
    const { everyMinutes = 30, perDay = 3 } = core.options.interruptions ?? {};
    const waiting = (saved()?.at ?? 0) > known.now - WAITING_MS;
    triggers.update(gathered.candidates, known);
    return choose(gathered.candidates, {
      facts: known,
      due: triggers.due,
      tours: core.record.tours,
      busy: run || waiting ? 'another_run' : busy.why(),
      auto: core.device.auto,
      everyMinutes,
      perDay,
    });
  };
  const pick = (woken?: string): Launch | undefined => {
    if (!server.arrived()) return undefined;
    const old = saved();
    const live = old && liveTour(core, old.tourId);
    if (old && !isLive(old.tourId)) endSaved(old, 'killed');
    else if (old && live && goesOnAt(old, live.tour, location.href, woken))
      return { live, source: 'auto', saved: old, woken };
    const { winner, again } = choice();
    wakeAt(again);
    return winner && { live: winner.live, source: 'auto' };
  };
  const wakeAt = (again: number): void => {
    clearTimeout(timer);
    const now = Date.now();
    const times = [again, ...gathered.seconds.map((s) => pageAt + s * 1000), gathered.timed ? now + MINUTE_MS : again];
    const next = Math.min(...times.filter((time) => time > now));
    // Longer waits end with the page, or are found at the next change; a timer of more than 24 days would fire at once.
    if (next < now + DAY_MS) timer = setTimeout(() => decide(), next - now + 1);
  };

  const decide = (woken?: string): void => {
    if (core.gone.aborted || run || launching || waitsForTab) return;
    try {
      const launch = pick(woken);
      if (launch) void begin(launch);
    } catch (error) {
      core.diagnose('not_decided', `What to show could not be decided: ${error}`);
    }
  };
  const begin = async (launch: Launch): Promise<StartOutcome> => {
    launching = tryBegin(launch).catch((error) => {
      core.diagnose('not_started', `The tour "${launch.live.tour.id}" could not start: ${error}`);
      return 'failed';
    });
    const outcome = await launching;
    launching = undefined;
    return outcome;
  };
  const tryBegin = async (launch: Launch): Promise<StartOutcome> => {
    const [{ beginRun }, { oneTab }] = await Promise.all([import('./runtime.ts'), import('./page/oneTab.ts')]);
    tab ??= oneTab(`shirube:${core.key}`, core.store, uuid(), core.gone);
    const release = await tab.take();
    if (!release) {
      waitForTab(tab);
      return 'held';
    }
    await readAgain(core);
    // While this was loading, the page may have moved on, or another tab may have shown it.
    const now = launch.source === 'auto' ? pick(launch.woken) : launch;
    const old = saved();
    if (core.gone.aborted || !now || !isLive(now.live.tour.id)) {
      release();
      return 'failed';
    }
    if (!now.saved && old) endSaved(old, 'replaced');
    if (!now.saved && now.source === 'auto') spendBudget(now.live);
    triggers.due.delete(now.live.tour.id);
    core.gone.addEventListener('abort', release, { once: true });
    run = beginRun(
      {
        core,
        facts,
        emit,
        save,
        need(targets) {
          runTargets = targets;
          watchTargets();
        },
        done() {
          run = undefined;
          if (runTargets.length) {
            runTargets = [];
            watchTargets();
          }
          core.gone.removeEventListener('abort', release);
          release();
          setTimeout(() => decide());
        },
      },
      now,
    );
    run.begin();
    return 'started';
  };
  const spendBudget = ({ tour, version }: LiveTour): void => {
    const at = Date.now();
    void changeDevice(core, (device) => ({ ...device, auto: [...device.auto.filter((t) => t > at - DAY_MS), at] }));
    emit({ type: 'tour_exposed', tourId: tour.id, version, arm: 'shown' });
  };
  const waitForTab = (one: OneTab): void => {
    if (waitsForTab) return;
    waitsForTab = true;
    one.whenFree(async () => {
      waitsForTab = false;
      await readAgain(core);
      decide();
    });
  };

  core.gone.addEventListener('abort', () => {
    clearTimeout(timer);
    unwatch?.();
    busy.dispose();
    run?.dispose();
  });
  const userChanged = (): void => {
    emitter.sign(core.user?.signature);
    void server.ask();
    changed();
  };
  emitter.sign(core.user?.signature);
  watchTargets();
  void server.ask();

  return {
    decide: () => decide(),
    wakeOutbox: emitter.wake,
    userChanged,
    async identify(told) {
      const { user, device } = core;
      if (!user) return;
      if (device.userId !== undefined && device.userId !== user.id) run?.end('replaced');
      await takeRecord(core, user.id);
      await changeDevice(core, (old) => ({ ...old, userId: user.id, told }));
      const { traits = {}, company } = user;
      emitter.sign(user.signature);
      emit({ type: 'identify', traits, ...(company ? { company } : {}) });
      userChanged();
    },
    navigated() {
      pageAt = Date.now();
      run?.tell({ type: 'page' });
      decide();
    },
    bundleChanged() {
      gathered = gather(core);
      watchTargets();
      if (run && !isLive(run.tourId)) run.end('killed');
      decide();
    },
    track(name, props, at) {
      emit({ type: 'track', name, ...(props ? { props } : {}) }, at);
      if (gathered.events.has(name))
        void changeRecord(core, (record) => ({
          ...record,
          history: addToHistory(record.history, { name, at, props: plain(props) }),
        }));
      triggers.event(gathered.candidates, name, at);
      run?.tell({ type: 'event', name });
      run?.tell({ type: 'facts' });
      decide(name);
    },
    async start(tourId) {
      await launching;
      const live = liveTour(core, tourId);
      if (!live || !gathered.candidates.some(({ id }) => id === tourId) || !isLive(tourId)) return 'not_found';
      if (run?.tourId === tourId) return 'already_running';
      run?.end('replaced');
      return begin({ live, source: 'api' });
    },
    stop() {
      if (run) run.stop();
      else {
        const old = saved();
        if (!old) return;
        const { tourId, version, runId, position } = old;
        save(undefined);
        emit({ type: 'tour_dismissed', tourId, version, runId, stepId: position.stepId, via: 'api' });
      }
    },
    leave: () => run?.end('replaced'),
    async explain(tourId) {
      const { explain } = await import('./explain.ts');
      const tour = liveTour(core, tourId)?.tour;
      return explain(tourId, tour, facts(), core.bundle, choice(), run?.tourId === tourId);
    },
  };
};

/** Host values as plain data, or nothing: cycles, functions and DOM nodes cannot be kept. */
const plain = (props: Traits | undefined): Traits | undefined => {
  try {
    return props && JSON.parse(JSON.stringify(props));
  } catch {
    return undefined;
  }
};
