import type { Condition } from './condition.ts';
import type { Facts } from './facts.ts';
import { leafOf } from './forms.ts';
import { type Answer, type References, walk } from './walk.ts';

export type Rule = (facts: Facts) => Answer;

/** Turns a condition into closures once, so that asking it is cheap. Never throws: what cannot be understood answers unknown. */
export const compile = (condition: Condition, { segments, skills }: References = {}): Rule => {
  const done = new Map<string, Rule>();
  return walk<Rule>(
    condition,
    {
      group: (parts, decisive) => (facts) => {
        let answer: Answer = !decisive;
        for (const part of parts) {
          const found = part(facts);
          if (found === decisive) return found;
          if (found === 'unknown') answer = found;
        }
        return answer;
      },
      not: (part) => (facts) => {
        const answer = part(facts);
        return answer === 'unknown' ? answer : !answer;
      },
      segment: ({ segment }, _path, inside) => {
        const rule = done.get(segment) ?? inside?.() ?? (() => 'unknown');
        if (inside) done.set(segment, rule);
        return rule;
      },
      leaf: (part) => {
        const leaf = leafOf(part, skills);
        if (!leaf) return () => 'unknown';
        const { read, test } = leaf;
        return (facts) => {
          const found = read(facts);
          return found === undefined ? 'unknown' : test(found, facts.now);
        };
      },
    },
    segments,
  );
};
