import type { LibraryEtags } from '@shirube/schema/api';
import type { Bundle } from '@shirube/schema/bundle';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { jsonOf, smallTour, type TestServer, testServer } from '../testing/testServer.ts';

let server: TestServer;
beforeEach(async () => {
  server = await testServer();
});
afterEach(() => server.close());

const segment = (plan: string) => ({ id: 'trial', name: 'Trial', condition: { user: 'plan', op: 'eq', value: plan } });
const put = (plan: string, headers: Readonly<Record<string, string>> = {}) =>
  server.member('PUT', '/v1/segments/trial', segment(plan), headers);
const one = () => server.member('GET', '/v1/segments/trial');

test('A segment is changed over the one that was read; of two authors at once one is told who was faster', async () => {
  const etag = (await put('trial', { 'If-None-Match': '*' })).headers.get('ETag') ?? '';
  expect(await jsonOf<LibraryEtags>(server.member('GET', '/v1/segments'))).toEqual({
    segments: [segment('trial')],
    etags: { trial: etag.replaceAll('"', '') },
  });
  server.pass(60_000);
  const answers = await Promise.all(['team', 'free'].map((plan) => put(plan, { 'If-Match': etag })));
  expect(answers.map(({ status }) => status)).toEqual([200, 409]);
  const current = await one();
  expect(await current.json()).toEqual(segment('team'));
  expect(await answers[1]?.json()).toMatchObject({
    type: 'urn:shirube:problem:newer_segment',
    updatedBy: 'admin@localhost',
    updatedAt: server.services.now(),
    etag: current.headers.get('ETag')?.replaceAll('"', ''),
  });
});

test('A new segment does not replace one that somebody else has just made, and a deleted one does not come back', async () => {
  expect((await put('trial', { 'If-None-Match': '*' })).status).toBe(200);
  expect((await put('team', { 'If-None-Match': '*' })).status).toBe(409);
  const etag = (await one()).headers.get('ETag') ?? '';
  expect((await server.member('DELETE', '/v1/segments/trial', undefined, { 'If-Match': '"stale"' })).status).toBe(409);
  expect((await server.member('DELETE', '/v1/segments/trial', undefined, { 'If-Match': etag })).status).toBe(204);
  expect((await put('team', { 'If-Match': etag })).status).toBe(404);
  expect((await one()).status).toBe(404);
});

test('A script that sends neither header has the last word, and live tours follow at once', async () => {
  await put('trial');
  const tour = smallTour('first-invoice', { audience: { segment: 'trial' } });
  await server.member('PUT', '/v1/tours/first-invoice', tour, { 'If-None-Match': '*' });
  await server.member('POST', '/v1/tours/first-invoice/publish', { environment: 'production' });
  const bundle = () => server.app.request(`/v1/bundle?key=${server.key}`);
  expect((await jsonOf<Bundle>(bundle())).segments).toEqual([segment('trial')]);
  await put('team');
  expect((await jsonOf<Bundle>(bundle())).segments).toEqual([segment('team')]);
});
