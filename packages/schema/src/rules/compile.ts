import type { Segment } from '../segment.ts';
import type { Skill } from '../skill.ts';
import type { Condition } from './condition.ts';
import type { Facts } from './facts.ts';
import { type Leaf, leafOf } from './forms.ts';

/** True, false, or unknown while a fact has not arrived. */
export type Answer = boolean | 'unknown';
export type Rule = (facts: Facts) => Answer;
/** What conditions refer to by id. An id that is not listed is unknown. */
export interface References {
  readonly segments?: readonly Segment[] | undefined;
  readonly skills?: readonly Skill[] | undefined;
}
/** Why one leaf answered as it did. */
export interface Reason {
  /** JSON Pointer into the condition that was asked; the leaves of a segment come before it, and their paths lead on through it. */
  readonly path: string;
  /** The leaf as it was written. */
  readonly wanted: Condition;
  /** What was found: a trait, a count, a level, a time (epoch ms)…; null when missing, undefined when it has not arrived. */
  readonly found: unknown;
  readonly result: Answer;
}
/** Who listens while a condition is asked. Without `reason`, groups stop at the part that decides. */
interface Listener extends References {
  readonly reason?: (reason: Reason) => void;
}

/** Builds the closures of one level. `open` holds the ids of the segments that it stands in. */
export const build = (condition: Condition, listener: Listener, path = '', open: readonly string[] = []): Rule => {
  const group = (parts: readonly Condition[], key: string, decisive: boolean): Rule => {
    const rules = parts.map((part, i) => build(part, listener, `${path}/${key}/${i}`, open));
    return (facts) => {
      let answer: Answer = !decisive;
      for (const rule of rules) {
        const found = rule(facts);
        if (found !== !decisive && answer !== decisive) answer = found;
        if (answer === decisive && !listener.reason) break;
      }
      return answer;
    };
  };
  if ('all' in condition) return group(condition.all, 'all', false);
  if ('any' in condition) return group(condition.any, 'any', true);
  if ('not' in condition) {
    const rule = build(condition.not, listener, `${path}/not`, open);
    return (facts) => {
      const answer = rule(facts);
      return answer === 'unknown' ? answer : !answer;
    };
  }
  let leaf: Leaf | undefined;
  if ('segment' in condition) {
    const id = condition.segment;
    const inside = listener.segments?.find((segment) => segment.id === id);
    const rule = inside && !open.includes(id) && build(inside.condition, listener, `${path}/segment`, [...open, id]);
    if (rule) {
      const read = (facts: Facts) => {
        const answer = rule(facts);
        return answer === 'unknown' ? undefined : answer;
      };
      leaf = { read, test: Boolean };
    }
  } else leaf = leafOf(condition, listener.skills);
  const { read, test } = leaf ?? { read: () => undefined, test: Boolean };
  return (facts) => {
    const found = read(facts);
    const result = found === undefined ? 'unknown' : test(found, facts.now);
    listener.reason?.({ path, wanted: condition, found, result });
    return result;
  };
};

/** Turns a condition into closures once, so that asking it is cheap. Never throws: what cannot be understood answers unknown. */
export const compile = (condition: Condition, { segments, skills }: References = {}): Rule =>
  build(condition, { segments, skills });
