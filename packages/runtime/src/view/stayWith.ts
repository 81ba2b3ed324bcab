import type { Disposer, StepView } from '../ports.ts';
import { isVisible, resolveTarget } from '../target/index.ts';
import { follow, type Motion } from './follow.ts';

export interface Stay {
  /** The element that is pointed at now. */
  readonly target: () => Element;
  readonly stop: Disposer;
}
interface Hearer {
  /** The target or the card moved, or changed in size, or has come to rest. */
  readonly moved: (target: Element, motion: Motion) => void;
  /** The target left the page, and nothing there takes its place. */
  readonly lost: Disposer;
  /** Has to stop it. */
  readonly failed: (error: unknown) => void;
}

/** Stays with the target of a step, also when the page replaces its element by another. */
export const stayWith = (view: StepView, first: Element, card: Element, { moved, lost, failed }: Hearer): Stay => {
  let target = first;
  let stopped = false;
  let unfollow: Disposer = () => {};
  const attach = (): void => {
    unfollow();
    const current = target;
    const stop = follow(current, card, (motion) => {
      try {
        onMove(current, motion);
      } catch (error) {
        failed(error);
      }
    });
    // It is called once at the start, and may have led to another target, or to the end.
    if (stopped || target !== current) stop();
    else unfollow = stop;
  };
  const onMove = (current: Element, motion: Motion): void => {
    if (isVisible(current)) {
      moved(current, motion);
      return;
    }
    unfollow();
    const again = view.step.target && resolveTarget(view.step.target, document).element;
    if (again && again !== current) {
      target = again;
      attach();
    } else lost();
  };
  attach();
  return {
    target: () => target,
    stop: () => {
      stopped = true;
      unfollow();
    },
  };
};
