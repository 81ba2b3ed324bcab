import type { ProblemDocument, TourDraft, TourListItem } from '@shirube/schema/api';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { jsonOf, smallTour, type TestServer, testServer } from '../testing/testServer.ts';

let server: TestServer;
beforeEach(async () => {
  server = await testServer();
});
afterEach(() => server.close());

const NEW = { 'If-None-Match': '*' };
const LENIENT = { ...NEW, Prefer: 'handling=lenient' };
const write = (body: unknown, headers: Readonly<Record<string, string>> = NEW) =>
  server.member('PUT', '/v1/tours/first-invoice', body, headers);
const read = () => jsonOf<TourDraft>(server.member('GET', '/v1/tours/first-invoice'));
const codesOf = async (answer: Response) =>
  (await jsonOf<ProblemDocument>(answer)).problems?.map(({ code, path }) => `${code} ${path}`);

/** Written by a person: own order of keys, own line ends, a text beyond the first plane, an escape that JSON does not need. */
const byHand = `{\r\n\t"steps": ${JSON.stringify(smallTour().steps)},\r\n\t"name" : "\\u0041 道しるべ 🪧",  "schemaVersion":1,
  "id":"first-invoice","locales":["en"],\t"defaultLocale": "en" }\n`;

describe('The text of a draft', () => {
  test('comes back byte for byte, as a field and as a file', async () => {
    const written = await write(byHand);
    expect(written.status).toBe(201);
    expect(await jsonOf<TourDraft>(written)).toMatchObject({
      text: byHand,
      tour: { name: 'A 道しるべ 🪧' },
      problems: [],
    });
    expect((await read()).text).toBe(byHand);
    const file = await server.member('GET', '/v1/tours/first-invoice/file');
    expect(Buffer.from(await file.arrayBuffer())).toEqual(Buffer.from(byHand));
    expect(file.headers.get('Content-Type')).toBe('application/json');
    expect(file.headers.get('Content-Disposition')).toBe('attachment; filename="first-invoice.json"');
    expect(file.headers.get('ETag')).toBe(written.headers.get('ETag'));
  });

  test('keeps the byte order mark of a file that has one', async () => {
    expect((await write(`\uFEFF${byHand}`)).status).toBe(201);
    const file = await server.member('GET', '/v1/tours/first-invoice/file');
    expect(Buffer.from(await file.arrayBuffer()).subarray(0, 4)).toEqual(Buffer.from([0xef, 0xbb, 0xbf, 0x7b]));
  });

  test('that is not UTF-8 is refused, for it could not be kept as it is', async () => {
    const body = Buffer.from(JSON.stringify(smallTour()).replace('Send', '\xff'), 'latin1');
    const headers = { Cookie: await server.cookie(), Origin: 'http://localhost', 'Content-Type': 'application/json' };
    const answer = await server.app.request('/v1/tours/first-invoice', {
      method: 'PUT',
      body,
      headers: { ...headers, ...NEW },
    });
    expect(answer.status).toBe(400);
  });

  test('of the first format is kept as it is, and read in the current one', async () => {
    const old = { id: 'first-invoice', name: 'Old', locale: 'en', steps: [{ id: 'a', text: 'Hello', button: 'Next' }] };
    const draft = await jsonOf<TourDraft>(write(old));
    expect(JSON.parse(draft.text)).toEqual(old);
    expect(draft.tour).toMatchObject({ schemaVersion: 1, steps: [{ kind: 'modal' }] });
  });
});

