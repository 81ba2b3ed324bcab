import type { EventBatch } from '@shirube/schema/events';
import type { StoredEvent } from './stored.ts';

export const BATCH_EVENTS = 50;
const BATCH_BYTES = 48 * 1024;
const utf8 = new TextEncoder();
const DAY_MS = 86_400_000;

/** The first of `events` that go into one batch: at most `count`, 48 KB, and one proof of identity. */
export const takeBatch = (
  events: readonly StoredEvent[],
  count: number,
  signature: string | undefined,
): readonly StoredEvent[] => {
  let bytes = 0;
  const end = events.findIndex((event, index) => {
    bytes += utf8.encode(event.text).length;
    return index >= count || (index > 0 && bytes > BATCH_BYTES) || proof(event) !== proof(events[0]);
  });
  return end < 0 ? events : events.slice(0, end);

  function proof(event: StoredEvent | undefined) {
    return event?.signature ?? signature;
  }
};

/** Order of capture by the client's clock. */
export const byTime = (a: StoredEvent, b: StoredEvent): number => a.at - b.at || (a.id < b.id ? -1 : 1);

/** What is most worth a beacon comes first: steps and endings, then the newest. */
export const byWorth = (a: StoredEvent, b: StoredEvent): number =>
  Number(b.critical) - Number(a.critical) || byTime(b, a);

/**
 * The body of one batch; the events stay in their order, because the answer counts by it.
 *
 * The server takes `sentAt - at` for the true age. That breaks when the clock was set between the two, so then `at` is moved to
 * the clock of `sentAt`: by the difference of wall and monotonic clock, within the page load that captured the event.
 * A forward jump of less than a day is left alone: it is a machine that slept, through which the monotonic clock of several
 * browsers stands still (https://crbug.com/1206450) while the wall clock stays right.
 */
export const writeBatch = (
  events: readonly StoredEvent[],
  envelope: Omit<EventBatch, 'events'>,
  clock: { readonly page: string; readonly offset: number },
): string => {
  const texts = events.map(({ at, offset, page, text }) => {
    const jump = page === clock.page ? Math.round(clock.offset - offset) : 0;
    const moved = Math.min(jump < -1_000 || jump > DAY_MS ? at + jump : at, envelope.sentAt);
    return moved === at ? text : JSON.stringify({ ...JSON.parse(text), at: moved });
  });
  return `${JSON.stringify(envelope).slice(0, -1)},"events":[${texts}]}`;
};
