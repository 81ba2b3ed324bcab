import type { MembersAnswer, ProblemDocument } from '@shirube/schema/api';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { jsonOf, PASSWORD, type TestServer, testServer } from '../testing/testServer.ts';

let server: TestServer;
beforeEach(async () => {
  server = await testServer();
});
afterEach(() => server.close());

const AIKO = 'aiko@example.com';
const HERS = '十二文字以上の合言葉です';
const invite = (email = AIKO, password = HERS) => server.member('POST', '/v1/members', { email, password });
const emails = async () =>
  (await jsonOf<MembersAnswer>(server.member('GET', '/v1/members'))).members.map(({ email }) => email);
const codes = async (answer: Response) =>
  (await jsonOf<ProblemDocument>(answer)).problems?.map(({ code, path }) => `${code} ${path}`);
const signIn = (email: string, password: string) => server.post('/v1/session', { email, password });
/** Requests of whoever signs in with these. */
const as = async (email: string, password: string) => {
  const cookie = (await signIn(email, password)).headers.get('Set-Cookie')?.split(';')[0] ?? '';
  return (method: string, path: string, body?: unknown) => server.member(method, path, body, { Cookie: cookie });
};

describe('An invited author', () => {
  test('signs in with the password that was handed over, however the address is written', async () => {
    expect((await invite(' Aiko@Example.com ')).status).toBe(201);
    expect(await emails()).toEqual(['admin@localhost', AIKO]);
    expect((await signIn('AIKO@example.com', HERS)).status).toBe(200);
    const hers = await as(AIKO, HERS);
    expect(await (await hers('GET', '/v1/session')).json()).toEqual({ member: { email: AIKO, role: 'admin' } });
  });

  test('is not invited twice: the first password stays', async () => {
    await invite();
    expect(await (await invite(AIKO, 'another password of hers')).json()).toMatchObject({
      type: 'urn:shirube:problem:member_exists',
    });
    expect((await signIn(AIKO, HERS)).status).toBe(200);
  });

  test.each([
    ['', HERS, ['bad_email /email']],
    ['aiko', HERS, ['bad_email /email']],
    ['aiko@', HERS, ['bad_email /email']],
    ['a b@example.com', HERS, ['bad_email /email']],
    ['a\u0000@example.com', HERS, ['bad_email /email']],
    [`${'a'.repeat(250)}@example.com`, HERS, ['bad_email /email']],
    [AIKO, 'elevenchars', ['short_password /password']],
    ['aiko', '🪧🪧🪧🪧🪧🪧🪧🪧🪧🪧🪧', ['bad_email /email', 'short_password /password']],
  ])('is refused as %j with %j', async (email, password, problems) => {
    const refused = await invite(email, password);
    expect(refused.status).toBe(422);
    expect(await codes(refused)).toEqual(problems);
    expect(await emails()).toEqual(['admin@localhost']);
  });
});

describe('Removing a member', () => {
  test('ends their sessions and tokens at once, and leaves what they wrote', async () => {
    await invite();
    const hers = await as(AIKO, HERS);
    const origin = 'https://app.example.com';
    const { token: api } = await jsonOf<{ token: string }>(hers('POST', '/v1/tokens', { name: 'ci' }));
    const { token: editor } = await jsonOf<{ token: string }>(hers('POST', '/v1/editor-tokens', { origin }));
    const skill = { id: 'invoicing', signals: ['sent'], levels: { learning: 1, proficient: 5 } };
    expect((await hers('PUT', '/v1/skills/invoicing', skill)).status).toBe(200);
    const statuses = async () => [
      (await hers('GET', '/v1/session')).status,
      ...(await Promise.all(
        [api, editor].map(async (token) => {
          const headers = { Authorization: `Bearer ${token}`, Origin: origin };
          return (await server.app.request('/v1/tours', { headers })).status;
        }),
      )),
      (await signIn(AIKO, HERS)).status,
    ];
    expect(await statuses()).toEqual([200, 200, 200, 200]);
    expect((await server.member('DELETE', `/v1/members/${encodeURIComponent(AIKO)}`)).status).toBe(204);
    expect(await statuses()).toEqual([401, 401, 401, 401]);
    expect((await server.member('GET', '/v1/skills/invoicing')).status).toBe(200);
  });

  test('never leaves nobody, also when two remove each other', async () => {
    const last = await server.member('DELETE', '/v1/members/admin%40localhost');
    expect(await last.json()).toMatchObject({ status: 409, type: 'urn:shirube:problem:last_member' });
    await invite();
    const hers = await as(AIKO, HERS);
    const both = await Promise.all([
      server.member('DELETE', `/v1/members/${AIKO}`),
      hers('DELETE', '/v1/members/admin%40localhost'),
    ]);
    expect(both.map(({ status }) => status).sort()).not.toEqual([204, 204]);
    expect((await server.services.members.list()).length).toBe(1);
  });

  test('who is not there is 404', async () => {
    expect((await server.member('DELETE', '/v1/members/nobody%40example.com')).status).toBe(404);
  });

  test('does not make the first admin again at the next start, while there is somebody', async () => {
    await invite();
    await server.services.members.remove('admin@localhost');
    expect(await server.services.members.ensureAdmin(undefined)).toBeUndefined();
    expect(await server.services.members.list()).toEqual([{ email: AIKO, role: 'admin' }]);
  });
});

