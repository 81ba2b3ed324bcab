import { PROBLEM_CATALOGUE, type ProblemCode, parseCondition } from '@shirube/schema';
import type { Problem } from '@shirube/schema/problem';
import type { UiLocale, Workspace } from '../../../session/Session.ts';
import { conditionAt, type Path, pointerOf, type Rule } from './edits.ts';
import { formed } from './form.ts';

/** What is wrong with a rule, by JSON Pointers into it. */
export const ruleProblems = (rule: Rule): readonly Problem[] => {
  if (rule === undefined) return [];
  const parsed = parseCondition(rule);
  return parsed.ok ? [] : parsed.problems;
};

/** What is wrong with one leaf: what the parse says of it, and names that lead nowhere. */
export const leafProblems = (
  problems: readonly Problem[],
  rule: Rule,
  path: Path,
  workspace: Workspace,
  ui: UiLocale,
): readonly string[] => {
  const pointer = pointerOf(path);
  const own = problems.filter(({ path: at }) => at === pointer || at.startsWith(`${pointer}/`));
  const said = own.map(({ code, message }) => (ui === 'en' ? message : wordsOf(code, message)));
  return workspace.loaded && leadsNowhere(conditionAt(rule, path), workspace)
    ? [...said, PROBLEM_CATALOGUE.unknown_reference[ui]]
    : said;
};

const wordsOf = (code: string, message: string): string =>
  Object.hasOwn(PROBLEM_CATALOGUE, code) ? PROBLEM_CATALOGUE[code as ProblemCode].ja : message;

const leadsNowhere = (condition: unknown, { skills, segments, tours }: Workspace): boolean => {
  const it = formed(condition);
  if (it.form === 'skill') return !skills.some(({ id }) => id === it.condition.skill);
  if (it.form === 'segment') return !segments.some(({ id }) => id === it.condition.segment);
  return it.form === 'tour' && !tours.some(({ id }) => id === it.condition.tour);
};
