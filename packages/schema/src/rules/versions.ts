const NUMBER = /^\d+$/;

/** [numbers, pre-release fields] of "1.10", "v2.0.0-beta.2", "3.1.4.1+build"; undefined when it is no version. */
const parse = (value: unknown): readonly [string[], string[]] | undefined => {
  const found = /^v?(\d+(?:\.\d+)*)(?:-([\w.-]+))?(?:\+[\w.-]+)?$/.exec(typeof value === 'string' ? value : '');
  return found ? [(found[1] as string).split('.'), found[2]?.split('.') ?? []] : undefined;
};

/** Order of two fields: numbers by value and before words, words by code unit, an absent one first. */
const byField = (a: string | undefined, b: string | undefined): number => {
  if (a === b) return 0;
  if (a === undefined || b === undefined) return a === undefined ? -1 : 1;
  const [aNumber, bNumber] = [NUMBER.test(a), NUMBER.test(b)];
  if (aNumber && bNumber) return Number(a) - Number(b);
  return (aNumber === bNumber ? a < b : aNumber) ? -1 : 1;
};

/**
 * Negative, 0 or positive as version `a` is before, equal to or after `b`; NaN when either is no version. Order after semver.org
 * section 11, for any count of numbers: absent ones are 0, build metadata is ignored.
 */
export const compareVersions = (a: unknown, b: unknown): number => {
  const [left, right] = [parse(a), parse(b)];
  if (!left || !right) return Number.NaN;
  for (let i = 0; i < left[0].length || i < right[0].length; i++) {
    const order = Number(left[0][i] ?? 0) - Number(right[0][i] ?? 0);
    if (order) return order;
  }
  // A version without pre-release fields comes after all of its pre-releases.
  if (!left[1].length || !right[1].length) return right[1].length - left[1].length;
  for (let i = 0; i < left[1].length || i < right[1].length; i++) {
    const order = byField(left[1][i], right[1][i]);
    if (order) return order;
  }
  return 0;
};
