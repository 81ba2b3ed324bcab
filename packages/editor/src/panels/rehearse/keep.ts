import type { Note, Place } from '@shirube/runtime/rehearse';
import type { MadeUp, Who } from './person.ts';

/** A rehearsal that goes on on the next page of the tab. */
export interface Kept {
  readonly tourId: string;
  readonly who: Who;
  readonly made: MadeUp | undefined;
  /** Undefined: nothing is being played; only the person is remembered. */
  readonly place: Place | undefined;
  readonly notes: readonly Note[];
}

const NAME = 'shirube:editor:rehearsal';

export const readKept = (page: Window, tourId: string): Kept | undefined => {
  try {
    const kept = JSON.parse(page.sessionStorage.getItem(NAME) ?? 'null') as Kept | null;
    return kept?.tourId === tourId && Array.isArray(kept.notes) ? kept : undefined;
  } catch {
    return undefined;
  }
};

export const keep = (page: Window, kept: Kept): void => {
  try {
    page.sessionStorage.setItem(NAME, JSON.stringify(kept));
  } catch {
    // Refused or full: it ends with the page.
  }
};
