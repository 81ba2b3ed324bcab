import type { CompareAnswer } from '@shirube/schema/api';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { jsonOf, smallTour, type TestServer, testServer } from '../testing/testServer.ts';

let server: TestServer;
beforeEach(async () => {
  server = await testServer();
});
afterEach(() => server.close());

let etag: string | undefined;
const write = async (tour: unknown, isNew: boolean) => {
  const answer = await server.member(
    'PUT',
    '/v1/tours/first-invoice',
    tour,
    isNew ? { 'If-None-Match': '*' } : { 'If-Match': etag ?? '' },
  );
  etag = answer.headers.get('ETag') ?? undefined;
};
const publish = () => server.member('POST', '/v1/tours/first-invoice/publish', { environment: 'production' });
const compare = (query: string) => server.member('GET', `/v1/tours/first-invoice/compare${query}`);
const wordsOf = async (query: string) =>
  (await jsonOf<CompareAnswer>(compare(query))).changes.map(({ words }) => words.en);

test('two versions, or a version and the draft, are compared in words of both languages', async () => {
  await write(smallTour(), true);
  await publish();
  await write(smallTour('first-invoice', { name: 'Second' }), false);
  await publish();
  await write(smallTour('first-invoice', { name: 'Third' }), false);

  expect(await jsonOf(compare('?from=1&to=2'))).toEqual({
    from: 1,
    to: 2,
    changes: [
      {
        code: 'name_changed',
        path: '/name',
        before: 'Send your first invoice',
        after: 'Second',
        words: {
          en: 'Name: “Send your first invoice” → “Second”',
          ja: '名前:「Send your first invoice」 → 「Second」',
        },
      },
    ],
  });
  expect(await wordsOf('?from=1&to=draft')).toEqual(['Name: “Send your first invoice” → “Third”']);
  expect(await wordsOf('')).toEqual(['Name: “Second” → “Third”']);
  expect(await wordsOf('?from=2&to=2')).toEqual([]);
});

test('what does not exist is named', async () => {
  expect((await compare('?from=draft')).status).toBe(404);
  await write(smallTour(), true);
  for (const query of ['?from=7', '', '?from=draft&to=x'])
    expect(await jsonOf(compare(query))).toMatchObject({ status: 404, type: 'urn:shirube:problem:no_such_version' });
});
