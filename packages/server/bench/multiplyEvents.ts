import { DuckDBInstance } from '@duckdb/node-api';

/**
 * Makes `times` as many events of those in a closed event store: the same runs again, of other people, with ids of their own, put in the order of their
 * times as they would have come in, 2,000 to a commit. Millions of events in seconds, for benchmarks; what was folded is forgotten.
 */
export const multiplyEvents = async (file: string, times: number): Promise<void> => {
  const instance = await DuckDBInstance.create(file, { threads: '2' });
  const connection = await instance.connect();
  const mark = (column: string) => `${column}[:-6] || printf('%05x', copy)`;
  const run = (statement: string) => connection.run(statement);
  await run('SET preserve_insertion_order = true');
  // An odd step apart, so that copies of a run do not begin in the same millisecond.
  await run(`CREATE TABLE multiplied AS SELECT * REPLACE (
      ${mark('id')} AS id, ${mark('run_id')} AS run_id, ${mark('session_id')} AS session_id,
      client_at - copy * 977 AS client_at, ts - copy * 977 AS ts, received - copy * 977 AS received,
      user_id || '-' || copy AS user_id, anonymous_id || '-' || copy AS anonymous_id, md5_number_lower(user_id || '-' || copy) AS user_key)
    FROM events, (SELECT range AS copy FROM range(${times})) AS copies`);
  await run(`CREATE OR REPLACE TABLE events AS
    SELECT * REPLACE (1 + (row_number() OVER ()) // 2000 AS commit_no) FROM (SELECT * FROM multiplied ORDER BY ts)`);
  await run('DROP TABLE multiplied');
  await run('DROP TABLE folded');
  await run('CHECKPOINT');
  connection.closeSync();
  instance.closeSync();
};
