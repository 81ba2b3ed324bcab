import { PROPS_MAX_DEPTH, type ShirubeEvent, TEXT_MAX_LENGTH } from '@shirube/schema/events';

/** An event as it lies in the queue: written once, ready to be sent. */
export interface StoredEvent {
  /** The event's UUIDv7, and the key it is stored under: oldest first, and twice is once. */
  readonly id: string;
  /** Client epoch ms of capture. */
  readonly at: number;
  /** The event as JSON. */
  readonly text: string;
  /** Reports need it: steps and endings. The last to be dropped, the first to be sent when the page is left. */
  readonly critical: boolean;
  /** Which page load captured it, and the wall clock minus the monotonic clock then, in ms. */
  readonly page: string;
  readonly offset: number;
  /** The proof of identity that held at capture. */
  readonly signature: string | undefined;
}

/** What the host passes is cut to these: an event is never too large to be sent, nor for the server to keep. In characters, or entries of a list. */
const ONE_LIMIT = 1_000;
const ALL_LIMIT = 8_000;
/** What the server refuses as keys. */
const FORBIDDEN = /^(__proto__|constructor|prototype)$/;

/**
 * The event as JSON, whatever the host put into it: cycles, BigInt, DOM nodes, getters that throw.
 * What had to be cut is marked by `truncated: true` on the event.
 */
export const writeEvent = (event: ShirubeEvent): string => {
  let left = ALL_LIMIT;
  let truncated = false;
  const ancestors: unknown[] = [];

  function plain(this: unknown, key: string, given: unknown): unknown {
    const own = this === event || given === event;
    const limit = own ? TEXT_MAX_LENGTH : ONE_LIMIT;
    let value = typeof given === 'bigint' ? String(given) : given;
    if ((typeof value === 'string' || Array.isArray(value)) && value.length > limit) {
      truncated = true;
      value = value.slice(0, limit);
    }
    // Our own fields cost nothing: they are always sent.
    if (!own) left -= key.length + 4 + (typeof value === 'string' ? value.length : 0);
    let fits = left >= 0 && !FORBIDDEN.test(key);
    if (typeof value === 'object' && value) {
      while (ancestors.length && ancestors.at(-1) !== this) ancestors.pop();
      fits &&=
        ancestors.length <= PROPS_MAX_DEPTH &&
        !ancestors.includes(value) &&
        /(Object|Array)]$/.test(Object.prototype.toString.call(value));
      ancestors.push(value);
    }
    if (fits) return value;
    truncated = true;
    return undefined;
  }

  let text: string;
  try {
    text = JSON.stringify(event, plain);
  } catch {
    // A getter of the host throws: the fact that it happened is kept, without what it carried.
    truncated = true;
    text = JSON.stringify(event, (key, value) => (key && value && typeof value === 'object' ? {} : value));
  }
  return truncated ? `${text.slice(0, -1)},"truncated":true}` : text;
};

/** What an older or broken program left in the database is not trusted. */
export const isStoredEvent = (value: unknown): value is StoredEvent => {
  try {
    const { id, at, text } = value as StoredEvent;
    return at >= 0 && JSON.parse(text).id === id && !!id;
  } catch {
    return false;
  }
};
