import type { TargetState, TargetStep } from '@shirube/schema/report';

/** How the targets of many steps stand together. */
export interface TargetsFinding {
  readonly total: number;
  readonly count: Readonly<Record<TargetState, number>>;
  /** Epoch ms: since when the first of the broken ones is; null when that is not known of any. */
  readonly brokenSince: number | null;
  /** All broken ones since the same moment. */
  readonly together: boolean;
}

export const findingOfTargets = (steps: readonly TargetStep[]): TargetsFinding => {
  const count = (state: TargetState) => steps.filter(({ verdict }) => verdict.state === state).length;
  const broken = steps.filter(({ verdict }) => verdict.state === 'broken').map(({ verdict }) => verdict.since);
  const dated = broken.filter((since) => since !== null);
  return {
    total: steps.length,
    count: {
      broken: count('broken'),
      fragile: count('fragile'),
      healing: count('healing'),
      collecting: count('collecting'),
      healthy: count('healthy'),
    },
    brokenSince: dated.length === 0 ? null : Math.min(...dated),
    together: new Set(broken).size === 1,
  };
};

/** What somebody should do something about. */
export const needsRepair = ({ verdict: { state } }: TargetStep): boolean =>
  state === 'broken' || state === 'fragile' || state === 'healing';
