import type {
  CompletedVia,
  DismissedVia,
  EndReason,
  MissingReason,
  RunEvent,
  SkipReason,
  StartSource,
} from '@shirube/schema/events';
import type { Condition, PageMatch } from '@shirube/schema/rules';
import type { Advance, Step } from '@shirube/schema/tour';
import type { ViewInput } from '../viewInput.ts';
import { asksPage, branchConditions, DEFAULT_TIMEOUT_MS, indexOf, PATH_MAX, type Plan, type Position } from './plan.ts';

/** Yes, no, or not known yet. */
export type Answer = boolean | 'unknown';

/**
 * idle → (page, showIf, looking in turn) → shown → branching → the next step … → over.
 * `visit` counts every question that the engine asks; an answer with another number comes late and changes nothing.
 */
export interface RunState {
  readonly phase: 'idle' | 'page' | 'showIf' | 'looking' | 'shown' | 'branching' | 'over';
  readonly visit: number;
  /** Index of the step that the run stands on. */
  readonly step: number;
  readonly path: readonly number[];
  readonly backwards: boolean;
  /** `step_viewed` was told for this stay on the step. */
  readonly viewed: boolean;
  readonly seen: boolean;
  /** Ids of the hotspots whose tip was opened, anywhere in this run. */
  readonly opened: readonly string[];
  /** The visit whose view is on the screen, 0 for none: it stays until the next one is ready. */
  readonly open: number;
  /** What was told about the target in this stay, so that it is told once. */
  readonly toldMissing: boolean;
  readonly toldHealed: boolean;
  /** Why the target was not found, as last heard. */
  readonly why: MissingReason;
  /** Steps entered since the last view: a circle of steps that nobody sees ends the run. */
  readonly unseen: number;
}

export type RunInput =
  | { readonly type: 'start'; readonly source: StartSource }
  | {
      readonly type: 'resume';
      readonly step: number;
      readonly path: readonly number[];
      readonly seen: boolean;
      readonly opened?: readonly string[] | undefined;
    }
  | { readonly type: 'page_here'; readonly visit: number }
  /** One answer per condition asked, in order. */
  | { readonly type: 'evaluated'; readonly visit: number; readonly answers: readonly Answer[] }
  | { readonly type: 'found'; readonly visit: number; readonly healed?: boolean; readonly confidence: number }
  | { readonly type: 'not_found'; readonly visit: number; readonly reason: MissingReason }
  | { readonly type: 'timeout'; readonly visit: number }
  | { readonly type: 'view'; readonly visit: number; readonly input: ViewInput }
  | { readonly type: 'advanced'; readonly visit: number; readonly via: 'event' | 'page' | 'condition' }
  | { readonly type: 'stop' }
  | { readonly type: 'end'; readonly reason: EndReason };

export type Effect =
  | { readonly do: 'emit'; readonly event: RunEvent }
  | { readonly do: 'wait_page'; readonly visit: number; readonly page: PageMatch }
  | { readonly do: 'evaluate'; readonly visit: number; readonly conditions: readonly (Condition | undefined)[] }
  | { readonly do: 'look'; readonly visit: number; readonly step: Step; readonly timeoutMs: number }
  | { readonly do: 'show'; readonly visit: number; readonly step: Step; readonly centered: boolean }
  /** `fresh`: only what happens from now on counts, because the person came back to this step on purpose. */
  | { readonly do: 'listen'; readonly visit: number; readonly advance: readonly Advance[]; readonly fresh: boolean }
  | { readonly do: 'close'; readonly visit: number }
  | { readonly do: 'persist'; readonly position: Position }
  | { readonly do: 'end' };

export interface Transition {
  readonly state: RunState;
  readonly effects: readonly Effect[];
}

export const initialState: RunState = {
  phase: 'idle',
  visit: 0,
  step: 0,
  path: [],
  backwards: false,
  viewed: false,
  seen: false,
  opened: [],
  open: 0,
  toldMissing: false,
  toldHealed: false,
  why: 'not_found',
  unseen: 0,
};

