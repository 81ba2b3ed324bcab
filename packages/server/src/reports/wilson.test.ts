import { describe, expect, test } from 'vitest';
import { rate, wilson } from './wilson.ts';

/** 99.5 % point of the standard normal distribution. */
const Z99 = 2.5758293035489004;

describe("Wilson's interval", () => {
  // Expected values: statsmodels 0.13.5 proportion_confint(method="wilson"), and R 4.2.2 prop.test(correct=FALSE).
  test.each([
    [81, 263, undefined, 0.2552885198782742, 0.36620957698280004],
    [0, 20, undefined, 0, 0.1611251580528194],
    [23, 60, undefined, 0.27088272374082023, 0.5098240417590008],
    [5, 5, undefined, 0.5655175352168251, 1],
    [480, 1000, Z99, 0.4395711016911704, 0.5206925449049659],
    [3, 1_000_000, undefined, 1.0202712409681223e-6, 8.821149774312436e-6],
  ])('of %i in %i agrees with the published values', (successes, n, z, low, high) => {
    const [lower, upper] = wilson(successes, n, z);
    expect(Math.abs(lower - low)).toBeLessThan(1e-9);
    expect(Math.abs(upper - high)).toBeLessThan(1e-9);
  });

  test('is null, like the rate, where there is no denominator', () => {
    expect(rate(0, 0)).toEqual({ numerator: 0, denominator: 0, value: null, interval: null });
  });
});
