import { type Answer, build, type Reason, type References } from './compile.ts';
import type { Condition } from './condition.ts';
import type { Facts } from './facts.ts';

export interface Evaluation {
  readonly matches: Answer;
  /** Every leaf in the order of the condition, also those that did not decide. */
  readonly because: readonly Reason[];
}

/** Answers a condition and says why. Pure; never throws. `compile` gives the same answer faster, without the reasons. */
export const evaluate = (condition: Condition, facts: Facts, { segments, skills }: References = {}): Evaluation => {
  const because: Reason[] = [];
  return { matches: build(condition, { segments, skills, reason: (it) => because.push(it) })(facts), because };
};
