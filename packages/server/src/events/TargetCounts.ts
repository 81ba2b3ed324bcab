import type { MissingReason } from '@shirube/schema/events';
import type { RunsQuery } from './EventStore.ts';

/** Which runs the report of targets is about. */
export interface TargetsQuery extends RunsQuery {
  readonly tourId?: string | undefined;
  readonly version?: number | undefined;
  /** Epoch ms: runs that started from here on are the recent ones. */
  readonly recentFrom: number;
  /** ms: how finely the course of a troubled step is told, counted from `from`. */
  readonly bucketMs: number;
}

/** Runs, each once. A run that was told at least once that the target is missing is missing; else, if it healed, healed. */
export interface Looks {
  /** Runs that showed the step, or were told about its target. */
  readonly looked: number;
  readonly healed: number;
  readonly missing: number;
}
/** What became of a step whose target was missing. The first that is true of a run counts. */
export const BECAME = ['ended', 'skipped', 'centered', 'foundLater', 'waited'] as const;
export type Became = (typeof BECAME)[number];

export interface TargetStepCounts {
  readonly tourId: string;
  readonly stepId: string;
  readonly all: Looks;
  readonly recent: Looks;
  /** Newest first. */
  readonly versions: readonly ({ readonly version: number } & Looks)[];
  /** Missing runs by the reason that was told first; most first. */
  readonly reasons: readonly { readonly reason: MissingReason; readonly runs: number }[];
  readonly became: Readonly<Record<Became, number>>;
  /** Of each run's lowest, missing or not; to a thousandth. */
  readonly confidence: { readonly median: number; readonly min: number; readonly runs: number } | null;
  /** Paths where it was missing or healed, at most three, most runs first. */
  readonly pages: readonly { readonly page: string; readonly runs: number }[];
  /** Epoch ms. */
  readonly firstMissingAt: number | null;
  readonly lastMissingAt: number | null;
  readonly firstHealedAt: number | null;
  readonly lastHealedAt: number | null;
  /** Any run of its tour in the period is simulated. */
  readonly simulated: boolean;
  /** The course in time, oldest first, then by version; empty when nothing was ever missing or healed. */
  readonly course: readonly CoursePart[];
}
export interface CoursePart extends Looks {
  /** Runs that started in [at, at + bucketMs), epoch ms. */
  readonly at: number;
  readonly version: number;
  /** Epoch ms, of these runs. */
  readonly firstMissingAt: number | null;
  readonly firstHealedAt: number | null;
}
export const MAX_PAGES = 3;