/** Pure: the run's next state, and what has to be done for it, in order. */
export const transition = (plan: Plan, state: RunState, input: RunInput): Transition => {
  const s: { -readonly [K in keyof RunState]: RunState[K] } = { ...state };
  const effects: Effect[] = [];
  const { steps } = plan.tour;
  const run = { tourId: plan.tour.id, version: plan.version, runId: plan.runId, locale: plan.locale };
  const here = (): Step => steps[s.step] as Step;
  const emit = (event: RunEvent): void => void effects.push({ do: 'emit', event });
  const at = () => ({ ...run, stepId: here().id });

  const persist = (): void =>
    void effects.push({
      do: 'persist',
      position: {
        stepId: here().id,
        path: s.path.map((i) => (steps[i] as Step).id),
        seen: s.seen,
        ...(s.opened.length ? { opened: s.opened } : {}),
      },
    });
  const close = (): void => {
    if (s.open) effects.push({ do: 'close', visit: s.open });
    s.open = 0;
  };
  const finish = (event: RunEvent): void => {
    close();
    emit(event);
    effects.push({ do: 'end' });
    s.phase = 'over';
  };
  const listen = (): void => {
    const advance = (here().advance ?? []).filter((a) => a.on === 'event' || a.on === 'page' || a.on === 'condition');
    if (advance.length) effects.push({ do: 'listen', visit: s.visit, advance, fresh: s.backwards });
  };

  const enter = (index: number, backwards: boolean, seen = false): void => {
    s.step = index;
    s.backwards = backwards;
    s.seen = seen;
    s.viewed = s.toldMissing = s.toldHealed = false;
    // Going forward enters each step once before one is seen; more than that is a circle. The second bound stops circles of seen steps.
    if (++s.unseen > 2 * steps.length + 1 || s.visit > 1000 + 4 * steps.length)
      finish({ ...at(), type: 'tour_ended', reason: 'error' });
    else prepare();
  };
  const prepare = (): void => {
    persist();
    const { showIf } = here();
    s.visit++;
    if (s.seen) listen();
    if (showIf && !asksPage(showIf)) askShowIf();
    else askPage();
  };
  const askPage = (): void => {
    const { page } = here();
    s.phase = 'page';
    if (page === undefined) afterPage();
    else effects.push({ do: 'wait_page', visit: s.visit, page });
  };
  const afterPage = (): void => {
    const { showIf } = here();
    if (showIf && asksPage(showIf)) askShowIf();
    else look();
  };
  const askShowIf = (): void => {
    s.phase = 'showIf';
    effects.push({ do: 'evaluate', visit: s.visit, conditions: [here().showIf] });
  };
  const look = (): void => {
    const step = here();
    s.phase = 'looking';
    s.why = 'not_found';
    if (step.target)
      effects.push({ do: 'look', visit: s.visit, step, timeoutMs: step.timeoutMs ?? DEFAULT_TIMEOUT_MS });
    else show(true);
  };
  const show = (centered: boolean): void => {
    close();
    s.phase = 'shown';
    s.open = s.visit;
    effects.push({ do: 'show', visit: s.visit, step: here(), centered });
  };
  const view = (): void => {
    if (s.viewed) return;
    s.viewed = true;
    s.unseen = 0;
    emit({ ...at(), type: 'step_viewed' });
    if (s.seen) return;
    s.seen = true;
    persist();
    listen();
  };

  const opened = (): void => {
    view();
    if (s.opened.includes(here().id)) return;
    s.opened = [...s.opened, here().id];
    persist();
  };

  const onward = (goto?: string): void => {
    const target = indexOf(plan.tour, goto);
    if (target >= 0) enter(target, false);
    else if (s.step + 1 < steps.length) enter(s.step + 1, false);
    else finish({ ...run, type: 'tour_completed' });
  };
  const branch = (): void => {
    s.phase = 'branching';
    s.visit++;
    if (here().next?.length) effects.push({ do: 'evaluate', visit: s.visit, conditions: branchConditions(here()) });
    else onward();
  };
  const left = (): void => {
    s.path = [...s.path, s.step].slice(-PATH_MAX);
  };
  const complete = (via: CompletedVia, then: () => void): void => {
    if (!s.seen) view();
    emit({ ...at(), type: 'step_completed', via });
    left();
    then();
  };
  const back = (): void => {
    const index = s.path.at(-1);
    if (index === undefined) return;
    view();
    emit({ ...at(), type: 'step_back' });
    s.path = s.path.slice(0, -1);
    enter(index, true);
  };
  const skip = (reason: SkipReason): void => {
    emit({ ...at(), type: 'step_skipped', reason });
    const index = s.backwards ? s.path.at(-1) : undefined;
    s.path = s.path.slice(0, s.backwards ? -1 : undefined);
    if (index === undefined) branch();
    else enter(index, true);
  };
  const missing = (): void => {
    const { onMissing, timeoutMs } = here();
    close();
    if (!s.toldMissing)
      emit({
        ...at(),
        type: 'target_missing',
        reason: s.why,
        waitedMs: timeoutMs ?? DEFAULT_TIMEOUT_MS,
        onMissing: onMissing ?? 'wait',
      });
    s.toldMissing = true;
    if (onMissing === 'skip') skip('target_missing');
    else if (onMissing === 'end') finish({ ...at(), type: 'tour_ended', reason: 'target_missing' });
    else if (onMissing === 'center') show(true);
  };
  const dismiss = (via: DismissedVia): void => finish({ ...at(), type: 'tour_dismissed', via });

  const press = (id: string): void => {
    const button = here().buttons?.find((b) => b.id === id);
    if (button?.action === 'back') back();
    else if (button?.action === 'dismiss') dismiss('close');
    else if (button?.action === 'complete') complete('button', () => finish({ ...run, type: 'tour_completed' }));
    else if (button?.action === 'goto') complete('button', () => onward(button.goto));
    else if (button) complete('button', branch);
  };
  const onView = (visit: number, act: ViewInput): void => {
    if (visit !== s.open) return;
    if (act.type === 'dismiss') {
      if (plan.tour.dismissible !== false || act.via === 'api') dismiss(act.via);
    } else if (act.type === 'lost' || act.type === 'failed') {
      close();
      if (s.phase !== 'shown' || visit !== s.visit) return;
      if (act.type === 'failed') {
        finish({ ...at(), type: 'tour_ended', reason: 'error' });
        return;
      }
      s.visit++;
      if (s.seen) listen();
      look();
    } else if (s.phase !== 'shown' || visit !== s.visit) return;
    else if (act.type === 'viewed') view();
    else if (act.type === 'opened') opened();
    else if (act.type === 'button') press(act.id);
    else if (act.type === 'back') back();
    else complete(act.type === 'advance' ? act.via : 'button', branch);
  };
  const onEvaluated = (answers: readonly Answer[]): void => {
    if (s.phase === 'showIf') {
      if (answers[0] === false) skip('show_if');
      else if (answers[0] === true) {
        if (asksPage(here().showIf as Condition)) look();
        else askPage();
      }
    } else if (s.phase === 'branching') {
      const first = answers.findIndex((answer) => answer !== false);
      if (first < 0) onward();
      else if (answers[first] === true) onward(here().next?.[first]?.goto);
    }
  };

  if (s.phase === 'over') return { state, effects };
  if (s.phase === 'idle') {
    if (input.type === 'start') {
      emit({ ...run, type: 'tour_started', source: input.source });
      enter(0, false);
    } else if (input.type === 'resume') {
      s.path = input.path;
      s.opened = input.opened ?? [];
      enter(input.step, false, input.seen);
    }
  } else if (input.type === 'stop') dismiss('api');
  else if (input.type === 'end') finish({ ...at(), type: 'tour_ended', reason: input.reason });
  else if (input.type === 'view') onView(input.visit, input.input);
  else if ('visit' in input && input.visit === s.visit) {
    if (input.type === 'page_here' && s.phase === 'page') afterPage();
    else if (input.type === 'evaluated') onEvaluated(input.answers);
    else if (input.type === 'advanced' && s.seen && s.phase !== 'branching') complete(input.via, branch);
    else if (s.phase === 'looking') {
      if (input.type === 'not_found') s.why = input.reason;
      else if (input.type === 'timeout') missing();
      else if (input.type === 'found') {
        if (input.healed && !s.toldHealed) {
          s.toldHealed = true;
          emit({ ...at(), type: 'target_healed', confidence: input.confidence });
        }
        show(false);
      }
    }
  }
  return { state: s, effects };
};
