import type { EventBatch, ShirubeEvent } from '@shirube/schema/events';

const TRIES = 20;

/** Delivers one batch as a device would, waiting as long as the server asks for. Rejects when it is refused, or any event of it is. */
export const sendEvents = async (endpoint: string, key: string, events: readonly ShirubeEvent[]): Promise<void> => {
  for (let attempt = 1; attempt <= TRIES; attempt += 1) {
    // Sent now, of the past: the true `sentAt` keeps the server from correcting a clock that is right.
    const batch: EventBatch = { key, sentAt: Date.now(), sdk: 'demo', events };
    const response = await fetch(new URL('/v1/events', endpoint), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(batch),
    });
    if (response.status === 429 || response.status === 503) {
      const seconds = Number(response.headers.get('retry-after') ?? 1);
      await new Promise((resolve) => setTimeout(resolve, Math.min(10, Math.max(0.1, seconds)) * 1_000));
      continue;
    }
    const text = await response.text();
    if (response.status !== 202) throw new Error(`The collector answered ${response.status}: ${text}`);
    const { rejected } = JSON.parse(text) as { readonly rejected: readonly unknown[] };
    if (rejected.length > 0) throw new Error(`The collector refused ${rejected.length} events: ${text.slice(0, 500)}`);
    return;
  }
  throw new Error('The collector stays too busy.');
};
