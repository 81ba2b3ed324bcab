import type { TourReport } from '@shirube/schema';
import type { TourListItem } from '@shirube/schema/api';
import type { Demo } from '../../demo/host/startDemo.ts';

/** What is looked up at the server behind the author's back: as the admin, over the same HTTP as anyone. */
export interface Admin {
  readonly origin: string;
  /** Rejects when the answer is not 2xx; a text body is sent as it is. */
  send(method: string, path: string, body?: unknown, headers?: Readonly<Record<string, string>>): Promise<string>;
  tours(): Promise<readonly TourListItem[]>;
  report(tourId: string): Promise<TourReport>;
  /** Takes the demo's own tours out of production: one of a higher priority would be shown instead of the author's. */
  stopLiveTours(): Promise<void>;
}

export const signInAsAdmin = async (demo: Demo): Promise<Admin> => {
  const { origin } = new URL(demo.reports);
  const call = async (method: string, path: string, body?: unknown, headers: Readonly<Record<string, string>> = {}) => {
    const answer = await fetch(`${origin}${path}`, {
      method,
      headers: { origin, 'content-type': 'application/json', ...headers },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    return answer;
  };
  const session = await call('POST', '/v1/session', { email: 'admin@localhost', password: demo.adminPassword });
  const cookie = session.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
  const send: Admin['send'] = async (method, path, body, headers) =>
    (await call(method, path, body, { cookie, ...headers })).text();
  const tours: Admin['tours'] = async () =>
    (JSON.parse(await send('GET', '/v1/tours')) as { tours: TourListItem[] }).tours;
  return {
    origin,
    send,
    tours,
    report: async (tourId) => {
      const day = (ms: number): string => new Date(ms).toISOString().slice(0, 10);
      const days = `from=${day(Date.now() - 86_400_000)}&to=${day(Date.now() + 86_400_000)}`;
      return JSON.parse(await send('GET', `/v1/reports/tours/${tourId}?${days}`)) as TourReport;
    },
    stopLiveTours: async () => {
      for (const { id, live } of await tours()) {
        for (const { environment } of live) await send('POST', `/v1/tours/${id}/kill`, { environment });
      }
    },
  };
};
