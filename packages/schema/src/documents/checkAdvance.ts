import type { Problem } from '../problem.ts';
import { TEXT_OPERATORS, textComparison } from './comparisonSchema.ts';
import { problemsOf } from './issues.ts';
import { fields, type Json, problem } from './problems.ts';

/** These have no target of their own that `advance` could mean. */
const WITHOUT_TARGET: readonly unknown[] = ['slideout', 'banner'];

/** What an `advance` looks at is there, and what it compares makes sense. */
export const checkAdvance = (advance: unknown, kind: unknown, path: string): readonly Problem[] => {
  const { on, target }: Json = fields(advance);
  const missing = (on === 'click' || on === 'input') && target === undefined && WITHOUT_TARGET.includes(kind);
  return [
    ...(missing ? [problem('missing', `${path}/target`, `A ${kind} has no target, so this needs its own.`)] : []),
    ...checkInput(advance, path),
  ];
};

/** An input compares what is typed as a condition does, but both `op` and `value` may be left out. */
const checkInput = (advance: unknown, path: string): readonly Problem[] => {
  const { on, op, value }: Json = fields(advance);
  if (on !== 'input') return [];
  if (op === undefined)
    return value === undefined ? [] : [problem('missing', `${path}/op`, '"op" says how "value" is compared.')];
  // An unknown operator is a problem of the parse already.
  if (!TEXT_OPERATORS.some((known) => known === op)) return [];
  const comparison = { op, ...(value !== undefined && { value }) };
  const result = textComparison.safeParse(comparison);
  return result.success
    ? []
    : problemsOf(result.error.issues, comparison).map((found) => ({ ...found, path: path + found.path }));
};
