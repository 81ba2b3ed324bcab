import type { Operator } from '@shirube/schema/rules';

export type Scalar = string | number | boolean;
export type ScalarType = 'string' | 'number' | 'boolean';
/** What kind of value an operator works with. */
export type ValueKind = 'scalar' | 'list' | 'number' | 'text' | 'moment' | 'duration' | 'version' | 'none';

const KINDS: Readonly<Record<Operator, ValueKind>> = {
  eq: 'scalar',
  neq: 'scalar',
  lt: 'number',
  lte: 'number',
  gt: 'number',
  gte: 'number',
  in: 'list',
  notIn: 'list',
  contains: 'scalar',
  notContains: 'scalar',
  startsWith: 'text',
  endsWith: 'text',
  matches: 'text',
  exists: 'none',
  notExists: 'none',
  before: 'moment',
  after: 'moment',
  withinLast: 'duration',
  olderThan: 'duration',
  versionGte: 'version',
  versionLt: 'version',
};
export const valueKind = (op: Operator): ValueKind => KINDS[op] ?? 'scalar';

export const scalarType = (value: unknown): ScalarType =>
  typeof value === 'number' ? 'number' : typeof value === 'boolean' ? 'boolean' : 'string';

const EVERYWHERE: readonly Operator[] = ['eq', 'neq', 'in', 'notIn', 'exists', 'notExists'];
const TIMES: readonly Operator[] = ['before', 'after', 'withinLast', 'olderThan'];
const BY_TYPE: Readonly<Record<string, readonly Operator[]>> = {
  string: [
    ...EVERYWHERE,
    'contains',
    'notContains',
    'startsWith',
    'endsWith',
    'matches',
    ...TIMES,
    'versionGte',
    'versionLt',
  ],
  number: [...EVERYWHERE, 'gte', 'lte', 'gt', 'lt', ...TIMES],
  boolean: ['eq', 'neq', 'exists', 'notExists'],
  list: ['contains', 'notContains', 'in', 'notIn', 'exists', 'notExists'],
};
/** What makes sense for values of the types that were seen; everything where nothing was. The one in use is always among them. */
export const operatorsFor = (types: readonly string[], now: Operator): readonly Operator[] => {
  const known = types.filter((type) => Object.hasOwn(BY_TYPE, type));
  const fitting = new Set(
    known.length === 0 ? (Object.keys(KINDS) as Operator[]) : known.flatMap((type) => BY_TYPE[type] ?? []),
  );
  return (Object.keys(KINDS) as Operator[]).filter((op) => fitting.has(op) || op === now);
};

/** The value for another operator: what was there where it fits, else something to start from. `today` is "2026-12-01". */
export const valueFor = (op: Operator, before: unknown, today: string): unknown => {
  const first: unknown = Array.isArray(before) ? before[0] : before;
  switch (valueKind(op)) {
    case 'none':
      return undefined;
    case 'list':
      return Array.isArray(before) ? before : [first ?? ''];
    case 'number':
      return typeof first === 'number' ? first : 1;
    case 'text':
      return typeof first === 'string' ? first : String(first ?? '');
    case 'moment':
      return typeof first === 'number' || /^\d{4}-\d\d-\d\d/.test(String(first)) ? first : today;
    case 'duration':
      return /^[1-9]\d*[smhdw]$/.test(String(first)) ? first : '30d';
    case 'version':
      return /^\d+(\.\d+)*/.test(String(first)) ? String(first) : '1.0';
    default:
      return first ?? '';
  }
};

/** The same value in another type, as near as it gets: the only place where a type changes, because a person asked for it. */
export const toType = (value: unknown, type: ScalarType): Scalar => {
  if (type === 'string') return String(value ?? '');
  if (type === 'boolean') return value === true || value === 'true';
  const number = Number(value);
  return Number.isFinite(number) ? number : 0;
};
