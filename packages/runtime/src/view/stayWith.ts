import type { Target } from '@shirube/schema/tour';
import type { Disposer, StepView } from '../ports.ts';
import { lookNow } from '../target/look.ts';
import { isVisible } from '../target/visible.ts';
import { watchTarget } from '../target/watch.ts';
import { follow, type Motion } from './follow.ts';
import { isEmpty, isShut } from './rect.ts';

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
  const wanted = view.step.target;
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
    if (isVisible(current) && !(isEmpty(motion.rect) && isShut(current))) moved(current, motion);
    else leave(wanted && lookNow(wanted, document).element);
  };
  /** The target is not there any more, or is something else by now: a row that was given to other content. */
  const leave = (again: Element | null | undefined): void => {
    unfollow();
    if (again && again !== target) {
      target = again;
      attach();
    } else lost();
  };
  const watch = (it: Target): Disposer =>
    watchTarget(it, document, ({ status, element: now }) => {
      // Another one that fits as well is no reason to go there.
      const stays = now === target || (status === 'ambiguous' && isVisible(target) && fits(target, it));
      if (!stays) leave(now);
    });
  const unwatch = wanted && watch(wanted);
  attach();
  return {
    target: () => target,
    stop: () => {
      stopped = true;
      unfollow();
      unwatch?.();
    },
  };
};

const fits = (element: Element, { selectors }: Target): boolean => {
  try {
    return !selectors?.length || element.matches(selectors.join());
  } catch {
    return false;
  }
};
