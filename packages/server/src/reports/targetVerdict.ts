import type { TargetHealth, TargetVerdict } from '@shirube/schema/report';
import type { CoursePart, Looks } from '../events/TargetCounts.ts';
import { rate } from './wilson.ts';

/** Below this nothing is said but that data is collected. */
const FEW = 5;
/** From here on "found" is said of a step of which nothing bad is known. */
const ENOUGH = 20;
/** Lower ends of the 95 % interval above which a state holds. */
const BROKEN = 0.5;
const FRAGILE = 0.02;
const HEALING = 0.05;
/**
 * How much likelier (natural logarithm) the runs must be with a change than without one. The change may lie anywhere, so this is far above what one
 * comparison at 95 % asks for (1.9): a step that misses a steady 20 % of its runs shows a change by chance in about one of a thousand reports.
 */
const CHANGE = 9;

export const healthOf = ({ looked, healed, missing }: Looks): TargetHealth => ({
  looked,
  found: rate(looked - healed - missing, looked),
  healed: rate(healed, looked),
  missing: rate(missing, looked),
});

/** How a step's target stands at the end of the period, and since when. `course` is oldest first; `all` is what it sums up to, also when it is empty. */
export const verdictOf = (all: Looks, course: readonly CoursePart[]): TargetVerdict => {
  const from = Math.max(lastChange(course, 'missing'), lastChange(course, 'healed'));
  const stretch = course.slice(from);
  const now = healthOf(course.length === 0 ? all : sumOf(stretch));
  const state = stateOf(now);
  if (from === 0 || state === 'healthy' || state === 'collecting')
    return { state, now, since: null, withVersion: null };
  const first = firstOf(stretch, state === 'healing' ? 'firstHealedAt' : 'firstMissingAt');
  return { state, now, since: first, withVersion: newVersion(course.slice(0, from), stretch) };
};

const stateOf = ({ looked, healed, missing }: TargetHealth): TargetVerdict['state'] => {
  if (looked < FEW) return 'collecting';
  const [missingAtLeast, healedAtLeast] = [missing.interval?.[0] ?? 0, healed.interval?.[0] ?? 0];
  if (missingAtLeast >= BROKEN) return 'broken';
  if (missingAtLeast >= FRAGILE) return 'fragile';
  if (healedAtLeast >= HEALING) return 'healing';
  return looked < ENOUGH ? 'collecting' : 'healthy';
};

/**
 * Where the newest stretch begins in which the share has not changed: 0 when it never did. The likeliest cut in two (likelihood ratio of two shares
 * against one; Hinkley and Hinkley 1970, Biometrika 57:477–488), and then the likeliest one in what comes after it, until none is sure.
 */
const lastChange = (course: readonly CoursePart[], what: 'missing' | 'healed'): number => {
  let from = 0;
  for (;;) {
    const cut = likeliestCut(course.slice(from), what);
    if (cut === 0) return from;
    from += cut;
  }
};

const likeliestCut = (course: readonly CoursePart[], what: 'missing' | 'healed'): number => {
  const whole = sumOf(course);
  const base = logLikelihood(whole[what], whole.looked);
  let [best, most] = [0, CHANGE];
  let [had, looked] = [0, 0];
  for (let cut = 1; cut < course.length; cut += 1) {
    had += course[cut - 1]?.[what] ?? 0;
    looked += course[cut - 1]?.looked ?? 0;
    const gain = logLikelihood(had, looked) + logLikelihood(whole[what] - had, whole.looked - looked) - base;
    if (gain > most) [best, most] = [cut, gain];
  }
  return best;
};
/** Of so many in n, at the share that fits them best. */
const logLikelihood = (k: number, n: number): number =>
  k === 0 || k === n ? 0 : k * Math.log(k / n) + (n - k) * Math.log(1 - k / n);

const sumOf = (parts: readonly CoursePart[]): Looks => ({
  looked: parts.reduce((sum, part) => sum + part.looked, 0),
  healed: parts.reduce((sum, part) => sum + part.healed, 0),
  missing: parts.reduce((sum, part) => sum + part.missing, 0),
});
const firstOf = (parts: readonly CoursePart[], name: 'firstHealedAt' | 'firstMissingAt'): number | null =>
  parts.reduce<number | null>((first, part) => {
    const at = part[name];
    return at === null ? first : first === null ? at : Math.min(first, at);
  }, null);

/** The newest version of the stretch when most runs after the change have it and none before had: the change came with it. */
const newVersion = (before: readonly CoursePart[], after: readonly CoursePart[]): number | null => {
  const newest = Math.max(...after.map(({ version }) => version));
  if (before.some(({ version }) => version === newest)) return null;
  const ofNewest = sumOf(after.filter(({ version }) => version === newest)).looked;
  return ofNewest * 2 > sumOf(after).looked ? newest : null;
};
