import type { Resolution } from '@shirube/runtime/target';
import type { TourListItem } from '@shirube/schema/api';
import type { Tour } from '@shirube/schema/tour';
import type { Failure } from '../server/failure.ts';

/** What a look for a step's target gave. */
export type TargetStatus = Resolution['status'];

/** Why the person has to sign in, when it is not simply the first time. */
export type SignInNotice = 'blocked' | 'cut_off' | 'closed' | 'ended';

/** One tour of the list. `live` is set when it is live in the environment of this page's key. */
export interface TourRow {
  readonly item: TourListItem;
  readonly live: { readonly version: number; readonly tour: Tour } | undefined;
}

/** The tour that is looked at. `document` is the live version, or the draft of a tour that is not live here. */
export interface OpenTour {
  readonly row: TourRow;
  readonly document:
    | { readonly name: 'loading' }
    | { readonly name: 'failed'; readonly failure: Failure }
    | { readonly name: 'ready'; readonly tour: Tour };
  /** The step whose target is shown. `status` is undefined until the first look. */
  readonly shown: { readonly stepId: string; readonly status: TargetStatus | undefined } | undefined;
}

export type EditorState =
  | { readonly name: 'signed_out'; readonly notice: SignInNotice | undefined }
  | { readonly name: 'signing_in' }
  | { readonly name: 'loading' }
  | { readonly name: 'failed'; readonly failure: Failure }
  | {
      readonly name: 'tours';
      /** Of the page's key. */
      readonly environment: string;
      readonly rows: readonly TourRow[];
      readonly open: OpenTour | undefined;
    };
