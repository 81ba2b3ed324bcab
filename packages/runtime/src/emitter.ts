import type { EventAnswer, ShirubeEvent } from '@shirube/schema/events';
import { type Core, type NewEvent, SESSION_MS } from './core.ts';
import { uuid } from './lib/uuid.ts';
import type { Outbox } from './ports.ts';
import { changeDevice } from './records.ts';

/** The version that the outbox names to the server. */
const SDK = '0.1.0';

export interface Emitter {
  /** Completes the event, tells who listens, and hands it to the outbox. `at`: client epoch ms. */
  emit(event: NewEvent, at?: number): void;
  /** Loads the outbox for what earlier pages left behind. */
  wake(): void;
  sign(signature: string | undefined): void;
}

/** The one place where events get their ids and leave. Without a server they only go to the listeners. */
export const createEmitter = (core: Core, onAnswer: (answer: EventAnswer) => void): Emitter => {
  let outbox: Outbox | undefined;
  let loading: Promise<void> | undefined;
  let signature: string | undefined;
  const waiting: ShirubeEvent[] = [];

  const load = (): void => {
    if (!core.endpoint) return;
    if (loading) return;
    loading = import('./outbox/index.ts').then(
      ({ createOutbox }) => {
        const { endpoint, key, diagnose } = core;
        outbox = createOutbox({
          endpoint,
          key,
          sdk: SDK,
          now: Date.now,
          random: Math.random,
          diagnose,
          onAnswer,
        });
        outbox.sign(signature);
        for (const event of waiting.splice(0)) outbox.add(event);
        if (core.gone.aborted) outbox.dispose();
        else core.gone.addEventListener('abort', outbox.dispose, { once: true });
      },
      () => {
        loading = undefined;
        core.diagnose('outbox_not_loaded', 'The part that sends events could not be loaded; they are kept in memory.');
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
    emit(event, at = Date.now()) {
      const { device, user } = core;
      const stale = at - device.sessionAt > SESSION_MS;
      const next = {
        sessionAt: at,
        sends: true,
        ...(stale ? { sessionId: uuid(), sessions: device.sessions + 1 } : {}),
      };
      // Once a minute is enough to know when a session ended, and the store is spared.
      if (stale || !device.sends || at - device.sessionAt > 60_000)
        void changeDevice(core, (old) => ({ ...old, ...next }));
      const userId = user?.id ?? device.userId;
      const full: ShirubeEvent = {
        id: uuid(),
        at,
        anonymousId: device.anonymousId,
        sessionId: core.device.sessionId,
        ...(userId ? { userId } : {}),
        ...event,
      };
      tell(core.options.onEvent, full);
      for (const hear of core.listeners.get(event.type) ?? []) tell(hear, full);
      if (!core.endpoint) return;
      if (outbox) outbox.add(full);
      else {
        waiting.push(full);
        load();
      }
    },
    wake: load,
    sign(proof) {
      signature = proof;
      outbox?.sign(proof);
    },
  };
};
