import { watchTarget } from '@shirube/runtime/target';
import type { Tour } from '@shirube/schema/tour';
import { stepsOf } from '../../document/steps.ts';

/** Tells when what became of a tour's targets on this page may have changed. Reads the page and changes nothing in it. */
export class TargetWatch {
  readonly #page: Window;
  readonly #changed: () => void;
  #key = '';
  #stop: readonly (() => void)[] = [];

  constructor(page: Window, changed: () => void) {
    this.#page = page;
    this.#changed = changed;
  }

  /** To be called at every draw; undefined for nothing any more. The same targets on the same page again change nothing. */
  follow(tour: Tour | undefined): void {
    const targets = (tour ? stepsOf(tour) : []).flatMap((step) => step?.target ?? []);
    const key = tour ? JSON.stringify([targets, this.#page.location.href]) : '';
    if (key === this.#key) return;
    for (const stop of this.#stop) stop();
    this.#key = key;
    this.#stop = targets.map((target) => watchTarget(target, this.#page.document, this.#changed));
  }
}
