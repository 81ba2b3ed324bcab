import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { DuckDbEventStore } from '../src/events/duckdb/DuckDbEventStore.ts';

// How long reports take: half of the events are of one tour of six steps, the rest of ten others; runs overlap as they do in life.
const millions = Number(process.argv[2] ?? 1);
const folder = await mkdtemp(join(tmpdir(), 'shirube-bench-'));
const file = join(folder, 'events.duckdb');
await (await DuckDbEventStore.open(file)).close();
const instance = await DuckDBInstance.create(file, { threads: '2' });
const connection = await instance.connect();
const DAYS = 60;
const from = Date.UTC(2026, 8, 1);
await connection.run(`INSERT INTO events
  SELECT 'production', md5(run || '-' || k), type, happened, happened + 120 + run % 50, happened + 120 + run % 50, 'user-' || run % 200000, 'anonymous-' || run % 200000,
    'session-' || run, false, CASE WHEN run % 2 = 0 THEN 'first-invoice' ELSE 'tour-' || run % 10 END, 1 + run % 2, md5(run::VARCHAR)::UUID::VARCHAR,
    CASE WHEN k IN (0, 9) THEN NULL ELSE 'step-' || (k + 1) // 2 END, CASE WHEN run % 3 = 0 THEN 'ja' ELSE 'en' END,
    CASE type WHEN 'tour_started' THEN 'auto' WHEN 'tour_dismissed' THEN 'close' ELSE 'button' END,
    CASE WHEN type IN ('step_completed', 'tour_dismissed') THEN 500 + (run * 7919 + k) % 20000 END, NULL
  FROM (SELECT run, k, ${from} + run * ${Math.round((DAYS * 86_400_000) / (millions * 100_000))} + k * 4000 AS happened,
      CASE WHEN k = 0 THEN 'tour_started' WHEN k = 9 THEN 'tour_completed' WHEN k % 2 = 1 THEN 'step_viewed' ELSE 'step_completed' END AS type
    FROM (SELECT range AS run FROM range(${millions * 100_000})), (SELECT range AS k FROM range(10)))
  WHERE k < 3 + run % 8 ORDER BY happened`);
await connection.run('CHECKPOINT');
const count = Number((await connection.runAndReadAll('SELECT count(*) FROM events')).getRows()[0]?.[0]);
const ofTour = Number(
  (await connection.runAndReadAll(`SELECT count(*) FROM events WHERE tour_id = 'first-invoice'`)).getRows()[0]?.[0],
);
connection.closeSync();
instance.closeSync();

const store = await DuckDbEventStore.open(file);
const runs = { environment: 'production', from, until: from + DAYS * 86_400_000, now: from + 90 * 86_400_000 };
const steps = Array.from({ length: 5 }, (_, index) => `step-${index + 1}`);
const time = async (what: string, work: () => Promise<unknown>) => {
  const times: number[] = [];
  const before = process.cpuUsage();
  for (let i = 0; i < 7; i++) {
    const start = performance.now();
    await work();
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  const { user, system } = process.cpuUsage(before);
  // On a machine with other work the wall clock says little; CPU time is the report's own.
  console.log(
    `${what}: ${Math.round((user + system) / 7_000)} ms of CPU, ${Math.round(times[3] ?? 0)} ms (median of 7), ${Math.round(times[0] ?? 0)} ms at best`,
  );
};
console.log(`${count} events, ${ofTour} of the tour, ${Math.round((await stat(file)).size / 1e6)} MB`);
await time('one tour, 60 days', () => store.tour({ ...runs, tourId: 'first-invoice', steps }));
const week = { ...runs, from: runs.until - 7 * 86_400_000 };
await time('one tour, the last 7 days', () => store.tour({ ...week, tourId: 'first-invoice', steps }));
await time('a small tour, 60 days', () => store.tour({ ...runs, tourId: 'tour-1', steps }));
await time('all tours, 60 days', () => store.tours(runs));
await time("one user's runs", () =>
  store.ofUser({ environment: 'production', userId: 'user-777', names: [], perName: 100 }),
);
await store.close();
await rm(folder, { recursive: true, force: true });
