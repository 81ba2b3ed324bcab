import type { Bundle } from '@shirube/schema/bundle';
import type { EventType, ShirubeEvent } from '@shirube/schema/events';
import type { Tour } from '@shirube/schema/tour';
import type { Diagnose } from './ports.ts';

export type Traits = Readonly<Record<string, unknown>>;
export interface Company {
  readonly id: string;
  readonly traits?: Traits | undefined;
}
export interface User {
  readonly id: string;
  readonly traits?: Traits | undefined;
  readonly company?: Company | undefined;
  /** Hex HMAC-SHA256 of the user id with the environment's secret, made by your server. */
  readonly signature?: string | undefined;
}
/** The interruption budget, shared by everything that starts by itself. */
export interface Interruptions {
  /** At most one automatic guide in this many minutes. Default 30. */
  readonly everyMinutes?: number | undefined;
  /** At most this many automatic guides in 24 hours. Default 3. */
  readonly perDay?: number | undefined;
}
export interface ShirubeOptions {
  /** Origin of the Shirube server. Absent: no server, `tours` are given. */
  readonly endpoint?: string | undefined;
  /** The environment's public key, `pk_…`. */
  readonly key?: string | undefined;
  readonly user?: User | undefined;
  /** BCP 47. Default: the document's `lang`, else the browser's language. */
  readonly locale?: string | undefined;
  readonly interruptions?: Interruptions | undefined;
  /** Tours without a server; versions count as 1. */
  readonly tours?: readonly Tour[] | undefined;
  readonly segments?: Bundle['segments'] | undefined;
  readonly skills?: Bundle['skills'] | undefined;
  readonly themes?: Bundle['themes'] | undefined;
  /**
   * Another program has the page until this settles, such as an editor: nothing is decided, shown or recorded before. Calls made
   * meanwhile answer at once; `identify` is remembered, the others are not made up for.
   */
  readonly after?: PromiseLike<unknown> | undefined;
  /** Hears every event, of every type. */
  readonly onEvent?: ((event: ShirubeEvent) => void) | undefined;
  /** One line per trouble, each code once. Default: `console.warn`. */
  readonly diagnose?: Diagnose | undefined;
}

/** Why a tour did not start, in the order in which it is asked. */
export type LostReason =
  | 'broken'
  | 'not_yet'
  | 'over'
  | 'audience'
  | 'unknown'
  | 'trigger'
  | 'delay'
  | 'frequency'
  | 'another_run'
  | 'typing'
  | 'dialog_open'
  | 'too_soon'
  | 'enough_today'
  | 'priority';

/** What `start` came to. `held`: another tab of this browser shows a guide now. */
export type StartOutcome = 'started' | 'already_running' | 'not_found' | 'held' | 'failed';

/** `matches`: would it start by itself now; 'unknown' while facts are on their way. */
export interface Explanation {
  readonly tourId: string;
  readonly matches: boolean | 'unknown';
  readonly reason?: LostReason | 'not_found' | 'running' | undefined;
  /** One entry per leaf of the audience: what was wanted and what was found. */
  readonly because: readonly unknown[];
  /** The same in English sentences. */
  readonly words: readonly string[];
}

export type EventOf<K extends EventType> = Extract<ShirubeEvent, { readonly type: K }>;

/** Every call is safe at any time, before it is ready and after `destroy`; none throws into the host page. */
export interface Shirube {
  identify(
    userId: string,
    traits?: Traits,
    more?: { readonly company?: Company | undefined; readonly signature?: string | undefined },
  ): Promise<void>;
  track(name: string, props?: Traits): void;
  /** Bypasses audience, frequency and the interruption budget; a running tour is replaced. */
  start(tourId: string): Promise<StartOutcome>;
  /** Closes the running tour, as a dismissal by the app. */
  stop(): void;
  /** Forgets who the user is: a new anonymous id, nothing running. */
  reset(): void;
  on<K extends EventType>(type: K, hear: (event: EventOf<K>) => void): () => void;
  explain(tourId: string): Promise<Explanation>;
  /** Removes every listener, node, timer and patched global. What is stored stays. */
  destroy(): void;
}
