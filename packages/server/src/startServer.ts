import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { createAdaptorServer, type ServerType } from '@hono/node-server';
import { sql } from 'kysely';
import { Bundles } from './documents/Bundles.ts';
import { Environments } from './documents/Environments.ts';
import { Library } from './documents/Library.ts';
import { Members } from './documents/Members.ts';
import { openDocuments } from './documents/openDocuments.ts';
import { Tours } from './documents/Tours.ts';
import { openEvents } from './events/openEvents.ts';
import { makeApp } from './http/app.ts';
import { type Rate, RateLimit } from './http/RateLimit.ts';
import type { Services } from './http/Services.ts';
import type { StaticFolders } from './http/static.ts';
import { StartFailure } from './StartFailure.ts';

export interface ServerOptions {
  /** Made when it is not there. One process at a time. */
  readonly dataDir: string;
  /** 0: any free port. Default 4700. */
  readonly port?: number | undefined;
  /** Default 127.0.0.1. */
  readonly host?: string | undefined;
  /** Becomes the admin's password. Absent: one is made up at the first start. */
  readonly adminPassword?: string | undefined;
  /** Of events, per address and key. */
  readonly rateLimit?: Rate | undefined;
  readonly trustProxy?: boolean | undefined;
  /** Where the built files are; default the packages beside this one. */
  readonly folders?: Partial<StaticFolders> | undefined;
  /** Epoch ms. */
  readonly now?: (() => number) | undefined;
  /** Where failures that a client must not see go; default nowhere. */
  readonly log?: ((message: string, error?: unknown) => void) | undefined;
}
export interface RunningServer {
  /** Without a slash at the end. */
  readonly url: string;
  /** Of the production environment. */
  readonly publicKey: string;
  /** Only when it was made up now; it is kept nowhere but hashed. */
  readonly adminPassword?: string | undefined;
  /** Answers what is in flight, then flushes and closes both stores. Calling it twice is safe. */
  readonly close: () => Promise<void>;
}

const packages = resolve(import.meta.dirname, '../..');
const builtFolders: StaticFolders = {
  runtime: join(packages, 'runtime/dist'),
  editor: join(packages, 'editor/dist'),
  dashboard: join(packages, 'reports/dist'),
  pages: join(import.meta.dirname, 'pages'),
};
/** An office of a thousand people behind one address stays below this. */
const EVENTS_RATE: Rate = { perSecond: 500, burst: 2_000 };
/** Ten tries, then one in ten seconds. */
const SIGN_IN_RATE: Rate = { perSecond: 0.1, burst: 10 };

/** Opens the data folder, wires everything and listens. Rejects with a StartFailure that an operator can act on. */
export const startServer = async (options: ServerOptions): Promise<RunningServer> => {
  const now = options.now ?? Date.now;
  const dataDir = resolve(options.dataDir);
  await mkdir(dataDir, { recursive: true }).catch((cause: unknown) => {
    throw new StartFailure('unwritable', `The data folder ${dataDir} cannot be written.`, cause);
  });
  // First the events: their file is locked by the process that opens it.
  const events = await openEvents(dataDir);
  const documents = await openDocuments(join(dataDir, 'documents.sqlite')).catch(async (cause: unknown) => {
    await events.close();
    throw new StartFailure('unwritable', `The documents in ${dataDir} cannot be opened.`, cause);
  });
  const closeStores = async () => {
    await events.close();
    await documents.destroy();
  };
  try {
    const tours = new Tours(documents);
    const library = new Library(documents);
    const members = new Members(documents, now);
    const environments = await Environments.open(documents, now());
    const adminPassword = await members.ensureAdmin(options.adminPassword);
    const services: Services = {
      now,
      tours,
      library,
      environments,
      members,
      bundles: new Bundles(tours, library),
      events,
      eventsLimit: new RateLimit(options.rateLimit ?? EVENTS_RATE),
      signInLimit: new RateLimit(SIGN_IN_RATE),
      folders: { ...builtFolders, ...options.folders },
      trustProxy: options.trustProxy ?? false,
      log: options.log ?? (() => {}),
      pingDocuments: async () => {
        await sql`SELECT 1`.execute(documents);
      },
    };
    const server = createAdaptorServer({ fetch: makeApp(services).fetch });
    const host = options.host ?? '127.0.0.1';
    const port = await listen(server, options.port ?? 4700, host);
    let closing: Promise<void> | undefined;
    return {
      url: `http://${host.includes(':') ? `[${host}]` : host}:${port}`,
      publicKey: environments.named('production')?.publicKey ?? '',
      adminPassword,
      close: () => {
        closing ??= stopListening(server).then(closeStores);
        return closing;
      },
    };
  } catch (error) {
    await closeStores();
    throw error;
  }
};

const listen = (server: ServerType, port: number, host: string): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => {
      const taken = cause.code === 'EADDRINUSE';
      const detail = taken ? `Port ${port} on ${host} is taken.` : `Cannot listen on ${host}:${port}.`;
      reject(new StartFailure(taken ? 'port_taken' : 'cannot_listen', detail, cause));
    });
    server.listen(port, host, () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });

/** New connections are refused, idle ones closed, and requests in flight answered. */
const stopListening = (server: ServerType): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    if ('closeIdleConnections' in server) server.closeIdleConnections();
  });
