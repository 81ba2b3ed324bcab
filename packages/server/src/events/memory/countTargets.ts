import type { MissingReason } from '@shirube/schema/events';
import type { StoredEvent } from '../StoredEvent.ts';
import {
  BECAME,
  type Became,
  type Looks,
  MAX_PAGES,
  type TargetStepCounts,
  type TargetsQuery,
} from '../TargetCounts.ts';
import { quantile } from './counts.ts';
import type { NaiveRun } from './naiveRuns.ts';

/** The targets of one tour's steps, from its runs in the period. */
export const countTargets = (
  tourId: string,
  runs: readonly NaiveRun[],
  query: TargetsQuery,
): readonly TargetStepCounts[] => {
  const stepIds = new Set(runs.flatMap(({ events }) => events.map(({ stepId }) => stepId)));
  return [...stepIds]
    .filter((stepId) => stepId !== null)
    .sort((a, b) => (a < b ? -1 : 1))
    .map((stepId) =>
      countStep(
        tourId,
        stepId,
        runs.map((run) => lookOf(run, stepId)),
        query,
      ),
    )
    .filter(({ all }) => all.looked > 0);
};

/** What one run has to say about the target of one step. Times are server epoch ms. */
interface Look {
  readonly run: NaiveRun;
  readonly looked: boolean;
  /** By time, as the client told it. */
  readonly missing: readonly StoredEvent[];
  readonly healed: readonly StoredEvent[];
  readonly became: Became | undefined;
}
const lookOf = (run: NaiveRun, stepId: string): Look => {
  const here = run.events.filter((event) => event.stepId === stepId);
  const of = (type: StoredEvent['type']) => here.filter((event) => event.type === type).toSorted((a, b) => a.at - b.at);
  const missing = of('target_missing');
  const healed = of('target_healed');
  const views = of('step_viewed');
  return {
    run,
    looked: views.length + missing.length + healed.length > 0,
    missing,
    healed,
    became: missing.length === 0 ? undefined : becameOf(here, missing),
  };
};

const becameOf = (here: readonly StoredEvent[], missing: readonly StoredEvent[]): Became => {
  const acts = missing.map((event) => told(event).onMissing);
  const was = (type: StoredEvent['type']) =>
    here.some((event) => event.type === type && event.detail === 'target_missing');
  if (acts.includes('end') || was('tour_ended')) return 'ended';
  if (acts.includes('skip') || was('step_skipped')) return 'skipped';
  if (acts.includes('center')) return 'centered';
  const since = Math.min(...missing.map(({ at }) => at));
  return here.some((event) => event.type === 'step_viewed' && event.at >= since) ? 'foundLater' : 'waited';
};

const countStep = (tourId: string, stepId: string, all: readonly Look[], query: TargetsQuery): TargetStepCounts => {
  const looks = all.filter(({ looked }) => looked);
  const missing = looks.filter((look) => look.missing.length > 0);
  const healed = looks.filter((look) => look.healed.length > 0);
  const confidences = healed
    .map((look) => look.healed.map((event) => told(event).confidence).filter((one) => one !== undefined))
    .filter((ofRun) => ofRun.length > 0)
    .map((ofRun) => Math.min(...ofRun.map((one) => Math.round(1000 * one))));
  const pages = looks
    .map((look) => [...look.missing, ...look.healed].flatMap((event) => told(event).page ?? []).sort()[0])
    .filter((page) => page !== undefined);
  return {
    tourId,
    stepId,
    all: looksOf(looks),
    recent: looksOf(looks.filter(({ run }) => run.startedAt >= query.recentFrom)),
    versions: distinct(looks.map(({ run }) => run.version))
      .sort((a, b) => b - a)
      .map((version) => ({ version, ...looksOf(looks.filter(({ run }) => run.version === version)) })),
    reasons: countBy(missing.map((look) => reasonOf(look.missing))).map(([reason, runs]) => ({ reason, runs })),
    became: {
      ended: 0,
      skipped: 0,
      centered: 0,
      foundLater: 0,
      waited: 0,
      ...Object.fromEntries(BECAME.map((became) => [became, missing.filter((look) => look.became === became).length])),
    },
    confidence:
      confidences.length === 0
        ? null
        : {
            median: quantile(confidences, 0.5) / 1000,
            min: Math.min(...confidences) / 1000,
            runs: confidences.length,
          },
    pages: countBy(pages)
      .slice(0, MAX_PAGES)
      .map(([page, runs]) => ({ page, runs })),
    firstMissingAt: timeOf(missing, 'missing', Math.min),
    lastMissingAt: timeOf(missing, 'missing', Math.max),
    firstHealedAt: timeOf(healed, 'healed', Math.min),
    lastHealedAt: timeOf(healed, 'healed', Math.max),
    simulated: all.some(({ run }) => run.simulated),
    course: missing.length + healed.length === 0 ? [] : courseOf(looks, query),
  };
};

const courseOf = (looks: readonly Look[], { from, bucketMs }: TargetsQuery): TargetStepCounts['course'] => {
  const atOf = ({ run }: Look) => from + Math.floor((run.startedAt - from) / bucketMs) * bucketMs;
  return distinct(looks.map((look) => `${atOf(look)} ${look.run.version}`))
    .map((key) => looks.filter((look) => `${atOf(look)} ${look.run.version}` === key))
    .map((part) => {
      const [first] = part as [Look, ...Look[]];
      return {
        at: atOf(first),
        version: first.run.version,
        ...looksOf(part),
        firstMissingAt: timeOf(part, 'missing', Math.min),
        firstHealedAt: timeOf(part, 'healed', Math.min),
      };
    })
    .sort((a, b) => a.at - b.at || a.version - b.version);
};

const looksOf = (looks: readonly Look[]): Looks => ({
  looked: looks.length,
  healed: looks.filter((look) => look.healed.length > 0 && look.missing.length === 0).length,
  missing: looks.filter((look) => look.missing.length > 0).length,
});
/** Of those told first, in case of a tie the one that stands first in the catalogue of reasons. */
const reasonOf = (missing: readonly StoredEvent[]): MissingReason => {
  const first = Math.min(...missing.map(({ at }) => at));
  const reasons = missing.filter(({ at }) => at === first).map(({ detail }) => detail);
  return REASONS.find((reason) => reasons.includes(reason)) ?? 'not_found';
};
const REASONS = ['not_found', 'hidden', 'off_screen', 'covered', 'ambiguous', 'frame_blocked', 'timed_out'] as const;

const timeOf = (
  looks: readonly Look[],
  what: 'missing' | 'healed',
  pick: (...values: number[]) => number,
): number | null => {
  const times = looks.flatMap((look) => look[what].map(({ at }) => at + look.run.clock));
  return times.length === 0 ? null : pick(...times);
};
/** How often each occurs: the most frequent first, then in the order of text. */
const countBy = <T extends string>(values: readonly T[]): readonly (readonly [T, number])[] =>
  distinct(values)
    .map((value) => [value, values.filter((one) => one === value).length] as const)
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
const distinct = <T>(values: readonly T[]): T[] => [...new Set(values)];

interface Told {
  readonly confidence?: number;
  readonly onMissing?: string;
  readonly page?: string;
}
const told = ({ payload }: StoredEvent): Told => (payload === null ? {} : (JSON.parse(payload) as Told));
