import type { LiveTour } from '@shirube/schema/bundle';
import { type Condition, compile, type Facts, factsNeeded, type Rule } from '@shirube/schema/rules';
import type { Step, StepKind, Target, Tour } from '@shirube/schema/tour';
import { byPriority, type Candidate } from './choose.ts';
import type { Core } from './core.ts';

/** A tour that can be chosen, with what its trigger and its rules look at. */
export interface LiveCandidate extends Candidate {
  readonly live: LiveTour;
  /** True when the audience says no, and nothing on a page and no clock can change that. */
  readonly staysOut: (facts: Facts) => boolean;
  /** For a page trigger. */
  readonly page?: Rule | undefined;
}
export interface Gathered {
  readonly candidates: readonly LiveCandidate[];
  /** Elements that audiences and triggers look at before anything runs. */
  readonly elements: readonly Target[];
  /** Names of tracked events that some rule of some tour counts. */
  readonly events: ReadonlySet<string>;
  /** True when an audience can change with time alone. */
  readonly timed: boolean;
  /** The seconds on a page at which an audience can change. */
  readonly seconds: readonly number[];
}

const TRIGGERS = ['page', 'event', 'element', 'manual'];
const ADVANCES = ['click', 'input', 'event', 'page', 'condition', 'delay'];
/** As a record, so that a kind that is left out is a type error. */
const KINDS: Readonly<Record<StepKind, true>> = {
  tooltip: true,
  modal: true,
  slideout: true,
  banner: true,
  hotspot: true,
};
/** What a page or a moment makes so. A rule that is asked without them is unknown where it depends on them. */
const PASSING = {
  url: undefined,
  elements: undefined,
  viewport: undefined,
  secondsOnPage: undefined,
  locale: undefined,
  device: undefined,
  timezone: undefined,
} as const;
const ALWAYS: Condition = { all: [] };

/** Makes all live tours ready, once per bundle. A tour that cannot be understood is left out with a diagnostic; the others live. */
export const gather = (core: Core): Gathered => {
  const { bundle, diagnose } = core;
  const candidates: LiveCandidate[] = [];
  const elements: Target[] = [];
  const events = new Set<string>();
  const seconds: number[] = [];
  let timed = false;
  for (const live of bundle.tours) {
    try {
      const { tour } = live;
      const flaw = flawOf(tour);
      if (flaw) throw new Error(flaw);
      const audience = tour.audience ?? ALWAYS;
      const { trigger } = tour;
      const asked = [audience, ...stepConditions(tour)].map((condition) => factsNeeded(condition, bundle));
      if (asked.some((needs) => needs.unsupported.length)) throw new Error('a condition is not understood');
      for (const needs of asked) for (const name of needs.events) events.add(name);
      elements.push(...(asked[0]?.elements ?? []));
      if (trigger?.on === 'element') elements.push(trigger.element);
      const moves = asked[0]?.facts.includes('now');
      if (moves) timed = true;
      if (asked[0]?.facts.includes('secondsOnPage'))
        for (const [, at] of JSON.stringify([audience, bundle.segments]).matchAll(/"secondsOnPage":([\d.]+)/g))
          seconds.push(Number(at));
      const rule = compile(audience, bundle);
      const aged = /"(withinLast|olderThan)"/.test(JSON.stringify([audience, bundle.segments]));
      candidates.push({
        id: tour.id,
        priority: tour.priority ?? 0,
        from: Date.parse(tour.schedule?.from ?? '') || 0,
        until: Date.parse(tour.schedule?.until ?? '') || Number.POSITIVE_INFINITY,
        audience: rule,
        frequency: tour.frequency ?? { show: 'once' },
        live,
        staysOut: (facts) =>
          !aged && rule({ ...facts, ...PASSING, history: moves ? undefined : facts.history }) === false,
        page: trigger?.on === 'page' ? compile({ page: trigger.page }) : undefined,
      });
    } catch (error) {
      diagnose(`tour_skipped:${live?.tour?.id}`, `The tour "${live?.tour?.id}" is left out: ${error}`);
    }
  }
  return { candidates: candidates.sort(byPriority), elements, events, timed, seconds };
};

/** Every condition that a run of the tour may ask. */
export const stepConditions = (tour: Tour): readonly Condition[] =>
  tour.steps.flatMap((step) => [
    ...(step.showIf ? [step.showIf] : []),
    ...(step.next ?? []).flatMap(({ when }) => when ?? []),
    ...(step.advance ?? []).flatMap((advance) => (advance.on === 'condition' ? advance.when : [])),
  ]);

/** The parser has the say at publishing; this only keeps a hostile or newer document from reaching the rest. */
const flawOf = (tour: Tour): string | undefined => {
  if (typeof tour.id !== 'string' || !Array.isArray(tour.steps) || !tour.steps.length) return 'no id or no steps';
  if (tour.trigger && !TRIGGERS.includes(tour.trigger.on)) return 'its trigger is not understood';
  const bad = tour.steps.some(
    (step: Step) =>
      !step?.id ||
      !step.content ||
      !Object.hasOwn(KINDS, step.kind) ||
      // Without what leaves it, the step would stand there for ever.
      step.advance?.some(({ on }) => !ADVANCES.includes(on)),
  );
  return !bad ? undefined : 'a step is not understood';
};
