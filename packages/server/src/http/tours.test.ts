import { parseBundle } from '@shirube/schema';
import type { ProblemDocument, TourDraft, VersionInfo } from '@shirube/schema/api';
import type { Bundle } from '@shirube/schema/bundle';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { jsonOf, smallTour, type TestServer, testServer } from '../testing/testServer.ts';

let server: TestServer;
beforeEach(async () => {
  server = await testServer();
});
afterEach(() => server.close());

const bundle = async (headers: Readonly<Record<string, string>> = {}) =>
  server.app.request(`/v1/bundle?key=${server.key}`, { headers });
const write = (tour: unknown, headers: Readonly<Record<string, string>> = { 'If-None-Match': '*' }) =>
  server.member('PUT', '/v1/tours/first-invoice', tour, headers);
const publish = (environment = 'production') =>
  server.member('POST', '/v1/tours/first-invoice/publish', { environment, note: 'first' });

describe('A draft', () => {
  test('is written once as new, then only over the draft that was read', async () => {
    const created = await write(smallTour());
    expect(created.status).toBe(201);
    const etag = created.headers.get('ETag') ?? '';
    expect(await write(smallTour(), {})).toMatchObject({ status: 428 });
    const updated = await write(smallTour('first-invoice', { name: 'Renamed' }), { 'If-Match': etag });
    expect(updated.status).toBe(200);
    expect((await jsonOf<TourDraft>(server.member('GET', '/v1/tours/first-invoice'))).tour.name).toBe('Renamed');
    expect(updated.headers.get('ETag')).not.toBe(etag);
  });

  test.each([
    ['If-Match', '"stale"'],
    ['If-None-Match', '*'],
  ])('that somebody else has changed is not overwritten: %s %s', async (header, value) => {
    const current = (await write(smallTour())).headers.get('ETag');
    const refused = await write(smallTour('first-invoice', { name: 'Mine' }), { [header]: value });
    expect(refused.status).toBe(409);
    expect(await refused.json()).toMatchObject({
      type: 'urn:shirube:problem:newer_draft',
      updatedBy: 'admin@localhost',
      updatedAt: server.services.now(),
      etag: current?.replaceAll('"', ''),
    });
  });

  test('with problems is refused with all of them at once, each with its path', async () => {
    const refused = await write({ ...smallTour(), steps: [{ id: 'x' }], colour: 'red' });
    expect(refused.status).toBe(422);
    const paths = ((await refused.json()) as { problems: { path: string }[] }).problems.map(({ path }) => path);
    expect(paths).toEqual(expect.arrayContaining(['/colour']));
    expect(paths.length).toBeGreaterThan(1);
  });

  test('keeps the id of its address', async () => {
    const refused = await write(smallTour('other'));
    expect(await refused.json()).toMatchObject({ status: 422, problems: [{ code: 'other_id', path: '/id' }] });
  });

  test('is deleted only where it is not live', async () => {
    await write(smallTour());
    await publish();
    expect((await server.member('DELETE', '/v1/tours/first-invoice')).status).toBe(409);
    await server.member('POST', '/v1/tours/first-invoice/kill', { environment: 'production' });
    expect((await server.member('DELETE', '/v1/tours/first-invoice')).status).toBe(204);
    expect((await server.member('GET', '/v1/tours/first-invoice')).status).toBe(404);
  });
});

