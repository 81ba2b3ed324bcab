import type { LiveTour } from '@shirube/schema/bundle';
import type { EndReason } from '@shirube/schema/events';
import { type Core, changeDevice, MINUTE_MS, type NewEvent, newDevice, recordKey, type SavedRun } from './core.ts';
import type { Decider } from './decide.ts';
import { createEmitter } from './emitter.ts';
import { addToHistory } from './engine/history.ts';
import { addEvent } from './engine/progress.ts';
import type { Journal } from './journal.ts';
import { createLauncher, type Launch } from './launch.ts';
import type { Explanation, StartOutcome, Traits } from './options.ts';
import { changeRecord, takeRecord } from './records.ts';
import { forgetNote, goesOnAt, noteRun, savedRun } from './savedRun.ts';
import { createServerState } from './userState.ts';

/** Carries out what was decided, and the API. Loaded when something runs, is tracked, or is to be told about a user. */
export interface Guide {
  decide(): void;
  /** `core.user` says something new, which `told` is the digest of: their record is taken up, and the server is told. */
  identify(told: string): Promise<void>;
  /** `core.user` or `core.record` changed, with nothing to tell. */
  userChanged(): void;
  navigated(): void;
  bundleChanged(): void;
  /** Takes what runs off the screen, without an end: it can be gone on with. */
  takeDown(): void;
  /** Loads what sends, for events that earlier pages left behind. */
  wakeOutbox(): void;
  track(name: string, props: Traits | undefined, at: number, id: string): void;
  start(tourId: string): Promise<StartOutcome>;
  stop(): void;
  /** Ends what runs, and makes this browser someone who was never here. The record is read by the caller. */
  reset(): Promise<void>;
  explain(tourId: string): Promise<Explanation>;
}

const liveTour = (core: Core, tourId: string): LiveTour | undefined =>
  core.bundle.tours.find((live) => live?.tour?.id === tourId);

/** A run that waits for its page keeps other guides away for this long. */
const WAITING_MS = 30 * MINUTE_MS;

export const createGuide = (core: Core, decider: Decider, journal: Journal): Guide => {
  const { triggers, facts } = decider;
  const server = createServerState(core, () => changed());
  const emitter = createEmitter(core, journal, ({ state }) => server.merge(state));

  const emit = (event: NewEvent, at = Date.now(), id?: string): void => {
    emitter.emit(event, at, id);
    if (!('runId' in event) || event.type === 'tour_exposed') return;
    changeRecord(core, (record) => ({
      ...record,
      tours: { ...record.tours, [event.tourId]: addEvent(record.tours[event.tourId], event, at) },
    }));
  };
  const save = (run: SavedRun | undefined): void => {
    changeRecord(core, (record) => ({ ...record, run }));
    noteRun(core, run);
  };
  const saved = (): SavedRun | undefined => savedRun(core, Date.now());
  const endSaved = ({ tourId, version, runId, position }: SavedRun, reason: EndReason): void => {
    const { stepId } = position;
    save(undefined);
    emit({ type: 'tour_ended', tourId, version, runId, reason, ...(stepId ? { stepId } : {}) });
  };
  const isLive = (tourId: string): boolean => !!liveTour(core, tourId) && !core.bundle.killed?.includes(tourId);
  const pick = (woken?: string): Launch | undefined => {
    if (!server.arrived()) return undefined;
    const old = saved();
    const live = old && liveTour(core, old.tourId);
    if (old && !isLive(old.tourId)) endSaved(old, 'killed');
    else if (old && live && goesOnAt(old, live.tour, location.href, woken))
      return { live, source: 'auto', saved: old, woken };
    const { winner } = decider.choice();
    return winner && { live: winner.live, source: 'auto' };
  };
  const launcher = createLauncher(core, {
    pick,
    isLive,
    saved,
    endSaved,
    facts,
    emit,
    save,
    need: decider.need,
    decide: () => decide(),
  });

  const decide = (woken?: string): void => {
    if (core.gone.aborted || launcher.occupied()) return;
    try {
      const launch = pick(woken);
      if (launch) void launcher.begin(launch);
    } catch (error) {
      core.diagnose('not_decided', `What to show could not be decided: ${error}`);
    }
  };
  const changed = (): void => {
    launcher.run()?.tell({ type: 'facts' });
    decide();
  };
  const userChanged = (): void => {
    emitter.sign(core.user?.signature);
    void server.ask();
    changed();
  };

  decider.follow({
    arrived: server.arrived,
    busy: () => !!launcher.run() || (saved()?.at ?? Number.NEGATIVE_INFINITY) > Date.now() - WAITING_MS,
    decide,
    changed,
  });
  emitter.sign(core.user?.signature);
  void server.ask();

  return {
    decide: () => decide(),
    wakeOutbox: emitter.wake,
    userChanged,
    async identify(told) {
      const { user, device } = core;
      if (!user) return;
      if (device.userId !== undefined && device.userId !== user.id) launcher.run()?.end('replaced');
      await takeRecord(core, user.id);
      await changeDevice(core, (old) => ({ ...old, userId: user.id, told }));
      const { traits = {}, company } = user;
      emitter.sign(user.signature);
      emit({ type: 'identify', traits, ...(company ? { company } : {}) });
      userChanged();
    },
    navigated() {
      launcher.run()?.tell({ type: 'page' });
      decide();
    },
    bundleChanged() {
      const run = launcher.run();
      if (run && !isLive(run.tourId)) run.end('killed');
      decide();
    },
    takeDown: launcher.takeDown,
    track(name, props, at, id) {
      emit({ type: 'track', name, ...(props ? { props } : {}) }, at, id);
      const { candidates, events } = decider.gathered();
      if (events.has(name))
        changeRecord(core, (record) => ({
          ...record,
          history: addToHistory(record.history, { name, at, props: plain(props) }),
        }));
      triggers.event(candidates, name, at);
      const run = launcher.run();
      run?.tell({ type: 'event', name });
      run?.tell({ type: 'facts' });
      decide(name);
    },
    async start(tourId) {
      await launcher.settled();
      const live = liveTour(core, tourId);
      if (!live || !decider.gathered().candidates.some(({ id }) => id === tourId) || !isLive(tourId))
        return 'not_found';
      const run = launcher.run();
      if (run?.tourId === tourId) return 'already_running';
      run?.end('replaced');
      return launcher.begin({ live, source: 'api' });
    },
    stop() {
      const run = launcher.run();
      if (run) return run.stop();
      const old = saved();
      if (!old) return;
      const { tourId, version, runId } = old;
      const stepId = old.position.stepId || liveTour(core, tourId)?.tour.steps[0]?.id;
      if (!stepId) return endSaved(old, 'replaced');
      save(undefined);
      emit({ type: 'tour_dismissed', tourId, version, runId, stepId, via: 'api' });
    },
    async reset() {
      launcher.run()?.end('replaced');
      forgetNote(core);
      const { anonymousId, bundleAt, sends } = core.device;
      core.user = undefined;
      core.device = { ...newDevice(), sessions: 1, sessionAt: Date.now(), bundleAt, sends };
      void core.store.delete(recordKey(anonymousId));
      await core.store.set('device', core.device);
    },
    async explain(tourId) {
      const { explain } = await import('./explain.ts');
      const tour = liveTour(core, tourId)?.tour;
      return explain(tourId, tour, facts(), core.bundle, decider.choice(), launcher.run()?.tourId === tourId);
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
