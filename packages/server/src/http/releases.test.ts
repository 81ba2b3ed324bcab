import type { ProblemDocument, ReleaseInfo, VersionDocument } from '@shirube/schema/api';
import type { Bundle } from '@shirube/schema/bundle';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { jsonOf, smallTour, type TestServer, testServer } from '../testing/testServer.ts';

let server: TestServer;
beforeEach(async () => {
  server = await testServer();
});
afterEach(() => server.close());

const TOUR = '/v1/tours/first-invoice';
const text = (name: string) => JSON.stringify(smallTour('first-invoice', { name }), null, '\t');
/** Writes over whatever is there. */
const write = async (body: string) => {
  const etag = (await server.member('GET', TOUR)).headers.get('ETag');
  await server.member('PUT', TOUR, body, etag === null ? { 'If-None-Match': '*' } : { 'If-Match': etag });
};
const release = (action: 'publish' | 'rollback' | 'kill', more: Readonly<Record<string, unknown>> = {}) =>
  server.member('POST', `${TOUR}/${action}`, { environment: 'production', ...more });

describe('A version', () => {
  test('is read with its text byte for byte as it was published', async () => {
    await write(text('One'));
    await release('publish', { note: 'first' });
    await write(text('Two'));
    await release('publish');
    expect(await jsonOf<VersionDocument>(server.member('GET', `${TOUR}/versions/1`))).toEqual({
      version: 1,
      note: 'first',
      publishedAt: server.services.now(),
      publishedBy: 'admin@localhost',
      liveIn: [],
      tour: smallTour('first-invoice', { name: 'One' }),
      text: text('One'),
    });
  });

  test.each(['0', '2', '01', '1.0', '1e0', '-1', 'latest', '9'.repeat(30)])('%s is not there', async (version) => {
    await write(text('One'));
    await release('publish');
    expect(await (await server.member('GET', `${TOUR}/versions/${version}`)).json()).toMatchObject({
      status: 404,
      type: 'urn:shirube:problem:no_such_version',
    });
  });

  test('of a draft that was deleted stays readable', async () => {
    await write(text('One'));
    await release('publish');
    await release('kill');
    await server.member('DELETE', TOUR);
    expect((await jsonOf<VersionDocument>(server.member('GET', `${TOUR}/versions/1`))).text).toBe(text('One'));
    expect((await jsonOf<{ versions: unknown[] }>(server.member('GET', `${TOUR}/versions`))).versions).toHaveLength(1);
  });
});

describe('The list of releases', () => {
  test('says who published, rolled back and killed what, when and why, newest first', async () => {
    await write(text('One'));
    await release('publish', { note: 'first' });
    await release('publish');
    server.pass(1000);
    await release('rollback', { version: 1, note: 'the second was wrong' });
    server.pass(1000);
    await release('kill', { note: 'both were' });
    const now = server.services.now();
    const each = { environment: 'production', by: 'admin@localhost' };
    expect((await jsonOf<{ releases: ReleaseInfo[] }>(server.member('GET', `${TOUR}/releases`))).releases).toEqual([
      { ...each, action: 'kill', version: null, note: 'both were', at: now },
      { ...each, action: 'rollback', version: 1, note: 'the second was wrong', at: now - 1000 },
      { ...each, action: 'publish', version: 2, note: '', at: now - 2000 },
      { ...each, action: 'publish', version: 1, note: 'first', at: now - 2000 },
    ]);
  });

  test.each(['versions', 'releases'])(
    'and of %s is empty for a draft, and not there for a tour nobody knows',
    async (list) => {
      expect((await server.member('GET', `${TOUR}/${list}`)).status).toBe(404);
      await write(text('One'));
      expect(await (await server.member('GET', `${TOUR}/${list}`)).json()).toEqual({ [list]: [] });
    },
  );
});

test('An old version is not brought back when what it names has been deleted since', async () => {
  await server.member('PUT', '/v1/segments/trial', { id: 'trial', name: 'Trial', condition: { all: [] } });
  await write(JSON.stringify(smallTour('first-invoice', { audience: { segment: 'trial' } })));
  await release('publish');
  await write(text('Two'));
  await release('publish');
  await server.member('DELETE', '/v1/segments/trial');
  const refused = await release('rollback', { version: 1 });
  expect(refused.status).toBe(422);
  expect((await jsonOf<ProblemDocument>(refused)).problems?.map(({ code }) => code)).toEqual(['unknown_segment']);
  const bundle = await jsonOf<Bundle>(server.app.request(`/v1/bundle?key=${server.key}`));
  expect(bundle.tours).toMatchObject([{ version: 2 }]);
});

test('An editor token may write, publish, list, roll back and kill', async () => {
  const origin = 'https://app.example.com';
  const { token } = await jsonOf<{ token: string }>(server.member('POST', '/v1/editor-tokens', { origin }));
  const statuses: number[] = [];
  const call = async (method: string, path: string, body?: unknown, headers: Readonly<Record<string, string>> = {}) => {
    const answer = await server.app.request(path, {
      method,
      headers: { Authorization: `Bearer ${token}`, Origin: origin, 'Content-Type': 'application/json', ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    statuses.push(answer.status);
    expect(answer.headers.get('Access-Control-Allow-Origin')).toBe(origin);
    expect(answer.headers.get('Access-Control-Expose-Headers')).toContain('ETag');
    return answer;
  };
  const written = await call('PUT', TOUR, smallTour(), { 'If-None-Match': '*', Prefer: 'handling=lenient' });
  expect(await written.json()).toMatchObject({ origin: { kind: 'editor' }, problems: [] });
  await call('POST', `${TOUR}/publish`, { environment: 'production' });
  await call('GET', `${TOUR}/file`);
  await call('GET', `${TOUR}/versions`);
  await call('GET', `${TOUR}/versions/1`);
  await call('GET', `${TOUR}/releases`);
  await call('POST', `${TOUR}/rollback`, { environment: 'production', version: 1 });
  await call('POST', `${TOUR}/kill`, { environment: 'production' });
  await call('PUT', TOUR, smallTour(), { 'If-Match': '"stale"' });
  await call('DELETE', TOUR);
  expect(statuses).toEqual([201, 201, 200, 200, 200, 200, 200, 200, 409, 204]);
});
