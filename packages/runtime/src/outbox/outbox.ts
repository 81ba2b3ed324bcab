import type { EventAnswer, EventBatch } from '@shirube/schema/events';
import type { Diagnose, Disposer, Outbox } from '../ports.ts';
import { BATCH_EVENTS, byTime, byWorth, takeBatch, writeBatch } from './batch.ts';
import { type Browser, openBrowser, type PostAnswer } from './browser.ts';
import { openQueue } from './queue.ts';
import { type StoredEvent, writeEvent } from './stored.ts';

export interface OutboxOptions {
  /** Origin (and path) of the server, as the host configured it; `/v1/events` is added. */
  readonly endpoint: string;
  /** The environment's public key. The queue is stored per key, so two products on one origin do not mix. */
  readonly key: string;
  /** Version of the SDK, for the envelope. */
  readonly sdk: string;
  /** Client epoch ms: the same clock that stamps the events. */
  readonly now: () => number;
  /** 0 ≤ x < 1. */
  readonly random: () => number;
  readonly diagnose: Diagnose;
  /** The server's answer to a delivered batch, with the user's progress on all devices. */
  readonly onAnswer?: ((answer: EventAnswer) => void) | undefined;
  /** Tests pass their own. */
  readonly browser?: Browser | undefined;
}

const COLLECT_MS = 2_000;
const TIMEOUT_MS = 10_000;
/** Longer than any healthy sending: a tab that holds the right to send for so long is frozen. */
const LEASE_MS = 15_000;
const BACKOFF_MAX_MS = 300_000;
const DAY_MS = 86_400_000;
/** Events of this tab that a beacon could still carry when the page is left. */
const RECENT_MAX = 500;

/**
 * Stores every event at once, delivers each at least once, and forgets it only when the server has named it in its answer.
 * The same event may arrive twice: the server counts by event id.
 */
