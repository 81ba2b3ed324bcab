import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { jsonOf, type TestServer, testServer } from '../testing/testServer.ts';
import { routes } from './routes/index.ts';

let server: TestServer;
beforeEach(async () => {
  server = await testServer();
});
afterEach(() => server.close());

const app = 'https://app.example.com';
const addressOf = (path: string) => path.replaceAll(/:[a-z]+/g, 'x');
const forMembers = routes.filter(({ access }) => access === 'member');
/** As a browser compares them: names of headers without case. */
const listed = (value: string | null) => (value ?? '').toLowerCase().split(', ');

describe('From a page of another origin the editor', () => {
  test.each(forMembers.map(({ method, path }) => [method, path]))('may ask for %s %s', async (method, path) => {
    const answer = await server.app.request(addressOf(path), {
      method: 'OPTIONS',
      headers: { Origin: app, 'Access-Control-Request-Method': method },
    });
    expect(answer.status).toBe(204);
    expect(answer.headers.get('Access-Control-Allow-Origin')).toBe(app);
    expect(answer.headers.get('Access-Control-Allow-Credentials')).toBeNull();
    expect(listed(answer.headers.get('Access-Control-Allow-Methods'))).toContain(method.toLowerCase());
    expect(listed(answer.headers.get('Access-Control-Allow-Headers'))).toEqual(
      expect.arrayContaining([
        'authorization',
        'content-type',
        'if-match',
        'if-none-match',
        'prefer',
        'shirube-origin',
      ]),
    );
  });

  test.each(forMembers.map(({ method, path }) => [method, path]))(
    'may read the answer of %s %s',
    async (method, path) => {
      const { token } = await jsonOf<{ token: string }>(server.member('POST', '/v1/editor-tokens', { origin: app }));
      const answer = await server.app.request(addressOf(path), {
        method,
        headers: { Origin: app, Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
        ...(method === 'GET' || method === 'DELETE' ? {} : { body: '{}' }),
      });
      expect([401, 403, 500]).not.toContain(answer.status);
      expect(answer.headers.get('Access-Control-Allow-Origin')).toBe(app);
      expect(listed(answer.headers.get('Access-Control-Expose-Headers'))).toEqual(
        expect.arrayContaining(['etag', 'preference-applied', 'retry-after']),
      );
    },
  );
});
