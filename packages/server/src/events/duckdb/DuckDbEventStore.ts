import type { DuckDBConnection, DuckDBInstance, DuckDBPreparedStatement } from '@duckdb/node-api';
import { DuckDBInstance as Instance } from '@duckdb/node-api';
import type { Person, SeenEvent, SeenTrait } from '@shirube/schema/api';
import type {
  EventStore,
  RunsQuery,
  TourCounts,
  TourQuery,
  ToursTotals,
  UserEvents,
  UserQuery,
} from '../EventStore.ts';
import { toPastEvents } from '../history.ts';
import type { PeopleAlike, PeopleQuery, PeopleSearch } from '../People.ts';
import type { StoredEvent } from '../StoredEvent.ts';
import { duckDbDialect, number, type Row, type Run, runOn } from '../sql/dialect.ts';
import { findPeople, peopleReport } from '../sql/peopleReport.ts';
import { seenEvents, seenTraits } from '../sql/seenReport.ts';
import { targetsReport } from '../sql/targetsReport.ts';
import { tourReport } from '../sql/tourReport.ts';
import { toursReport } from '../sql/toursReport.ts';
import type { TargetStepCounts, TargetsQuery } from '../TargetCounts.ts';
import { Folding } from './Folding.ts';
import { GroupCommit } from './GroupCommit.ts';
import { inTransaction, rowsOf } from './rows.ts';
import { columns, insertSql, migrations, userKey } from './schema.ts';

/** A quiet moment: nothing was appended for this long. Then the write-ahead log moves into the file, so that a restart has little to replay. */
const QUIET_MS = 5_000;
/** A report folds what came since the last fold: of this many events about 110 ms of processor time. Fewer would fold the same busy runs more often. */
const FOLD_EVERY = 20_000;

/** Events in one DuckDB file: the default on one machine. Raw rows, and folded runs derived from them. */
export class DuckDbEventStore implements EventStore {
  readonly #instance: DuckDBInstance;
  readonly #writer: DuckDBConnection;
  readonly #insert: DuckDBPreparedStatement;
  readonly #folding: Folding;
  readonly #group: GroupCommit;
  /** The last commit that succeeded, and the last number given out: a commit that failed leaves a gap. */
  #committed: number;
  #numbered: number;
  #sinceFold = 0;
  #quiet: NodeJS.Timeout | undefined;
  #closing: Promise<void> | undefined;

  private constructor(parts: {
    readonly instance: DuckDBInstance;
    readonly writer: DuckDBConnection;
    readonly insert: DuckDBPreparedStatement;
    readonly folding: Folding;
    readonly committed: number;
  }) {
    this.#instance = parts.instance;
    this.#writer = parts.writer;
    this.#insert = parts.insert;
    this.#folding = parts.folding;
    this.#committed = parts.committed;
    this.#numbered = parts.committed;
    this.#group = new GroupCommit((events) => this.#commit(events));
  }

  /** `file` is a path, or ':memory:'. Rejects when another process holds the file. */
  static async open(file: string): Promise<DuckDbEventStore> {
    const instance = await Instance.create(file, { threads: '2' });
    const writer = await instance.connect();
    await migrate(writer);
    const [last] = await rowsOf(writer, { text: 'SELECT max(commit_no) AS committed FROM events', values: [] });
    const store = new DuckDbEventStore({
      instance,
      writer,
      insert: await writer.prepare(insertSql),
      folding: await Folding.open(await instance.connect()),
      committed: number(last?.committed),
    });
    store.#foldBehind();
    return store;
  }

