import type { Resolution } from '@shirube/runtime/target';
import type { TourListItem } from '@shirube/schema/api';
import type { Target, Tour } from '@shirube/schema/tour';
import type { Failure } from '../server/failure.ts';

/** What a look for a step's target gave. */
export type TargetStatus = Resolution['status'];

/** How a step's target is found on this page now. */
export interface TargetLook {
  readonly status: TargetStatus;
  /** From 0 to 1. */
  readonly confidence: number;
  /** How the answer came about, as the resolver tells it. */
  readonly because: readonly string[];
  /** Of a healed one: the target as it would be written today. */
  readonly repaired?: Target;
}
/** Where the address asks the editor to open. */
export interface WantedStep {
  readonly tourId: string;
  readonly stepId: string;
}

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
  /** By step id; a step that is not there has not been looked for on this page. */
  readonly looks: Readonly<Record<string, TargetLook>>;
  /** The step whose repaired target was copied last. */
  readonly copied: string | undefined;
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