describe('An incomplete draft', () => {
  const incomplete = { id: 'first-invoice', schemaVersion: 1, steps: [{ id: 'a' }], colour: 'red' };

  test('is kept when asked for, and says what publishing would refuse', async () => {
    const kept = await write(incomplete, LENIENT);
    expect(kept.status).toBe(201);
    expect(kept.headers.get('Preference-Applied')).toBe('handling=lenient');
    const { problems } = await jsonOf<TourDraft>(kept);
    expect(problems.map(({ path }) => path)).toEqual(expect.arrayContaining(['/name', '/colour', '/steps/0/kind']));
    expect(await read()).toMatchObject({ text: JSON.stringify(incomplete), tour: incomplete, problems });
    const refused = await server.member('POST', '/v1/tours/first-invoice/publish', { environment: 'production' });
    expect(refused.status).toBe(422);
    expect((await jsonOf<ProblemDocument>(refused)).problems).toEqual(problems);
  });

  test.each([{}, { Prefer: 'handling=strict' }, { Prefer: 'respond-async, handling=strict, handling=lenient' }])(
    'is refused otherwise: %o',
    async (headers) => {
      expect((await write(incomplete, { ...NEW, ...headers })).status).toBe(422);
      expect((await server.member('GET', '/v1/tours/first-invoice')).status).toBe(404);
    },
  );

  test.each<[string, string, number]>([
    ['no JSON', '{"id":', 400],
    ['nothing', '', 400],
    ['a list', '[]', 422],
    ['null', 'null', 422],
    ['no id', '{}', 422],
    ['an id that is none', '{"id":"../../etc"}', 422],
    ['an id that is a list', '{"id":["first-invoice"]}', 422],
    ['an id of another address', '{"id":"other"}', 422],
    ['a newer format', '{"id":"first-invoice","schemaVersion":2}', 422],
    ['a format that is no number', '{"id":"first-invoice","schemaVersion":"2"}', 422],
    ['__proto__', '{"id":"first-invoice","__proto__":{"admin":true}}', 422],
    ['constructor, deep inside', '{"id":"first-invoice","steps":[{"content":{"constructor":{}}}]}', 422],
    ['an escaped __proto__', '{"id":"first-invoice","\\u005f_proto__":1}', 422],
    ['a thousand levels', `{"id":"first-invoice","steps":${'['.repeat(1000)}${']'.repeat(1000)}}`, 400],
    ['nine hundred thousand values', `{"id":"first-invoice","steps":[${'0,'.repeat(900_000)}0]}`, 422],
    ['ten megabytes', `{"id":"first-invoice","name":"${'x'.repeat(10_000_000)}"}`, 413],
  ])('with %s is refused also when asked for', async (_, text, status) => {
    expect((await write(text, LENIENT)).status).toBe(status);
    expect((await server.member('GET', '/v1/tours/first-invoice')).status).toBe(404);
  });

  test('of many problems still names the dangerous one', async () => {
    const text = `{"id":"first-invoice",${Array.from({ length: 500 }, (_, i) => `"k${i}":1`).join(',')},"__proto__":1}`;
    expect(await codesOf(await write(text, LENIENT))).toEqual(['forbidden_key /__proto__']);
  });

  /** Every place that something reads drafts in, filled with what nobody expects there. */
  const strange: readonly [string, Readonly<Record<string, unknown>>][] = [
    ['numbers', { name: 7, steps: 7, audience: 7, theme: 7, trigger: 7 }],
    ['objects', { name: {}, steps: {}, audience: [], theme: {} }],
    [
      'what cannot be written as text',
      { defaultLocale: { toString: 1 }, steps: [{ id: { toString: 1 }, content: {} }] },
    ],
    ['nulls', { name: null, steps: [null, 1, 'x', []], audience: { all: 3 } }],
    [
      'broken conditions',
      {
        name: '',
        steps: [{ showIf: 'x', next: 4, advance: [null] }],
        audience: { not: null, all: [null, { any: 0 }] },
      },
    ],
    [
      'something huge',
      { name: ['x'.repeat(300_000)], defaultLocale: {}, locales: 9, steps: [{ content: null, buttons: 1 }] },
    ],
  ];
  test.each(strange)('that is made of %s breaks nothing that reads drafts', async (_, part) => {
    await server.member('PUT', '/v1/skills/invoicing', {
      id: 'invoicing',
      signals: ['sent'],
      levels: { learning: 1, proficient: 5 },
    });
    expect((await write({ id: 'first-invoice', ...part }, LENIENT)).status).toBe(201);
    const { tours } = await jsonOf<{ tours: TourListItem[] }>(server.member('GET', '/v1/tours'));
    expect(tours[0]?.name).toBe('first-invoice');
    expect((await server.member('GET', '/v1/tours/first-invoice')).status).toBe(200);
    expect((await server.app.request(`/v1/bundle?key=${server.key}`)).status).toBe(200);
    const report = 'from=2026-10-01&to=2026-10-31&timezone=UTC&environment=production';
    for (const path of ['/v1/reports/tours', '/v1/reports/tours/first-invoice', '/v1/reports/targets']) {
      expect((await server.member('GET', `${path}?${report}`)).status).toBe(200);
    }
    expect((await server.member('DELETE', '/v1/skills/invoicing')).status).toBe(204);
    expect((await server.member('DELETE', '/v1/tours/first-invoice')).status).toBe(204);
  });

  test.each(strange)('that is made of %s is compared with what was published', async (_, part) => {
    const etag = (await write(smallTour())).headers.get('ETag') ?? '';
    await server.member('POST', '/v1/tours/first-invoice/publish', { environment: 'production' });
    await write({ id: 'first-invoice', ...part }, { 'If-Match': etag, Prefer: 'handling=lenient' });
    for (const query of ['from=1&to=draft', 'from=draft&to=1']) {
      expect((await server.member('GET', `/v1/tours/first-invoice/compare?${query}`)).status).toBe(200);
    }
  });

  test('holds on to the segments, skills and themes that it names', async () => {
    await server.member('PUT', '/v1/segments/trial', { id: 'trial', name: 'Trial', condition: { all: [] } });
    await server.member('PUT', '/v1/themes/brand', { id: 'brand' });
    const advance = [{ on: 'condition', when: { not: { segment: 'trial' } } }, 'broken'];
    await write({ id: 'first-invoice', theme: 'brand', steps: ['broken', { advance }] }, LENIENT);
    for (const path of ['/v1/segments/trial', '/v1/themes/brand']) {
      expect(await (await server.member('DELETE', path)).json()).toMatchObject({ usedBy: ['tour "first-invoice"'] });
    }
  });
});

