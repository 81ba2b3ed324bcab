import type { Segment, Skill } from '@shirube/schema';
import type { Problem } from '@shirube/schema/problem';
import type { Theme } from '@shirube/schema/theme';
import type { Tour } from '@shirube/schema/tour';
import { stepsOf } from '../../document/steps.ts';

/** A draft may have anything in the place of a list, and in it. */
const items = <T>(list: readonly T[] | undefined): readonly (T | null | undefined)[] =>
  Array.isArray(list) ? list : [];

interface Known {
  readonly tour: Tour;
  readonly segments: readonly Segment[];
  readonly skills: readonly Skill[];
  readonly themes: readonly Theme[];
}

/** Segments, skills and a theme that the tour names, directly or through a segment, and that do not exist; segments that contain themselves. */
export const brokenReferences = ({ tour, segments, skills, themes }: Known): readonly Problem[] => {
  const problems: Problem[] = [];
  const say = (code: string, path: string, message: string): void => void problems.push({ code, path, message });
  const visit = (condition: unknown, path: string, open: readonly string[]): void => {
    if (typeof condition !== 'object' || condition === null) return;
    const { all, any, not, skill, segment } = condition as Readonly<Record<string, unknown>>;
    for (const part of [all, any].flatMap((list) => (Array.isArray(list) ? list : []))) visit(part, path, open);
    visit(not, path, open);
    if (typeof skill === 'string' && !skills.some(({ id }) => id === skill))
      say('unknown_skill', path, `There is no skill “${skill}”.`);
    if (typeof segment !== 'string') return;
    const found = segments.find(({ id }) => id === segment);
    if (!found) say('unknown_segment', path, `There is no segment “${segment}”.`);
    else if (open.includes(segment)) say('circular_segment', path, `The segment “${segment}” contains itself.`);
    else visit(found.condition, path, [...open, segment]);
  };
  visit(tour.audience, '/audience', []);
  stepsOf(tour).forEach((step, i) => {
    const at = `/steps/${i}`;
    visit(step?.showIf, `${at}/showIf`, []);
    items(step?.next).forEach((branch, j) => {
      visit(branch?.when, `${at}/next/${j}/when`, []);
    });
    items(step?.advance).forEach((advance, j) => {
      if (advance?.on === 'condition') visit(advance.when, `${at}/advance/${j}/when`, []);
    });
  });
  const { theme } = tour;
  // The default theme is built in.
  if (typeof theme === 'string' && theme !== 'default' && !themes.some(({ id }) => id === theme))
    say('unknown_theme', '/theme', `There is no theme “${theme}”.`);
  return problems;
};
