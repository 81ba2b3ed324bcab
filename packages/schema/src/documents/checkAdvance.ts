import type { Problem } from '../problem.ts';
import { TEXT_OPERATORS, textComparison } from './comparisonSchema.ts';
import { problemsOf } from './issues.ts';
import { fields, type Json, problem } from './problems.ts';

/** `advance` on an input compares what is typed as a condition does, but both `op` and `value` may be left out. */
export const checkAdvance = (advance: unknown, path: string): readonly Problem[] => {
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
