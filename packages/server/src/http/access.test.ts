import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { jsonOf, ORIGIN, PASSWORD, smallTour, type TestServer, testServer } from '../testing/testServer.ts';
import { routes } from './routes/index.ts';

let server: TestServer;
beforeEach(async () => {
  server = await testServer();
});
afterEach(() => server.close());

const signIn = (password: string, headers: Readonly<Record<string, string>> = {}) =>
  server.post(
    '/v1/session',
    { email: 'admin@localhost', password },
    { 'Content-Type': 'application/json', ...headers },
  );

describe('Without a session or a token', () => {
  test.each(routes.filter(({ access }) => access !== 'public').map(({ method, path }) => [method, path]))(
    '%s %s is refused',
    async (method, path) => {
      const answer = await server.app.request(path.replaceAll(/:[a-z]+/g, 'x'), { method });
      expect(answer.status).toBe(401);
      expect(answer.headers.get('Content-Type')).toBe('application/problem+json');
    },
  );
});

describe('Signing in', () => {
  test('gives a cookie that scripts and other sites cannot use, and signing out ends it', async () => {
    const cookie = (await signIn(PASSWORD)).headers.get('Set-Cookie') ?? '';
    expect(cookie).toMatch(/^shirube_session=ss_[\w-]+; Max-Age=604800; Path=\/; HttpOnly; SameSite=Lax$/);
    const Cookie = cookie.split(';')[0] ?? '';
    const who = () => server.app.request('/v1/session', { headers: { Cookie } });
    expect(await (await who()).json()).toEqual({ member: { email: 'admin@localhost', role: 'admin' } });
    expect(
      (await server.app.request('/v1/session', { method: 'DELETE', headers: { Cookie, Origin: ORIGIN } })).status,
    ).toBe(204);
    expect((await who()).status).toBe(401);
  });

  test('says the same of a wrong password and of an unknown member', async () => {
    const wrong = await signIn('wrong');
    const unknown = await server.post('/v1/session', { email: 'nobody@localhost', password: PASSWORD });
    expect([wrong.status, unknown.status]).toEqual([401, 401]);
    expect(await wrong.text()).toBe(await unknown.text());
  });

  test('is slowed down after a few tries, even with the right password', async () => {
    for (let i = 0; i < 5; i++) await signIn('wrong');
    const refused = await signIn(PASSWORD);
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('Retry-After'))).toBe(10);
    server.pass(10_000);
    expect((await signIn(PASSWORD)).status).toBe(200);
  });

  test('from a page of another site is refused', async () => {
    expect((await signIn(PASSWORD, { Origin: 'https://evil.example' })).status).toBe(403);
  });

  test('lasts a week', async () => {
    server.pass(7 * 86_400_000 + 1);
    expect((await server.member('GET', '/v1/session')).status).toBe(401);
  });
});

describe('A session', () => {
  test.each([{ Origin: 'https://evil.example' }, { Origin: 'null' }, { Origin: '' }])(
    'changes nothing for a page of another site: %o',
    async (headers) => {
      const answer = await server.member('PUT', '/v1/tours/first-invoice', smallTour(), {
        'If-None-Match': '*',
        ...headers,
      });
      expect(answer.status).toBe(403);
      expect((await server.member('GET', '/v1/tours/first-invoice')).status).toBe(404);
    },
  );
});

describe('An API token', () => {
  test('works without a cookie or an origin, and makes no further tokens', async () => {
    const { token } = await jsonOf<{ token: string }>(server.member('POST', '/v1/tokens', { name: 'ci' }));
    expect(token).toMatch(/^sk_/);
    const headers = { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json', 'If-None-Match': '*' };
    const body = JSON.stringify(smallTour());
    expect((await server.app.request('/v1/tours/first-invoice', { method: 'PUT', headers, body })).status).toBe(201);
    expect((await server.post('/v1/tokens', { name: 'more' }, headers)).status).toBe(403);
    expect((await server.app.request('/v1/tours', { headers: { Authorization: `Bearer ${token}x` } })).status).toBe(
      401,
    );
  });
});

describe('An editor token', () => {
  const app = 'https://app.example.com';
  const request = (token: string, origin: string) =>
    server.app.request('/v1/tours', { headers: { Authorization: `Bearer ${token}`, Origin: origin } });
  const make = async () =>
    (await jsonOf<{ token: string }>(server.member('POST', '/v1/editor-tokens', { origin: `${app}/` }))).token;

  test('works on the site that it was given to, and nowhere else', async () => {
    const token = await make();
    const here = await request(token, app);
    expect(here.status).toBe(200);
    expect(here.headers.get('Access-Control-Allow-Origin')).toBe(app);
    expect(here.headers.get('Access-Control-Allow-Credentials')).toBeNull();
    expect((await request(token, 'https://evil.example')).status).toBe(401);
  });

  test('ends after half a day, and the page may read that it has', async () => {
    const token = await make();
    server.pass(12 * 3_600_000);
    const answer = await request(token, app);
    expect(answer.status).toBe(401);
    expect(answer.headers.get('Access-Control-Allow-Origin')).toBe(app);
  });

  test.each([
    'javascript:alert(1)',
    'https://app.example.com/path',
    'https://user@app.example.com',
    'file:///etc',
    'nonsense',
  ])('is not made for %s', async (origin) => {
    expect((await server.member('POST', '/v1/editor-tokens', { origin })).status).toBe(422);
    expect((await server.app.request(`/editor/sign-in?origin=${encodeURIComponent(origin)}`)).status).toBe(400);
  });

  test('is announced to the browser before the first request', async () => {
    const answer = await server.app.request('/v1/tours/first-invoice', {
      method: 'OPTIONS',
      headers: {
        Origin: app,
        'Access-Control-Request-Method': 'PUT',
        'Access-Control-Request-Headers': 'authorization,if-match',
      },
    });
    expect(answer.status).toBe(204);
    expect(answer.headers.get('Access-Control-Allow-Origin')).toBe(app);
    expect(answer.headers.get('Access-Control-Allow-Methods')).toContain('PUT');
    expect(answer.headers.get('Access-Control-Allow-Headers')).toContain('If-Match');
  });
});

describe('The page', () => {
  test.each(['/editor/sign-in?origin=https://app.example.com', '/members'])(
    '%s fills in the first admin while there is nobody else, and names nobody where there are more',
    async (path) => {
      const page = async () => (await server.app.request(path)).text();
      expect(await page()).toContain('value="admin@localhost"');
      await server.services.members.invite('aiko@example.com', 'a password of hers');
      expect(await page()).not.toMatch(/admin@localhost|aiko/);
      await server.services.members.remove('admin@localhost');
      expect(await page()).not.toContain('aiko');
    },
  );

  test.each(['/editor/sign-in?origin=https://app.example.com', '/members'])(
    '%s has nothing inline, and speaks the reader’s language',
    async (path) => {
      const answer = await server.app.request(path, { headers: { 'Accept-Language': 'ja,en' } });
      const html = await answer.text();
      expect(html).toContain('lang="ja"');
      expect(html).not.toMatch(/<script(?![^>]* src=)|<style| style=| on\w+=/);
      expect(answer.headers.get('Content-Security-Policy')).toContain("script-src 'self'");
      expect(answer.headers.get('Content-Security-Policy')).toContain("frame-ancestors 'none'");
    },
  );
});