describe('Two authors at once', () => {
  test('get one 200 and one 409, and nothing that was accepted is lost', async () => {
    const etag = (await write(smallTour())).headers.get('ETag') ?? '';
    const texts = ['Hers', 'His', 'Theirs'].map((name) => JSON.stringify(smallTour('first-invoice', { name })));
    const answers = await Promise.all(texts.map((text) => write(text, { 'If-Match': etag })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    const winner = texts[answers.findIndex(({ status }) => status === 200)];
    const now = await read();
    expect(now.text).toBe(winner);
    for (const answer of answers.filter(({ status }) => status === 409)) {
      expect(await answer.json()).toMatchObject({ etag: now.etag, updatedAt: now.updatedAt, updatedBy: now.updatedBy });
    }
  });

  test('are told apart also when the clock stands still and a text returns to what it was', async () => {
    const first = (await write(smallTour())).headers.get('ETag') ?? '';
    const second = (await write(byHand, { 'If-Match': first })).headers.get('ETag') ?? '';
    expect((await write(smallTour(), { 'If-Match': second })).status).toBe(200);
    expect((await write(byHand, { 'If-Match': first })).status).toBe(409);
    expect((await write(byHand, { 'If-Match': second })).status).toBe(409);
  });

  test('publish only what they have read, if they say what that was', async () => {
    const etag = (await write(smallTour())).headers.get('ETag') ?? '';
    await write(byHand, { 'If-Match': etag });
    const publish = (headers: Readonly<Record<string, string>>) =>
      server.member('POST', '/v1/tours/first-invoice/publish', { environment: 'production' }, headers);
    expect((await publish({ 'If-Match': etag })).status).toBe(409);
    expect((await publish({ 'If-Match': `"${(await read()).etag}"` })).status).toBe(201);
  });
});

describe('Where a draft comes from', () => {
  const originAfter = async (headers: Readonly<Record<string, string>>) => {
    await write(smallTour(), { ...NEW, ...headers });
    const { tours } = await jsonOf<{ tours: TourListItem[] }>(server.member('GET', '/v1/tours'));
    expect(tours[0]?.origin).toEqual((await read()).origin);
    return tours[0]?.origin;
  };

  test('is said by its writer, percent-encoded', async () => {
    expect(await originAfter({ 'Shirube-Origin': 'git tours/%E9%81%93%20%E6%A8%99.json@3f2a1c9' })).toEqual({
      kind: 'git',
      detail: 'tours/道 標.json@3f2a1c9',
    });
  });

  test('is a program, when nobody says otherwise', async () => {
    expect(await originAfter({})).toEqual({ kind: 'api' });
  });

  test.each(['svn trunk', '', 'git two words', 'git %E9', 'git a%00b', `git ${'x'.repeat(501)}`])(
    'is refused where it cannot be read: %s',
    async (origin) => {
      const refused = await write(smallTour(), { ...NEW, 'Shirube-Origin': origin });
      expect(await refused.json()).toMatchObject({ status: 400, type: 'urn:shirube:problem:bad_origin' });
    },
  );
});
