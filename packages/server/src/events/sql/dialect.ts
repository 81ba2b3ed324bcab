/** What differs between the databases that hold events. The report SQL is written once over this; parameters are always bound, never pasted. */
export interface Dialect {
  /** A placeholder for the value, remembered in the order of use. */
  readonly bind: (value: string | number) => string;
  /** Of integers, regardless of order and repetition. */
  readonly bitOr: (expression: string) => string;
  /** 1 shifted left by a small number, as a 64-bit integer. */
  readonly bit: (position: string) => string;
  /** Of the rows where it is not null; interpolating between neighbours (Hyndman and Fan type 7). */
  readonly quantiles: (expression: string, shares: readonly number[]) => readonly string[];
  /** Whole division of non-negative integers. */
  readonly intDiv: (left: string, right: number) => string;
  readonly makeTemporary: (name: string, select: string) => string;
}

/** The one table of raw events: see columns in the adapter's schema. */
export type Sql = { readonly text: string; readonly values: readonly (string | number)[] };

export const duckDbDialect = (values: (string | number)[]): Dialect => ({
  bind: (value) => `$${values.push(value)}${typeof value === 'number' ? '::BIGINT' : '::VARCHAR'}`,
  bitOr: (expression) => `bit_or(${expression})`,
  bit: (position) => `(1::BIGINT << (${position})::BIGINT)`,
  // The same call in each: DuckDB sorts once for all of them.
  quantiles: (expression, shares) =>
    shares.map((_, index) => `quantile_cont(${expression}, [${shares.join(', ')}])[${index + 1}]`),
  intDiv: (left, right) => `(${left}) // ${right}`,
  makeTemporary: (name, select) => `CREATE OR REPLACE TEMP TABLE ${name} AS ${select}`,
});
