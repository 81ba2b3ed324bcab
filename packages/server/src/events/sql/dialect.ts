/** What differs between the databases that hold events. The SQL of folding and reports is written once over this; parameters are always bound, never pasted. */
export interface Dialect {
  /** A placeholder for the value, remembered in the order of use. */
  readonly bind: (value: string | number) => string;
  /** Of integers, regardless of order and repetition. */
  readonly bitOr: (expression: string) => string;
  /** True when the integer has at least one of these bits. */
  readonly hasBits: (expression: string, bits: number) => string;
  /** A field of a JSON object as a number, or as text; null when it is not there. */
  readonly jsonNumber: (json: string, field: string) => string;
  readonly jsonText: (json: string, field: string) => string;
  /** Whole division of non-negative integers. */
  readonly intDiv: (left: string, right: number) => string;
  /** Of a JSON text, the JSON at a pointer (RFC 6901); null when it is not there. */
  readonly jsonAt: (json: string, pointer: string) => string;
  /** The rows of a group as JSON, in ascending order, each `{ f0, f1… }` of these expressions. */
  readonly jsonRows: (expressions: readonly string[]) => string;
  /** So many of them only, the greatest (first) or the smallest (first). */
  readonly jsonSome: (end: 'greatest' | 'smallest', count: number, expressions: readonly string[]) => string;
  /** A table out of one parameter: columns with their values, all equally many. */
  readonly rowsFrom: (columns: GivenColumns) => string;
  /** True when the text holds the other one. */
  readonly holds: (text: string, part: string) => string;
  /** A number for a text, the same within one statement. */
  readonly hash: (text: string) => string;
  /** JSON with an escaped half of a character in it is none to a database: those become U+FFFD. */
  readonly mendJson: (json: string) => string;
  /** A table for this connection alone, replacing one of the same name. */
  readonly makeTemporary: (name: string, select: string) => string;
}

export type GivenColumns = Readonly<
  Record<
    string,
    | { readonly type: 'text'; readonly values: readonly (string | null)[] }
    | { readonly type: 'number'; readonly values: readonly number[] }
  >
>;
export type Sql = { readonly text: string; readonly values: readonly (string | number)[] };
export type Row = Readonly<Record<string, string | number | null>>;
/** Runs one statement on one connection; calls that follow each other see what the earlier ones did. */
export type Ask = (sql: Sql) => Promise<readonly Row[]>;
export type MakeDialect = (values: (string | number)[]) => Dialect;
/** Writes a statement over the dialect and runs it. */
export type Run = (build: (dialect: Dialect) => string) => Promise<readonly Row[]>;

export const runOn =
  (ask: Ask, makeDialect: MakeDialect): Run =>
  (build) => {
    const values: (string | number)[] = [];
    const text = build(makeDialect(values));
    return ask({ text, values });
  };

export const duckDbDialect: MakeDialect = (values) => ({
  bind: (value) => `$${values.push(value)}${typeof value === 'number' ? '::BIGINT' : '::VARCHAR'}`,
  bitOr: (expression) => `bit_or(${expression})`,
  hasBits: (expression, bits) => `(${expression} & ${bits}) > 0`,
  jsonNumber: (json, field) => `TRY_CAST(json_extract_string(${json}, '$.${field}') AS DOUBLE)`,
  jsonText: (json, field) => `json_extract_string(${json}, '$.${field}')`,
  intDiv: (left, right) => `(${left}) // ${right}`,
  jsonAt: (json, pointer) => `CAST(json_extract(${json}, $${values.push(pointer)}::VARCHAR) AS VARCHAR)`,
  // Sorted after it is gathered: ORDER BY inside the aggregate takes five times as long.
  jsonRows: (expressions) => `CAST(to_json(list_sort(list(${structOf(expressions)}))) AS VARCHAR)`,
  jsonSome: (end, count, expressions) =>
    `CAST(to_json(${end === 'greatest' ? 'max' : 'min'}(${structOf(expressions)}, ${count})) AS VARCHAR)`,
  rowsFrom: (columns) => {
    const types = { text: 'VARCHAR[]', number: 'BIGINT[]' };
    const shape = Object.fromEntries(Object.entries(columns).map(([name, { type }]) => [name, types[type]]));
    const given = Object.fromEntries(Object.entries(columns).map(([name, { values: list }]) => [name, list]));
    const unpacked = Object.keys(columns).map((name) => `unnest(given_.${name}) AS ${name}`);
    return `(SELECT ${unpacked.join(', ')} FROM (SELECT from_json($${values.push(JSON.stringify(given))}::JSON, '${JSON.stringify(shape)}') AS given_) AS packed)`;
  },
  holds: (whole, part) => `contains(${whole}, ${part})`,
  hash: (expression) => `hash(${expression})`,
  mendJson: (json) =>
    `CASE WHEN json_valid(${json}) THEN ${json} ELSE regexp_replace(${json}, '\\\\u[dD][89a-fA-F][0-9a-fA-F]{2}', '\\\\ufffd', 'g') END`,
  makeTemporary: (name, select) => `CREATE OR REPLACE TEMP TABLE ${name} AS ${select}`,
});

const structOf = (expressions: readonly string[]): string =>
  `{${expressions.map((expression, index) => `f${index}: ${expression}`).join(', ')}}`;

/** Sums over no rows are null in SQL; a count of nothing is 0. */
export const number = (value: string | number | null | undefined): number => Number(value ?? 0);
export const text = (value: string | number | null | undefined): string => String(value ?? '');
