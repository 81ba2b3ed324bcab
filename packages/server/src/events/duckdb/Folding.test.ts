import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { arbitraryDeliveries, EPOCH, STEPS } from '../arbitraryRuns.ts';
import { MemoryEventStore } from '../memory/MemoryEventStore.ts';
import type { StoredEvent } from '../StoredEvent.ts';
import { DuckDbEventStore } from './DuckDbEventStore.ts';

const DAY_MS = 86_400_000;
const query = {
  environment: 'production',
  tourId: 'first-invoice',
  from: EPOCH,
  until: EPOCH + 4 * DAY_MS,
  now: EPOCH + 5 * DAY_MS,
  steps: STEPS,
};
const inProduction = (events: readonly StoredEvent[]) => events.map((one) => ({ ...one, environment: 'production' }));

describe('Folded runs in a file', () => {
  let folder: string;
  let files = 0;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'shirube-folding-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));
  const newFile = () => join(folder, `${files++}.duckdb`);

  /** What somebody else, or an accident, does to the closed file. */
  const change = async (file: string, statements: readonly string[]) => {
    const instance = await DuckDBInstance.create(file);
    const connection = await instance.connect();
    for (const statement of statements) await connection.run(statement);
    connection.closeSync();
    instance.closeSync();
  };
  const some = fc.sample(arbitraryDeliveries, { numRuns: 40, seed: 5 });
  const runIdsApart = some.flatMap(({ events }, index) =>
    inProduction(events).map((one) => ({ ...one, runId: `${index}-${one.runId}`, id: `${index}-${one.id}` })),
  );
  const counted = async () => {
    const oracle = new MemoryEventStore();
    await oracle.append(runIdsApart);
    return [await oracle.tour(query), await oracle.tours(query)];
  };
  const filled = async () => {
    const file = newFile();
    const store = await DuckDbEventStore.open(file);
    for (const half of [runIdsApart.slice(0, 300), runIdsApart.slice(300)]) {
      await store.append(half);
      await store.tour(query);
    }
    await store.close();
    return file;
  };
  const answers = async (file: string) => {
    const store = await DuckDbEventStore.open(file);
    const answer = [await store.tour(query), await store.tours(query)];
    await store.close();
    return answer;
  };

  test('are there after a restart', async () => {
    expect(await answers(await filled())).toEqual(await counted());
  });

  test.each([
    ['there are none, as in a file of an older program', ['DROP TABLE folded', 'DROP TABLE runs']],
    ['they have an older shape', ['UPDATE folded SET shape = 0', 'ALTER TABLE runs DROP COLUMN ending']],
  ])('are made again from the raw events when %s', async (_, statements) => {
    const file = await filled();
    await change(file, statements);
    expect(await answers(file)).toEqual(await counted());
  });

  test('count the same when everything is folded a second time over what is there', async () => {
    const file = await filled();
    await change(file, ['UPDATE folded SET through = -1']);
    expect(await answers(file)).toEqual(await counted());
  });

  test('stay as they were when a fold fails half-way, and the next one makes up for it', async () => {
    const file = newFile();
    const store = await DuckDbEventStore.open(file);
    await store.append(runIdsApart.slice(0, 300));
    await store.tour(query);
    await store.close();
    // Runs are written before their steps: by then half of the fold is done.
    await change(file, ['ALTER TABLE run_steps RENAME COLUMN time_ms TO away']);
    const failing = await DuckDbEventStore.open(file);
    await failing.append(runIdsApart.slice(300));
    await expect(failing.tour(query)).rejects.toThrow('time_ms');
    await failing.close();
    await change(file, ['ALTER TABLE run_steps RENAME COLUMN away TO time_ms']);
    expect(await answers(file)).toEqual(await counted());
  });
});
