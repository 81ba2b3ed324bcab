import type { StoredEvent } from '../StoredEvent.ts';

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

/** Numbered and never edited after a release; each runs once. */
export const migrations: readonly string[] = [
  `CREATE TABLE events (${columns.map(([name, type]) => `${name} ${type}`).join(', ')})`,
];

/** One parameter holds all rows as JSON: DuckDB parses it on its own threads, away from the one that answers requests. */
export const insertSql = `INSERT INTO events SELECT ${columns.map(([name, , field]) => `row_.${quote(field)} AS ${name}`).join(', ')}
  FROM (SELECT unnest(from_json($1::JSON, '[${JSON.stringify(Object.fromEntries(columns.map(([, type, field]) => [field, type])))}]')) AS row_)`;

function quote(name: string): string {
  return `"${name}"`;
}
