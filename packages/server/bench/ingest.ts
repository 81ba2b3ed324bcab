import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDbEventStore } from '../src/events/duckdb/DuckDbEventStore.ts';
import { batchOf } from '../src/testing/batches.ts';
import { startChildOrThrow } from '../src/testing/childServer.ts';

// How many events a second one server takes, HTTP and parsing included, each answered only when durable. The sender shares the machine.
const [seconds, batchSize, connections] = [Number(process.argv[2] ?? 10), Number(process.argv[3] ?? 50), 32];
const dataDir = await mkdtemp(join(tmpdir(), 'shirube-bench-'));
const server = await startChildOrThrow({ SHIRUBE_DATA_DIR: dataDir, SHIRUBE_RATE_LIMIT: '1000000' });
const agent = new Agent({ keepAlive: true, maxSockets: connections });
const { hostname, port } = new URL(server.url);

// Made before the clock starts: the sender's own work is not what is measured.
const bodies = Array.from({ length: Math.ceil(100_000 / batchSize) }, (_, index) =>
  Buffer.from(JSON.stringify(batchOf(server.publicKey, Date.now(), 7, index * batchSize, batchSize))),
);
const send = (body: Buffer): Promise<number> =>
  new Promise((resolve, reject) => {
    const headers = { 'Content-Type': 'text/plain', 'Content-Length': body.length };
    const sending = request({ hostname, port, path: '/v1/events', method: 'POST', agent, headers }, (answer) => {
      answer.resume().on('end', () => resolve(answer.statusCode ?? 0));
    });
    sending.on('error', reject).end(body);
  });

/** Of another process, on Linux: fields 14 and 15 of /proc/<pid>/stat, in ticks of 10 ms. */
const cpuSeconds = (pid: number): number => {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) / 100;
};
const micros = (seconds: number) => ((seconds * 1e6) / acknowledged).toFixed(1);

let acknowledged = 0;
let next = 0;
const waits: number[] = [];
const start = performance.now();
const idle = cpuSeconds(server.process.pid ?? 0);
const cpuOf = process.cpuUsage();
const sender = async () => {
  while (performance.now() - start < seconds * 1_000) {
    const at = performance.now();
    const body = bodies[next++ % bodies.length];
    if (body === undefined) return;
    const status = await send(body);
    if (status !== 202) throw new Error(`answered with ${status}`);
    waits.push(performance.now() - at);
    acknowledged += batchSize;
  }
};
await Promise.all(Array.from({ length: connections }, sender));
const elapsed = (performance.now() - start) / 1_000;
const client = process.cpuUsage(cpuOf);
const served = cpuSeconds(server.process.pid ?? 0) - idle;
agent.destroy();
await server.end('SIGTERM');
const store = await DuckDbEventStore.open(join(dataDir, 'events.duckdb'));
const stored = (await store.since(0)).length;
await store.close();
await rm(dataDir, { recursive: true, force: true });

waits.sort((a, b) => a - b);
const wait = (share: number) => Math.round(waits[Math.floor((waits.length - 1) * share)] ?? 0);
console.log(
  `${Math.round(acknowledged / elapsed)} events/s in batches of ${batchSize}, ${connections} connections, ${elapsed.toFixed(1)} s; ` +
    `answer after ${wait(0.5)} ms (median), ${wait(0.99)} ms (p99); stored ${stored} of ${acknowledged} acknowledged; ` +
    `` +
    `CPU per event: server ${micros(served)} µs, sender ${micros((client.user + client.system) / 1e6)} µs`,
);
