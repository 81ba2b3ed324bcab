import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { configurationFrom } from './configuration.ts';
import { DuckDbEventStore } from './events/duckdb/DuckDbEventStore.ts';
import { startServer } from './startServer.ts';
import { batchOf } from './testing/batches.ts';
import { endChildren, startChild, startChildOrThrow } from './testing/childServer.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'shirube-start-'));
});
afterEach(async () => {
  endChildren();
  await rm(folder, { recursive: true, force: true });
});

describe('The first start', () => {
  test('makes a password, shows it once, and keeps everything for the next start', async () => {
    const first = await startServer({ dataDir: join(folder, 'new/deep'), port: 0 });
    const { publicKey, adminPassword } = first;
    await first.close();
    const second = await startServer({ dataDir: join(folder, 'new/deep'), port: 0 });
    expect(second.publicKey).toBe(publicKey);
    expect(second.adminPassword).toBeUndefined();
    const answer = await fetch(`${second.url}/v1/session`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ email: 'admin@localhost', password: adminPassword }),
    });
    expect(answer.status).toBe(200);
    await second.close();
    await second.close();
  });
});

describe('A start that cannot work says why in one line', () => {
  test('when the data folder is in use by the same process', async () => {
    const server = await startServer({ dataDir: folder, port: 0 });
    await expect(startServer({ dataDir: folder, port: 0 })).rejects.toMatchObject({ code: 'in_use' });
    await server.close();
  });

  test('when the data folder is in use by another process, or the port is taken', async () => {
    const server = await startServer({ dataDir: folder, port: 0 });
    const inUse = await startChild({ SHIRUBE_DATA_DIR: folder });
    expect(inUse).toEqual({
      code: 1,
      errors: `shirube: Another process is using the data folder ${folder}. Stop it first.\n`,
    });
    const taken = await startChild({ SHIRUBE_DATA_DIR: join(folder, 'other'), PORT: new URL(server.url).port });
    expect(taken).toEqual({ code: 1, errors: `shirube: Port ${new URL(server.url).port} on 127.0.0.1 is taken.\n` });
    await server.close();
  });

  test('when the data folder cannot be made', async () => {
    await writeFile(join(folder, 'file'), '');
    await expect(startServer({ dataDir: join(folder, 'file/inside'), port: 0 })).rejects.toMatchObject({
      code: 'unwritable',
    });
  });

  test.each([
    ['PORT', '80a'],
    ['PORT', '70000'],
    ['SHIRUBE_RATE_LIMIT', '0'],
    ['SHIRUBE_ADMIN_PASSWORD', 'short'],
    ['SHIRUBE_TRUST_PROXY', 'maybe'],
  ])('when %s is %s', (name, value) => {
    expect(() => configurationFrom({ [name]: value })).toThrow(name);
  });
});

test('A stop answers what is on its way and leaves nothing behind to recover', async () => {
  const server = await startChildOrThrow({ SHIRUBE_DATA_DIR: folder });
  const send = (index: number) =>
    fetch(`${server.url}/v1/events`, {
      method: 'POST',
      headers: { 'Content-Type': 'text/plain' },
      body: JSON.stringify(batchOf(server.publicKey, Date.now(), 1, index * 10, 10)),
    });
  await send(0);
  const underway = Array.from({ length: 8 }, (_, index) => send(index + 1));
  await Promise.race(underway);
  const code = await server.end('SIGTERM');
  const answered = (await Promise.allSettled(underway)).filter(
    (one) => one.status === 'fulfilled' && one.value.status === 202,
  );
  expect(code).toBe(0);
  const store = await DuckDbEventStore.open(join(folder, 'events.duckdb'));
  expect((await store.distinctIds()).length).toBeGreaterThanOrEqual(10 + answered.length * 10);
  await store.close();
});

test('What a first start prints is in the language of the terminal', async () => {
  const server = await startChildOrThrow({ SHIRUBE_DATA_DIR: folder, LANG: 'ja_JP.UTF-8' });
  expect(server.output).toContain('パスワード: ');
  expect(server.output).toContain(
    `<script type="module" src="${server.url}/shirube.js" data-key="${server.publicKey}"></script>`,
  );
  await server.end('SIGTERM');
});
