import type { Bundle, LiveTour } from '@shirube/schema/bundle';
import type { OtherEvent, RunEvent, ShirubeEvent, TourState } from '@shirube/schema/events';
import type { PastEvent } from '@shirube/schema/rules';
import type { Position } from './engine/plan.ts';
import type { ShirubeOptions, Traits, User } from './options.ts';
import type { Diagnose, Store } from './ports.ts';

/** What is kept about this browser. Times are epoch ms. */
export interface Device {
  readonly anonymousId: string;
  /** Who was identified last, until `reset`. */
  readonly userId?: string | undefined;
  readonly sessionId: string;
  readonly sessionAt: number;
  /** Sessions so far, this one included. */
  readonly sessions: number;
  /** When guides started by themselves in the last 24 hours, whoever the user was. */
  readonly auto: readonly number[];
  /** What the last `identify` event said, so that it is not sent on every page. */
  readonly told?: string | undefined;
  /** `updatedAt` of the bundle in the store. */
  readonly bundleAt?: number | undefined;
  /** True once an event was made here: something may wait to be sent. */
  readonly sends?: boolean | undefined;
}
/** A run that goes on after a reload, on another page, or in another tab. */
export interface SavedRun {
  readonly tourId: string;
  readonly version: number;
  readonly runId: string;
  readonly position: Position;
  /** Step ids of the version that it began with, in order. */
  readonly order: readonly string[];
  readonly at: number;
}
/** What is kept about one user, identified or anonymous. */
export interface UserRecord {
  readonly tours: Readonly<Record<string, TourState>>;
  readonly history: readonly PastEvent[];
  readonly run?: SavedRun | undefined;
}
export type NewEvent = RunEvent | OtherEvent;

/** What every stage shares. Who holds it may read all; each field is written in the one place that its comment names. */
export interface Core {
  readonly options: ShirubeOptions;
  /** Without a slash at the end; '' without a server. */
  readonly endpoint: string;
  readonly key: string;
  readonly store: Store;
  readonly diagnose: Diagnose;
  /** Aborted by `destroy`. */
  readonly gone: AbortSignal;
  readonly listeners: Map<string, Set<(event: ShirubeEvent) => void>>;
  /** Written by the loader. */
  device: Device;
  /** Written by the loader: what `identify` said on this page. */
  user: User | undefined;
  /** Written by the loader. */
  bundle: Bundle;
  /** Whose `record` it is. */
  recordId: string;
  record: UserRecord;
}

export const EMPTY_RECORD: UserRecord = { tours: {}, history: [] };
export const MINUTE_MS = 60_000;
export const DAY_MS = 86_400_000;
/** A run that nothing happened to for this long is not resumed. */
export const RESUME_WITHIN_MS = 7 * DAY_MS;
/** A session ends after this long without an event. */
export const SESSION_MS = 30 * MINUTE_MS;

export const recordKey = (id: string): string => `user:${id}`;
export const liveTour = (core: Core, tourId: string): LiveTour | undefined =>
  core.bundle.tours.find((live) => live?.tour?.id === tourId);
/** Traits that variables and rules read. */
export const traitsOf = (core: Core): Traits => core.user?.traits ?? {};
