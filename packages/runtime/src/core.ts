import type { Bundle } from '@shirube/schema/bundle';
import type { OtherEvent, RunEvent, ShirubeEvent, TourState } from '@shirube/schema/events';
import type { PastEvent } from '@shirube/schema/rules';
import type { Position } from './engine/plan.ts';
import { uuid } from './lib/uuid.ts';
import type { ShirubeOptions, User } from './options.ts';
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
  /** Tours that are not for this person, so that the next pages need not ask the rules. */
  readonly notFor?: NotFor | undefined;
}
/** Remembered answers of audiences that nothing on a page and no clock can change. */
export interface NotFor {
  /** All that the answers depended on. */
  readonly of: string;
  readonly tours: readonly string[];
  /** Epoch ms: what other devices did meanwhile is asked for again then. */
  readonly until: number;
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
  /** Epoch ms of its last change. */
  readonly at?: number | undefined;
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

/** The version that is named to the server. */
export const SDK = '0.1.0';

/** An event with everything that every event has. */
export const complete = (core: Core, event: NewEvent, at: number, id: string): ShirubeEvent => {
  const { device, user, recordId } = core;
  const { anonymousId, sessionId } = device;
  // Whose record it is, so that what ends because someone else came is still told of the one who left.
  const userId = recordId || user?.id || device.userId;
  return { id, at, anonymousId, sessionId, ...(userId && userId !== anonymousId ? { userId } : {}), ...event };
};

/** Changes what is kept about this browser, here at once and in the store atomically, so that two tabs both count. */
export const changeDevice = (core: Core, change: (device: Device) => Device): Promise<void> => {
  core.device = change(core.device);
  return core.store.update<Device>('device', (old) => change(old ?? core.device));
};

export const recordKey = (id: string): string => `user:${id}`;
export const newDevice = (): Device => ({
  anonymousId: uuid(),
  sessionId: uuid(),
  sessionAt: 0,
  sessions: 0,
  auto: [],
});
