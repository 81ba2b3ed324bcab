import type { Failure } from '../server/failure.ts';
import type { Work, Workspace } from './Session.ts';

/** What the server has told so far. */
export interface Known extends Workspace {
  /** Why the list of tours is not there. */
  readonly failure: Failure | undefined;
}
export const NOTHING: Known = {
  loaded: false,
  failure: undefined,
  tours: [],
  segments: [],
  skills: [],
  themes: [],
  traits: [],
  events: [],
  environments: [],
  member: undefined,
  environment: '',
};

const overlaid = <T extends { readonly id: string }>(
  saved: readonly T[],
  changes: Readonly<Record<string, T | null>> | undefined,
): readonly T[] => {
  if (changes === undefined || Object.keys(changes).length === 0) return saved;
  const kept = saved.flatMap((one) => {
    // An id may be the name of what every object has.
    const changed = Object.hasOwn(changes, one.id) ? changes[one.id] : undefined;
    return changed === null ? [] : [changed ?? one];
  });
  const added = Object.values(changes).filter((one) => one !== null && !saved.some(({ id }) => id === one.id));
  return [...kept, ...(added as T[])];
};

/** What is known, as it will be once the unsaved changes are saved. */
export const workspaceOf = ({ failure: _, ...known }: Known, work: Work | undefined): Workspace => ({
  ...known,
  segments: overlaid(known.segments, work?.library.segments),
  skills: overlaid(known.skills, work?.library.skills),
  themes: overlaid(known.themes, work?.library.themes),
});
