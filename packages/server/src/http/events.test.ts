import type { UserState } from '@shirube/schema/events';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { signUser } from '../documents/secrets.ts';
import { MemoryEventStore } from '../events/memory/MemoryEventStore.ts';
import { batchOf } from '../testing/batches.ts';
import { jsonOf, NOW, smallTour, type TestServer, testServer } from '../testing/testServer.ts';

let server: TestServer;
beforeEach(async () => {
  server = await testServer();
});
afterEach(() => server.close());

const batch = (more: Readonly<Record<string, unknown>> = {}) => ({ ...batchOf(server.key, NOW, 1, 0, 5), ...more });
const stored = () => server.services.events.since(0);

describe('A batch of events', () => {
  test.each(['application/json', 'text/plain', 'text/plain;charset=UTF-8'])(
    'is taken as %s from any page',
    async (type) => {
      const answer = await server.post('/v1/events', batch(), {
        'Content-Type': type,
        Origin: 'https://app.example.com',
      });
      expect(answer.status).toBe(202);
      expect(answer.headers.get('Access-Control-Allow-Origin')).toBe('*');
      expect(await answer.json()).toMatchObject({ accepted: 5, rejected: [] });
      expect(await stored()).toHaveLength(5);
    },
  );

  test('loses only the events that cannot be read, and says which and why', async () => {
    const events = [{ type: 'nonsense' }, ...batch().events, { ...batch().events[0], at: 'now' }];
    const answer = await (await server.post('/v1/events', batch({ events }))).json();
    expect(answer).toMatchObject({
      accepted: 5,
      rejected: [{ index: 0 }, { index: 6, problem: { path: '/events/6/at' } }],
    });
  });

  test('is stored at the time by our clock, however wrong the sender’s is', async () => {
    const threeDaysAhead = NOW + 3 * 86_400_000;
    await server.post('/v1/events', batchOf(server.key, threeDaysAhead, 1, 0, 1));
    expect(await stored()).toMatchObject([{ received: NOW, ts: NOW - 1_000, at: threeDaysAhead - 1_000 }]);
  });

  test('is never stored in the future', async () => {
    const [event] = batch().events;
    await server.post('/v1/events', batch({ events: [{ ...event, at: NOW + 5_000 }] }));
    expect(await stored()).toMatchObject([{ ts: NOW }]);
  });

  test.each([
    ['an unknown key', 401, () => ({ ...batch(), key: 'pk_unknown' })],
    ['no list of events', 400, () => ({ key: server.key, sentAt: NOW })],
    ['more than 500 events', 413, () => batchOf(server.key, NOW, 1, 0, 501)],
    ['more than 512 KiB', 413, () => batch({ sdk: 'x'.repeat(600_000) })],
    ['no JSON', 400, () => '{"key":'],
    ['JSON of absurd depth', 400, () => `${'['.repeat(100_000)}`],
  ])('with %s is refused with %i', async (_, status, body) => {
    const answer = await server.post('/v1/events', body());
    expect(answer.status).toBe(status);
    expect(answer.headers.get('Content-Type')).toBe('application/problem+json');
    // The page must be able to read that it was refused, or it would send again for ever.
    expect(answer.headers.get('Access-Control-Allow-Origin')).toBe('*');
    expect(await stored()).toEqual([]);
  });

  test('without a declared length is cut off when it grows too long', async () => {
    let sent = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        sent += 65_536;
        controller.enqueue(new Uint8Array(65_536).fill(32));
      },
    });
    const request = new Request('http://localhost/v1/events', {
      method: 'POST',
      headers: { 'Content-Type': 'text/plain' },
      body: endless,
      duplex: 'half',
    } as RequestInit);
    expect((await server.app.request(request)).status).toBe(413);
    expect(sent).toBeLessThan(1_000_000);
  });

  test('as a form is refused', async () => {
    expect(
      (await server.post('/v1/events', 'a=b', { 'Content-Type': 'application/x-www-form-urlencoded' })).status,
    ).toBe(415);
  });

  test('with keys that would change every object changes none', async () => {
    const text = JSON.stringify(batch({ events: [{ ...batch().events[0], type: 'track', name: 'x', props: {} }] }));
    const hostile = text.replace('"props":{}', '"props":{"__proto__":{"polluted":true}},"__proto__":{"polluted":true}');
    expect((await server.post('/v1/events', hostile)).status).toBe(202);
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  test('that comes too fast is told how long to wait', async () => {
    const answers = await Promise.all(Array.from({ length: 101 }, () => server.post('/v1/events', batch())));
    const last = answers.at(-1);
    expect(last?.status).toBe(429);
    expect(last?.headers.get('Retry-After')).toBe('1');
    server.pass(1_000);
    expect((await server.post('/v1/events', batch())).status).toBe(202);
  });

  test('that cannot be stored is not acknowledged', async () => {
    await server.close();
    const events = new MemoryEventStore();
    events.append = () => Promise.reject(new Error('disk full'));
    server = await testServer({ events });
    const answer = await server.post('/v1/events', batch());
    expect(answer.status).toBe(503);
    expect(await answer.text()).not.toContain('disk full');
  });
});

