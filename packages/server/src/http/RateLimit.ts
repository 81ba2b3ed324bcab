/** A full bucket holds `burst` requests and gains `perSecond`. */
export interface Rate {
  readonly perSecond: number;
  readonly burst: number;
}
interface Bucket {
  tokens: number;
  at: number;
}
/** Forgetting the idlest buckets beyond this many keeps a flood of addresses from taking the memory. */
const MAX_BUCKETS = 50_000;

/** A token bucket per caller. Time is passed in as epoch ms. */
export class RateLimit {
  readonly #rate: Rate;
  readonly #buckets = new Map<string, Bucket>();

  constructor(rate: Rate) {
    this.#rate = rate;
  }

  /** Seconds to wait before the next try, 0 when this one may pass (and is counted). */
  take(caller: string, now: number): number {
    const known = this.#buckets.get(caller);
    const refilled =
      known === undefined
        ? this.#rate.burst
        : known.tokens + (Math.max(0, now - known.at) / 1000) * this.#rate.perSecond;
    const tokens = Math.min(this.#rate.burst, refilled);
    const passes = tokens >= 1;
    // Deleting first moves the caller to the young end of the map.
    this.#buckets.delete(caller);
    this.#buckets.set(caller, { tokens: passes ? tokens - 1 : tokens, at: now });
    if (this.#buckets.size > MAX_BUCKETS) this.#forgetOldest();
    return passes ? 0 : Math.ceil((1 - tokens) / this.#rate.perSecond);
  }

  #forgetOldest(): void {
    const [oldest] = this.#buckets.keys();
    if (oldest !== undefined) this.#buckets.delete(oldest);
  }
}
