import { describeElement, type Resolution, watchTarget } from '@shirube/runtime/target';
import type { Target } from '@shirube/schema/tour';
import type { TargetLook } from '../model/state.ts';

/** A step whose target is looked for. */
export interface AimedStep {
  readonly stepId: string;
  readonly target: Target;
}
export interface TargetLooks {
  /** Looks for these from now on, and for no others; the same ones again change nothing. `key` names them. */
  follow(key: string, steps: readonly AimedStep[]): void;
  dispose(): void;
}

/** Looks for the targets of all steps in a list, by observers, and tells whenever an answer changes. Reads the page and changes nothing in it. */
export const createTargetLooks = (page: Window, onLook: (stepId: string, look: TargetLook) => void): TargetLooks => {
  let following = '';
  let stop: (() => void)[] = [];
  const dispose = (): void => {
    for (const one of stop) one();
    stop = [];
    following = '';
  };
  return {
    dispose,
    follow(key, steps) {
      if (key === following) return;
      dispose();
      following = key;
      stop = steps.map(({ stepId, target }) =>
        watchTarget(target, page.document, (answer) => onLook(stepId, lookOf(answer))),
      );
    },
  };
};

const lookOf = ({ status, element, confidence, because }: Resolution): TargetLook => ({
  status,
  confidence,
  because,
  ...(status === 'healed' && element !== null && { repaired: describeElement(element) }),
});
