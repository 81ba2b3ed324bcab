import { type Evaluation, elementKey, evaluate, type Facts } from '@shirube/schema/rules';
import { gather } from '../candidates.ts';
import { freeAt } from '../choose.ts';
import { lookAt } from '../page/watchElements.ts';
import { coreOf, factsOf, type Play } from './stage.ts';

/** Whether the tour would start by itself for this person, here and now: every gate of the runtime's own choice, each for itself. */
export interface Judgement {
  readonly schedule: 'open' | 'not_yet' | 'over';
  readonly audience: Evaluation;
  /** `here`: it fires on this page now. `elsewhere`: on another page. `waits`: for an event, or an element that is not there yet. */
  readonly trigger: 'here' | 'elsewhere' | 'waits' | 'manual';
  /** Epoch ms from which its frequency lets it start again: 0 always, Infinity never. */
  readonly freeAt: number;
  readonly facts: Facts;
}

/** Undefined: the runtime would leave the tour out, because it does not understand it. */
export const judge = (play: Play): Judgement | undefined => {
  const core = coreOf(play, new AbortController().signal);
  const { candidates, elements } = gather(core);
  const [candidate] = candidates;
  if (!candidate) return undefined;
  const seen = Object.fromEntries(elements.map((target) => [elementKey(target), lookAt(target, document)]));
  const facts = factsOf(core, play.person, seen, performance.timeOrigin);
  const { audience = { all: [] }, trigger } = play.tour;
  const fires = (): boolean =>
    trigger?.on === 'element'
      ? seen[elementKey(trigger.element)]?.[trigger.is ?? 'visible'] === true
      : candidate.page?.(facts) === true;
  const other = trigger?.on === 'page' ? 'elsewhere' : 'waits';
  return {
    schedule: facts.now < candidate.from ? 'not_yet' : facts.now >= candidate.until ? 'over' : 'open',
    audience: evaluate(audience, facts, core.bundle),
    trigger: !trigger || trigger.on === 'manual' ? 'manual' : fires() ? 'here' : other,
    freeAt: freeAt(candidate.frequency, core.record.tours[play.tour.id]),
    facts,
  };
};
