import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { jsonOf, type TestServer, testServer } from '../testing/testServer.ts';
import { openApiPath } from './openapi.ts';
import { routes } from './routes/index.ts';

let root: string;
let server: TestServer;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'shirube-static-'));
  const files = {
    'runtime/shirube.js': 'export const tag = 1;'.repeat(100),
    'runtime/assets/view-B1cD2eF3.js': 'export const view = 1;',
    'dashboard/index.html': '<!doctype html><title>Reports</title>',
    'dashboard/assets/index-A1b2C3d4.js': 'export const page = 1;',
    'secret.js': 'export const secret = 1;',
  };
  for (const [name, text] of Object.entries(files)) {
    await mkdir(join(root, name, '..'), { recursive: true });
    await writeFile(join(root, name), text);
  }
});
afterAll(() => rm(root, { recursive: true, force: true }));
beforeEach(async () => {
  const folder = (name: string) => join(root, name);
  const folders = {
    runtime: folder('runtime'),
    editor: folder('editor'),
    dashboard: folder('dashboard'),
    pages: folder('pages'),
  };
  server = await testServer({ folders });
});
afterEach(() => server.close());

describe('openapi.json', () => {
  interface Description {
    readonly paths: Readonly<
      Record<string, Readonly<Record<string, { readonly operationId: string; readonly requestBody?: unknown }>>>
    >;
    readonly components: { readonly schemas: Readonly<Record<string, unknown>> };
  }
  const description = async () => jsonOf<Description>(server.app.request('/openapi.json'));

  test('describes every route, and no other', async () => {
    const described = Object.entries((await description()).paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect(described.sort()).toEqual(routes.map(({ method, path }) => `${method} ${openApiPath(path)}`).sort());
  });

  test('names each operation once, and only shapes that it has', async () => {
    const { paths, components } = await description();
    const operations = Object.values(paths).flatMap((methods) => Object.values(methods));
    expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(operations.length);
    const named = JSON.stringify(paths).matchAll(/#\/components\/schemas\/(\w+)/g);
    for (const [, name] of named) expect(Object.keys(components.schemas)).toContain(name);
  });
});

describe('Every failure is a problem document', () => {
  test.each([
    ['GET', '/v1/nothing', 404],
    ['PATCH', '/v1/tours/x', 405],
    ['GET', '/v1/events', 405],
    ['POST', '/nowhere', 404],
    ['GET', '/%E0%A4%A', 404],
    ['GET', '/v1/tours', 401],
    ['GET', '/v1/bundle', 401],
  ])('%s %s: %i', async (method, path, status) => {
    const answer = await server.app.request(path, { method });
    expect(answer.status).toBe(status);
    expect(answer.headers.get('Content-Type')).toBe('application/problem+json');
    expect(await answer.json()).toMatchObject({ status, title: expect.any(String), detail: expect.any(String) });
    expect(answer.headers.get('X-Content-Type-Options')).toBe('nosniff');
  });

  test('also a fault of ours, which says nothing of its inside', async () => {
    server.services.tours.list = () => Promise.reject(new Error('secret in a stack'));
    const answer = await server.member('GET', '/v1/tours');
    expect(answer.status).toBe(500);
    expect(await answer.text()).not.toContain('secret');
  });

  test.each([
    ['{"environment":"production","note":1}', 422],
    ['{"environment":"production","__proto__":{"x":1}}', 422],
    ['[]', 422],
    ['nonsense', 400],
    ['', 400],
    ['['.repeat(5_000), 400],
  ])('also for the body %s', async (body, status) => {
    expect((await server.member('POST', '/v1/tours/x/publish', body)).status).toBe(status);
  });
});

describe('Files', () => {
  const get = (path: string, headers: Readonly<Record<string, string>> = {}) => server.app.request(path, { headers });

  test('with a hash in the name are kept for ever, the tag for minutes, pages never', async () => {
    const caching = async (path: string) => (await get(path)).headers.get('Cache-Control');
    expect(await caching('/assets/view-B1cD2eF3.js')).toContain('immutable');
    expect(await caching('/assets/index-A1b2C3d4.js')).toContain('immutable');
    expect(await caching('/shirube.js')).toContain('max-age=300');
    expect(await caching('/')).toBe('no-cache');
  });

  test('are compressed as the browser can read them, and not sent again unchanged', async () => {
    const answer = await get('/shirube.js', { 'Accept-Encoding': 'gzip, br' });
    expect(answer.headers.get('Content-Encoding')).toBe('br');
    expect(brotliDecompressSync(await answer.arrayBuffer()).toString()).toContain('export const tag');
    const again = await get('/shirube.js', { 'If-None-Match': answer.headers.get('ETag') ?? '' });
    expect(again.status).toBe(304);
  });

  test('of the runtime may be loaded by every page', async () => {
    expect((await get('/shirube.js')).headers.get('Access-Control-Allow-Origin')).toBe('*');
  });

  test.each(['/', '/sign-in', '/tours/first-invoice'])(
    'at %s are the dashboard, under a strict policy',
    async (path) => {
      const answer = await get(path);
      expect(await answer.text()).toContain('Reports');
      const policy = answer.headers.get('Content-Security-Policy') ?? '';
      expect(policy).toContain("script-src 'self'");
      expect(policy).not.toContain('unsafe');
      expect(answer.headers.get('X-Frame-Options')).toBe('DENY');
    },
  );

  test.each([
    '/../secret.js',
    '/assets/../../secret.js',
    '/assets/%2e%2e/%2e%2e/secret.js',
    '/editor/%2e%2e/secret.js',
    '/assets/..%5c..%5csecret.js',
  ])('outside the folders are not served: %s', async (path) => {
    expect(await (await get(path)).text()).not.toContain('secret = 1');
  });

  test('that are not built yet say what to do', async () => {
    const answer = await get('/editor.js');
    expect(answer.status).toBe(503);
    expect(await answer.text()).toContain('npx pnpm build');
  });
});

test('Health is bad as soon as one store does not answer', async () => {
  expect((await server.app.request('/healthz')).status).toBe(200);
  server.services.events.ping = () => Promise.reject(new Error('gone'));
  expect(await jsonOf(server.app.request('/healthz'))).toMatchObject({ status: 503, detail: 'Not answering: events.' });
});
