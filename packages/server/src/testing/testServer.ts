import type { Hono } from 'hono';
import { sql } from 'kysely';
import { Bundles } from '../documents/Bundles.ts';
import { Environments } from '../documents/Environments.ts';
import { Library } from '../documents/Library.ts';
import { ADMIN_EMAIL, Members } from '../documents/Members.ts';
import { openDocuments } from '../documents/openDocuments.ts';
import { hashPassword } from '../documents/secrets.ts';
import { Tours } from '../documents/Tours.ts';
import type { EventStore } from '../events/EventStore.ts';
import { MemoryEventStore } from '../events/memory/MemoryEventStore.ts';
import { makeApp } from '../http/app.ts';
import { RateLimit } from '../http/RateLimit.ts';
import type { Services } from '../http/Services.ts';

export const PASSWORD = 'correct horse battery';
export const NOW = Date.UTC(2026, 10, 1, 12);

export interface TestServer {
  readonly app: Hono;
  readonly services: Services;
  readonly key: string;
  /** Moves the server's clock. */
  readonly pass: (ms: number) => void;
  /** A request as the dashboard sends it: with the session's cookie and our own origin. */
  readonly member: (
    method: string,
    path: string,
    body?: unknown,
    headers?: Readonly<Record<string, string>>,
  ) => Promise<Response>;
  /** Of another session of the admin, as the Cookie header has it. */
  readonly cookie: () => Promise<string>;
  readonly post: (path: string, body: unknown, headers?: Readonly<Record<string, string>>) => Promise<Response>;
  readonly close: () => Promise<void>;
}

export const ORIGIN = 'http://localhost';

/** Hashing is slow on purpose: once for all tests of a file is enough. */
let passwordHash: Promise<string> | undefined;

/** The whole application on memory, without a port. */
export const testServer = async (more: Partial<Services> = {}): Promise<TestServer> => {
  let now = NOW;
  const clock = () => now;
  const documents = await openDocuments(':memory:');
  const tours = new Tours(documents);
  const library = new Library(documents);
  const members = new Members(documents, clock);
  passwordHash ??= hashPassword(PASSWORD);
  await documents
    .insertInto('members')
    .values({ email: ADMIN_EMAIL, role: 'admin', password_hash: await passwordHash })
    .execute();
  const events: EventStore = more.events ?? new MemoryEventStore();
  const environments = await Environments.open(documents, now);
  const services: Services = {
    now: clock,
    tours,
    library,
    members,
    environments,
    bundles: new Bundles(tours, library),
    events,
    eventsLimit: new RateLimit({ perSecond: 100, burst: 100 }),
    signInLimit: new RateLimit({ perSecond: 0.1, burst: 5 }),
    folders: { runtime: '/none', editor: '/none', dashboard: '/none', pages: '/none' },
    trustProxy: false,
    log: () => {},
    pingDocuments: async () => {
      await sql`SELECT 1`.execute(documents);
    },
    ...more,
  };
  const app = makeApp(services);
  const openSession = async () => (await members.openSession(ADMIN_EMAIL, (await passwordHash) ?? '')) ?? '';
  const session = await openSession();
  const json = { 'Content-Type': 'application/json' };
  return {
    app,
    services,
    key: environments.named('production')?.publicKey ?? '',
    pass: (ms) => {
      now += ms;
    },
    member: async (method, path, body, headers = {}) =>
      app.request(path, {
        method,
        headers: {
          Cookie: `shirube_session=${session}`,
          Origin: ORIGIN,
          ...(body === undefined ? {} : json),
          ...headers,
        },
        ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      }),
    cookie: async () => `shirube_session=${await openSession()}`,
    post: async (path, body, headers = json) =>
      app.request(path, { method: 'POST', headers, body: typeof body === 'string' ? body : JSON.stringify(body) }),
    close: async () => {
      await events.close();
      await documents.destroy();
    },
  };
};

/** The body as the test expects it; what it then asserts is its check. */
export const jsonOf = async <T>(response: Response | Promise<Response>): Promise<T> =>
  (await (await response).json()) as T;

/** The smallest tour that can be published. */
export const smallTour = (id = 'first-invoice', more: Readonly<Record<string, unknown>> = {}) => ({
  schemaVersion: 1,
  id,
  name: 'Send your first invoice',
  defaultLocale: 'en',
  locales: ['en'],
  trigger: { on: 'page', page: '/invoices' },
  steps: ['new-button', 'send'].map((stepId) => ({
    id: stepId,
    kind: 'modal',
    content: { en: { title: `Step ${stepId}`, body: { type: 'doc', content: [] } } },
    buttons: [{ id: 'next', action: 'next', label: { en: 'Next' } }],
  })),
  ...more,
});
