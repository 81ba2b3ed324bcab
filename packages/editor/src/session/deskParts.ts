import type { TourDraft } from '@shirube/schema/api';
import type { Api } from '../server/api.ts';
import type { Keep } from './keep.ts';

/** What a desk is given. */
export interface DeskParts {
  readonly api: Api;
  readonly keep: Keep;
  readonly page: Window;
  readonly now: () => number;
  readonly onChange: () => void;
}
export interface BeginOptions {
  /** Where the draft comes from, for the first write of an imported file. */
  readonly origin?: string | undefined;
  /** What is done when the server has a tour of this id: that one may be the same tour, or another one that happens to be called so. */
  readonly ifTaken?: 'ask' | 'rename';
}
/** What the server has: undefined for a tour that is new. */
export type OnServer = Pick<TourDraft, 'text' | 'etag' | 'updatedBy' | 'updatedAt'> | undefined;
