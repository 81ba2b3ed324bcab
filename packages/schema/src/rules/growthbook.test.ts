import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { type Condition, evaluate, type Operator } from './index.ts';

type Row = readonly [
  string,
  unknown,
  Readonly<Record<string, unknown>>,
  boolean,
  Readonly<Record<string, readonly unknown[]>>?,
];
const rows = JSON.parse(
  readFileSync(new URL('../../cases/growthbook/evalCondition.json', import.meta.url), 'utf8'),
) as readonly Row[];

/** What their rules can ask and ours cannot. */
class Untranslatable extends Error {}
const OPERATORS: Readonly<Record<string, Operator>> = {
  $eq: 'eq',
  $ne: 'neq',
  $lt: 'lt',
  $lte: 'lte',
  $gt: 'gt',
  $gte: 'gte',
  $in: 'in',
  $nin: 'notIn',
  $regex: 'matches',
  $vgte: 'versionGte',
  $vlt: 'versionLt',
};
const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The very next version: v > x is v >= next(x). */
const next = (version: string): string => {
  const plain = version.replace(/\+.*/, '');
  if (/^v?[\d.]+$/.test(plain)) return `${plain.replace(/\d+$/, (last) => String(Number(last) + 1))}-0`;
  return `${plain}.0`;
};

const compare = (user: string, op: string, value: unknown, groups: Row[4] = {}): Condition => {
  const known = OPERATORS[op];
  if (known) return { user, op: known, value };
  switch (op) {
    case '$exists':
      return { user, op: value ? 'exists' : 'notExists' };
    case '$vgt':
      return { user, op: 'versionGte', value: next(String(value)) };
    case '$vlte':
      return { user, op: 'versionLt', value: next(String(value)) };
    case '$veq':
      return { all: [compare(user, '$vgte', value), compare(user, '$vlte', value)] };
    case '$vne':
      return { not: compare(user, '$veq', value) };
    case '$all':
      return { all: (value as readonly unknown[]).map((item) => ({ user, op: 'contains', value: item })) };
    case '$not':
      return { not: field(user, value, groups) };
    case '$inGroup':
      return { user, op: 'in', value: groups[String(value)] ?? [] };
    case '$notInGroup':
      return { user, op: 'notIn', value: groups[String(value)] ?? [] };
    case '$elemMatch':
      if (isObject(value) && '$eq' in value) return { user, op: 'contains', value: value.$eq };
      if (isObject(value) && '$in' in value) return { user, op: 'in', value: value.$in };
      throw new Untranslatable('conditions on the items of a list');
    case '$ini':
    case '$nini':
    case '$alli':
    case '$regexi':
      throw new Untranslatable('comparisons without regard to case');
    case '$size':
      throw new Untranslatable('the length of a list');
    case '$type':
      throw new Untranslatable('the type of a trait');
    default:
      return { user, op: op as Operator, value };
  }
};
const field = (user: string, wanted: unknown, groups: Row[4]): Condition => {
  if (wanted === null) return { user, op: 'notExists' };
  if (!isObject(wanted)) return { user, op: 'eq', value: wanted };
  if (!Object.keys(wanted).some((key) => key.startsWith('$'))) throw new Untranslatable('the equality of objects');
  return { all: Object.entries(wanted).map(([op, value]) => compare(user, op, value, groups)) };
};
const translate = (condition: unknown, groups: Row[4]): Condition => {
  const parts = (value: unknown) => (value as readonly unknown[]).map((part) => translate(part, groups));
  return {
    all: Object.entries(condition as object).map(([key, value]): Condition => {
      if (key === '$and') return { all: parts(value) };
      if (key === '$or') return { any: parts(value) };
      if (key === '$nor') return { not: { any: parts(value) } };
      if (key === '$not') return { not: translate(value, groups) };
      return field(key, value, groups);
    }),
  };
};

/** Rows (by their number) whose answer differs, or that our rules cannot ask, each with the reason. */
const differences = JSON.parse(
  readFileSync(new URL('../../cases/growthbook/differences.json', import.meta.url), 'utf8'),
) as readonly { readonly kind: string; readonly reason: string; readonly rows: readonly number[] }[];

test('the conditions of GrowthBook are answered alike, but for those that differ on purpose', () => {
  const different: (readonly [number, string])[] = [];
  rows.forEach(([, condition, attributes, expected, groups], i) => {
    const note = (kind: string) => different.push([i, kind]);
    try {
      const { matches } = evaluate(translate(condition, groups), { now: 0, user: attributes });
      if ((matches === true) !== expected) note('another answer');
    } catch (error) {
      if (!(error instanceof Untranslatable)) throw error;
      note(error.message);
    }
  });
  const expected = differences.flatMap(({ kind, rows: numbers }) => numbers.map((number) => [number, kind] as const));
  expect(different).toEqual(expected.sort(([a], [b]) => a - b));
  expect(rows.length).toBe(248);
});
