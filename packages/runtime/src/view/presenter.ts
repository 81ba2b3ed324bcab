import type { Step } from '@shirube/schema/tour';
import { defineElements } from '../elements/define.ts';
import { holdOf } from '../elements/hold.ts';
import type { Diagnose, Disposer, Presenter, StepView, ViewInput } from '../ports.ts';
import { isVisible, resolveTarget } from '../target/index.ts';
import { deepActive, holds } from './dom.ts';
import { leadFocus } from './focus.ts';
import { follow, type Motion } from './follow.ts';
import { keepToOurselves, listenToKeys } from './keys.ts';
import { enterTopLayer } from './layer.ts';
import { loadMore, type More, needsMore, stepNeedsMore } from './needsMore.ts';
import { place } from './place.ts';
import { scrollIntoViewIfNeeded } from './scroll.ts';
import { whenSeen } from './seen.ts';

export interface PresenterOptions {
  /** Hears of a step that could not be drawn. */
  readonly diagnose?: Diagnose | undefined;
  /** The steps that may be shown: what they need is fetched while their targets are looked for. */
  readonly steps?: readonly Step[] | undefined;
}
type Send = (input: ViewInput) => void;

/** Shows steps, one at a time. Nothing of it is on the page before the first `show`, and nothing after `dispose`. */
export const createPresenter = ({ diagnose, steps = [] }: PresenterOptions = {}): Presenter => {
  // A failure is told by the step that needs it.
  if (steps.some(stepNeedsMore)) loadMore().catch(() => {});
  let close: Disposer = () => {};
  /** Whose focus it was before a run's first step took it, and whether the last closed step had it. */
  let focus: Focus = { runId: '', returnTo: null, had: false };

  return {
    show: (view, send) => {
      close();
      if (focus.runId !== view.runId) focus = { runId: view.runId, returnTo: null, had: false };
      close = present(view, send, focus, diagnose);
      return { close };
    },
    dispose: () => close(),
  };
};

interface Focus {
  readonly runId: string;
  returnTo: HTMLElement | null;
  had: boolean;
}

const present = (view: StepView, send: Send, focus: Focus, diagnose: Diagnose | undefined): Disposer => {
  defineElements();
  const element = document.createElement(view.step.kind === 'modal' ? 'shirube-modal' : 'shirube-tooltip');
  const hold = holdOf(view);
  const stops: Disposer[] = [];
  let target = view.target;
  let unfollow: Disposer = () => {};
  let open = true;

  const tell: Send = (input) => {
    if (open) send(input);
  };
  const close = (): void => {
    if (!open) return;
    open = false;
    focus.had = holds(element, deepActive());
    unfollow();
    for (const stop of stops.reverse()) stop();
    element.remove();
    const active = deepActive();
    if (focus.had && focus.returnTo?.isConnected && active !== focus.returnTo)
      focus.returnTo.focus({ preventScroll: true });
  };
  const start = (more: More | undefined): void => {
    element.more = more?.moreDrawing;
    element.view = view;
    const { card } = element;
    // Something else has the element's name.
    if (!card) throw new Error('no card');
    const before = deepActive();
    const resumes = focus.had && (before === null || before === focus.returnTo);
    if (!resumes && before) focus.returnTo = before;
    stops.push(enterTopLayer(element, () => fail('the page keeps taking it out')));
    const pointed = (): Element | null => target;
    const advance = more?.watchAdvance(view, pointed, (via) => tell({ type: 'advance', via }));
    if (advance) stops.push(advance.dispose);
    stops.push(more && hold !== 'none' ? more.holdFocus(element, pointed, hold) : leadFocus(element, pointed));
    stops.push(listenToKeys(element, view, hold, tell));
    stops.push(keepToOurselves(element));
    if (more) stops.push(more.watchPolicy(element));
    if (resumes && hold === 'none') card.focus({ preventScroll: true });
    if (target) scrollIntoViewIfNeeded(target);
    attach(more, advance?.targetLeft ?? (() => false));
    stops.push(
      whenSeen(() => {
        tell({ type: 'viewed' });
        if (open && hold === 'none') element.announce();
      }),
    );
  };
  const attach = (more: More | undefined, targetLeft: () => boolean): void => {
    unfollow();
    const { card } = element;
    if (!card) return;
    if (!target) {
      card.classList.add('centred');
      return;
    }
    const current = target;
    unfollow = follow(current, card, (motion) => {
      try {
        onMove(current, motion, more, targetLeft);
      } catch (error) {
        fail(error);
      }
    });
  };
  const onMove = (current: Element, motion: Motion, more: More | undefined, targetLeft: () => boolean): void => {
    if (isVisible(current)) {
      place(element, current, view, more, motion);
      return;
    }
    unfollow();
    const again = view.step.target && resolveTarget(view.step.target, document).element;
    if (again && again !== current) {
      target = again;
      attach(more, targetLeft);
      return;
    }
    if (!targetLeft()) tell({ type: 'lost' });
    // A step without its target must not go on holding the page.
    close();
  };
  /** A step that is not there must hold neither the page nor the run. */
  const fail = (error: unknown): void => {
    diagnose?.('step_not_drawn', `The step "${view.step.id}" could not be drawn: ${String(error)}`);
    tell({ type: 'failed' });
    close();
  };

  element.act = tell;
  document.documentElement.append(element);
  // Never at once: whoever asked has the way to close it in hand before anything can happen to it.
  const draw = async (): Promise<void> => {
    const more = needsMore(view) ? await loadMore() : await undefined;
    if (open) start(more);
  };
  draw().catch(fail);
  return close;
};
