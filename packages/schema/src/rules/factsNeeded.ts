import type { Target } from '../target.ts';
import { build, type References } from './compile.ts';
import type { Condition } from './condition.ts';
import { elementKey, type Facts } from './facts.ts';
import { formOf, type LeafForm } from './forms.ts';

/** What a condition asks for, so that only that is gathered, watched and kept. */
export interface FactsNeeded {
  /** Names of facts, each once; `now` when the answer can change with time alone. */
  readonly facts: readonly (keyof Facts)[];
  readonly history: boolean;
  /** Names of tracked events that are counted, by events and by skills. */
  readonly events: readonly string[];
  readonly elements: readonly Target[];
  /** Where leaves stand that this version cannot understand: a document from a newer program, or a bad one. They stay unknown. */
  readonly unsupported: readonly string[];
}

/** The fact that a form reads, where it has another name. */
const NAMES: Readonly<Partial<Record<LeafForm, keyof Facts>>> = {
  event: 'history',
  skill: 'history',
  tour: 'tours',
  page: 'url',
  element: 'elements',
  time: 'timezone',
  sample: 'sampleId',
};

export const factsNeeded = (condition: Condition, { segments, skills = [] }: References = {}): FactsNeeded => {
  const facts = new Set<keyof Facts>();
  const events = new Set<string>();
  const elements = new Map<string, Target>();
  const unsupported: string[] = [];
  build(condition, {
    segments,
    skills,
    leaf: (leaf, path, understood) => {
      const form = formOf(leaf) as LeafForm;
      if (!understood) unsupported.push(path);
      else facts.add(NAMES[form] ?? (form as keyof Facts));
      if (/"(time|skill|within|withinLast|olderThan)"/.test(JSON.stringify(leaf))) facts.add('now');
      if ('event' in leaf) events.add(leaf.event);
      if ('element' in leaf) elements.set(elementKey(leaf.element), leaf.element);
      if ('skill' in leaf) {
        for (const { id, signals } of skills) if (id === leaf.skill) for (const signal of signals) events.add(signal);
      }
    },
  });
  return {
    facts: [...facts],
    history: facts.has('history'),
    events: [...events],
    elements: [...elements.values()],
    unsupported,
  };
};
