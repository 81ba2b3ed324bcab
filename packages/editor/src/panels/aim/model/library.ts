import type { Segment, Skill } from '@shirube/schema';
import type { Tour } from '@shirube/schema/tour';
import type { Work } from '../../../session/Session.ts';

/** Puts a segment into the changes, or (null) says that it is to be deleted. */
export const withSegment = (work: Work, id: string, segment: Segment | null): Work => ({
  ...work,
  library: { ...work.library, segments: { ...work.library.segments, [id]: segment } },
});
export const withSkill = (work: Work, id: string, skill: Skill | null): Work => ({
  ...work,
  library: { ...work.library, skills: { ...work.library.skills, [id]: skill } },
});

/** Whether a document asks for this segment or skill anywhere: in its audience, its steps, or a segment's own condition. */
export const asksFor = (document: Tour | Segment, key: 'segment' | 'skill', id: string): boolean =>
  finds(document, key, id);

const finds = (value: unknown, key: string, id: string): boolean =>
  typeof value === 'object' &&
  value !== null &&
  ((Object.hasOwn(value, key) && (value as Readonly<Record<string, unknown>>)[key] === id) ||
    Object.values(value).some((part) => finds(part, key, id)));
