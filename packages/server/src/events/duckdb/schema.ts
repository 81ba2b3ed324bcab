import type { StoredEvent } from '../StoredEvent.ts';
import { runColumns, runStepColumns, stepColumns, tourColumns } from '../sql/foldEvents.ts';
import {
  peopleColumns,
  personDayColumns,
  personTraitColumns,
  personWordColumns,
  traitColumns,
} from '../sql/foldPeople.ts';
import { runTargetColumns } from '../sql/foldTargets.ts';

/** Column by column: the name in the table, its type, and the field of StoredEvent. One place, so that writing and reading cannot differ. */
export const columns = [
  ['environment', 'VARCHAR', 'environment'],
  ['id', 'VARCHAR', 'id'],
  ['type', 'VARCHAR', 'type'],
  ['client_at', 'BIGINT', 'at'],
  ['ts', 'BIGINT', 'ts'],
  ['received', 'BIGINT', 'received'],
  ['user_id', 'VARCHAR', 'userId'],
  ['anonymous_id', 'VARCHAR', 'anonymousId'],
  ['session_id', 'VARCHAR', 'sessionId'],
  ['simulated', 'BOOLEAN', 'simulated'],
  ['tour_id', 'VARCHAR', 'tourId'],
  ['version', 'INTEGER', 'version'],
  ['run_id', 'VARCHAR', 'runId'],
  ['step_id', 'VARCHAR', 'stepId'],
  ['locale', 'VARCHAR', 'locale'],
  ['detail', 'VARCHAR', 'detail'],
  ['visible_ms', 'BIGINT', 'visibleMs'],
  ['payload', 'VARCHAR', 'payload'],
] as const satisfies readonly (readonly [string, string, keyof StoredEvent])[];

/** A number instead of a name, the same in every version of DuckDB: looking for a user then scans 8 bytes an event and compares hardly any text. */
export const userKey = (user: string): string => `md5_number_lower(${user})`;

/** Numbered and never edited after a release; each runs once. */
export const migrations: readonly string[] = [
  `CREATE TABLE events (${columns.map(([name, type]) => `${name} ${type}`).join(', ')})`,
  // The number of the commit that brought the event: what came after a fold is what has a higher one.
  'ALTER TABLE events ADD COLUMN commit_no BIGINT',
  'ALTER TABLE events ADD COLUMN user_key UBIGINT',
  `UPDATE events SET commit_no = rowid // 10000, user_key = ${userKey('user_id')}`,
];

/**
 * What is folded, and how far. Counted up with every change of what is folded or how: an older shape is thrown away at the next start and made again from
 * the raw events, which are all that counts.
 */
export const FOLD_SHAPE = 4;
const types = { text: 'VARCHAR', big: 'BIGINT', number: 'INTEGER', small: 'SMALLINT', key: 'UBIGINT' } as const;
const foldTables = {
  tours: tourColumns,
  steps: stepColumns,
  runs: runColumns,
  run_steps: runStepColumns,
  run_targets: runTargetColumns,
  people: peopleColumns,
  person_days: personDayColumns,
  person_words: personWordColumns,
  traits: traitColumns,
  person_traits: personTraitColumns,
};
/** Empties or makes the tables of folded runs. `through`: the last commit that is folded. */
export const freshFold: readonly string[] = [
  ...Object.entries(foldTables).map(
    ([table, ofTable]) =>
      `CREATE OR REPLACE TABLE ${table} (${ofTable.map(([name, type]) => `${name} ${types[type]}`).join(', ')})`,
  ),
  'CREATE OR REPLACE TABLE folded (shape INTEGER, through BIGINT)',
  `INSERT INTO folded VALUES (${FOLD_SHAPE}, -1)`,
];

/** One parameter holds all rows as JSON: DuckDB parses it on its own threads, away from the one that answers requests. The other is the number of the commit. */
export const insertSql = `INSERT INTO events (${columns.map(([name]) => name).join(', ')}, commit_no, user_key)
  SELECT ${columns.map(([name, , field]) => `row_.${quote(field)} AS ${name}`).join(', ')}, $2, ${userKey('row_."userId"')}
  FROM (SELECT unnest(from_json($1::JSON, '[${JSON.stringify(Object.fromEntries(columns.map(([, type, field]) => [field, type])))}]')) AS row_)`;

function quote(name: string): string {
  return `"${name}"`;
}
