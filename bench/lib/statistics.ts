/** The value below which a share `q` (0 to 1) of the sorted values lies: nearest rank. NaN without values. */
export const quantile = (values: readonly number[], q: number): number => {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(q * sorted.length) - 1))] ?? Number.NaN;
};
export const median = (values: readonly number[]): number => quantile(values, 0.5);