  async append(events: readonly StoredEvent[]): Promise<void> {
    if (this.#closing !== undefined) throw new Error('the event store is closed');
    await this.#group.append(events);
    this.#checkpointWhenQuiet();
  }

  tour(query: TourQuery): Promise<TourCounts> {
    return this.#report((run) => tourReport(run, query));
  }

  tours(query: RunsQuery): Promise<readonly ToursTotals[]> {
    return this.#report((run) => toursReport(run, query));
  }

  targets(query: TargetsQuery): Promise<readonly TargetStepCounts[]> {
    return this.#report((run) => targetsReport(run, query));
  }

  people(query: PeopleQuery): Promise<readonly PeopleAlike[]> {
    return this.#report((run) => peopleReport(run, query));
  }

  findPeople(query: PeopleSearch): Promise<readonly Person[]> {
    return this.#report((run) => findPeople(run, query));
  }

  seenTraits(environment: string): Promise<readonly SeenTrait[]> {
    return this.#report((run) => seenTraits(run, environment));
  }

  seenEvents(environment: string): Promise<readonly SeenEvent[]> {
    return this.#read((run) => seenEvents(run, environment));
  }

  async recount(): Promise<void> {
    await this.#folding.forget();
    await this.#folding.catchUp(this.#committed);
  }

  async ofUser({ environment, userId, names, perName }: UserQuery): Promise<UserEvents> {
    const listed = names === 'all' ? [] : names;
    const among = listed.map((_, index) => `$${index + 3}`).join(', ');
    const history =
      names === 'all' ? " OR type = 'track'" : among === '' ? '' : ` OR (type = 'track' AND detail IN (${among}))`;
    const events = await this.#events(
      `environment = $1 AND user_id = $2 AND user_key = ${userKey('$2')} AND (run_id IS NOT NULL${history})`,
      [environment, userId, ...listed],
    );
    const tracked = events.filter(({ type }) => type === 'track');
    return { runs: events.filter(({ runId }) => runId !== null), history: toPastEvents(tracked, perName) };
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
    await this.#folding.close();
    await this.#writer.run('CHECKPOINT');
    this.#writer.closeSync();
    this.#instance.closeSync();
  }

  async #commit(events: readonly StoredEvent[]): Promise<void> {
    this.#numbered += 1;
    this.#insert.bindVarchar(1, JSON.stringify(events));
    this.#insert.bindBigInt(2, BigInt(this.#numbered));
    await this.#insert.run();
    this.#committed = this.#numbered;
    this.#sinceFold += events.length;
    if (this.#sinceFold >= FOLD_EVERY) this.#foldBehind();
  }

  /** In the background. A failure is nobody's yet: the next report meets it and tells it. */
  #foldBehind(): void {
    this.#sinceFold = 0;
    this.#folding.catchUp(this.#committed).catch(() => {});
  }

  /** Pushed back while events come in; a checkpoint that meets a running report is left for the next quiet moment. */
  #checkpointWhenQuiet(): void {
    if (this.#quiet !== undefined) {
      this.#quiet.refresh();
      return;
    }
    const tidy = async () => {
      await this.#folding.catchUp(this.#committed);
      if (this.#closing === undefined) await this.#writer.run('CHECKPOINT');
    };
    this.#quiet = setTimeout(() => {
      if (this.#closing === undefined) tidy().catch(() => this.#quiet?.refresh());
    }, QUIET_MS);
    this.#quiet.unref();
  }

  /** Of everything that was acknowledged before the question. */
  async #report<T>(work: (run: Run) => Promise<T>): Promise<T> {
    await this.#folding.catchUp(this.#committed);
    return this.#read((run, connection) => inTransaction(connection, () => work(run)));
  }

  /** Each reader has a connection of its own: they do not wait for each other. */
  async #read<T>(work: (run: Run, connection: DuckDBConnection) => Promise<T>): Promise<T> {
    const connection = await this.#instance.connect();
    try {
      return await work(
        runOn((sql) => rowsOf(connection, sql), duckDbDialect),
        connection,
      );
    } finally {
      connection.closeSync();
    }
  }

  #rows(text: string, values: readonly (string | number)[]): Promise<readonly Row[]> {
    return this.#read((_, connection) => rowsOf(connection, { text, values }));
  }

  async #events(where: string, values: readonly (string | number)[]): Promise<readonly StoredEvent[]> {
    const named = columns.map(([name, , field]) => `${name} AS "${field}"`).join(', ');
    const rows = await this.#rows(`SELECT ${named} FROM events WHERE ${where}`, values);
    // The columns are listed once, with the field that each belongs to: a row has exactly the shape that was written.
    return rows as readonly unknown[] as readonly StoredEvent[];
  }
}

const migrate = async (connection: DuckDBConnection): Promise<void> => {
  await connection.run('CREATE TABLE IF NOT EXISTS migrations (number INTEGER)');
  const done = number(
    (await rowsOf(connection, { text: 'SELECT count(*) AS done FROM migrations', values: [] }))[0]?.done,
  );
  for (const [index, statement] of migrations.entries()) {
    if (index < done) continue;
    await inTransaction(connection, async () => {
      await connection.run(statement);
      await connection.run(`INSERT INTO migrations VALUES (${index + 1})`);
    });
  }
};
