import type { EndReason } from '@shirube/schema/events';
import { type Answer, type Condition, compile, factsNeeded, matchesPage, type Rule } from '@shirube/schema/rules';
import type { Advance } from '@shirube/schema/tour';
import { stepConditions } from './candidates.ts';
import { indexOf, nearestStep, type Plan } from './engine/plan.ts';
import { type Effect, initialState, type RunInput, type RunState, transition } from './engine/transition.ts';
import { localeOf } from './facts.ts';
import type { Launch, RunHost } from './launch.ts';
import { pickLocale } from './lib/pickLocale.ts';
import { uuid } from './lib/uuid.ts';
import { createVisibleClock } from './page/visibleClock.ts';
import type { Disposer, ShownStep } from './ports.ts';
import { watchTarget } from './target/watch.ts';
import { progressOf, toView } from './toView.ts';
import { createPresenter, whenReached } from './view/index.ts';

/** Something that a run may have waited for. */
export type Change =
  | { readonly type: 'facts' }
  | { readonly type: 'page' }
  | { readonly type: 'event'; readonly name: string };

export interface RunHandle {
  readonly tourId: string;
  begin(): void;
  tell(change: Change): void;
  /** As a dismissal by the app. */
  stop(): void;
  end(reason: EndReason): void;
  /** Takes everything off the screen; the run may go on later. */
  dispose: Disposer;
}

