/** One thing that can be undone or done again: how it was before, or is after it. */
export interface Entry<T> {
  readonly value: T;
  /** What led from here to the next value (in the past), or what leads here again (in the future). */
  readonly name: string;
  readonly merge: string | undefined;
}
/** Past and future of a value that is only ever replaced. The last of each list is the nearest. */
export interface History<T> {
  readonly past: readonly Entry<T>[];
  readonly present: T;
  readonly future: readonly Entry<T>[];
}

/** As many steps back as are kept. */
export const UNDO_MAX = 200;

export const begin = <T>(present: T): History<T> => ({ past: [], present, future: [] });

/** The same value again is no edit. One with the `merge` of the edit before it is part of that one, as long as nothing was undone in between. */
export const push = <T>(history: History<T>, next: T, name: string, merge?: string): History<T> => {
  const { past, present } = history;
  if (next === present) return history;
  const last = past.at(-1);
  if (merge !== undefined && last?.merge === merge && history.future.length === 0)
    return { past, present: next, future: [] };
  return { past: [...past, { value: present, name, merge }].slice(-UNDO_MAX), present: next, future: [] };
};

export const undo = <T>({ past, present, future }: History<T>): History<T> => {
  const last = past.at(-1);
  if (last === undefined) return { past, present, future };
  return { past: past.slice(0, -1), present: last.value, future: [...future, { ...last, value: present }] };
};

export const redo = <T>({ past, present, future }: History<T>): History<T> => {
  const next = future.at(-1);
  if (next === undefined) return { past, present, future };
  // What was done again is an edit of its own: the next keystroke is not part of it.
  return {
    past: [...past, { value: present, name: next.name, merge: undefined }],
    present: next.value,
    future: future.slice(0, -1),
  };
};

/** The same history of changed values. */
export const mapHistory = <T>({ past, present, future }: History<T>, change: (value: T) => T): History<T> => {
  const entry = (one: Entry<T>): Entry<T> => ({ ...one, value: change(one.value) });
  return { past: past.map(entry), present: change(present), future: future.map(entry) };
};
