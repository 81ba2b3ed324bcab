import type { DuckDBConnection, DuckDBInstance, DuckDBPreparedStatement } from '@duckdb/node-api';
import { DuckDBInstance as Instance } from '@duckdb/node-api';
import type { PastEvent } from '@shirube/schema/rules';
import type { EventStore, RunsQuery, TourCounts, TourQuery, ToursTotals } from '../EventStore.ts';
import { toPastEvents } from '../history.ts';
import type { StoredEvent } from '../StoredEvent.ts';
import { duckDbDialect, type Sql } from '../sql/dialect.ts';
import { type Row, tourReport } from '../sql/tourReport.ts';
import { toursReport } from '../sql/toursReport.ts';
import { GroupCommit } from './GroupCommit.ts';
import { columns, insertSql, migrations } from './schema.ts';

/** A quiet moment: nothing was appended for this long. Then the write-ahead log moves into the file, so that a restart has little to replay. */
const QUIET_MS = 5_000;

/** Events in one DuckDB file: the default on one machine. Raw rows only; every report folds them when it is read. */
export class DuckDbEventStore implements EventStore {
  readonly #instance: DuckDBInstance;
  readonly #writer: DuckDBConnection;
  readonly #insert: DuckDBPreparedStatement;
  readonly #group: GroupCommit;
  #quiet: NodeJS.Timeout | undefined;
  #closing: Promise<void> | undefined;

  private constructor(instance: DuckDBInstance, writer: DuckDBConnection, insert: DuckDBPreparedStatement) {
    this.#instance = instance;
    this.#writer = writer;
    this.#insert = insert;
    this.#group = new GroupCommit((events) => this.#commit(events));
  }

  /** `file` is a path, or ':memory:'. Rejects when another process holds the file. */
  static async open(file: string): Promise<DuckDbEventStore> {
    const instance = await Instance.create(file, { threads: '2' });
    const writer = await instance.connect();
    await migrate(writer);
    return new DuckDbEventStore(instance, writer, await writer.prepare(insertSql));
  }

  async append(events: readonly StoredEvent[]): Promise<void> {
    if (this.#closing !== undefined) throw new Error('the event store is closed');
    await this.#group.append(events);
    this.#checkpointWhenQuiet();
  }

  tour(query: TourQuery): Promise<TourCounts> {
    return this.#read((ask) => tourReport(ask, duckDbDialect, query));
  }

  tours(query: RunsQuery): Promise<readonly ToursTotals[]> {
    return this.#read((ask) => toursReport(ask, duckDbDialect, query));
  }

  async stepsSeen(environment: string, tourId: string): Promise<readonly string[]> {
    const rows = await this.#rows(
      'SELECT DISTINCT step_id FROM events WHERE environment = $1 AND tour_id = $2 AND step_id IS NOT NULL ORDER BY 1',
      [environment, tourId],
    );
    return rows.map((row) => String(row.step_id));
  }

  runEventsOf(environment: string, userId: string): Promise<readonly StoredEvent[]> {
    return this.#events('environment = $1 AND user_id = $2 AND run_id IS NOT NULL', [environment, userId]);
  }

  async historyOf(
    environment: string,
    userId: string,
    names: readonly string[],
    perName: number,
  ): Promise<readonly PastEvent[]> {
    if (names.length === 0) return [];
    const among = names.map((_, index) => `$${index + 3}`).join(', ');
    const where = `environment = $1 AND user_id = $2 AND type = 'track' AND detail IN (${among})`;
    return toPastEvents(await this.#events(where, [environment, userId, ...names]), perName);
  }

  async distinctIds(): Promise<readonly string[]> {
    return (await this.#rows('SELECT DISTINCT id FROM events', [])).map((row) => String(row.id));
  }

  since(received: number): Promise<readonly StoredEvent[]> {
    return this.#events('received >= $1::BIGINT', [received]);
  }

  async ping(): Promise<void> {
    if (this.#closing !== undefined) throw new Error('the event store is closed');
    await this.#rows('SELECT 1 AS one', []);
  }

  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  async #close(): Promise<void> {
    clearTimeout(this.#quiet);
    await this.#group.drained();
    await this.#writer.run('CHECKPOINT');
    this.#writer.closeSync();
    this.#instance.closeSync();
  }

  async #commit(events: readonly StoredEvent[]): Promise<void> {
    this.#insert.bindVarchar(1, JSON.stringify(events));
    await this.#insert.run();
  }

  /** Pushed back while events come in; a checkpoint that meets a running report is left for the next quiet moment. */
  #checkpointWhenQuiet(): void {
    if (this.#quiet !== undefined) {
      this.#quiet.refresh();
      return;
    }
    this.#quiet = setTimeout(() => {
      if (this.#closing === undefined) this.#writer.run('CHECKPOINT').catch(() => this.#quiet?.refresh());
    }, QUIET_MS);
    this.#quiet.unref();
  }

  /** Each report has a connection of its own: a temporary table is seen by that connection alone. */
  async #read<T>(work: (ask: (sql: Sql) => Promise<readonly Row[]>) => Promise<T>): Promise<T> {
    const connection = await this.#instance.connect();
    try {
      return await work((sql) => rowsOf(connection, sql.text, sql.values));
    } finally {
      connection.closeSync();
    }
  }

  #rows(text: string, values: readonly (string | number)[]): Promise<readonly Row[]> {
    return this.#read((ask) => ask({ text, values }));
  }

  async #events(where: string, values: readonly (string | number)[]): Promise<readonly StoredEvent[]> {
    const named = columns.map(([name, , field]) => `${name} AS "${field}"`).join(', ');
    const rows = await this.#rows(`SELECT ${named} FROM events WHERE ${where}`, values);
    // The columns are listed once, with the field that each belongs to: a row has exactly the shape that was written.
    return rows as readonly unknown[] as readonly StoredEvent[];
  }
}

const rowsOf = async (
  connection: DuckDBConnection,
  text: string,
  values: readonly (string | number)[],
): Promise<readonly Row[]> => {
  const reader = await connection.runAndReadAll(text, [...values]);
  // BIGINT arrives as bigint; all our integers are epoch ms and counts, far below 2^53.
  return reader
    .getRowObjectsJS()
    .map((row) =>
      Object.fromEntries(
        Object.entries(row).map(([name, value]) => [name, typeof value === 'bigint' ? Number(value) : value]),
      ),
    ) as readonly Row[];
};

const migrate = async (connection: DuckDBConnection): Promise<void> => {
  await connection.run('CREATE TABLE IF NOT EXISTS migrations (number INTEGER)');
  const done = Number((await rowsOf(connection, 'SELECT count(*) AS done FROM migrations', []))[0]?.done ?? 0);
  for (const [index, statement] of migrations.entries()) {
    if (index < done) continue;
    await connection.run('BEGIN');
    await connection.run(statement);
    await connection.run(`INSERT INTO migrations VALUES (${index + 1})`);
    await connection.run('COMMIT');
  }
};
