import type { Condition } from '@shirube/schema/rules';
import type { Tour } from '@shirube/schema/tour';
import { indexOf } from './plan.ts';
import type { Answer } from './transition.ts';

/** `current` counts from 1. */
export interface StepCount {
  readonly current: number;
  readonly total: number;
}

/**
 * Which step of how many: those on the way here, this one, and those that would follow if everything stayed as it is: branches are
 * taken as `ask` answers them now, and steps whose `showIf` is false now are not counted.
 */
export const countSteps = (
  tour: Tour,
  step: number,
  path: readonly number[],
  ask: (condition: Condition) => Answer,
): StepCount => {
  const current = new Set([...path, step]);
  const all = new Set(current);
  const entered = new Set([step]);
  for (let next = following(tour, step, ask); next >= 0 && !entered.has(next); next = following(tour, next, ask)) {
    entered.add(next);
    const { showIf } = tour.steps[next] ?? {};
    if (!showIf || ask(showIf) !== false) all.add(next);
  }
  return { current: current.size, total: all.size };
};

const following = (tour: Tour, step: number, ask: (condition: Condition) => Answer): number => {
  const branch = tour.steps[step]?.next?.find(({ when }) => !when || ask(when) === true);
  const target = indexOf(tour, branch?.goto);
  if (target >= 0) return target;
  return step + 1 < tour.steps.length ? step + 1 : -1;
};
