import type { Tour } from '@shirube/schema/tour';
import type { Entry, History } from '../document/history.ts';
import { shaped } from '../document/shaped.ts';
import { parseSource, printSource } from '../document/sourceText.ts';
import type { KeptDraft, KeptEntry, KeptWork } from './keep.ts';
import type { LibraryChanges, Work } from './Session.ts';

export const NO_CHANGES: LibraryChanges = { segments: {}, skills: {}, themes: {} };
/** Of a library that was read back, too. */
export const hasChanges = (library: LibraryChanges): boolean =>
  Object.values(library).some((kind: object) => Object.keys(kind).length > 0);

/** A file from Windows may begin with a byte order mark, which is no JSON. */
export const tourOf = (text: string): Tour => shaped(parseSource(text.replace(/^\uFEFF/, '')));
export const workOf = (text: string): Work => ({ tour: tourOf(text), library: NO_CHANGES });

const texts = new WeakMap<Work, KeptWork>();
export const keptOf = (work: Work): KeptWork => {
  const known = texts.get(work);
  if (known !== undefined) return known;
  const kept = { text: printSource(work.tour), library: JSON.stringify(work.library) };
  texts.set(work, kept);
  return kept;
};

/** As many steps of undo survive a load of the page. */
const KEPT_UNDO = 40;
export const keptEntries = (entries: readonly Entry<Work>[]): readonly KeptEntry[] =>
  entries.slice(-KEPT_UNDO).map(({ value, name }) => ({ ...keptOf(value), name }));

/** Undefined for a record that this editor cannot read: an older one's, or a broken one. */
export const revived = ({ past, present, future }: KeptDraft): History<Work> | undefined => {
  const entry = ({ name, ...kept }: KeptWork & { readonly name: string }) => ({
    value: work(kept),
    name,
    merge: undefined,
  });
  const work = ({ text, library }: KeptWork): Work => ({
    tour: tourOf(text),
    library: { ...NO_CHANGES, ...(JSON.parse(library) as Partial<LibraryChanges>) },
  });
  try {
    return { past: past.map(entry), present: work(present), future: future.map(entry) };
  } catch {
    return undefined;
  }
};
