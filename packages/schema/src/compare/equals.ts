import { isRecord } from '../documents/problems.ts';

/** Whether two JSON values say the same. The order of keys says nothing, and a key that is undefined is not there. */
export const equals = (a: unknown, b: unknown): boolean => {
  if (Object.is(a, b)) return true;
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((item, index) => equals(item, b[index]));
  if (!isRecord(a) || !isRecord(b)) return false;
  return keysOf(a, b).every((key) => equals(own(a, key), own(b, key)));
};

/** The keys of both, those of the second first: they are in the order in which people see it now. */
export const keysOf = (a: unknown, b: unknown): readonly string[] => [
  ...new Set([b, a].flatMap((value) => (isRecord(value) ? Object.keys(value) : []))),
];

/** What is inherited is no part of a document. */
export const own = (value: unknown, key: string): unknown =>
  isRecord(value) && Object.hasOwn(value, key) ? value[key] : undefined;
