import type { Bundle } from './bundle.ts';
import { bundleSchema } from './documents/bundleSchema.ts';
import { checkBundle, checkSegment, warnBundle } from './documents/checkBundle.ts';
import { checkTour } from './documents/checkTour.ts';
import { conditionSchema } from './documents/conditionSchema.ts';
import { BUNDLE_LIMITS, DOCUMENT_LIMITS, guard, type Limits } from './documents/guard.ts';
import { problemsOf } from './documents/issues.ts';
import { isRecord, type Json, problem } from './documents/problems.ts';
import { segmentSchema } from './documents/segmentSchema.ts';
import { skillSchema } from './documents/skillSchema.ts';
import { themeSchema, warnTheme } from './documents/themeSchema.ts';
import { tourSchema } from './documents/tourSchema.ts';
import { warnTour } from './documents/warnTour.ts';
import type { ZodType } from './documents/zod.ts';
import { CURRENT_VERSION, migrations } from './migrations/index.ts';
import type { Parsed, Problem } from './problem.ts';
import { allowSteps } from './regex/judgeRegex.ts';
import type { Condition } from './rules/condition.ts';
import type { Segment } from './segment.ts';
import type { Skill } from './skill.ts';
import type { Theme } from './theme.ts';
import type { Tour } from './tour.ts';

/** More than anyone reads; a document with a million unknown keys is refused in a moment. */
const MAX_PROBLEMS = 200;

/** Steps that the regular expressions of one document may take to be judged: a usual one takes about a thousand. */
const STUDY_STEPS = 1_000_000;

interface DocumentType<T> {
  readonly schema: ZodType<T>;
  readonly limits?: Limits;
  /** Problems that no single place can see; gets data of any shape. */
  readonly check?: (document: Json) => readonly Problem[];
  readonly warn?: (value: T) => readonly Problem[];
}

const refused = (problems: readonly Problem[]): Parsed<never> => ({
  ok: false,
  problems:
    problems.length > MAX_PROBLEMS
      ? [
          ...problems.slice(0, MAX_PROBLEMS),
          problem('more_problems', '', `${problems.length - MAX_PROBLEMS} more problems are not listed.`),
        ]
      : problems,
  warnings: [],
});

/** Parses strictly, with all problems at once. Never throws, whatever the input does. */
export const parseDocument = <T>(
  input: unknown,
  { schema, limits = DOCUMENT_LIMITS, check, warn }: DocumentType<T>,
): Parsed<T> => {
  try {
    const { refused: stop, problems: forbidden } = guard(input, limits);
    if (stop) return refused(forbidden);
    // Expressions of a bundle may take as much more as it may hold.
    allowSteps(STUDY_STEPS * (limits.values / DOCUMENT_LIMITS.values));
    const result = schema.safeParse(input);
    const known = new Set(forbidden.map(({ path }) => path));
    const found = [
      ...(result.success ? [] : problemsOf(result.error.issues, input)),
      ...(check && isRecord(input) ? check(input) : []),
    ];
    const problems = [...forbidden, ...found.filter(({ path }) => !known.has(path))];
    if (problems.length || !result.success) return refused(problems);
    return { ok: true, value: result.data, warnings: warn?.(result.data) ?? [] };
  } catch (error) {
    return refused([
      problem('not_json', '', `The document cannot be read: ${error instanceof Error ? error.name : 'unknown error'}.`),
    ]);
  }
};

/** A JSON text, as data; null keys such as `__proto__` stay own keys, and are refused later. */
export const parseJson = (text: string): Parsed<unknown> => {
  try {
    return { ok: true, value: JSON.parse(text), warnings: [] };
  } catch (error) {
    return refused([
      problem('not_json', '', error instanceof Error ? `This is not JSON: ${error.message}.` : 'This is not JSON.'),
    ]);
  }
};

/** The document in the current version, or the problem of a version that cannot be read. */
const migrate = (input: unknown): { readonly document: unknown } | { readonly problem: Problem } => {
  if (!isRecord(input)) return { document: input };
  const version = input.schemaVersion ?? 0;
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 0)
    return {
      problem: problem(
        'wrong_type',
        '/schemaVersion',
        `"schemaVersion" must be a whole number; the current one is ${CURRENT_VERSION}.`,
      ),
    };
  if (version > CURRENT_VERSION)
    return {
      problem: problem(
        'newer_version',
        '/schemaVersion',
        `The document has version ${version}, and this program knows versions up to ${CURRENT_VERSION}: update Shirube.`,
      ),
    };
  return { document: migrations.slice(version).reduce((document, step) => step(document), input) };
};

/** A tour in the current version. Paths of an older document's problems are those of the migrated one. */
export const parseTour = (input: unknown): Parsed<Tour> => {
  try {
    // Before the migrations, which walk the document.
    const { refused: stop, problems } = guard(input, DOCUMENT_LIMITS);
    if (stop) return refused(problems);
    const migrated = migrate(input);
    if ('problem' in migrated) return refused([...problems, migrated.problem]);
    return parseDocument(migrated.document, { schema: tourSchema, check: checkTour, warn: warnTour });
  } catch {
    return refused([problem('not_json', '', 'The document cannot be read.')]);
  }
};
export const parseTourJson = (text: string): Parsed<Tour> => {
  const json = parseJson(text);
  return json.ok ? parseTour(json.value) : json;
};

export const parseCondition = (input: unknown): Parsed<Condition> => parseDocument(input, { schema: conditionSchema });
export const parseSegment = (input: unknown): Parsed<Segment> =>
  parseDocument(input, { schema: segmentSchema, check: checkSegment });
export const parseSkill = (input: unknown): Parsed<Skill> => parseDocument(input, { schema: skillSchema });
export const parseTheme = (input: unknown): Parsed<Theme> =>
  parseDocument(input, { schema: themeSchema, warn: warnTheme });
export const parseBundle = (input: unknown): Parsed<Bundle> =>
  parseDocument(input, { schema: bundleSchema, limits: BUNDLE_LIMITS, check: checkBundle, warn: warnBundle });
