import type { DuckDBConnection } from '@duckdb/node-api';
import { duckDbDialect, number, runOn } from '../sql/dialect.ts';
import { foldEvents } from '../sql/foldEvents.ts';
import { foldPeople } from '../sql/foldPeople.ts';
import { inTransaction, rowsOf } from './rows.ts';
import { FOLD_SHAPE, freshFold } from './schema.ts';

/** Events in one fold at most: bounds the memory of a fold, and what is repeated when the process is killed in the middle of a long one. */
const MAX_EVENTS_PER_FOLD = 250_000;

/**
 * Keeps folded runs and people up with the raw events, on a connection of its own: appends go on meanwhile.
 * A fold and the note of how far it went are one transaction, so a crash leaves the state before it or after it.
 */
export class Folding {
  readonly #connection: DuckDBConnection;
  #lane: Promise<unknown> = Promise.resolve();
  #closing = false;
  #through: number;

  private constructor(connection: DuckDBConnection, through: number) {
    this.#connection = connection;
    this.#through = through;
  }

  /** Begins anew from the raw events when nothing is folded, or in an older shape. */
  static async open(connection: DuckDBConnection): Promise<Folding> {
    const [table] = await rowsOf(connection, {
      text: "SELECT count(*) AS there FROM duckdb_tables() WHERE table_name = 'folded' AND NOT temporary",
      values: [],
    });
    const kept =
      number(table?.there) > 0
        ? await rowsOf(connection, { text: 'SELECT shape, through FROM folded', values: [] })
        : [];
    const [state] = kept;
    if (state !== undefined && state.shape === FOLD_SHAPE) return new Folding(connection, number(state.through));
    await beginAnew(connection);
    return new Folding(connection, -1);
  }

  /** The last commit that is folded. */
  get through(): number {
    return this.#through;
  }

  /** Resolves when every commit up to this one is folded; rejects when it cannot be, or when the store closes first. */
  catchUp(commit: number): Promise<void> {
    return this.#inTurn(async () => {
      while (this.#through < commit) {
        if (this.#closing) throw new Error('the event store is closing');
        await this.#foldSome(commit);
      }
    });
  }

  /** Throws away what is folded; the next catchUp makes it again from the raw events. */
  forget(): Promise<void> {
    return this.#inTurn(async () => {
      await beginAnew(this.#connection);
      this.#through = -1;
    });
  }

  /** The fold under way is finished, the rest left for the next start. */
  async close(): Promise<void> {
    this.#closing = true;
    await this.#lane;
    this.#connection.closeSync();
  }

  async #foldSome(commit: number): Promise<void> {
    const after = this.#through;
    const through = await this.#endOfSpan(after, commit);
    await inTransaction(this.#connection, async () => {
      const run = runOn((sql) => rowsOf(this.#connection, sql), duckDbDialect);
      await foldEvents(run, { after, through });
      await foldPeople(run, { after, through });
      await run((d) => `UPDATE folded SET through = ${d.bind(through)}`);
    });
    this.#through = through;
  }

  /** As many whole commits as one fold takes, and at least one. */
  async #endOfSpan(after: number, commit: number): Promise<number> {
    const run = runOn((sql) => rowsOf(this.#connection, sql), duckDbDialect);
    const [row] = await run(
      (
        d,
      ) => `SELECT min(commit_no) AS first, max(CASE WHEN upto <= ${d.bind(MAX_EVENTS_PER_FOLD)} THEN commit_no END) AS fits FROM (
          SELECT commit_no, sum(count(*)) OVER (ORDER BY commit_no) AS upto
          FROM events WHERE commit_no > ${d.bind(after)} AND commit_no <= ${d.bind(commit)} GROUP BY commit_no
        ) AS sizes`,
    );
    const last = row?.fits ?? row?.first ?? commit;
    return number(last);
  }

  #inTurn(work: () => Promise<void>): Promise<void> {
    const turn = this.#lane.then(work);
    this.#lane = turn.catch(() => {});
    return turn;
  }
}

const beginAnew = (connection: DuckDBConnection): Promise<void> =>
  inTransaction(connection, async () => {
    for (const statement of freshFold) await connection.run(statement);
  });
