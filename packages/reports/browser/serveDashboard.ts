import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import type { ReportRequest, TargetStep, TourReport } from '@shirube/schema/report';
import { fewRuns, firstInvoice, noRuns } from './reports.ts';
import { targetSteps } from './targets.ts';

/** What the mock answers with; a test changes it. */
export interface Api {
  password: string;
  signedIn: boolean;
  /** By id; the list is their summaries. */
  tours: Record<string, (request: ReportRequest) => TourReport>;
  environments: string[];
  /** Of all tours; a request for one tour gets that one's. */
  targets: readonly TargetStep[];
  /** Answers every report with this status instead, when set. */
  failWith: number | undefined;
  /** Breaks the connection instead of answering. */
  down: boolean;
  /** Held back until it is resolved. */
  wait: Promise<void>;
  /** Every API request that arrived, in order: method and address. */
  readonly requests: string[];
}
export interface Dashboard {
  readonly url: string;
  readonly api: Api;
  close(): Promise<void>;
}

/** As the server sends it, and stricter: no string may become markup or script either. */
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'; require-trusted-types-for 'script'";
const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** Serves a built dashboard on a free port, beside a small stand-in for the HTTP API. */
export const serveDashboard = async (folder: string): Promise<Dashboard> => {
  const api: Api = {
    password: 'correct horse',
    signedIn: true,
    tours: { 'first-invoice': firstInvoice, 'invite-team': fewRuns, 'month-end': noRuns },
    environments: ['production'],
    targets: targetSteps,
    failWith: undefined,
    down: false,
    wait: Promise.resolve(),
    requests: [],
  };
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://mock');
    void (url.pathname.startsWith('/v1/') ? answer(api, url, request, response) : file(folder, url.pathname, response));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    api,
    close: () =>
      new Promise((closed) => {
        server.closeAllConnections();
        server.close(() => closed());
      }),
  };
};

const answer = async (api: Api, url: URL, request: IncomingMessage, response: ServerResponse): Promise<void> => {
  api.requests.push(`${request.method} ${url.pathname}${url.search}`);
  const body = await textOf(request);
  if (api.down) return void request.socket.destroy();
  const send = (status: number, value: unknown) => {
    response.writeHead(status, { 'content-type': status < 400 ? 'application/json' : 'application/problem+json' });
    response.end(JSON.stringify(value));
  };
  const problem = (status: number, title: string) => send(status, { type: 'about:blank', title, status });
  const session = { member: { email: 'admin@localhost', role: 'admin' } };
  if (url.pathname === '/v1/session') {
    if (request.method === 'POST') {
      const asked: { password?: string } = JSON.parse(body);
      api.signedIn = asked.password === api.password;
    }
    if (request.method === 'DELETE') {
      api.signedIn = false;
      response.writeHead(204).end();
      return;
    }
    return api.signedIn ? send(200, session) : problem(401, 'Unauthorized');
  }
  if (!api.signedIn) return problem(401, 'Unauthorized');
  if (url.pathname === '/v1/environments') {
    return send(200, { environments: api.environments.map((name) => ({ name, publicKey: `pk_${name}` })) });
  }
  await api.wait;
  if (api.failWith !== undefined) return problem(api.failWith, 'The event store is full');
  const query = Object.fromEntries(url.searchParams);
  const asked: ReportRequest = {
    from: query.from ?? '',
    to: query.to ?? '',
    timezone: query.timezone ?? 'UTC',
    environment: query.environment ?? '',
  };
  if (url.pathname === '/v1/reports/tours') {
    return send(200, { request: asked, tours: Object.values(api.tours).map((tour) => tour(asked).summary) });
  }
  if (url.pathname === '/v1/reports/targets') {
    const steps = api.targets.filter(({ tourId }) => query.tour === undefined || tourId === query.tour);
    return send(200, { request: { ...asked, tour: query.tour }, steps });
  }
  const tour = api.tours[decodeURIComponent(url.pathname.replace('/v1/reports/tours/', ''))];
  return tour ? send(200, tour(asked)) : problem(404, 'No such tour');
};

const file = async (folder: string, pathname: string, response: ServerResponse): Promise<void> => {
  const path = pathname.startsWith('/assets/') ? normalize(pathname) : '/index.html';
  const headers = {
    'content-type': types[extname(path)] ?? 'application/octet-stream',
    'content-security-policy': policy,
  };
  try {
    const bytes = await readFile(join(folder, path));
    response.writeHead(200, headers).end(bytes);
  } catch {
    response.writeHead(404).end();
  }
};

const textOf = async (request: IncomingMessage): Promise<string> => {
  let text = '';
  for await (const chunk of request) text += chunk;
  return text;
};
