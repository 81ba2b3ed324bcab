import type { Condition } from './condition.ts';
import type { Facts } from './facts.ts';
import { leafOf } from './forms.ts';
import { type Answer, type References, walk } from './walk.ts';

/** Why one leaf answered as it did. */
export interface Reason {
  /** JSON Pointer into the condition that was asked; inside a segment, into the segment's condition. */
  readonly path: string;
  /** The leaf as it was written. */
  readonly wanted: Condition;
  /** What was found: a trait, a count, a level, a time (epoch ms)…; null when missing, undefined when it has not arrived. */
  readonly found: unknown;
  readonly result: Answer;
  /** For a segment: its own leaves. */
  readonly because?: readonly Reason[] | undefined;
}
export interface Evaluation {
  readonly matches: Answer;
  /** Every leaf in the order of the condition, also those that did not decide. */
  readonly because: readonly Reason[];
}

/** Answers a condition and says why. Pure; never throws. `compile` gives the same answer faster, without the reasons. */
export const evaluate = (condition: Condition, facts: Facts, { segments, skills }: References = {}): Evaluation => {
  let because: Reason[] = [];
  const matches = walk<Answer>(
    condition,
    {
      group: (parts, decisive) =>
        parts.includes(decisive) ? decisive : parts.includes('unknown') ? 'unknown' : !decisive,
      not: (part) => (part === 'unknown' ? part : !part),
      segment: (wanted, path, inside) => {
        const outer = because;
        because = [];
        const result = inside?.() ?? 'unknown';
        outer.push({ path, wanted, found: inside && result, result, because });
        because = outer;
        return result;
      },
      leaf: (wanted, path) => {
        const leaf = leafOf(wanted, skills);
        const found = leaf?.read(facts);
        const result = leaf && found !== undefined ? leaf.test(found, facts.now) : 'unknown';
        because.push({ path, wanted, found, result });
        return result;
      },
    },
    segments,
  );
  return { matches, because };
};
