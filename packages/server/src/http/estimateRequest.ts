import { parseBundle, parseCondition, parseSegment, parseSkill, type Segment, type Skill } from '@shirube/schema';
import type { Parsed, Problem } from '@shirube/schema/problem';
import type { Condition } from '@shirube/schema/rules';
import type { Library } from '../documents/Library.ts';
import { referencesOf } from '../documents/references.ts';

export interface EstimateQuestion {
  readonly condition: Condition;
  readonly days: number;
  readonly segments: readonly Segment[];
  readonly skills: readonly Skill[];
}
type Read<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problems: readonly Problem[] };

const [DEFAULT_DAYS, MAX_DAYS, MAX_DOCUMENTS] = [30, 365, 500];
const KNOWN = ['environment', 'condition', 'days', 'segments', 'skills'];

/** The body of an estimate, with the saved segments and skills that it names and does not bring. All problems at once, with paths in the body. */
export const parseEstimate = async (
  input: Readonly<Record<string, unknown>>,
  library: Library,
): Promise<Read<EstimateQuestion>> => {
  const condition = parseCondition(input.condition);
  const segments = listOf(input.segments, '/segments', parseSegment);
  const skills = listOf(input.skills, '/skills', parseSkill);
  const days = input.days ?? DEFAULT_DAYS;
  const isDays = typeof days === 'number' && Number.isInteger(days) && days >= 1 && days <= MAX_DAYS;
  const problems = [
    ...Object.keys(input)
      .filter((key) => !KNOWN.includes(key))
      .map((key) => ({
        code: 'unknown_key',
        path: `/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`,
        message: `Unknown field; known are ${KNOWN.join(', ')}.`,
      })),
    ...(isDays
      ? []
      : [{ code: 'out_of_range', path: '/days', message: `A whole number from 1 to ${MAX_DAYS} is wanted.` }]),
    ...(condition.ok ? [] : under('/condition', condition.problems)),
    ...segments.problems,
    ...skills.problems,
  ];
  if (problems.length > 0 || !condition.ok || !isDays) return { ok: false, problems };
  const whole = await withSaved(
    { condition: condition.value, days, segments: segments.values, skills: skills.values },
    library,
  );
  const circles = problemsTogether(whole, segments.values.length);
  return circles.length > 0 ? { ok: false, problems: circles } : { ok: true, value: whole };
};

const listOf = <T>(input: unknown, path: string, parse: (item: unknown) => Parsed<T>) => {
  const refused = (code: string, message: string) => ({
    values: [] as readonly T[],
    problems: [{ code, path, message }],
  });
  if (input === undefined) return { values: [] as readonly T[], problems: [] };
  if (!Array.isArray(input)) return refused('wrong_type', 'This must be a list.');
  if (input.length > MAX_DOCUMENTS) return refused('too_many', `At most ${MAX_DOCUMENTS} may be given.`);
  const parsed = input.map(parse);
  return {
    values: parsed.flatMap((one) => (one.ok ? [one.value] : [])),
    problems: parsed.flatMap((one, index) => (one.ok ? [] : under(`${path}/${index}`, one.problems))),
  };
};
const under = (path: string, problems: readonly Problem[]): readonly Problem[] =>
  problems.map((problem) => ({ ...problem, path: path + problem.path }));

/** Given ones stand in for saved ones, and come first. */
const withSaved = async (given: EstimateQuestion, library: Library): Promise<EstimateQuestion> => {
  const missing = <T extends { readonly id: string }>(mine: readonly T[], saved: readonly T[]) => [
    ...mine,
    ...saved.filter(({ id }) => !mine.some((one) => one.id === id)),
  ];
  const segments = missing(given.segments, await library.all('segments'));
  const skills = missing(given.skills, await library.all('skills'));
  const named = referencesOf([given.condition], segments);
  return {
    ...given,
    segments: segments.filter((one) => given.segments.includes(one) || named.segments.has(one.id)),
    skills: skills.filter((one) => given.skills.includes(one) || named.skills.has(one.id)),
  };
};

/** What no single part can see: two with one id, segments that lead back to themselves, or together amount to more than can be asked in a moment. */
const problemsTogether = ({ condition, segments, skills }: EstimateQuestion, given: number): readonly Problem[] => {
  const id = `audience-${segments.length}`;
  const whole = { id: segments.some((one) => one.id === id) ? `${id}-itself` : id, name: 'The audience', condition };
  const bundle = parseBundle({
    bundleVersion: 1,
    environment: 'production',
    updatedAt: 0,
    tours: [],
    segments: [...segments, whole],
    skills,
    themes: [],
    killed: [],
  });
  if (bundle.ok) return [];
  // What a saved segment does wrong, the condition does by naming it.
  return bundle.problems.map((problem) => {
    const index = Number(/^\/segments\/(\d+)/.exec(problem.path)?.[1] ?? 0);
    return index < given || problem.path.startsWith('/skills') ? problem : { ...problem, path: '/condition' };
  });
};
