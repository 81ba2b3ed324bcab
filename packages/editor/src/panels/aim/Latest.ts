import type { Answer, Failure } from '../../server/failure.ts';

/** What came of asking: `value` is the last good answer, kept while a newer one is on its way so that the layout stays. */
export interface Asked<T> {
  readonly state: 'idle' | 'loading' | 'done' | 'failed';
  readonly value?: T | undefined;
  readonly failure?: Failure | undefined;
}

/** Asks once nothing has changed for a while, and only ever shows the answer to what was asked last. */
export class Latest<T> {
  asked: Asked<T> = { state: 'idle' };
  readonly #pauseMs: number;
  readonly #changed: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #request: AbortController | undefined;
  #key: readonly unknown[] = [];

  constructor(pauseMs: number, changed: () => void) {
    this.#pauseMs = pauseMs;
    this.#changed = changed;
  }

  /** Nothing happens while the parts of `key` are the same as last time. The first question is asked at once. */
  ask(key: readonly unknown[], request: (signal: AbortSignal) => Promise<Answer<T>>): void {
    if (key.length === this.#key.length && key.every((part, at) => part === this.#key[at])) return;
    const isFirst = this.#key.length === 0;
    this.stop();
    this.#key = key;
    this.asked = { ...this.asked, state: 'loading' };
    this.#timer = setTimeout(() => void this.#send(request), isFirst ? 0 : this.#pauseMs);
  }

  async #send(request: (signal: AbortSignal) => Promise<Answer<T>>): Promise<void> {
    const controller = new AbortController();
    this.#request = controller;
    const answer = await request(controller.signal);
    if (controller.signal.aborted) return;
    this.asked = answer.ok
      ? { state: 'done', value: answer.value }
      : { state: 'failed', value: this.asked.value, failure: answer.failure };
    this.#changed();
  }

  /** Forgets what is under way; answers that still arrive are dropped. */
  stop(): void {
    clearTimeout(this.#timer);
    this.#request?.abort();
    this.#request = undefined;
    this.#key = [];
  }
}
