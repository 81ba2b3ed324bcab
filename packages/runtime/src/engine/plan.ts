import type { Condition } from '@shirube/schema/rules';
import type { Step, Tour } from '@shirube/schema/tour';

/** What one run walks through. It never changes while the run lives. */
export interface Plan {
  readonly tour: Tour;
  readonly runId: string;
  /** The version that the run began with: its events carry it to the end. */
  readonly version: number;
  readonly locale: string;
}

/** Where a run is, as kept in the store: step ids, so that it outlives a new version of the tour. */
export interface Position {
  readonly stepId: string;
  /** Steps viewed and left before, oldest first: the way that Back goes. */
  readonly path: readonly string[];
  /** True when the step was on the screen: what its `advance` waits for counts from then on. */
  readonly seen: boolean;
  /** Hotspots whose tip was opened. Absent means none, as in what an older runtime kept. */
  readonly opened?: readonly string[] | undefined;
}

/** Milliseconds that a target is looked for before `onMissing` decides. */
export const DEFAULT_TIMEOUT_MS = 8000;
/** Back remembers this many steps. */
export const PATH_MAX = 50;

/** Index of a step by its id, or -1. */
export const indexOf = (tour: Tour, stepId: string | undefined): number =>
  stepId === undefined ? -1 : tour.steps.findIndex((step) => step.id === stepId);

/**
 * Where to go on when the step that a run stood on may be gone. The rule: the step itself; else the first step that came after it, in the
 * order of the version that the run began with, and still exists; else the last one before it that does; else the first step.
 */
export const nearestStep = (tour: Tour, stepId: string, oldOrder: readonly string[]): number => {
  const at = oldOrder.indexOf(stepId);
  const after = at < 0 ? [] : oldOrder.slice(at + 1);
  const before = at < 0 ? [] : oldOrder.slice(0, at).reverse();
  for (const id of [stepId, ...after, ...before]) {
    const index = indexOf(tour, id);
    if (index >= 0) return index;
  }
  return 0;
};

/**
 * True when a condition asks about the page on the screen. Such a `showIf` can only be answered on the step's page; any other is asked
 * before waiting for the page, so that nobody waits for a page that is not theirs. A segment may ask anything, so it counts as asking.
 */
export const asksPage = (condition: Condition): boolean =>
  /"(page|element|secondsOnPage|segment)":/.test(JSON.stringify(condition));

/** The conditions of a step's branches, in order; a branch without `when` always holds. */
export const branchConditions = (step: Step): readonly (Condition | undefined)[] =>
  (step.next ?? []).map((b) => b.when);
