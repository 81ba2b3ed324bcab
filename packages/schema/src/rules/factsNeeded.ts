import type { Target } from '../target.ts';
import type { Condition } from './condition.ts';
import type { Facts } from './facts.ts';
import { leafOf } from './forms.ts';
import { type References, walk } from './walk.ts';

/** What a condition asks for, so that only that is gathered, watched and kept. */
export interface FactsNeeded {
  /** Names of facts, each once; `now` when the answer can change with time alone. */
  readonly facts: readonly (keyof Facts)[];
  readonly history: boolean;
  /** Names of tracked events that are counted, by events and by skills. */
  readonly events: readonly string[];
  readonly elements: readonly Target[];
  /** JSON Pointers of leaves that this version cannot understand: a document from a newer program, or a bad one. They stay unknown. */
  readonly unsupported: readonly string[];
}

export const factsNeeded = (condition: Condition, { segments, skills }: References = {}): FactsNeeded => {
  const [facts, events] = [new Set<keyof Facts>(), new Set<string>()];
  const elements = new Map<string, Target>();
  const unsupported: string[] = [];
  const walked = new Set<string>();
  walk<void>(
    condition,
    {
      group: () => {},
      not: () => {},
      segment: ({ segment }, _path, inside) => {
        if (!walked.has(segment)) {
          walked.add(segment);
          inside?.();
        }
      },
      leaf: (leaf, path) => {
        const needs = leafOf(leaf, skills)?.needs;
        if (!needs) unsupported.push(path);
        for (const need of needs ?? []) facts.add(need);
        if ('event' in leaf) events.add(leaf.event);
        if ('element' in leaf) elements.set(JSON.stringify(leaf.element), leaf.element);
        if ('skill' in leaf) {
          for (const skill of skills ?? []) {
            if (skill.id === leaf.skill) for (const signal of skill.signals) events.add(signal);
          }
        }
      },
    },
    segments,
  );
  return {
    facts: [...facts],
    history: facts.has('history'),
    events: [...events],
    elements: [...elements.values()],
    unsupported,
  };
};
