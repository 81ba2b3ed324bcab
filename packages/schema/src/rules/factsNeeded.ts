import type { Target } from '../target.ts';
import type { References } from './compile.ts';
import type { Condition } from './condition.ts';
import { evaluate } from './evaluate.ts';
import { elementKey, type Facts } from './facts.ts';
import { formOf, type LeafForm, leafOf } from './forms.ts';

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
  // Asked while nothing is known, a condition names all of its leaves.
  for (const { wanted, path } of evaluate(condition, { now: 0 }, { segments, skills }).because) {
    if ('segment' in wanted) continue;
    const form = formOf(wanted) as LeafForm;
    if (!leafOf(wanted, skills)) unsupported.push(path);
    else facts.add(NAMES[form] ?? (form as keyof Facts));
    if (/"(time|skill|within|withinLast|olderThan)"/.test(JSON.stringify(wanted))) facts.add('now');
    if ('event' in wanted) events.add(wanted.event);
    if ('element' in wanted) elements.set(elementKey(wanted.element), wanted.element);
    if ('skill' in wanted) {
      for (const { id, signals } of skills) if (id === wanted.skill) for (const signal of signals) events.add(signal);
    }
  }
  return {
    facts: [...facts],
    history: facts.has('history'),
    events: [...events],
    elements: [...elements.values()],
    unsupported,
  };
};
