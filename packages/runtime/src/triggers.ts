import { elementKey, type Facts } from '@shirube/schema/rules';
import type { LiveCandidate } from './candidates.ts';
import { MINUTE_MS } from './core.ts';

/** A trigger event is good for this long after it is due: later is the wrong moment. */
const EVENT_FRESH_MS = MINUTE_MS;

/** Which tours' triggers have fired, and since when. */
export interface Triggers {
  /** By tour id: when it is due, its delay included (epoch ms). */
  readonly due: Map<string, number>;
  /** Looks again at pages and elements. */
  update(candidates: readonly LiveCandidate[], facts: Facts): void;
  /** A tracked event. */
  event(candidates: readonly LiveCandidate[], name: string, at: number): void;
}

export const createTriggers = (): Triggers => {
  const due = new Map<string, number>();
  const delayOf = ({ live }: LiveCandidate): number => {
    const { trigger } = live.tour;
    return (trigger && 'delayMs' in trigger && trigger.delayMs) || 0;
  };
  const set = (candidate: LiveCandidate, holds: boolean | undefined, now: number): void => {
    if (!holds) due.delete(candidate.id);
    else if (!due.has(candidate.id)) due.set(candidate.id, now + delayOf(candidate));
  };
  return {
    due,
    update(candidates, facts) {
      for (const candidate of candidates) {
        const { trigger } = candidate.live.tour;
        if (candidate.page) set(candidate, candidate.page(facts) === true, facts.now);
        else if (trigger?.on === 'element')
          set(candidate, facts.elements?.[elementKey(trigger.element)]?.[trigger.is ?? 'visible'], facts.now);
        else if ((due.get(candidate.id) ?? facts.now) + EVENT_FRESH_MS < facts.now) due.delete(candidate.id);
      }
    },
    event(candidates, name, at) {
      for (const candidate of candidates) {
        const { trigger } = candidate.live.tour;
        if (trigger?.on === 'event' && trigger.event === name) due.set(candidate.id, at + delayOf(candidate));
      }
    },
  };
};
