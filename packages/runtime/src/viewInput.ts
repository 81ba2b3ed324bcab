import type { DismissedVia } from '@shirube/schema/events';

/** What the person, or the page, did to a shown step. */
export type ViewInput =
  /** The step is visible on the screen: painted, and the document is visible. At most once per show. */
  | { readonly type: 'viewed' }
  | { readonly type: 'button'; readonly id: string }
  | { readonly type: 'back' }
  | { readonly type: 'next' }
  | { readonly type: 'dismiss'; readonly via: DismissedVia }
  /** A hotspot's tip was opened: its beacon asks for no more attention, in this run. */
  | { readonly type: 'opened' }
  /** The target did what the step's `advance` asks for. */
  | { readonly type: 'advance'; readonly via: 'click' | 'input' | 'delay' }
  /** The target left the page or lost its size: the step should be looked for again. */
  | { readonly type: 'lost' }
  /** It could not be drawn, or the page does not let it stay: there is nothing to wait for. */
  | { readonly type: 'failed' };