export const createOutbox = (options: OutboxOptions): Outbox => {
  const { key, sdk, now, random, diagnose, onAnswer, browser = openBrowser() } = options;
  const url = `${options.endpoint.replace(/\/+$/, '')}/v1/events`;
  const name = `shirube:${key}:events`;
  const page = String(random());

  let dropped: Record<string, number> = {};
  const drop = (reason: string, count: number): void => {
    if (count) dropped[reason] = (dropped[reason] ?? 0) + count;
  };
  const over = new AbortController();
  const queue = openQueue(name, diagnose, drop, over.signal);

  let signature: string | undefined;
  let sequence = 0;
  /** Added, but not yet in the database. */
  let unsaved: StoredEvent[] = [];
  /** Neither answered nor handed to a beacon. */
  let recent: StoredEvent[] = [];
  let saving: Promise<void> | undefined;
  let sending: Promise<void> | undefined;
  let timer: Disposer | undefined;
  let failures = 0;
  let batchLimit = BATCH_EVENTS;
  /** Monotonic ms before which nothing is sent; `told`: the server asked for it. */
  let pausedUntil = 0;
  let told = false;
  /** Single events refused one after the other, with nothing accepted between. */
  let refusals = 0;
  /** By the server or the page's policy: nothing is sent until the next page load, or an explicit flush. */
  let refused = false;
  let disposed = false;

  const offset = () => now() - browser.monotonic();

  const save = (): Promise<void> => {
    saving ??= (async () => {
      // Whatever is added in this task, or while the last group is being written, makes one group.
      await undefined;
      while (unsaved.length) {
        const group = unsaved;
        unsaved = [];
        await queue.add(group);
      }
      saving = undefined;
      happenings.tellOtherTabs();
    })();
    return saving;
  };

  const schedule = (ms: number): void => {
    if (refused || disposed) return;
    timer ??= browser.after(Math.max(ms, pausedUntil - browser.monotonic()), () => void send());
  };

  const send = (): Promise<void> => {
    stopTimer();
    sending ??= (async () => {
      let wait: number | undefined = 0;
      while (wait === 0 && !disposed) wait = await sendAlone();
      sending = undefined;
      if (wait !== undefined || refused) stopTimer();
      if (wait !== undefined) schedule(wait);
    })();
    return sending;
  };

  /** Sends one batch while no other tab does. Answers the ms until the next is due; undefined when there is none. */
  const sendAlone = async (): Promise<number | undefined> => {
    let wait: number | undefined = COLLECT_MS;
    await browser.exclusively(name, LEASE_MS, async () => {
      wait = await sendBatch();
    });
    return wait;
  };

  const sendBatch = async (): Promise<number | undefined> => {
    const batch = takeBatch(await queue.oldest(BATCH_EVENTS), batchLimit, signature);
    if (!batch.length || disposed) return undefined;
    const counted = dropped;
    dropped = {};
    let result: PostAnswer;
    try {
      result = await browser.post(url, write(batch, counted), TIMEOUT_MS);
    } catch {
      result = { status: 0, retryAfter: null, answer: undefined };
    }
    const { status, answer } = result;
    if (status >= 200 && status < 300 && isAnswer(answer)) {
      for (const { problem } of answer.rejected) {
        drop('rejected', 1);
        diagnose('event_rejected', `The server refused an event: ${problem?.message}`);
      }
      await forget(batch);
      failures = refusals = pausedUntil = 0;
      batchLimit = Math.min(BATCH_EVENTS, batchLimit * 2);
      try {
        onAnswer?.(answer);
      } catch {
        // The outbox goes on, whatever its listener does.
      }
      return 0;
    }
    for (const [reason, count] of Object.entries(counted)) drop(reason, count);
    if (status === 413 || status === 400) {
      if (batch.length > 1) {
        batchLimit = batch.length >> 1;
        return 0;
      }
      drop(status === 413 ? 'too_large' : 'refused', 1);
      diagnose('event_dropped', `An event is given up: the server answered ${status}.`);
      await forget(batch);
      // Many in a row: it is hardly the events. Slowly, so that few are gone when the server is right again.
      return ++refusals > 3 ? waitAfter(result) : 0;
    }
    if (status === 401 || status === 403) {
      refused = true;
      const old = (await queue.oldest()).filter(({ at }) => at < now() - DAY_MS);
      await queue.remove(old);
      drop('key_refused', old.length);
      diagnose('key_refused', `The server refuses this key (${status}); events are kept for a day.`);
      return undefined;
    }
    return waitAfter(result);
  };

  /** Exponential backoff with full jitter, or what the server tells. */
  const waitAfter = ({ status, retryAfter }: PostAnswer): number => {
    const asked = Number(retryAfter) * 1_000 || Date.parse(retryAfter ?? '') - now();
    told = asked > 0;
    const backoff = random() * COLLECT_MS * 2 ** Math.min(status === 429 ? failures : ++failures, 20);
    pausedUntil = browser.monotonic() + Math.min(told ? asked : backoff, BACKOFF_MAX_MS);
    return COLLECT_MS;
  };

  const write = (events: readonly StoredEvent[], counted: Readonly<Record<string, number>>): string => {
    const proof = events[0]?.signature ?? signature;
    const envelope: Omit<EventBatch, 'events'> = {
      key,
      sentAt: now(),
      sdk,
      sequence: ++sequence,
      ...(Object.keys(counted).length && { dropped: counted }),
      ...(proof && { signature: proof }),
    };
    return writeBatch(events, envelope, { page, offset: offset() });
  };

  const forget = async (events: readonly StoredEvent[]): Promise<void> => {
    recent = recent.filter(({ id }) => events.every((event) => event.id !== id));
    await queue.remove(events);
  };

  /**
   * The page may be gone at once: hands over what fits, the most worthy first. A beacon gives no answer, so its events stay
   * stored and are sent once more later; one that is refused is halved, because the host's own requests share the quota.
   */
  const leave = (): void => {
    let count = BATCH_EVENTS;
    recent.sort(byWorth);
    while (recent.length && count && !refused) {
      const batch = takeBatch(recent, count, signature);
      if (browser.beacon(url, write([...batch].sort(byTime), {}))) recent = recent.slice(batch.length);
      else count = batch.length >> 1;
    }
  };

  /** The network or the page is back: old failures say nothing any more, but a server that asked for time gets it. */
  const retry = (): void => {
    failures = 0;
    if (!told) pausedUntil = 0;
    stopTimer();
    schedule(random() * COLLECT_MS);
  };

  const stopTimer = (): void => {
    timer?.();
    timer = undefined;
  };

  const happenings = browser.watch(name, url, {
    hidden: leave,
    back: retry,
    blocked() {
      refused = true;
      stopTimer();
      diagnose('csp_blocked', `The page's Content-Security-Policy needs connect-src ${options.endpoint}`);
    },
    // A moment later than the tab that told: it sends, unless it is gone by then.
    told: () => schedule(COLLECT_MS + 500),
  });
  // What earlier visits left behind.
  void send();

  return {
    add(event) {
      if (disposed) return;
      try {
        const { id, at, type } = event;
        const critical = /^(tour|step|survey|goal)_/.test(type);
        const stored = { id, at, text: writeEvent(event), critical, page, offset: offset(), signature };
        unsaved.push(stored);
        recent.push(stored);
        if (recent.length > RECENT_MAX)
          recent.splice(
            Math.max(
              0,
              recent.findIndex((one) => !one.critical),
            ),
            1,
          );
        void save();
        schedule(COLLECT_MS);
      } catch {
        drop('unreadable', 1);
      }
    },
    async flush() {
      refused = false;
      await save();
      if (!told || pausedUntil <= browser.monotonic()) await send();
    },
    sign(proof) {
      signature = proof;
    },
    dispose() {
      if (disposed) return;
      leave();
      disposed = true;
      stopTimer();
      happenings.dispose();
      over.abort();
    },
  };
};

const isAnswer = (answer: unknown): answer is EventAnswer => {
  const { accepted, rejected } = (answer ?? {}) as Partial<EventAnswer>;
  return typeof accepted === 'number' && Array.isArray(rejected);
};
