import type { PastEvent, TourProgress } from '@shirube/schema/rules';

/** What is asked about everyone who was active since `activeSince`; what nothing asks for is not gathered. Times are server epoch ms. */
export interface PeopleQuery {
  readonly environment: string;
  readonly activeSince: number;
  /** First keys of the traits that are asked for. */
  readonly user: readonly string[];
  readonly company: readonly string[];
  /** Tracked events, at most `perName` of each name and person, the newest. */
  readonly events: readonly Moments[];
  readonly perName: number;
  readonly tours: readonly Moments[];
  /** What of the others is asked for: with `props` those of the events, with `id` everyone is a group of their own. */
  readonly also: ReadonlySet<'props' | 'locale' | 'id'>;
}
/**
 * How exactly times are asked for. With `edges` (server epoch ms, ascending) a time is told as the latest edge that is not after it, and as 0 before the
 * first: all that a window of a rule can tell apart, so that many people become alike. Without, times are told as they are.
 */
export interface Moments {
  readonly name: string;
  readonly edges?: readonly number[] | undefined;
}
/** People whom nothing that was asked for tells apart: a rule is asked once for all of them. */
export interface PeopleAlike {
  readonly user: Readonly<Record<string, unknown>>;
  readonly company: Readonly<Record<string, unknown>>;
  /** In any order. */
  readonly history: readonly PastEvent[];
  readonly tours: Readonly<Record<string, TourProgress>>;
  /** Of their latest start of a tour; null when it was not asked for, or is not known. */
  readonly locale: string | null;
  readonly people: number;
  readonly simulated: boolean;
  /** The latest active first, at most LATEST. */
  readonly latest: readonly { readonly userId: string; readonly lastSeenAt: number }[];
}
export const LATEST = 5;

/** People by id, or by a text in their id or in a value of their traits, whatever the case. The latest active first. */
export interface PeopleSearch {
  readonly environment: string;
  readonly ids?: readonly string[] | undefined;
  readonly search?: string | undefined;
  readonly limit: number;
}

/** What is answered of what was seen: more suggestions than these nobody reads, and a flood of made-up keys or names stays outside. */
export const SEEN_LIMITS = { traits: 500, values: 20, events: 500 } as const;
