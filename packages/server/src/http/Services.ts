import type { Bundles } from '../documents/Bundles.ts';
import type { Environments } from '../documents/Environments.ts';
import type { Library } from '../documents/Library.ts';
import type { Members } from '../documents/Members.ts';
import type { Tours } from '../documents/Tours.ts';
import type { EventStore } from '../events/EventStore.ts';
import type { RateLimit } from './RateLimit.ts';
import type { StaticFolders } from './static.ts';

/** Everything that routes work with, made in startServer and passed in; routes reach for nothing else. */
export interface Services {
  /** Epoch ms. */
  readonly now: () => number;
  readonly tours: Tours;
  readonly library: Library;
  readonly environments: Environments;
  readonly members: Members;
  readonly bundles: Bundles;
  readonly events: EventStore;
  readonly eventsLimit: RateLimit;
  readonly signInLimit: RateLimit;
  readonly folders: StaticFolders;
  /** True behind a proxy that sets X-Forwarded-For and X-Forwarded-Proto, and overwrites what a client sends in them. */
  readonly trustProxy: boolean;
  /** For the operator; `error` is never shown to a client. */
  readonly log: (message: string, error?: unknown) => void;
  /** Rejects when the document store cannot answer. */
  readonly pingDocuments: () => Promise<void>;
}