describe('Publishing', () => {
  test('makes an immutable version that the next change of the draft does not touch', async () => {
    const etag = (await write(smallTour())).headers.get('ETag') ?? '';
    expect(await (await publish()).json()).toEqual({ version: 1, environment: 'production' });
    await write(smallTour('first-invoice', { name: 'Changed' }), { 'If-Match': etag });
    expect((await jsonOf<Bundle>(bundle())).tours).toEqual([
      { version: 1, tour: expect.objectContaining({ name: 'Send your first invoice' }) },
    ]);
  });

  test('reaches its own environment alone', async () => {
    await write(smallTour());
    await publish('staging');
    expect((await jsonOf<Bundle>(bundle())).tours).toEqual([]);
  });

  test('refuses a draft that names what does not exist', async () => {
    await write(smallTour('first-invoice', { audience: { segment: 'nobody-knows' }, theme: 'gone' }));
    const refused = await publish();
    expect(refused.status).toBe(422);
    expect((await jsonOf<ProblemDocument>(refused)).problems?.map(({ code }) => code)).toEqual([
      'unknown_segment',
      'unknown_theme',
    ]);
  });

  test('refuses an environment that does not exist', async () => {
    await write(smallTour());
    expect(await (await publish('moon')).json()).toMatchObject({ status: 422, problems: [{ path: '/environment' }] });
  });

  test('is undone by going back to an older version, and stopped by a kill', async () => {
    const etag = (await write(smallTour())).headers.get('ETag') ?? '';
    await publish();
    await write(smallTour('first-invoice', { name: 'Second' }), { 'If-Match': etag });
    await publish();
    const back = await server.member('POST', '/v1/tours/first-invoice/rollback', {
      environment: 'production',
      version: 1,
    });
    expect(await back.json()).toEqual({ version: 1, environment: 'production' });
    expect((await jsonOf<Bundle>(bundle())).tours[0]?.tour.name).toBe('Send your first invoice');
    const { versions } = await jsonOf<{ versions: VersionInfo[] }>(
      server.member('GET', '/v1/tours/first-invoice/versions'),
    );
    expect(versions.map(({ version, liveIn }) => [version, liveIn])).toEqual([
      [2, []],
      [1, ['production']],
    ]);
    await server.member('POST', '/v1/tours/first-invoice/kill', { environment: 'production' });
    expect(await jsonOf<Bundle>(bundle())).toMatchObject({ tours: [], killed: ['first-invoice'] });
    await publish();
    expect(await jsonOf<Bundle>(bundle())).toMatchObject({ tours: [{ version: 3 }], killed: [] });
  });
});

describe('The bundle', () => {
  test('is answered with 304 until something that is live changes', async () => {
    await write(smallTour());
    await publish();
    const etag = (await bundle()).headers.get('ETag') ?? '';
    expect((await bundle({ 'If-None-Match': etag })).status).toBe(304);
    expect((await bundle({ 'If-None-Match': `W/${etag}` })).status).toBe(304);
    await publish();
    expect((await bundle({ 'If-None-Match': etag })).status).toBe(200);
  });

  test('may be read by every page and kept by a cache for a minute', async () => {
    const { headers } = await bundle();
    expect(headers.get('Access-Control-Allow-Origin')).toBe('*');
    expect(headers.get('Cache-Control')).toBe('public, max-age=60, stale-while-revalidate=3600');
  });

  test('carries exactly the segments, skills and themes that live tours name, directly or through a segment', async () => {
    const put = (kind: string, document: { id: string }) =>
      server.member('PUT', `/v1/${kind}/${document.id}`, document);
    await put('skills', { id: 'invoicing', signals: ['invoice_sent'], levels: { learning: 1, proficient: 5 } } as {
      id: string;
    });
    await put('segments', { id: 'beginners', name: 'Beginners', condition: { skill: 'invoicing', is: 'novice' } } as {
      id: string;
    });
    await put('segments', { id: 'unused', name: 'Unused', condition: { all: [] } } as { id: string });
    await put('themes', { id: 'brand', radiusPx: 4 } as { id: string });
    await write(smallTour('first-invoice', { audience: { not: { segment: 'beginners' } }, theme: 'brand' }));
    await publish();
    const { segments, skills, themes } = await jsonOf<Bundle>(bundle());
    expect([segments, skills, themes].map((all) => all.map(({ id }) => id))).toEqual([
      ['beginners'],
      ['invoicing'],
      ['brand'],
    ]);
    expect(parseBundle(await jsonOf(bundle()))).toMatchObject({ ok: true });
    expect(await (await server.member('DELETE', '/v1/skills/invoicing')).json()).toMatchObject({
      status: 409,
      usedBy: ['segment "beginners"'],
    });
    expect((await server.member('DELETE', '/v1/segments/beginners')).status).toBe(409);
    expect((await server.member('DELETE', '/v1/segments/unused')).status).toBe(204);
  });

  test('needs a key that exists', async () => {
    expect((await server.app.request('/v1/bundle?key=pk_wrong')).status).toBe(401);
  });
});
