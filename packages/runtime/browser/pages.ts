import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Bundle } from '@shirube/schema/bundle';
import type { ShirubeEvent, UserState } from '@shirube/schema/events';
import type { Step, Tour } from '@shirube/schema/tour';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** Builds the runtime into a folder of this test's own, so that tests see the code as it is. */
export const buildRuntime = (folder: string): void => {
  execFileSync(join(root, '../../node_modules/.bin/vite'), ['build', '--outDir', folder, '--emptyOutDir'], {
    cwd: root,
    stdio: 'pipe',
  });
};

/** A small server: the built runtime, host pages, and as much of the API as the runtime talks to. */
export interface TestServer {
  readonly url: string;
  readonly events: ShirubeEvent[];
  /** Paths asked for, in order. */
  readonly asked: string[];
  bundle: Bundle | 'down' | 'nonsense';
  state: UserState | undefined;
  /** Content-Security-Policy of the host pages. */
  policy: string;
  /** The bundle is answered when this resolves. */
  hold: Promise<void>;
  /** Paths of the runtime's later parts that match are never answered. */
  mute: RegExp | undefined;
  /** What `/editor.js` is; without it there is none. */
  editor: string | undefined;
  close(): Promise<void>;
}

export const startServer = async (folder: string): Promise<TestServer> => {
  const server = createServer((request, response) => answer(request, response).catch(() => response.destroy()));
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const test: TestServer = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    events: [],
    asked: [],
    bundle: bundleOf(),
    state: undefined,
    policy: '',
    hold: Promise.resolve(),
    mute: undefined,
    editor: undefined,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
  const send = (response: ServerResponse, status: number, body: string, type = 'application/json'): void =>
    void response.writeHead(status, { 'content-type': type }).end(body);
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { pathname } = new URL(request.url ?? '/', test.url);
    test.asked.push(pathname);
    if (test.mute?.test(pathname)) return;
    if (pathname === '/v1/bundle') {
      await test.hold;
      if (test.bundle === 'down') send(response, 503, '{}');
      else if (test.bundle === 'nonsense') send(response, 200, '<!doctype html>');
      else {
        const etag = `"${test.bundle.updatedAt}"`;
        response.setHeader('etag', etag);
        response.setHeader('cache-control', 'no-cache');
        if (request.headers['if-none-match'] === etag) {
          test.asked.push('304');
          send(response, 304, '');
        } else send(response, 200, JSON.stringify(test.bundle));
      }
    } else if (pathname === '/v1/events') {
      let text = '';
      for await (const piece of request) text += piece;
      const { events } = JSON.parse(text) as { events: ShirubeEvent[] };
      const known = new Set(test.events.map((event) => event.id));
      test.events.push(...events.filter((event) => !known.has(event.id)));
      send(response, 202, JSON.stringify({ accepted: events.length, rejected: [] }));
    } else if (pathname.startsWith('/v1/users/')) {
      if (test.state) send(response, 200, JSON.stringify(test.state));
      else send(response, 404, '{}');
    } else if (pathname === '/shirube.js' || pathname.startsWith('/assets/'))
      send(response, 200, readFileSync(join(folder, pathname), 'utf8'), 'text/javascript');
    else if (pathname === '/editor.js') send(response, test.editor ? 200 : 404, test.editor ?? '', 'text/javascript');
    else if (pathname === '/favicon.ico') send(response, 204, '');
    else {
      if (test.policy) response.setHeader('content-security-policy', test.policy);
      send(response, 200, hostPage(pathname, !!test.policy), 'text/html');
    }
  };
  return test;
};

/** A host page: `/tag…` has the script tag, any other imports the module and is handed `window.createShirube`. */
const hostPage = (path: string, strict: boolean): string => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Host</title>
${
  path.startsWith('/tag')
    ? `${strict ? '' : '<script>window.shirube = []</script>'}<script type="module" src="/shirube.js" data-key="pk_test"></script>`
    : '<script type="module">import { createShirube } from "/shirube.js"; window.createShirube = createShirube;</script>'
}
</head><body>
<main><p><a id="away" href="/second">Second page</a></p><h1>${path}</h1>
<button id="one">One</button> <button id="two">Two</button> <input id="field" aria-label="Field"></main>
</body></html>`;

export const bundleOf = (tours: readonly Tour[] = [], more: Partial<Bundle> = {}): Bundle => ({
  bundleVersion: 1,
  environment: 'test',
  updatedAt: Date.now(),
  tours: tours.map((tour) => ({ version: 1, tour })),
  segments: [],
  skills: [],
  themes: [],
  killed: [],
  ...more,
});
export const stepAt = (id: string, selector: string | undefined, more: Partial<Step> = {}): Step => ({
  id,
  kind: selector ? 'tooltip' : 'modal',
  ...(selector ? { target: { selectors: [selector] } } : {}),
  content: { en: { title: `Title of ${id}` }, ja: { title: `${id}の題` } },
  buttons: [
    { id: 'back', action: 'back', label: { en: 'Back' } },
    { id: 'next', action: 'next', label: { en: 'Next', ja: '次へ' } },
  ],
  ...more,
});
export const tourOf = (id: string, steps: readonly Step[], more: Partial<Tour> = {}): Tour => ({
  schemaVersion: 1,
  id,
  name: id,
  defaultLocale: 'en',
  locales: ['en', 'ja'],
  trigger: { on: 'page', page: '/*' },
  steps,
  ...more,
});