describe('Changing the own password', () => {
  const change = (current: string, password: string) =>
    server.member('POST', '/v1/session/password', { current, password });

  test('ends the other sessions and the editors, and keeps this one', async () => {
    const other = await as('admin@localhost', PASSWORD);
    const origin = 'https://app.example.com';
    const { token } = await jsonOf<{ token: string }>(other('POST', '/v1/editor-tokens', { origin }));
    expect((await change(PASSWORD, HERS)).status).toBe(204);
    expect((await server.member('GET', '/v1/session')).status).toBe(200);
    expect((await other('GET', '/v1/session')).status).toBe(401);
    const headers = { Authorization: `Bearer ${token}`, Origin: origin };
    expect((await server.app.request('/v1/session', { headers })).status).toBe(401);
    expect((await signIn('admin@localhost', PASSWORD)).status).toBe(401);
    expect((await signIn('admin@localhost', HERS)).status).toBe(200);
  });

  test('needs the current one, and a long one', async () => {
    expect(await codes(await change('wrong', HERS))).toEqual(['wrong_password /current']);
    expect(await codes(await change(PASSWORD, 'short'))).toEqual(['short_password /password']);
    expect((await signIn('admin@localhost', PASSWORD)).status).toBe(200);
  });

  test('cannot be tried quickly', async () => {
    for (let i = 0; i < 5; i++) await change('wrong', HERS);
    expect((await change(PASSWORD, HERS)).status).toBe(429);
  });
});

test.each([
  ['POST', '/v1/members', { email: AIKO, password: HERS }],
  ['DELETE', '/v1/members/admin@localhost', undefined],
  ['POST', '/v1/session/password', { current: PASSWORD, password: HERS }],
])('A token may not %s %s: members are changed by a person', async (method, path, body) => {
  const origin = 'https://app.example.com';
  const { token: api } = await jsonOf<{ token: string }>(server.member('POST', '/v1/tokens', { name: 'ci' }));
  const { token: editor } = await jsonOf<{ token: string }>(server.member('POST', '/v1/editor-tokens', { origin }));
  for (const token of [api, editor]) {
    const headers = { Authorization: `Bearer ${token}`, Origin: origin };
    expect((await server.member(method, path, body, headers)).status).toBe(403);
  }
  expect(await emails()).toEqual(['admin@localhost']);
});

describe('An editor', () => {
  const origin = 'https://app.example.com';
  const editor = async () => {
    const { token } = await jsonOf<{ token: string }>(server.member('POST', '/v1/editor-tokens', { origin }));
    return (method: string, path: string) =>
      server.app.request(path, { method, headers: { Authorization: `Bearer ${token}`, Origin: origin } });
  };

  test('learns who is signed in, and ends its own token at sign-out and no other', async () => {
    const [one, other] = [await editor(), await editor()];
    const session = await one('GET', '/v1/session');
    expect(await session.json()).toEqual({ member: { email: 'admin@localhost', role: 'admin' } });
    expect(session.headers.get('Access-Control-Allow-Origin')).toBe(origin);
    expect((await one('DELETE', '/v1/editor-tokens/current')).status).toBe(204);
    expect((await one('GET', '/v1/session')).status).toBe(401);
    expect((await other('GET', '/v1/session')).status).toBe(200);
  });

  test('is what ends itself: a session has no editor token', async () => {
    expect((await server.member('DELETE', '/v1/editor-tokens/current')).status).toBe(403);
  });
});

test('Someone who is removed while they sign in is not signed in', async () => {
  await invite();
  const signingIn = server.services.members.signIn(AIKO, HERS);
  await server.services.members.remove(AIKO);
  expect(await signingIn).toBeUndefined();
});

test('Someone whose password changes while they sign in is not signed in with the old one', async () => {
  expect(await server.services.members.openSession('admin@localhost', 'scrypt$the$old')).toBeUndefined();
});
