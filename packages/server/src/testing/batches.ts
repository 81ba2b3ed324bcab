import type { EventBatch, ShirubeEvent } from '@shirube/schema/events';

/** A UUID that counts: version 7 in form, so that it is taken, and unique in a test. */
export const countingUuid = (space: number, count: number): string =>
  `0190a8b0-7e3c-7${(space % 0x1000).toString(16).padStart(3, '0')}-8000-${count.toString(16).padStart(12, '0')}`;

/** A batch as one busy page sends it: runs of five events each. `sentAt` is epoch ms. */
export const batchOf = (key: string, sentAt: number, space: number, first: number, size: number): EventBatch => ({
  key,
  sentAt,
  sdk: '0.1.0',
  events: Array.from({ length: size }, (_, index) => runEvent(sentAt, space, first + index)),
});

const runEvent = (sentAt: number, space: number, count: number): ShirubeEvent => {
  const run = Math.floor(count / 5);
  const base = {
    id: countingUuid(space, count),
    at: sentAt - 1_000 + (count % 5),
    anonymousId: `anonymous-${run % 5_000}`,
    sessionId: `session-${run}`,
    userId: `user-${run % 5_000}`,
    tourId: 'first-invoice',
    version: 1,
    runId: countingUuid(space + 1, run),
    locale: 'en',
  };
  if (count % 5 === 0) return { ...base, type: 'tour_started', source: 'auto' };
  if (count % 5 === 4) return { ...base, type: 'tour_completed' };
  const stepId = count % 5 < 3 ? 'new-button' : 'send';
  if (count % 5 === 2) return { ...base, type: 'step_completed', stepId, via: 'button', visibleMs: 1_500 };
  return { ...base, type: 'step_viewed', stepId };
};
