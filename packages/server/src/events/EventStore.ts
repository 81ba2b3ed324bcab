import type { Person, SeenEvent, SeenTrait } from '@shirube/schema/api';
import type { PastEvent } from '@shirube/schema/rules';
import type { PeopleAlike, PeopleQuery, PeopleSearch } from './People.ts';
import type { StoredEvent } from './StoredEvent.ts';
import type { TargetStepCounts, TargetsQuery } from './TargetCounts.ts';

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
  /** The order in which the report shows steps; when two were viewed in the same ms, the later one here is the last. Steps that only events name come after these, by id. */
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
  /** Of each run's longest visit of the step; null when nobody left it yet. Quantiles interpolate (Hyndman and Fan type 7), to a thousandth of a ms. */
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

export interface UserQuery {
  readonly environment: string;
  readonly userId: string;
  /** The tracked events that the history is about. */
  readonly names: readonly string[] | 'all';
  /** The history holds at most this many of each name. */
  readonly perName: number;
}
export interface UserEvents {
  /** Run events, as stored. */
  readonly runs: readonly StoredEvent[];
  /** Tracked events, each once, newest first. `at` is corrected time. */
  readonly history: readonly PastEvent[];
}

/**
 * Where events are kept and counted. Adapters are held to one conformance suite; the in-memory one is written from the definitions alone.
 * Raw events are append-only, and may be there twice or in any order: every answer folds them so that neither changes a number. An adapter may keep
 * runs folded beside them; the raw events stay what counts.
 */
export interface EventStore {
  /** Resolves only when the events survive a crash of the process and of the machine; rejects when they may not. */
  append(events: readonly StoredEvent[]): Promise<void>;
  tour(query: TourQuery): Promise<TourCounts>;
  tours(query: RunsQuery): Promise<readonly ToursTotals[]>;
  /** Every step that a run in the period looked at, by tour and step id. Steps without a target are among them: only documents tell. */
  targets(query: TargetsQuery): Promise<readonly TargetStepCounts[]>;
  /** Derives again from the raw events whatever is derived from them; changes no number. Appends go on meanwhile, reports wait. */
  recount(): Promise<void>;
  ofUser(query: UserQuery): Promise<UserEvents>;
  /**
   * Everyone whom an event named, with their latest traits. Of traits the last told counts, by the corrected clock; a person was active at their latest event.
   * `people` groups those whom nothing that was asked for tells apart, in any order; two groups may be alike.
   */
  people(query: PeopleQuery): Promise<readonly PeopleAlike[]>;
  findPeople(query: PeopleSearch): Promise<readonly Person[]>;
  /** The most frequent first, then user before company, then by path; of values likewise. See SEEN_LIMITS and LEAF_LIMITS for how many. */
  seenTraits(environment: string): Promise<readonly SeenTrait[]>;
  /** Tracked events, each once; also those of nobody in particular. The most frequent first, then by name. */
  seenEvents(environment: string): Promise<readonly SeenEvent[]>;
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
