import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Answer, Failure } from './client.ts';

/**
 * One thing that a screen loads. The last value stays while the next is on its way, so that the layout holds;
 * an answer that was overtaken is dropped.
 */
export class Load<T> implements ReactiveController {
  value: T | undefined;
  failure: Failure | undefined;
  busy = false;
  readonly #host: ReactiveControllerHost;
  #key: string | undefined;
  #abort: AbortController | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#abort?.abort();
    this.#key = undefined;
  }

  /** Asks again when `key` differs from that of the last call; the same key asks nothing. */
  want(key: string, ask: (signal: AbortSignal) => Promise<Answer<T>>): void {
    if (key === this.#key) return;
    this.#key = key;
    void this.#run(ask);
  }

  /** Forgets the value too: for when what was shown belongs to something else. */
  clear(): void {
    this.value = undefined;
    this.failure = undefined;
    this.#key = undefined;
  }

  retry(): void {
    this.#key = undefined;
    this.#host.requestUpdate();
  }

  async #run(ask: (signal: AbortSignal) => Promise<Answer<T>>): Promise<void> {
    this.#abort?.abort();
    const abort = new AbortController();
    this.#abort = abort;
    this.busy = true;
    this.#host.requestUpdate();
    const answer = await ask(abort.signal);
    if (abort.signal.aborted || answer.kind === 'superseded') return;
    this.busy = false;
    this.failure = answer.kind === 'ok' ? undefined : answer;
    this.value = answer.kind === 'ok' ? answer.value : undefined;
    this.#host.requestUpdate();
  }
}
