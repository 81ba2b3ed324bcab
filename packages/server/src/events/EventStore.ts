import type { PastEvent } from '@shirube/schema/rules';
import type { StoredEvent } from './StoredEvent.ts';

/** Which runs a report is about. Times are epoch ms; a run counts when it started in [from, until). */
export interface RunsQuery {
  readonly environment: string;
  readonly from: number;
  readonly until: number;
  /** The moment of reading: a run without an ending is abandoned when its last event is 30 minutes older than this. */
  readonly now: number;
}
export interface TourQuery extends RunsQuery {
  readonly tourId: string;
  readonly version?: number | undefined;
  readonly locale?: string | undefined;
  /** Every step to count, in the order in which the report shows them; when two were viewed in the same ms, the later one here is the last. */
  readonly steps: readonly string[];
}

/** What became of runs. started = completed + dismissed + abandoned + broken + inProgress. */
export interface Outcomes {
  readonly completed: number;
  readonly dismissed: number;
  readonly abandoned: number;
  readonly broken: number;
  readonly inProgress: number;
}
export interface RunTotals extends Outcomes {
  readonly started: number;
  readonly simulated: boolean;
  readonly lastEventAt: number | null;
}
/** Runs, not events: a run that viewed a step twice counts once. */
export interface StepCounts {
  readonly stepId: string;
  readonly reached: number;
  readonly completed: number;
  readonly skipped: number;
  readonly targetMissing: number;
  readonly targetHealed: number;
  /** Runs whose last viewed step this is, by what became of them. */
  readonly last: Outcomes;
  /** Of each run's longest visit of the step; null when nobody left it yet. Quantiles interpolate (Hyndman and Fan type 7). */
  readonly time: { readonly medianMs: number; readonly p90Ms: number; readonly runs: number } | null;
}
export interface TourCounts {
  readonly totals: RunTotals;
  readonly neverShown: Outcomes;
  readonly steps: readonly StepCounts[];
  /** Started and completed runs by the quarter of an hour of their start (epoch ms / 900,000): every time zone's days are made of these. */
  readonly quarters: readonly { readonly quarter: number; readonly started: number; readonly completed: number }[];
  readonly versions: readonly { readonly version: number; readonly started: number; readonly completed: number }[];
  readonly locales: readonly { readonly locale: string; readonly started: number }[];
}
export interface ToursTotals extends RunTotals {
  readonly tourId: string;
}

/**
 * Where events are kept and counted. Adapters are held to one conformance suite; the in-memory one is written from the definitions alone.
 * Raw events are append-only, and may be there twice or in any order: every answer folds them so that neither changes a number.
 */
export interface EventStore {
  /** Resolves only when the events survive a crash of the process and of the machine; rejects when they may not. */
  append(events: readonly StoredEvent[]): Promise<void>;
  tour(query: TourQuery): Promise<TourCounts>;
  tours(query: RunsQuery): Promise<readonly ToursTotals[]>;
  /** Step ids of a tour that any event names, sorted. */
  stepsSeen(environment: string, tourId: string): Promise<readonly string[]>;
  /** Run events of one user, as stored. */
  runEventsOf(environment: string, userId: string): Promise<readonly StoredEvent[]>;
  /** Tracked events of these names, each once, newest first, at most `perName` of each. `at` is corrected time. */
  historyOf(
    environment: string,
    userId: string,
    names: readonly string[],
    perName: number,
  ): Promise<readonly PastEvent[]>;
  /** Distinct event ids stored, for proofs that nothing is lost. */
  distinctIds(): Promise<readonly string[]>;
  /** Every event received at or after this server epoch ms, as stored. */
  since(received: number): Promise<readonly StoredEvent[]>;
  /** Rejects when the store cannot answer. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

/** No ending and no event for this long: abandoned. */
export const ABANDONED_AFTER_MS = 30 * 60_000;
export const QUARTER_MS = 15 * 60_000;
