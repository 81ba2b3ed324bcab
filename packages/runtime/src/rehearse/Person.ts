import type { TourState } from '@shirube/schema/events';
import type { Facts, PastEvent } from '@shirube/schema/rules';

/** As whom a tour is rehearsed. What is absent is as this browser has it, or empty. */
export interface Person {
  /** Hashed for shares of users. */
  readonly id?: string | undefined;
  readonly traits?: Readonly<Record<string, unknown>> | undefined;
  readonly company?:
    | { readonly id: string; readonly traits?: Readonly<Record<string, unknown>> | undefined }
    | undefined;
  readonly history?: readonly PastEvent[] | undefined;
  readonly tours?: Readonly<Record<string, TourState>> | undefined;
  /** BCP 47. */
  readonly locale?: string | undefined;
  readonly device?: Facts['device'];
}
