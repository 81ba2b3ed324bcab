import type { Problem } from './problem.ts';
import type { PastEvent } from './rules/facts.ts';
import type { OnMissing } from './tour.ts';

/** The event catalogue: product contract section 7. Times are client epoch ms; ids are UUIDv7. */
export interface EventBase {
  readonly id: string;
  readonly at: number;
  readonly userId?: string | undefined;
  readonly anonymousId: string;
  readonly sessionId: string;
  /** True for data made by the demo's `simulate`; reports label it. */
  readonly simulated?: boolean | undefined;
  /** True when the client cut long strings or deep values out of it, so that it could be sent. */
  readonly truncated?: boolean | undefined;
}
export interface RunPart {
  readonly tourId: string;
  readonly version: number;
  readonly runId: string;
  readonly locale?: string | undefined;
}
export interface StepPart extends RunPart {
  readonly stepId: string;
}
export type StartSource = 'auto' | 'manual' | 'checklist' | 'hub' | 'link' | 'api';
export type CompletedVia = 'button' | 'click' | 'input' | 'event' | 'page' | 'condition' | 'delay';
export type SkipReason = 'show_if' | 'target_missing';
export type DismissedVia = 'close' | 'escape' | 'outside' | 'api';
export type EndReason = 'target_missing' | 'killed' | 'replaced' | 'error';
export type MissingReason =
  | 'not_found'
  | 'hidden'
  | 'off_screen'
  | 'covered'
  | 'ambiguous'
  | 'frame_blocked'
  | 'timed_out';

/** What the engine says happened in a run; the runtime adds EventBase to it. */
export type RunEvent =
  | (RunPart & { readonly type: 'tour_started'; readonly source: StartSource })
  | (StepPart & { readonly type: 'step_viewed' })
  /** `visibleMs`: how long the step was on a visible screen, from a monotonic clock. */
  | (StepPart & {
      readonly type: 'step_completed';
      readonly via: CompletedVia;
      readonly visibleMs?: number | undefined;
    })
  | (StepPart & { readonly type: 'step_back'; readonly visibleMs?: number | undefined })
  | (StepPart & { readonly type: 'step_skipped'; readonly reason: SkipReason })
  | (RunPart & { readonly type: 'tour_completed' })
  | (StepPart & {
      readonly type: 'tour_dismissed';
      readonly via: DismissedVia;
      readonly visibleMs?: number | undefined;
    })
  | (RunPart & { readonly type: 'tour_ended'; readonly reason: EndReason; readonly stepId?: string | undefined })
  | (StepPart & {
      readonly type: 'target_missing';
      readonly reason: MissingReason;
      readonly waitedMs?: number | undefined;
      readonly onMissing?: OnMissing | undefined;
      readonly page?: string | undefined;
    })
  /** `page`: path of the page on which it happened, without query, and with every part that may be an id or a name of someone as `:id`. */
  | (StepPart & {
      readonly type: 'target_healed';
      readonly confidence: number;
      readonly page?: string | undefined;
    });
export type OtherEvent =
  | {
      readonly type: 'tour_exposed';
      readonly tourId: string;
      readonly version: number;
      readonly runId?: string | undefined;
      readonly locale?: string | undefined;
      readonly arm: 'shown' | 'held_out';
    }
  | { readonly type: 'track'; readonly name: string; readonly props?: Readonly<Record<string, unknown>> | undefined }
  /** The latest traits of an identified user; the last one by `at` wins. */
  | {
      readonly type: 'identify';
      readonly traits: Readonly<Record<string, unknown>>;
      readonly company?:
        | { readonly id: string; readonly traits?: Readonly<Record<string, unknown>> | undefined }
        | undefined;
    };
export type ShirubeEvent = EventBase & (RunEvent | OtherEvent);
export type EventType = ShirubeEvent['type'];

/** The body of `POST /v1/events`. */
export interface EventBatch {
  readonly key: string;
  /** Client epoch ms at sending: the server subtracts it from its own clock to correct a wrong device clock. */
  readonly sentAt: number;
  /** Version of the SDK that sent it. */
  readonly sdk?: string | undefined;
  /** Counts up per tab, so that gaps can be seen. */
  readonly sequence?: number | undefined;
  /** Events given up since the last batch, by reason. */
  readonly dropped?: Readonly<Record<string, number>> | undefined;
  /** Proof of who the events' userId is: hex HMAC-SHA256 of the user id with the environment's secret. */
  readonly signature?: string | undefined;
  readonly events: readonly ShirubeEvent[];
}
/** 202 answer. `rejected[].index` counts within the sent batch. `states` follows the events' users: progress from all their devices. */
export interface EventAnswer {
  readonly accepted: number;
  readonly rejected: readonly { readonly index: number; readonly problem: Problem }[];
  readonly state?: UserState | undefined;
}
/** A user's progress, the same on every device. `GET /v1/users/:id/state?key=pk_…&signature=…`. */
export interface UserState {
  readonly userId: string;
  readonly tours: Readonly<Record<string, TourState>>;
  /** The user's own tracked events that live rules and skills ask for, newest first, bounded per name; so a veteran is known on a new device. */
  readonly history: readonly PastEvent[];
}
export interface TourState {
  readonly version: number;
  readonly startedAt?: number | undefined;
  readonly completedAt?: number | undefined;
  readonly dismissedAt?: number | undefined;
  /** How many runs were started (for `every … atMost`). */
  readonly runs: number;
  /** The last run, and where it is. */
  readonly runId?: string | undefined;
  readonly stepId?: string | undefined;
  readonly status: 'running' | 'completed' | 'dismissed' | 'ended';
  readonly at: number;
}
export const BATCH_MAX_EVENTS = 500;
export const BATCH_MAX_BYTES = 512 * 1024;

/** Characters of a name, an id, a locale. */
export const TEXT_MAX_LENGTH = 200;
/** What the props of an event, or the traits of a user or company, may hold: characters of keys and texts and one for each value. */
export const PROPS_MAX_SIZE = 16_384;
export const PROPS_MAX_DEPTH = 8;

export { BASE_FIELDS, type CatalogueEntry, type CatalogueField, EVENT_CATALOGUE } from './eventCatalogue.ts';
