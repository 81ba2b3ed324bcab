import type { LiveTour } from '@shirube/schema/bundle';
import type { EndReason, StartSource } from '@shirube/schema/events';
import type { Facts } from '@shirube/schema/rules';
import type { Target } from '@shirube/schema/tour';
import { type Core, changeDevice, DAY_MS, type NewEvent, type SavedRun } from './core.ts';
import { uuid } from './lib/uuid.ts';
import type { StartOutcome } from './options.ts';
import type { OneTab } from './page/oneTab.ts';
import { readAgain } from './records.ts';
import type { RunHandle } from './runtime.ts';

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
interface LaunchHost extends Omit<RunHost, 'core' | 'done'> {
  pick(woken?: string): Launch | undefined;
  isLive(tourId: string): boolean;
  /** The run that waits to be gone on with. */
  saved(): SavedRun | undefined;
  endSaved(run: SavedRun, reason: EndReason): void;
  decide(): void;
}

/** Brings a run to the screen: one at a time in this browser. */
export interface Launcher {
  run(): RunHandle | undefined;
  /** True while something runs, is about to, or waits for the screen. */
  occupied(): boolean;
  begin(launch: Launch): Promise<StartOutcome>;
  /** Resolves when nothing is about to begin. */
  settled(): Promise<unknown>;
  /** Takes what runs off the screen; it can be gone on with. */
  takeDown(): void;
}

export const createLauncher = (core: Core, host: LaunchHost): Launcher => {
  let run: RunHandle | undefined;
  let launching: Promise<StartOutcome> | undefined;
  let tab: OneTab | undefined;
  let waitsForTab = false;
  let free = (): void => {};

  const tryBegin = async (launch: Launch): Promise<StartOutcome> => {
    const [{ beginRun }, { oneTab }] = await Promise.all([import('./runtime.ts'), import('./page/oneTab.ts')]);
    tab ??= oneTab('shirube', core.store, uuid(), core.gone);
    const release = await tab.take();
    if (!release) {
      waitForTab(tab);
      return 'held';
    }
    await readAgain(core);
    // While this was loading, the page may have moved on, or another tab may have shown it.
    const now = launch.source === 'auto' ? host.pick(launch.woken) : launch;
    const old = host.saved();
    if (core.gone.aborted || !now || !host.isLive(now.live.tour.id)) {
      release();
      return 'failed';
    }
    const { tour, version } = now.live;
    const starts = !now.saved && now.source === 'auto';
    if (!now.saved && old) host.endSaved(old, 'replaced');
    if (starts) host.emit({ type: 'tour_exposed', tourId: tour.id, version, arm: 'shown' });
    core.gone.addEventListener('abort', release, { once: true });
    free = () => {
      run = undefined;
      free = () => {};
      host.need([]);
      core.gone.removeEventListener('abort', release);
      release();
    };
    const done = (): void => {
      free();
      setTimeout(host.decide);
    };
    run = beginRun({ ...host, core, done }, now);
    run.begin();
    // After the run is kept: a page that is left in between must not have spent what nobody saw, and could not go on with.
    // What is kept about the user goes to the store at the end of this task, so this has to wait for it.
    await undefined;
    if (starts) {
      const at = Date.now();
      void changeDevice(core, (device) => ({ ...device, auto: [...device.auto.filter((t) => t > at - DAY_MS), at] }));
    }
    return 'started';
  };
  const waitForTab = (one: OneTab): void => {
    if (waitsForTab) return;
    waitsForTab = true;
    one.whenFree(async () => {
      waitsForTab = false;
      await readAgain(core);
      host.decide();
    });
  };

  core.gone.addEventListener('abort', () => run?.dispose());
  return {
    run: () => run,
    occupied: () => !!(run || launching || waitsForTab),
    async begin(launch) {
      launching = tryBegin(launch).catch((error) => {
        core.diagnose('not_started', `The tour "${launch.live.tour.id}" could not start: ${error}`);
        return 'failed';
      });
      const outcome = await launching;
      launching = undefined;
      return outcome;
    },
    settled: async () => launching,
    takeDown() {
      run?.dispose();
      free();
    },
  };
};
