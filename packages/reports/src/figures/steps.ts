import type { StepReport } from '@shirube/schema/report';

/** A step's runs, divided so that the parts add up: reached = passed + dismissed + abandoned + broken + inProgress. */
export interface StepFigures {
  /** 1 for the first step. */
  readonly number: number;
  readonly step: StepReport;
  /** Saw the step and went on, to another step or to the end. */
  readonly passed: number;
  /** dismissed + abandoned + broken. */
  readonly left: number;
}

/**
 * `passed` is what remains of `reached`: a run that left the step forward but never saw another one is counted where
 * it was lost, so `step.completed` (left forward) may be larger than `passed`.
 */
export const stepFigures = (steps: readonly StepReport[]): readonly StepFigures[] =>
  steps.map((step, index) => {
    const left = step.dropOff.dismissed + step.dropOff.abandoned + step.dropOff.broken;
    return { number: index + 1, step, left, passed: Math.max(0, step.reached - left - step.inProgress) };
  });
