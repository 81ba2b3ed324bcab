import type { ShirubeEvent } from '@shirube/schema/events';

/** An event as it lies in the queue: written once, ready to be sent. */
export interface StoredEvent {
  /** The event's UUIDv7, and the key it is stored under: oldest first, and twice is once. */
  readonly id: string;
  /** Client epoch ms of capture. */
  readonly at: number;
  /** The event as JSON. */
  readonly text: string;
  /** Size of `text` in UTF-8. */
  readonly bytes: number;
  /** Reports need it: steps and endings. The last to be dropped, the first to be sent when the page is left. */
  readonly critical: boolean;
  /** Which page load captured it, and the wall clock minus the monotonic clock then, in ms. */
  readonly page: string;
  readonly offset: number;
  /** The proof of identity that held at capture. */
  readonly signature: string | undefined;
}

/** Host values are cut to these, so that one event is never too large to be sent. Characters. */
const STRING_LIMIT = 2_000;
const EVENT_LIMIT = 8_000;
const DEPTH_LIMIT = 6;

/**
 * The event as JSON, whatever the host put into it: cycles, BigInt, DOM nodes, getters that throw.
 * What had to be cut is marked by `truncated: true` on the event.
 */
export const writeEvent = (event: ShirubeEvent): string => {
  let left = EVENT_LIMIT;
  let truncated = false;

  const cut = (text: string, limit: number): string => {
    if (text.length > limit) truncated = true;
    return text.slice(0, Math.max(0, limit));
  };

  const plain = (value: unknown, depth: number): unknown => {
    if (typeof value === 'bigint') return String(value);
    if (typeof value === 'string') {
      const kept = cut(value, depth ? Math.min(STRING_LIMIT, left) : STRING_LIMIT);
      left -= kept.length;
      return kept;
    }
    if (typeof value !== 'object' || value === null) return value;
    if (value instanceof Date) return value.toJSON();
    const kind = Object.prototype.toString.call(value);
    if (kind !== '[object Object]' && !Array.isArray(value)) return kind;
    const copy: Record<string, unknown> = Object.create(null);
    for (const key of Object.keys(value)) {
      left -= depth ? key.length + 6 : 0;
      if (left < 0 || depth > DEPTH_LIMIT || key.length > STRING_LIMIT) {
        truncated = true;
        if (depth) break;
      }
      try {
        copy[key] = plain((value as Record<string, unknown>)[key], depth + 1);
      } catch {
        truncated = true;
      }
    }
    return Array.isArray(value) ? Object.values(copy) : copy;
  };

  const copy = plain(event, 0);
  return JSON.stringify(truncated ? { ...(copy as object), truncated } : copy);
};

export const utf8Bytes = (text: string): number => new TextEncoder().encode(text).length;

/** What an older or broken program left in the database is not trusted. */
export const isStoredEvent = (value: unknown): value is StoredEvent => {
  try {
    const { id, at, text, bytes } = value as StoredEvent;
    return typeof at === 'number' && typeof bytes === 'number' && JSON.parse(text).id === id && !!id;
  } catch {
    return false;
  }
};
