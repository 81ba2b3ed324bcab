import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Session } from '../../session/Session.ts';

/** Takes the step off the page while the wide sheet is open: a step that is drawn anew would stand above the sheet. */
export class ClearedPage implements ReactiveController {
  readonly #host: ReactiveControllerHost & { readonly isWide: boolean; readonly session: Session };
  #restore: (() => void) | undefined;

  constructor(host: ReactiveControllerHost & { readonly isWide: boolean; readonly session: Session }) {
    this.#host = host;
    host.addController(this);
  }
  hostUpdated(): void {
    if (this.#host.isWide) this.#restore ??= this.#host.session.clearStage();
    else this.hostDisconnected();
  }
  hostDisconnected(): void {
    this.#restore?.();
    this.#restore = undefined;
  }
}
