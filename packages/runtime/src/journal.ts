import type { ShirubeEvent } from '@shirube/schema/events';
import { type Core, changeDevice, complete, type NewEvent, SDK } from './core.ts';
import type { Outbox } from './ports.ts';
import { openDatabase } from './storage/index.ts';

/** What the server takes from one event that the host filled without measure. UTF-16 code units. */
const TEXT_MAX = 9_000;

/**
 * Keeps events from the moment they happen: in the outbox's own database and form, and within reach of a beacon, until the outbox is
 * loaded and takes them. Nothing that waits here is lost with the page.
 */
export interface Journal {
  /** An event whose user may still be on the way to be known: as well as is known now. It is added, under the same id, later. */
  note(event: NewEvent & Pick<ShirubeEvent, 'userId'>, at: number, id: string): void;
  add(event: ShirubeEvent): void;
  /** Whether earlier pages, or other tabs, left something to send. */
  isEmpty(): Promise<boolean>;
  handTo(outbox: Outbox): void;
}

/** `known`: resolves when it is known which browser this is. */
export const createJournal = (core: Core, known: Promise<unknown>): Journal => {
  const { endpoint, key, gone } = core;
  const database = openDatabase(`shirube:${key}:events`, core.diagnose, gone);
  const waiting = new Map<string, () => ShirubeEvent>();
  let outbox: Outbox | undefined;

  const keep = async (id: string, make: () => ShirubeEvent): Promise<void> => {
    if (!endpoint) return;
    waiting.set(id, make);
    await known;
    const event = make();
    const record = {
      id,
      at: event.at,
      text: textOf(event),
      critical: 'tourId' in event,
      signature: core.user?.signature,
    };
    void database.attempt('readwrite', (store) => void store.put(record, id));
    if (!core.device.sends) void changeDevice(core, (device) => ({ ...device, sends: true }));
  };
  globalThis.addEventListener?.(
    'pagehide',
    () => {
      const events = [...waiting.values()].map((make) => textOf(make()));
      if (!events.length) return;
      const envelope = JSON.stringify({
        key,
        sentAt: Date.now(),
        sdk: SDK,
        sequence: 0,
        signature: core.user?.signature,
      });
      try {
        // Nothing is forgotten by that: the same events are stored, and the server counts each once.
        navigator.sendBeacon(`${endpoint}/v1/events`, `${envelope.slice(0, -1)},"events":[${events}]}`);
      } catch {
        // Refused, or patched by the host: the next visit sends them.
      }
    },
    { signal: gone },
  );
  return {
    note: (event, at, id) => void keep(id, () => complete(core, event, at, id)),
    add(event) {
      waiting.delete(event.id);
      if (outbox) outbox.add(event);
      else void keep(event.id, () => event);
    },
    async isEmpty() {
      const found = await database.attempt('readonly', (store) => store.count());
      return !found?.value;
    },
    handTo(taker) {
      outbox = taker;
      for (const [id, make] of waiting) {
        outbox.add(make());
        waiting.delete(id);
      }
    },
  };
};

/** The outbox measures more finely; this only has to be taken by the server if nobody comes to do so. */
const textOf = (event: ShirubeEvent): string => {
  try {
    const text = JSON.stringify(event);
    if (text.length < TEXT_MAX) return text;
  } catch {
    // A cycle, a BigInt, a getter of the host that throws: that it happened is kept, without what it carried.
  }
  return JSON.stringify({ ...event, truncated: true }, (field, value) =>
    field && value && typeof value === 'object' ? {} : value,
  );
};
