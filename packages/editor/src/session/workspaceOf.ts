import type { Segment, Skill } from '@shirube/schema';
import type { EnvironmentInfo, Member, SeenEvent, SeenTrait, TourListItem } from '@shirube/schema/api';
import type { Theme } from '@shirube/schema/theme';
import type { Failure } from '../server/failure.ts';
import type { Work, Workspace } from './Session.ts';

/** What the server has told so far. */
export interface Known {
  readonly loaded: boolean;
  readonly failure: Failure | undefined;
  readonly tours: readonly TourListItem[];
  readonly segments: readonly Segment[];
  readonly skills: readonly Skill[];
  readonly themes: readonly Theme[];
  readonly traits: readonly SeenTrait[];
  readonly events: readonly SeenEvent[];
  readonly environments: readonly EnvironmentInfo[];
  readonly member: Member | undefined;
  readonly environment: string;
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
