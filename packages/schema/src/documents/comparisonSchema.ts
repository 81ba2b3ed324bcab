import { judgeRegex } from '../regex/judgeRegex.ts';
import type { Operator } from '../rules/condition.ts';
import { dispatch, list, refuse } from './dispatch.ts';
import { date, duration, scalar, text, version } from './values.ts';
import { type ZodType, z } from './zod.ts';

const regex = text(500).check((ctx) => {
  const verdict = judgeRegex(ctx.value);
  if (verdict === 'invalid') refuse(ctx, 'bad_regex', 'This is not a regular expression (JavaScript, flag u).');
  if (verdict === 'unsafe')
    refuse(
      ctx,
      'unsafe_regex',
      'This could take very long on some texts: avoid repeating what already repeats, and use fewer * and +.',
    );
});
const number = z.number();
const scalars = list(scalar, { min: 1, max: 1000 });
/** An ISO 8601 date, or epoch ms. */
const moment = dispatch({ date, number }, (input) => {
  if (typeof input === 'string') return 'date';
  if (typeof input === 'number') return 'number';
  return input === undefined
    ? ['missing', '"value" is required.']
    : ['wrong_value', 'This must be a date such as "2026-12-01", or a number of ms since 1970.'];
});
const equal = dispatch({ scalar, scalars }, (input) => (Array.isArray(input) ? 'scalars' : 'scalar'));

/** What each operator may be compared with; null for those that take no value. */
export const OPERATOR_VALUES = {
  eq: equal,
  neq: equal,
  lt: number,
  lte: number,
  gt: number,
  gte: number,
  in: scalars,
  notIn: scalars,
  contains: scalar,
  notContains: scalar,
  startsWith: text(1000),
  endsWith: text(1000),
  matches: regex,
  exists: null,
  notExists: null,
  before: moment,
  after: moment,
  withinLast: duration,
  olderThan: duration,
  versionGte: version,
  versionLt: version,
} as const satisfies Readonly<Record<Operator, ZodType | null>>;

export const OPERATORS = Object.keys(OPERATOR_VALUES) as Operator[];
export const NUMBER_OPERATORS = ['eq', 'neq', 'lt', 'lte', 'gt', 'gte'] as const;
export const TEXT_OPERATORS = [
  'eq',
  'neq',
  'in',
  'notIn',
  'contains',
  'notContains',
  'startsWith',
  'endsWith',
  'matches',
  'exists',
  'notExists',
] as const;

type Shape = Readonly<Record<string, ZodType>>;

/** A comparison, with what is compared (`{ user: … }`) when it stands in the same object. */
export const comparisonSchema = <Op extends Operator, Base extends Shape>(base: Base, operators: readonly Op[]) => {
  const options = operators.map((op) => {
    const value: ZodType | null = OPERATOR_VALUES[op];
    return z.strictObject({ ...base, op: z.literal(op as Operator), ...(value && { value }) });
  });
  const [first, ...rest] = options;
  if (!first) throw new Error('a comparison needs an operator');
  return z.discriminatedUnion('op', [first, ...rest]);
};
export const textComparison = comparisonSchema({}, TEXT_OPERATORS);
