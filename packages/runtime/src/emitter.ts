import type { EventAnswer, ShirubeEvent } from '@shirube/schema/events';
import { type Core, changeDevice, complete, type NewEvent, SDK, SESSION_MS } from './core.ts';
import type { Journal } from './journal.ts';
import { part } from './lib/part.ts';
import { uuid } from './lib/uuid.ts';
import type { Outbox } from './ports.ts';

export interface Emitter {
  /** Completes the event, tells who listens, and sends it on its way. `at`: client epoch ms. */
  emit(event: NewEvent, at?: number, id?: string): void;
  /** Loads the outbox for what earlier pages left behind. */
  wake(): void;
  sign(signature: string | undefined): void;
}

const loadOutbox = part(() => import('./outbox/index.ts'));

/** The one place where events get their ids and leave. Without a server they only go to the listeners. */
export const createEmitter = (core: Core, journal: Journal, onAnswer: (answer: EventAnswer) => void): Emitter => {
  let outbox: Outbox | undefined;
  let loading: Promise<void> | undefined;
  let signature: string | undefined;

  const load = (): void => {
    if (!core.endpoint || loading) return;
    loading = loadOutbox().then(
      ({ createOutbox }) => {
        const { endpoint, key, diagnose } = core;
        const { now } = Date;
        outbox = createOutbox({ endpoint, key, sdk: SDK, now, random: Math.random, diagnose, onAnswer });
        outbox.sign(signature);
        journal.handTo(outbox);
        if (core.gone.aborted) outbox.dispose();
        else core.gone.addEventListener('abort', outbox.dispose, { once: true });
      },
      () => {
        loading = undefined;
        core.diagnose(
          'outbox_not_loaded',
          'The part that sends events could not be loaded; they are kept on the device.',
        );
      },
    );
  };
  const tell = (hear: ((event: never) => void) | undefined, event: ShirubeEvent): void => {
    try {
      (hear as ((event: ShirubeEvent) => void) | undefined)?.(event);
    } catch (error) {
      core.diagnose('listener_threw', `A listener of yours threw: ${error}`);
    }
  };
  return {
    emit(event, at = Date.now(), id = uuid()) {
      const { device } = core;
      const sinceMs = at - device.sessionAt;
      const session = sinceMs > SESSION_MS ? { sessionId: uuid(), sessions: device.sessions + 1 } : {};
      // Once a minute is enough to know when a session ended, and the store is spared.
      if (sinceMs > 60_000) void changeDevice(core, (old) => ({ ...old, ...session, sessionAt: at }));
      const full = complete(core, event, at, id);
      journal.add(full);
      tell(core.options.onEvent, full);
      for (const hear of core.listeners.get(event.type) ?? []) tell(hear, full);
      load();
    },
    wake: load,
    sign(proof) {
      signature = proof;
      outbox?.sign(proof);
    },
  };
};