/** Performs what the engine asks for, and feeds it what happens. An exception ends the run, and nothing else. */
export const beginRun = (host: RunHost, launch: Launch): RunHandle => {
  const { core, facts } = host;
  const { live, saved } = launch;
  const { tour } = live;
  const plan: Plan = {
    tour,
    runId: saved?.runId ?? uuid(),
    version: saved?.version ?? live.version,
    locale: pickLocale(localeOf(core), tour.locales ?? [], tour.defaultLocale),
  };
  const order = saved?.order.length ? saved.order : tour.steps.map(({ id }) => id);
  const presenter = createPresenter({ diagnose: core.diagnose, steps: tour.steps });
  const clock = createVisibleClock();
  const rules = new Map<Condition, Rule>();
  const inputs: RunInput[] = [];
  let state: RunState = initialState;
  let working = false;
  let disposed = false;
  /** What belongs to the visit `asked`: stopped when the engine asks the next thing. */
  let asked = 0;
  let stopAsking: Disposer[] = [];
  let evaluate: (() => void) | undefined;
  let listening:
    | { readonly visit: number; readonly advance: readonly Advance[]; readonly held: Set<Advance> }
    | undefined;
  /** The visit that waits for another page. */
  let elsewhere = 0;
  let shown: ShownStep | undefined;
  let target: Element | null = null;

  const ask = (condition: Condition): Answer => {
    const rule = rules.get(condition) ?? compile(condition, core.bundle);
    rules.set(condition, rule);
    return rule(facts());
  };

  /** What the next steps ask for may be known, or be so, only while this one is on the screen. */
  const recount = (): void => {
    if (state.phase === 'shown') shown?.count(progressOf({ plan, state, ask }));
  };

  const send = (input: RunInput): void => {
    inputs.push(input);
    if (working) return;
    working = true;
    try {
      for (let next = inputs.shift(); next && !disposed; next = inputs.shift()) {
        const { state: after, effects } = transition(plan, state, next);
        state = after;
        for (const effect of effects) if (!disposed) perform(effect);
      }
      // Nothing is shown meanwhile; the run is taken up again, from where it is kept, when its page comes.
      if (state.phase === 'page' && elsewhere === state.visit) finish();
    } catch (error) {
      core.diagnose(`run_broken:${tour.id}`, `The tour "${tour.id}" was ended: ${error}`);
      inputs.length = 0;
      const { effects } = transition(plan, state, { type: 'end', reason: 'error' });
      for (const effect of effects) if (effect.do === 'emit') host.emit(effect.event);
      host.save(undefined);
      finish();
    } finally {
      working = false;
    }
  };

  const fresh = (visit: number): void => {
    if (visit === asked) return;
    asked = visit;
    evaluate = undefined;
    for (const stop of stopAsking.splice(0)) stop();
  };
  const perform = (effect: Effect): void => {
    switch (effect.do) {
      case 'emit': {
        const { event } = effect;
        if (event.type === 'step_viewed') {
          clock.start();
          recount();
        }
        if (event.type === 'target_missing' && event.reason === 'frame_blocked')
          core.diagnose(
            `frame_blocked:${tour.id}:${event.stepId}`,
            `The target of step "${event.stepId}" of the tour "${tour.id}" is inside a frame that this page may not read.`,
          );
        const left = event.type === 'step_completed' || event.type === 'step_back' || event.type === 'tour_dismissed';
        const aimed = event.type === 'target_missing' || event.type === 'target_healed';
        host.emit(left ? { ...event, visibleMs: clock.read() } : aimed ? { ...event, page: pagePath() } : event);
        break;
      }
      case 'wait_page':
        fresh(effect.visit);
        if (matchesPage(effect.page, location.href)) send({ type: 'page_here', visit: effect.visit });
        else {
          elsewhere = effect.visit;
          eventCame(launch.woken);
        }
        break;
      case 'evaluate': {
        fresh(effect.visit);
        const { visit, conditions } = effect;
        let first = true;
        evaluate = () => {
          const answers = conditions.map((condition) => (condition ? ask(condition) : true));
          const settled = answers.find((answer) => answer !== false) !== 'unknown';
          if (settled) evaluate = undefined;
          if (settled || first) send({ type: 'evaluated', visit, answers });
          first = false;
        };
        evaluate();
        break;
      }
      case 'look': {
        fresh(effect.visit);
        const { visit, step, timeoutMs } = effect;
        const timer = setTimeout(() => send({ type: 'timeout', visit }), timeoutMs);
        let stopReach: Disposer = () => {};
        const stop = watchTarget(step.target ?? {}, document, (answer) => {
          stopReach();
          const { status, element, confidence } = answer;
          if (!element)
            return send({
              type: 'not_found',
              visit,
              reason: answer.reason ?? 'not_found',
            });
          // The first visible one of several is what people expect; that it was a guess is the author's to know.
          if (status === 'ambiguous')
            core.diagnose(
              `target_ambiguous:${tour.id}:${step.id}`,
              `The target of step "${step.id}" of the tour "${tour.id}" matches ${Math.round(1 / confidence)} visible elements; the first is taken.`,
            );
          stopReach = whenReached(element, (reason) => {
            if (reason) return send({ type: 'not_found', visit, reason });
            target = element;
            send({ type: 'found', visit, healed: status === 'healed', confidence });
          });
        });
        stopAsking.push(
          stop,
          () => stopReach(),
          () => clearTimeout(timer),
        );
        break;
      }
      case 'show': {
        fresh(effect.visit);
        for (const stop of stopAsking.splice(0)) stop();
        const { visit, step, centered } = effect;
        const view = toView({ core, plan, state, step, target: centered || !step.target ? null : target, ask });
        shown = presenter.show(view, (input) => send({ type: 'view', visit, input }));
        break;
      }
      case 'listen': {
        const held = effect.fresh ? new Set(effect.advance.filter(holds)) : new Set<Advance>();
        listening = { visit: effect.visit, advance: effect.advance, held };
        advanceNow();
        break;
      }
      case 'close':
        shown?.close();
        shown = undefined;
        break;
      case 'persist': {
        const { id: tourId } = tour;
        const { runId, version } = plan;
        host.save({ tourId, runId, version, order, position: effect.position, at: Date.now() });
        break;
      }
      case 'end':
        host.save(undefined);
        finish();
    }
  };

  const holds = (advance: Advance): boolean =>
    advance.on === 'page'
      ? matchesPage(advance.page, location.href)
      : advance.on === 'condition' && ask(advance.when) === true;
  /** Whether one of the things that the step waits for is so. What held when the person came back must first stop to hold. */
  const advanceNow = (): boolean => {
    if (listening?.visit !== state.visit) return false;
    for (const advance of listening.advance) {
      if (advance.on !== 'page' && advance.on !== 'condition') continue;
      if (!holds(advance)) listening.held.delete(advance);
      else if (!listening.held.has(advance)) {
        send({ type: 'advanced', visit: listening.visit, via: advance.on });
        return true;
      }
    }
    return false;
  };
  const eventCame = (name: string | undefined): void => {
    if (name !== undefined && listening?.advance.some((a) => a.on === 'event' && a.event === name))
      send({ type: 'advanced', visit: listening.visit, via: 'event' });
  };

  const takeDown = (): void => {
    disposed = true;
    for (const stop of stopAsking.splice(0)) stop();
    stopAsking = [];
    clock.dispose();
    presenter.dispose();
  };
  const finish = (): void => {
    if (disposed) return;
    takeDown();
    host.done();
  };

  return {
    tourId: tour.id,
    begin() {
      const elements = stepConditions(tour).flatMap((condition) => factsNeeded(condition, core.bundle).elements);
      if (elements.length) host.need(elements);
      if (!saved) return send({ type: 'start', source: launch.source });
      const step = nearestStep(tour, saved.position.stepId, saved.order);
      const path = saved.position.path.map((id) => indexOf(tour, id)).filter((i) => i >= 0);
      const seen = saved.position.seen && tour.steps[step]?.id === saved.position.stepId;
      send({ type: 'resume', step, path, seen, opened: saved.position.opened });
    },
    tell(change) {
      if (disposed) return;
      if (change.type === 'event') eventCame(change.name);
      else if (!advanceNow()) {
        evaluate?.();
        recount();
        const { page } = tour.steps[state.step] ?? {};
        if (change.type === 'page' && page !== undefined && !matchesPage(page, location.href)) finish();
      }
    },
    stop: () => send({ type: 'stop' }),
    end: (reason) => send({ type: 'end', reason }),
    dispose: takeDown,
  };
};

/** Where the author looks for the element again. A part with a digit, an @ or an escape may be an id or a name of someone, and stays on the device. */
const pagePath = (): string => location.pathname.replace(/[^/]*[\d@%][^/]*/g, ':id');
