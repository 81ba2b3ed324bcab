/** How many events a second one server takes, durable before it answers. `node bench/ingest.ts [seconds]` */
import { Agent, request } from 'node:http';
import type { EventBatch } from '@shirube/schema/events';
import { openEvents } from '../packages/server/src/events/openEvents.ts';
import { verdict } from './lib/bar.ts';
import { machine } from './lib/machine.ts';
import { runOf, seeded } from './lib/runs.ts';
import { startProcess, withFolder } from './lib/server.ts';
import { quantile } from './lib/statistics.ts';
import { fixed, table, whole } from './lib/table.ts';

const CONNECTIONS = 16;
const BATCH = 50;
/** Made before the clock starts; enough for 40,000 events a second. */
const EVENTS_PER_SECOND_MADE = 40_000;

/** Bodies of `BATCH` events each: whole runs, as a busy page sends them. */
const makeBodies = (key: string, count: number): readonly Buffer[] => {
  const random = seeded(1);
  const now = Date.now();
  const events = (function* () {
    for (;;) yield* runOf('first-invoice', now - 60_000 - Math.floor(random() * 3_600_000), random);
  })();
  return Array.from({ length: count }, () => {
    const batch: EventBatch = { key, sentAt: now, events: Array.from({ length: BATCH }, () => events.next().value) };
    return Buffer.from(JSON.stringify(batch));
  });
};

/** Resolves with the number of events that the server says are stored. Rejects on any other answer than 202. */
const post = (url: string, agent: Agent, body: Buffer): Promise<number> =>
  new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', 'content-length': body.length };
    const sent = request(`${url}/v1/events`, { method: 'POST', agent, headers }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => {
        const text = Buffer.concat(parts).toString();
        if (response.statusCode !== 202) return reject(new Error(`${response.statusCode}: ${text}`));
        resolve((JSON.parse(text) as { readonly accepted: number }).accepted);
      });
    });
    sent.on('error', reject);
    sent.end(body);
  });

interface Load {
  readonly acknowledged: number;
  readonly seconds: number;
  /** ms per batch. */
  readonly latencies: readonly number[];
}

/** Each connection sends its next batch when the one before is answered. */
const drive = async (url: string, bodies: readonly Buffer[], seconds: number): Promise<Load> => {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const latencies: number[] = [];
  let acknowledged = 0;
  let next = 0;
  const began = performance.now();
  const connection = async (): Promise<void> => {
    while (next < bodies.length && performance.now() - began < seconds * 1000) {
      const body = bodies[next++];
      if (body === undefined) return;
      const sentAt = performance.now();
      const accepted = await post(url, agent, body);
      acknowledged += accepted;
      latencies.push(performance.now() - sentAt);
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, connection));
  const took = (performance.now() - began) / 1000;
  agent.destroy();
  return { acknowledged, seconds: took, latencies };
};

export const ingest = async (seconds = 10): Promise<void> => {
  console.log(`${machine()}\nServer and sender are two processes that share these cores.\n`);
  await withFolder(async (folder) => {
    const server = await startProcess(folder);
    const bodies = makeBodies(server.publicKey, Math.ceil((seconds * EVENTS_PER_SECOND_MADE) / BATCH));
    const idle = server.processorSeconds();
    const load = await drive(server.url, bodies, seconds);
    const busy = server.processorSeconds() - idle;
    // As a crash: what was acknowledged has to be there without a goodbye.
    await server.stop('SIGKILL');
    const store = await openEvents(folder);
    const stored = (await store.distinctIds()).length;
    await store.close();
    const rate = load.acknowledged / load.seconds;
    console.log(
      table(
        [
          'ingest',
          'events/s',
          'batches/s',
          'p50 ms',
          'p99 ms',
          'server µs/event',
          'acknowledged',
          'stored after kill -9',
        ],
        [
          [
            `${CONNECTIONS} connections × ${BATCH} events`,
            whole(rate),
            whole(load.latencies.length / load.seconds),
            fixed(quantile(load.latencies, 0.5), 1),
            fixed(quantile(load.latencies, 0.99), 1),
            fixed((busy * 1e6) / load.acknowledged, 1),
            whole(load.acknowledged),
            whole(stored),
          ],
        ],
      ),
    );
    const lost = load.acknowledged - stored;
    console.log(`\nEvery acknowledged event is stored once: ${lost === 0 ? 'held' : `missed, ${lost} differ`}`);
    console.log(
      `Processor time of the server alone: ${whole(load.acknowledged / busy)} events per second of one core, which a busy machine does not change.`,
    );
    console.log(verdict({ what: 'Ingest', limit: 'least', bar: 20_000, measured: rate, unit: 'events/s' }));
  });
};

if (process.argv[1] === import.meta.filename) await ingest(Number(process.argv[2] ?? 10));
