import type { PanelName } from '../session/Session.ts';

/** Where the person was, kept for the tab: the next page of the app goes on there. */
export interface Place {
  readonly tourId?: string | undefined;
  readonly stepId?: string | undefined;
  readonly mode?: 'record' | 'navigate' | undefined;
  readonly panel?: PanelName | undefined;
  readonly side?: 'left' | 'right' | undefined;
  readonly folded?: boolean | undefined;
}

const NAME = 'shirube:editor:place';

/** Nothing where storage is refused or holds something else. */
export const readPlace = (storage: () => Storage): Place => {
  try {
    const kept: unknown = JSON.parse(storage().getItem(NAME) ?? 'null');
    return typeof kept === 'object' && kept !== null ? (kept as Place) : {};
  } catch {
    return {};
  }
};

export const keepPlace = (storage: () => Storage, place: Place): void => {
  try {
    storage().setItem(NAME, JSON.stringify(place));
  } catch {
    // Refused storage: the place lasts until the page is left.
  }
};

/** Takes out what the tab remembers of the editor, but the sign-in, which ends by itself, and work that is not sent. */
export const forgetPlace = (storage: () => Storage): void => {
  try {
    const store = storage();
    const names = Object.keys(store).filter((name) => /^shirube:editor:(?!token:|hurry:)/.test(name));
    for (const name of names) store.removeItem(name);
  } catch {
    // Refused storage remembered nothing.
  }
};
