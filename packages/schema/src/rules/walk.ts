import type { Segment } from '../segment.ts';
import type { Skill } from '../skill.ts';
import type { Condition } from './condition.ts';

/** True, false, or unknown while a fact has not arrived. */
export type Answer = boolean | 'unknown';
/** What conditions refer to by id. An id that is not listed is unknown. */
export interface References {
  readonly segments?: readonly Segment[] | undefined;
  readonly skills?: readonly Skill[] | undefined;
}

/** One level of a condition: a group with its paths and the answer that decides it, a negation, a segment, or a leaf. */
export interface Visitor<T> {
  group(parts: readonly T[], decisive: boolean): T;
  not(part: T): T;
  /** `inside` is undefined for an unknown segment, or one that contains itself. */
  segment(condition: Extract<Condition, { readonly segment: string }>, path: string, inside: (() => T) | undefined): T;
  leaf(condition: Condition, path: string): T;
}

/** Folds a condition from its leaves upward. `open` holds the segments that are being walked. */
export const walk = <T>(
  condition: Condition,
  visitor: Visitor<T>,
  segments: readonly Segment[] = [],
  path = '',
  open: readonly string[] = [],
): T => {
  const children = (parts: readonly Condition[], key: string): T[] =>
    parts.map((part, i) => walk(part, visitor, segments, `${path}/${key}/${i}`, open));
  if ('all' in condition) return visitor.group(children(condition.all, 'all'), false);
  if ('any' in condition) return visitor.group(children(condition.any, 'any'), true);
  if ('not' in condition) return visitor.not(walk(condition.not, visitor, segments, `${path}/not`, open));
  if (!('segment' in condition)) return visitor.leaf(condition, path);
  const id = condition.segment;
  const found = open.includes(id) ? undefined : segments.find((segment) => segment.id === id);
  return visitor.segment(condition, path, found && (() => walk(found.condition, visitor, segments, '', [...open, id])));
};
