import { defineElements } from '../elements/define.ts';
import { holdOf } from '../elements/hold.ts';
import type { Diagnose, Disposer, Presenter, StepView, ViewInput } from '../ports.ts';
import { isVisible, resolveTarget } from '../target/index.ts';
import { watchAdvance } from './advance.ts';
import { deepActive, holds } from './dom.ts';
import { keepFocus } from './focus.ts';
import { follow } from './follow.ts';
import { keepToOurselves, listenToKeys } from './keys.ts';
import { enterTopLayer } from './layer.ts';
import { place } from './place.ts';
import { scrollIntoViewIfNeeded } from './scroll.ts';
import { whenSeen } from './seen.ts';

export interface PresenterOptions {
  /** Hears of a step that could not be drawn. */
  readonly diagnose?: Diagnose | undefined;
}
type Send = (input: ViewInput) => void;

/** Shows steps, one at a time. Nothing of it is on the page before the first `show`, and nothing after `dispose`. */
export const createPresenter = ({ diagnose }: PresenterOptions = {}): Presenter => {
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
  const start = (): void => {
    const { card } = element;
    if (!card) return;
    const before = deepActive();
    const resumes = focus.had && (before === null || before === focus.returnTo);
    if (!resumes && before) focus.returnTo = before;
    stops.push(enterTopLayer(element));
    const advance = watchAdvance(
      view,
      () => target,
      (via) => tell({ type: 'advance', via }),
    );
    stops.push(advance.dispose);
    stops.push(keepFocus(element, () => target, hold));
    stops.push(listenToKeys(element, view, hold, tell));
    stops.push(keepToOurselves(element));
    if (resumes && hold === 'none') card.focus({ preventScroll: true });
    if (target) scrollIntoViewIfNeeded(target);
    attach(advance.targetLeft);
    stops.push(
      whenSeen(() => {
        tell({ type: 'viewed' });
        if (open && hold === 'none') element.announce();
      }),
    );
  };
  const attach = (targetLeft: () => boolean): void => {
    unfollow();
    const { card } = element;
    if (!card) return;
    if (!target) {
      card.classList.add('centred');
      return;
    }
    const current = target;
    unfollow = follow(current, card, () => {
      try {
        onMove(current, targetLeft);
      } catch (error) {
        unfollow();
        fail(error);
      }
    });
  };
  const onMove = (current: Element, targetLeft: () => boolean): void => {
    if (isVisible(current)) {
      place(element, current, view);
      return;
    }
    unfollow();
    const again = view.step.target && resolveTarget(view.step.target, document).element;
    if (again && again !== current) {
      target = again;
      attach(targetLeft);
      return;
    }
    if (!targetLeft()) tell({ type: 'lost' });
    // A step without its target must not go on holding the page.
    close();
  };
  const fail = (error: unknown): void =>
    diagnose?.('step_not_drawn', `The step "${view.step.id}" could not be drawn: ${String(error)}`);

  element.act = tell;
  document.documentElement.append(element);
  // Not at once: whoever asked has the way to close it in hand before anything can happen to it.
  queueMicrotask(() => {
    if (!open) return;
    try {
      element.view = view;
      start();
    } catch (error) {
      fail(error);
    }
  });
  return close;
};
