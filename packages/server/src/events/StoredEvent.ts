import type { ShirubeEvent } from '@shirube/schema/events';

/**
 * One event as the event stores keep it: flat, so that a column store can keep it too. Raw and append-only; nothing here is ever changed.
 * Times are epoch ms: `at` by the client's clock, `received` by ours, `ts` is `at` corrected by the batch's `sentAt`.
 */
export interface StoredEvent {
  readonly environment: string;
  readonly id: string;
  readonly type: ShirubeEvent['type'];
  readonly at: number;
  readonly ts: number;
  readonly received: number;
  readonly userId: string | null;
  readonly anonymousId: string;
  readonly sessionId: string;
  readonly simulated: boolean;
  readonly tourId: string | null;
  readonly version: number | null;
  readonly runId: string | null;
  readonly stepId: string | null;
  readonly locale: string | null;
  /** The one word that says how or why: source, via, reason or arm; for `track` its name. */
  readonly detail: string | null;
  readonly visibleMs: number | null;
  /** JSON of what has no column of its own: props, traits and company, confidence, waitedMs, onMissing, page. */
  readonly payload: string | null;
}

/** When and for which environment a batch came in. `sentAt` is client epoch ms, `received` server epoch ms. */
export interface Arrival {
  readonly environment: string;
  readonly received: number;
  readonly sentAt: number;
}

/**
 * The client's clock may be wrong by days, but the time between an event and its sending is right:
 * ts = received − (sentAt − at). Never in the future of `received`, which happens when the clock was set back in between;
 * an event may be days old when the device was offline.
 */
export const correctedTime = (at: number, { received, sentAt }: Arrival): number =>
  Math.max(0, received - Math.max(0, Math.round(sentAt - at)));

export const toStored = (event: ShirubeEvent, arrival: Arrival): StoredEvent => {
  const run = 'runId' in event || 'tourId' in event ? event : undefined;
  return {
    environment: arrival.environment,
    id: clean(event.id),
    type: event.type,
    at: Math.max(0, Math.round(event.at)),
    ts: correctedTime(event.at, arrival),
    received: arrival.received,
    userId: cleanOrNull(event.userId),
    anonymousId: clean(event.anonymousId),
    sessionId: clean(event.sessionId),
    simulated: event.simulated === true,
    tourId: cleanOrNull(run?.tourId),
    version: run?.version ?? null,
    runId: cleanOrNull(run?.runId),
    stepId: cleanOrNull('stepId' in event ? event.stepId : undefined),
    locale: cleanOrNull(run?.locale),
    detail: cleanOrNull(detailOf(event)),
    visibleMs: 'visibleMs' in event && event.visibleMs !== undefined ? Math.round(event.visibleMs) : null,
    payload: payloadOf(event),
  };
};

const detailOf = (event: ShirubeEvent): string | undefined => {
  switch (event.type) {
    case 'tour_started':
      return event.source;
    case 'step_completed':
    case 'tour_dismissed':
      return event.via;
    case 'step_skipped':
    case 'tour_ended':
    case 'target_missing':
      return event.reason;
    case 'tour_exposed':
      return event.arm;
    case 'track':
      return event.name;
    default:
      return undefined;
  }
};

const payloadOf = (event: ShirubeEvent): string | null => {
  switch (event.type) {
    case 'track':
      return event.props === undefined ? null : JSON.stringify(event.props);
    case 'identify':
      return JSON.stringify({ traits: event.traits, company: event.company });
    case 'target_healed':
      return JSON.stringify({ confidence: event.confidence, page: cleanOrNull(event.page) ?? undefined });
    case 'target_missing':
      return JSON.stringify({
        waitedMs: event.waitedMs,
        onMissing: event.onMissing,
        page: cleanOrNull(event.page) ?? undefined,
      });
    default:
      return null;
  }
};

/** A lone surrogate or a NUL is legal in a JSON string, but no database takes it: one hostile text would refuse a whole commit. */
const clean = (text: string): string => text.replaceAll('\0', '\uFFFD').replaceAll(LONE_SURROGATES, '\uFFFD');
const cleanOrNull = (text: string | undefined): string | null => (text === undefined ? null : clean(text));
const LONE_SURROGATES = /\p{Surrogate}/gu;
