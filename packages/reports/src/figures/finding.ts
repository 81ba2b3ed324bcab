import type { TourReport } from '@shirube/schema/report';
import { type StepFigures, stepFigures } from './steps.ts';

export type Cause = 'dismissed' | 'abandoned' | 'broken';
export interface Split {
  readonly dismissed: number;
  readonly abandoned: number;
  readonly broken: number;
}
/** Where the most runs were lost, if one place stands out. */
export type Leak =
  /** Nobody left. */
  | { readonly kind: 'none' }
  /** Two or more places lost equally many. */
  | { readonly kind: 'spread' }
  | { readonly kind: 'step'; readonly figures: StepFigures; readonly left: number; readonly most: boolean }
  | { readonly kind: 'never-shown'; readonly left: number; readonly most: boolean };
export interface Finding {
  readonly leak: Leak;
  /** All runs that left, wherever. */
  readonly left: number;
  readonly split: Split;
  /** The largest part of `split`, or null when nobody left there or two parts are equal. */
  readonly cause: Cause | null;
}

/** What the report says when it has one sentence to say it. `most` is more than half of all runs that left. */
export const findingOf = (report: TourReport): Finding => {
  const { dismissed, abandoned, broken } = report.neverShown;
  const neverShown = dismissed + abandoned + broken;
  const figures = stepFigures(report.steps);
  const left = figures.reduce((sum, one) => sum + one.left, neverShown);
  const largest = Math.max(neverShown, ...figures.map((one) => one.left));
  const whole = {
    dismissed: report.summary.dismissed,
    abandoned: report.summary.abandoned,
    broken: report.summary.broken,
  };
  if (largest === 0) return { leak: { kind: 'none' }, left, split: whole, cause: null };
  const steps = figures.filter((one) => one.left === largest);
  if (steps.length + (neverShown === largest ? 1 : 0) > 1) {
    return { leak: { kind: 'spread' }, left, split: whole, cause: largestOf(whole) };
  }
  const most = largest * 2 > left;
  const step = steps[0];
  const split = step ? step.step.dropOff : report.neverShown;
  return {
    leak: step ? { kind: 'step', figures: step, left: largest, most } : { kind: 'never-shown', left: largest, most },
    left,
    split,
    cause: largestOf(split),
  };
};

const largestOf = (split: Split): Cause | null => {
  const causes: readonly Cause[] = ['dismissed', 'abandoned', 'broken'];
  const largest = Math.max(...causes.map((cause) => split[cause]));
  const found = causes.filter((cause) => split[cause] === largest);
  return largest > 0 && found.length === 1 ? (found[0] ?? null) : null;
};
