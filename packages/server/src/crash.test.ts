import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DuckDbEventStore } from './events/duckdb/DuckDbEventStore.ts';
import { batchOf } from './testing/batches.ts';
import { type ChildServer, endChildren, startChildOrThrow } from './testing/childServer.ts';

const ROUNDS = 30;
const SENDERS = 8;
const BATCH = 20;
const PASSWORD = 'a password for one test';
const EVERYTHING = {
  environment: 'production',
  tourId: 'first-invoice',
  from: 0,
  until: Number.MAX_SAFE_INTEGER,
  now: Number.MAX_SAFE_INTEGER,
  steps: [],
};

describe('A server that is killed in the middle of its work', () => {
  let dataDir: string;
  let cacheDir: string;
  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'shirube-crash-'));
    cacheDir = await mkdtemp(join(tmpdir(), 'shirube-compiled-'));
  });
  afterAll(async () => {
    endChildren();
    for (const folder of [dataDir, cacheDir]) await rm(folder, { recursive: true, force: true });
  });

  test('has every event that it ever acknowledged', async () => {
    const sent = new Set<string>();
    const acknowledged = new Set<string>();
    const variables = { SHIRUBE_DATA_DIR: dataDir, NODE_COMPILE_CACHE: cacheDir, SHIRUBE_ADMIN_PASSWORD: PASSWORD };
    let session: string | undefined;
    for (let round = 0; round < ROUNDS; round++) {
      const server = await startChildOrThrow(variables);
      session ??= await signIn(server);
      // The more rounds, the later: from the very first answers to the middle of a steady load.
      await loadUntilKilled(server, round, session, { sent, acknowledged, killAfter: 1 + ((round * 7) % 60) });
    }
    const store = await DuckDbEventStore.open(join(dataDir, 'events.duckdb'));
    const stored = new Set(await store.distinctIds());
    const counted = await store.tour(EVERYTHING);
    await store.recount();
    const recounted = await store.tour(EVERYTHING);
    await store.close();
    const lost = [...acknowledged].filter((id) => !stored.has(id));
    const invented = [...stored].filter((id) => !sent.has(id));
    expect({ lost, invented }).toEqual({ lost: [], invented: [] });
    expect(counted).toEqual(recounted);
    expect(counted.totals.started).toBeGreaterThan(ROUNDS);
    expect(acknowledged.size).toBeGreaterThan(ROUNDS * BATCH);
    // Thirty starts of a process: seconds on a free machine, minutes on one that shares its cores.
  }, 180_000);
});

const signIn = async ({ url }: ChildServer): Promise<string> => {
  const body = JSON.stringify({ email: 'admin@localhost', password: PASSWORD });
  const headers = { 'Content-Type': 'application/json', Origin: url };
  const answer = await fetch(`${url}/v1/session`, { method: 'POST', headers, body });
  return answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
};

interface Tally {
  readonly sent: Set<string>;
  readonly acknowledged: Set<string>;
  /** Answers until the kill; other requests are on their way at that moment. */
  readonly killAfter: number;
}

const loadUntilKilled = async (server: ChildServer, round: number, session: string, tally: Tally): Promise<void> => {
  let answers = 0;
  let killed: Promise<unknown> | undefined;
  let count = 0;
  const sender = async () => {
    while (killed === undefined) {
      const batch = batchOf(server.publicKey, Date.now(), round, count, BATCH);
      count += BATCH;
      for (const { id } of batch.events) tally.sent.add(id);
      const answer = await fetch(`${server.url}/v1/events`, {
        method: 'POST',
        headers: { 'Content-Type': 'text/plain' },
        body: JSON.stringify(batch),
      }).catch(() => undefined);
      if (answer?.status !== 202) continue;
      for (const { id } of batch.events) tally.acknowledged.add(id);
      answers += 1;
      if (answers >= tally.killAfter) killed ??= server.end('SIGKILL');
    }
  };
  /** Each report folds what just came in: some kills meet a fold. */
  const reader = async () => {
    while (killed === undefined) {
      const url = `${server.url}/v1/reports/tours/first-invoice`;
      await fetch(url, { headers: { Cookie: session } })
        .then((answer) => answer.text())
        .catch(() => undefined);
    }
  };
  await Promise.all([reader(), ...Array.from({ length: SENDERS }, sender)]);
  await killed;
};
