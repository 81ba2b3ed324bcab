import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { EventBatch, ShirubeEvent } from '@shirube/schema/events';

/** A server that stores what it is sent and counts by event id; it can be told to fail. */
export interface Collector {
  readonly url: string;
  /** Distinct events in order of first arrival. */
  readonly arrived: ReadonlyMap<string, ShirubeEvent>;
  /** How many events came over the wire, also those that had come before. */
  received(): number;
  requests(): number;
  /** What the next requests meet: stored and answered, a status, no answer at all, or stored without an answer. */
  respond: 'well' | 'hang' | 'lose the answer' | number;
  /** Closes the port; connections that are open are cut. */
  offline(): Promise<void>;
  /** Opens the same port again. */
  online(): Promise<void>;
  close(): Promise<void>;
}

export const startCollector = async (): Promise<Collector> => {
  const arrived = new Map<string, ShirubeEvent>();
  let received = 0;
  let requests = 0;
  let port = 0;
  let server: Server | undefined;

  const answer = (request: IncomingMessage, response: ServerResponse, body: string): void => {
    requests++;
    response.setHeader('access-control-allow-origin', '*');
    response.setHeader('access-control-expose-headers', 'retry-after');
    // A preflight would be a bug of ours: text/plain needs none.
    if (request.method !== 'POST' || request.url !== '/v1/events') return void response.writeHead(405).end();
    if (collector.respond === 'hang') return;
    if (typeof collector.respond === 'number') return void response.writeHead(collector.respond).end('{}');
    const { events } = JSON.parse(body) as EventBatch;
    for (const event of events) {
      received++;
      if (!arrived.has(event.id)) arrived.set(event.id, event);
    }
    if (collector.respond === 'lose the answer') return void request.socket.destroy();
    response.writeHead(202, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ accepted: events.length, rejected: [] }));
  };

  const collector: Collector = {
    get url() {
      return `http://127.0.0.1:${port}`;
    },
    arrived,
    received: () => received,
    requests: () => requests,
    respond: 'well',
    async online() {
      const next = createServer(async (request, response) => {
        const chunks: Buffer[] = [];
        try {
          for await (const chunk of request) chunks.push(chunk as Buffer);
        } catch {
          // The page went away in the middle of its request.
          return;
        }
        answer(request, response, Buffer.concat(chunks).toString());
      });
      await new Promise<void>((resolve) => next.listen(port, '127.0.0.1', resolve));
      port = (next.address() as AddressInfo).port;
      server = next;
    },
    offline: () =>
      new Promise((resolve) => {
        server?.closeAllConnections();
        if (server?.listening) server.close(() => resolve());
        else resolve();
      }),
    close: () => collector.offline(),
  };
  await collector.online();
  return collector;
};
