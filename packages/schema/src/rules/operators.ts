import type { Comparison } from './condition.ts';
import { durationMs, own, timeMs, withinLast } from './values.ts';
import { versionKey } from './versionKey.ts';

/** `found` is null when it is missing; `now` is epoch ms. */
export type Test = (found: unknown, now: number) => boolean;
type Make = (wanted: unknown) => Test;
/** Text longer than this never matches a regular expression, so that the worst accepted one stays harmless. */
export const MATCH_MAX_LENGTH = 1000;

/** Strict equality; lists item by item and in order. NaN equals nothing. */
const same = (a: unknown, b: unknown): boolean =>
  a === b || (Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((item, i) => same(item, b[i])));

const number = (value: unknown): number => (typeof value === 'number' ? value : Number.NaN);

const strings =
  (holds: (found: string, wanted: string) => boolean): Make =>
  (wanted) =>
  (found) =>
    typeof found === 'string' && holds(found, wanted as string);

const not =
  (make: Make): Make =>
  (wanted) => {
    const test = make(wanted);
    return (found, now) => !test(found, now);
  };

const isIn: Make = (wanted) => {
  // Not `includes`, for which NaN equals NaN. Spreading throws on what is no list: the leaf is then unknown.
  const list = [...(wanted as unknown[])];
  const isListed = (item: unknown) => list.indexOf(item) >= 0;
  return (found) => (Array.isArray(found) ? found.some(isListed) : isListed(found));
};
const eq: Make = (wanted) => (found) => same(found, wanted);
const exists: Make = () => (found) => found !== null;
const contains: Make = (wanted) => (found) =>
  (typeof found === 'string' && typeof wanted === 'string') || Array.isArray(found)
    ? found.indexOf(wanted as string) >= 0
    : false;

/** Every positive operator answers false for null, and so every negated one answers true. */
const operators: Readonly<Record<string, Make>> = {
  eq,
  neq: not(eq),
  lt: (wanted) => (found) => number(found) < number(wanted),
  lte: (wanted) => (found) => number(found) <= number(wanted),
  gt: (wanted) => (found) => number(found) > number(wanted),
  gte: (wanted) => (found) => number(found) >= number(wanted),
  in: isIn,
  notIn: not(isIn),
  contains,
  notContains: not(contains),
  startsWith: strings((found, wanted) => found.startsWith(wanted)),
  endsWith: strings((found, wanted) => found.endsWith(wanted)),
  matches: (wanted) => {
    const pattern = new RegExp(wanted as string, 'u');
    return (found) => typeof found === 'string' && found.length <= MATCH_MAX_LENGTH && pattern.test(found);
  },
  exists,
  notExists: not(exists),
  before: (wanted) => {
    const limit = timeMs(wanted);
    return (found) => timeMs(found) < limit;
  },
  after: (wanted) => {
    const limit = timeMs(wanted);
    return (found) => timeMs(found) > limit;
  },
  withinLast,
  olderThan: (wanted) => {
    const length = durationMs(wanted as string);
    return (found, now) => timeMs(found) < now - length;
  },
  versionGte: (wanted) => {
    const limit = versionKey(wanted) as string;
    return (found) => (versionKey(found) as string) >= limit;
  },
  versionLt: (wanted) => {
    const limit = versionKey(wanted) as string;
    return (found) => (versionKey(found) as string) < limit;
  },
};

/** Throws on an unknown operator and on a value that it cannot work with. */
export const comparison = ({ op, value }: Comparison): Test => (own(operators, op) as Make)(value);
