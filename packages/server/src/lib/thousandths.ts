/** Rounded to a thousandth: interpolating in another order of operations moves the last bit of a number, which means nothing. */
export const thousandths = (value: number): number => Math.round(value * 1_000) / 1_000;
