import type { StoredEvent } from '../StoredEvent.ts';

interface Waiting {
  readonly events: readonly StoredEvent[];
  readonly resolve: () => void;
  readonly reject: (reason: unknown) => void;
}

/** A commit holds at most this many events, so that no answer waits long behind a flood. */
const MAX_EVENTS_PER_COMMIT = 10_000;

/**
 * Many requests, one commit: while one commit is on its way to the disk, the next requests gather, and go together.
 * A commit that fails is tried again request by request, so that one refused event cannot take its neighbours with it.
 */
export class GroupCommit {
  readonly #commit: (events: readonly StoredEvent[]) => Promise<void>;
  #waiting: Waiting[] = [];
  #working: Promise<void> | undefined;

  constructor(commit: (events: readonly StoredEvent[]) => Promise<void>) {
    this.#commit = commit;
  }

  append(events: readonly StoredEvent[]): Promise<void> {
    if (events.length === 0) return Promise.resolve();
    return new Promise((resolve, reject) => {
      this.#waiting.push({ events, resolve, reject });
      this.#working ??= this.#work();
    });
  }

  /** Resolves when everything appended so far is committed or refused. */
  async drained(): Promise<void> {
    while (this.#working !== undefined) await this.#working;
  }

  async #work(): Promise<void> {
    // One turn of the event loop lets requests that arrived together share the first commit too.
    await new Promise<void>((resolve) => setImmediate(resolve));
    while (this.#waiting.length > 0) await this.#commitGroup(this.#takeGroup());
    this.#working = undefined;
  }

  #takeGroup(): Waiting[] {
    let events = 0;
    const fits = this.#waiting.findIndex((one) => {
      events += one.events.length;
      return events > MAX_EVENTS_PER_COMMIT;
    });
    return this.#waiting.splice(0, fits === -1 ? this.#waiting.length : Math.max(1, fits));
  }

  async #commitGroup(group: readonly Waiting[]): Promise<void> {
    try {
      await this.#commit(group.flatMap((one) => one.events));
      for (const one of group) one.resolve();
    } catch (reason) {
      const [only] = group;
      if (group.length === 1 && only !== undefined) return only.reject(reason);
      for (const one of group) await this.#commitGroup([one]);
    }
  }
}