describe('With enforcement of identity', () => {
  const proof = (userId: string) =>
    signUser(server.services.environments.named('production')?.identitySecret ?? '', userId);
  beforeEach(async () => {
    await server.member('POST', '/v1/environments/production/identity', { enforce: true });
  });

  test('events of a named user count only with their signature', async () => {
    const events = [{ type: 'unreadable' }, ...batch().events];
    const userId = batch().events[0]?.userId ?? '';
    expect(await (await server.post('/v1/events', batch({ events }))).json()).toMatchObject({
      accepted: 0,
      rejected: [
        { index: 0 },
        { index: 1, problem: { code: 'unproven_user', path: '/events/1/userId' } },
        {},
        {},
        {},
        { index: 5 },
      ],
    });
    expect(await (await server.post('/v1/events', batch({ signature: proof(userId) }))).json()).toMatchObject({
      accepted: 5,
    });
    expect(await (await server.post('/v1/events', batch({ signature: proof('somebody else') }))).json()).toMatchObject({
      accepted: 0,
    });
  });

  test('events of nobody in particular still count', async () => {
    const events = batch().events.map(({ userId: _, ...event }) => event);
    expect(await (await server.post('/v1/events', batch({ events }))).json()).toMatchObject({ accepted: 5 });
  });

  test('a state is given only to whom it belongs', async () => {
    const state = (signature: string) =>
      server.app.request(`/v1/users/u1/state?key=${server.key}&signature=${signature}`);
    expect((await state('')).status).toBe(401);
    expect((await state(proof('u2'))).status).toBe(401);
    expect((await state(proof('u1'))).status).toBe(200);
  });
});

describe("A user's state", () => {
  const state = async () => jsonOf<UserState>(server.app.request(`/v1/users/user-0/state?key=${server.key}`));

  test('tells another device what was finished, and does not count twice what was sent twice', async () => {
    await server.post('/v1/events', batch());
    server.pass(60_000);
    await server.post('/v1/events', batch());
    expect(await state()).toMatchObject({
      userId: 'user-0',
      tours: { 'first-invoice': { status: 'completed', runs: 1, version: 1, stepId: 'send', completedAt: NOW - 996 } },
      history: [],
    });
  });

  test('holds the tracked events that live rules and skills ask for, and no others', async () => {
    const put = (kind: string, document: { readonly id: string }) =>
      server.member('PUT', `/v1/${kind}/${document.id}`, document);
    const skill = { id: 'invoicing', signals: ['invoice_sent'], levels: { learning: 1, proficient: 5 } };
    await put('skills', skill);
    const audience = { all: [{ skill: 'invoicing', is: 'novice' }, { event: 'opened' }] };
    await server.member('PUT', '/v1/tours/first-invoice', smallTour('first-invoice', { audience }), {
      'If-None-Match': '*',
    });
    await server.member('POST', '/v1/tours/first-invoice/publish', { environment: 'production' });
    const ids = batchOf(server.key, NOW, 9, 0, 4).events;
    const events = ['invoice_sent', 'opened', 'secret', 'invoice_sent'].map((name, index) => ({
      id: ids[index]?.id,
      at: NOW - 100 + index,
      anonymousId: 'anonymous-0',
      sessionId: 'session-0',
      userId: 'user-0',
      type: 'track',
      name,
      props: { total: index },
    }));
    await server.post('/v1/events', batch({ events }));
    expect((await state()).history).toEqual([
      { name: 'invoice_sent', at: NOW - 97, props: { total: 3 } },
      { name: 'opened', at: NOW - 99, props: { total: 1 } },
      { name: 'invoice_sent', at: NOW - 100, props: { total: 0 } },
    ]);
  });

  test('is empty for whom nobody knows, also with a name that objects have', async () => {
    const answer = await server.app.request(`/v1/users/__proto__/state?key=${server.key}`);
    expect(await answer.json()).toEqual({ userId: '__proto__', tours: {}, history: [] });
  });
});
