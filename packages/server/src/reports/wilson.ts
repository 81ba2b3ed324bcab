import type { Rate } from '@shirube/schema/report';

/** 97.5 % point of the standard normal distribution: a two-sided 95 % interval. */
const Z95 = 1.959963984540054;

/**
 * Wilson's score interval without continuity correction: (p + z²/2n ± z·√(p(1−p)/n + z²/4n²)) / (1 + z²/n).
 * Source: Wilson 1927; Newcombe 1998, Statistics in Medicine 17:857–872, method 3. `n` must be above 0.
 */
export const wilson = (successes: number, n: number, z = Z95): readonly [number, number] => {
  const p = successes / n;
  const middle = p + (z * z) / (2 * n);
  const half = z * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n));
  const scale = 1 + (z * z) / n;
  // At the edges the formula is exactly 0 and 1; floating point is not.
  return [successes === 0 ? 0 : (middle - half) / scale, successes === n ? 1 : (middle + half) / scale];
};

/** No denominator means no rate. */
export const rate = (numerator: number, denominator: number): Rate => ({
  numerator,
  denominator,
  value: denominator === 0 ? null : numerator / denominator,
  interval: denominator === 0 ? null : wilson(numerator, denominator),
});
