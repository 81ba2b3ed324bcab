import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startServer } from '@shirube/server';
import { type Host, startHost } from './host.ts';

/** The whole product on free ports and an empty data folder: server, a signed-in admin's client, and a host product with the script tag in it. */
export interface World {
  readonly server: { readonly url: string; readonly publicKey: string };
  readonly host: Host;
  /** Calls the server's API as the admin; throws with the answer's text when the status is not 2xx. */
  api<T>(method: string, path: string, body?: unknown, headers?: Readonly<Record<string, string>>): Promise<T>;
  /** Writes and publishes a tour, as the editor would. */
  publish(tour: { readonly id: string }): Promise<void>;
  /** Moves the server's clock forward (ms), so that silence can become abandonment without waiting. */
  later(ms: number): void;
  close(): Promise<void>;
}

const password = 'correct horse battery staple';

export const startWorld = async (): Promise<World> => {
  const dataDir = mkdtempSync(join(tmpdir(), 'shirube-'));
  let ahead = 0;
  const server = await startServer({ dataDir, port: 0, adminPassword: password, now: () => Date.now() + ahead });
  const signIn = await fetch(`${server.url}/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: server.url },
    body: JSON.stringify({ email: 'admin@localhost', password }),
  });
  const cookie = (signIn.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  const host = await startHost(server.url, server.publicKey);

  const api = async <T>(
    method: string,
    path: string,
    body?: unknown,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<T> => {
    const answer = await fetch(`${server.url}${path}`, {
      method,
      headers: { 'content-type': 'application/json', origin: server.url, cookie, ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
    return (text === '' ? undefined : JSON.parse(text)) as T;
  };

  return {
    server,
    host,
    api,
    publish: async (tour) => {
      await api('PUT', `/v1/tours/${tour.id}`, tour, { 'if-none-match': '*' });
      await api('POST', `/v1/tours/${tour.id}/publish`, { environment: 'production', note: '' });
    },
    later: (ms) => {
      ahead += ms;
    },
    close: async () => {
      await host.close();
      await server.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
};
