import type { RunEvent } from '@shirube/schema/events';
import { type ElementFact, evaluate, type Reason } from '@shirube/schema/rules';
import type { Step, Target } from '@shirube/schema/tour';
import type { NewEvent, SavedRun } from '../core.ts';
import { indexOf } from '../engine/plan.ts';
import { watchElements } from '../page/watchElements.ts';
import { watchNavigation } from '../page/watchNavigation.ts';
import { beginRun, type RunHandle } from '../runtime.ts';
import type { Resolution } from '../target/index.ts';
import { resolveTarget } from '../target/index.ts';
import { coreOf, factsOf, type Play } from './stage.ts';

/** What happened, as the run would have reported it, with what lay behind it. */
export interface Note {
  readonly event: RunEvent;
  /** Of a step that was skipped by its rule: every leaf of the rule. */
  readonly reasons: readonly Reason[];
  /** Of a step that has a target, at that moment. The element is left out. */
  readonly target?: Omit<Resolution, 'element'> | undefined;
}
/** Where a rehearsal is: plain data, so that it can be kept across a page load. */
export type Place = SavedRun;

export interface RehearseOptions extends Play {
  /** Goes on from there instead of from the start. */
  readonly at?: Place | undefined;
  readonly onNote: (note: Note) => void;
  /** `undefined`: it is over. */
  readonly onPlace: (place: Place | undefined) => void;
}

/** One passage through a tour that nobody hears of: no event leaves, nothing is kept, no other tab is asked. */
export interface Rehearsal {
  /** `elsewhere`: the step lives on another page; it goes on when that page comes. */
  state(): 'on_page' | 'elsewhere' | 'over';
  /** Goes on as if the step were done: along the branch that its rules take now. */
  next(): void;
  back(): void;
  goTo(stepId: string): void;
  /** As if the app had tracked it. */
  pretend(event: string): void;
  /** Takes everything off the page. Calling it twice is safe. */
  stop(): void;
}

/** What only time changes is asked again this often. */
const TICK_MS = 1000;

/** Plays a tour in this page by the engine, the targets and the elements that end users get. */
export const rehearse = (options: RehearseOptions): Rehearsal => {
  const { tour, person, onNote, onPlace } = options;
  const gone = new AbortController();
  const core = coreOf(options, gone.signal);
  let elements: Readonly<Record<string, ElementFact>> = {};
  let pageAt = performance.timeOrigin;
  let run: RunHandle | undefined;
  let place: SavedRun | undefined = options.at;
  let over = false;
  let unwatch = (): void => {};
  const facts = () => factsOf(core, person, elements, pageAt);

  const stepOf = (id: string | undefined): Step | undefined => tour.steps[indexOf(tour, id)];
  const emit = (event: NewEvent): void => {
    if (!('runId' in event) || event.type === 'tour_exposed') return;
    const step = 'stepId' in event ? stepOf(event.stepId) : undefined;
    const { showIf } = event.type === 'step_skipped' && event.reason === 'show_if' && step ? step : {};
    onNote({
      event: event as RunEvent,
      reasons: showIf ? evaluate(showIf, facts(), core.bundle).because : [],
      target: step?.target && lookedAt(step.target),
    });
  };
  const end = (): void => {
    if (over) return;
    over = true;
    stop();
    onPlace(undefined);
  };
  const begin = (saved: SavedRun | undefined, woken?: string): void => {
    run?.dispose();
    const host = {
      core,
      facts,
      emit,
      save(kept: SavedRun | undefined) {
        place = kept;
        if (kept) onPlace(kept);
        else end();
      },
      need(targets: readonly Target[]) {
        unwatch();
        if (!targets.length) return;
        unwatch = watchElements(targets, (found) => {
          elements = found;
          run?.tell({ type: 'facts' });
        });
      },
      done() {
        run = undefined;
      },
    };
    // In hand before it begins: it may be done at once, because its step lives on another page.
    try {
      run = beginRun(host, { live: { version: 0, tour }, source: 'manual', saved, woken });
      run.begin();
    } catch {
      // A draft may be anything; what the runtime would leave out ends here.
      emit({ type: 'tour_ended', tourId: tour.id, version: 0, runId: '', reason: 'error' });
      end();
    }
  };
  const jump = (stepId: string, path: readonly string[]): void => {
    if (over || !place) return;
    begin({ ...place, position: { ...place.position, stepId, path, seen: false } });
  };
  const stop = (): void => {
    over = true;
    gone.abort();
    run?.dispose();
    run = undefined;
    unwatch();
    clearInterval(timer);
    unlisten();
  };
  const unlisten = watchNavigation(() => {
    pageAt = Date.now();
    if (run) run.tell({ type: 'page' });
    // It may have been taken down by that very news.
    if (!run && !over && place) begin(place);
  });
  const timer = setInterval(() => run?.tell({ type: 'facts' }), TICK_MS);

  const rehearsal: Rehearsal = {
    state: () => (over ? 'over' : run ? 'on_page' : 'elsewhere'),
    next() {
      const { stepId, path } = place?.position ?? { stepId: '', path: [] };
      const step = stepOf(stepId);
      if (over || !step) return;
      const branch = step.next?.find(({ when }) => !when || evaluate(when, facts(), core.bundle).matches === true);
      const following = branch ? stepOf(branch.goto) : tour.steps[indexOf(tour, stepId) + 1];
      if (following) return jump(following.id, [...path, stepId]);
      run?.dispose();
      emit({ type: 'tour_completed', tourId: tour.id, version: 0, runId: place?.runId ?? '' });
      end();
    },
    back() {
      const path = place?.position.path ?? [];
      const last = path.at(-1);
      if (last !== undefined) jump(last, path.slice(0, -1));
    },
    goTo: (stepId) => jump(stepId, place ? [...place.position.path, place.position.stepId] : []),
    pretend(event) {
      if (run) run.tell({ type: 'event', name: event });
      else if (!over && place) begin(place, event);
    },
    stop,
  };
  begin(options.at);
  return rehearsal;
};

const lookedAt = (target: Target): Omit<Resolution, 'element'> => {
  const { element: _, ...rest } = resolveTarget(target, document);
  return rest;
};
