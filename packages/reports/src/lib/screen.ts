import { LitElement } from 'lit';
import type { Words } from '../locale/words.ts';
import type { Client, Environment } from './client.ts';
import type { Route } from './route.ts';

/** What the root hands to every screen. */
export interface Context {
  readonly words: Words;
  readonly client: Client;
  /** Epoch ms; passed in so that a report's period is decided in one place. */
  now(): number;
  readonly ownTimezone: string;
  /** Empty until they are known. */
  readonly environments: readonly Environment[];
  href(route: Route): string;
  go(route: Route, how?: 'push' | 'replace'): void;
  /** The server said 401: to the sign-in, and back here afterwards. */
  signedOut(): void;
  /** Said to screen readers, politely. */
  announce(text: string): void;
}

/**
 * A screen renders into the light DOM: one stylesheet, ids that labels and popovers can point at, and a sign-in form
 * that password managers see.
 */
export class Screen extends LitElement {
  static override properties = { context: { attribute: false }, route: { attribute: false } };
  declare context: Context;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }
}
