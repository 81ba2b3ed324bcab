import type { EstimateAnswer, Person, PersonFacts, SeenEvent, SeenTrait } from '@shirube/schema/api';
import type { ShirubeEvent } from '@shirube/schema/events';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { countingUuid } from '../testing/batches.ts';
import { jsonOf, NOW, type TestServer, testServer } from '../testing/testServer.ts';

const DAY_MS = 86_400_000;
const APP = 'https://app.example.com';
let server: TestServer;
let token: string;
let made: number;
beforeEach(async () => {
  made = 0;
  server = await testServer();
  token = (await jsonOf<{ token: string }>(server.member('POST', '/v1/editor-tokens', { origin: APP }))).token;
});
afterEach(() => server.close());

/** As the editor asks: from another origin, with its token. */
const ask = (method: string, path: string, body?: unknown) =>
  server.app.request(path, {
    method,
    headers: { Authorization: `Bearer ${token}`, Origin: APP, 'Content-Type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
const estimate = (condition: unknown, more: object = {}) =>
  ask('POST', '/v1/audience/estimate', { environment: 'production', condition, ...more });
const counts = async (condition: unknown, more: object = {}) => {
  const { people, matched, undecided } = await jsonOf<EstimateAnswer>(estimate(condition, more));
  return [people, matched, undecided];
};
type Said =
  | { readonly type: 'identify'; readonly traits: object; readonly company?: object }
  | { readonly type: 'track'; readonly name: string; readonly props?: object }
  | { readonly type: 'tour_started' | 'tour_completed'; readonly locale?: string };
const say = async (userId: string, daysAgo: number, said: Said, more: object = {}) => {
  const run = { tourId: 'first-invoice', version: 1, runId: countingUuid(9, userId.length), source: 'auto' };
  const event = {
    ...(said.type.startsWith('tour') ? run : {}),
    id: countingUuid(1, made++),
    at: NOW - daysAgo * DAY_MS,
    userId,
    anonymousId: 'a',
    sessionId: 's',
    ...said,
    ...more,
  } as ShirubeEvent;
  const answer = await server.post('/v1/events', { key: server.key, sentAt: NOW, events: [event] });
  expect(await answer.json()).toMatchObject({ accepted: 1 });
};
const threePeople = async () => {
  const company = { id: 'c1', traits: { plan: 'team', seats: 12 } };
  await say('haruka', 1, { type: 'identify', traits: { plan: 'trial', role: 'admin', firstName: '遥' } });
  await say('kenji', 2, { type: 'identify', traits: { plan: 'trial', role: 'viewer' }, company });
  await say('emily', 40, { type: 'identify', traits: { plan: 'team', role: 'admin' }, company });
  await say('kenji', 3, { type: 'track', name: 'invoice_sent', props: { total: 900 } });
  await say('kenji', 5, { type: 'track', name: 'invoice_sent', props: { total: 10 } });
};

describe('What was seen', () => {
  test('is told to the editor from another origin', async () => {
    await threePeople();
    const answer = await ask('GET', '/v1/seen/traits?environment=production');
    expect(answer.headers.get('Access-Control-Allow-Origin')).toBe(APP);
    const { traits } = await jsonOf<{ traits: SeenTrait[] }>(answer);
    expect(traits.map(({ of, path, people }) => `${of} ${path} ${people}`)).toEqual([
      'user plan 3',
      'user role 3',
      'company plan 2',
      'company seats 2',
      'user firstName 1',
    ]);
    const { events } = await jsonOf<{ events: SeenEvent[] }>(ask('GET', '/v1/seen/events?environment=production'));
    expect(events).toEqual([{ name: 'invoice_sent', count: 2, people: 1, lastAt: NOW - 3 * DAY_MS }]);
    expect(await jsonOf(ask('GET', '/v1/seen/traits?environment=staging'))).toEqual({ traits: [] });
  });

  test.each(['/v1/seen/traits', '/v1/seen/events?environment=moon', '/v1/people', '/v1/people/x?environment=moon'])(
    'of no known environment is refused: %s',
    async (path) => {
      const answer = await ask('GET', path);
      expect(answer.status).toBe(400);
      expect(await answer.json()).toMatchObject({ problems: [{ code: 'unknown_environment', path: '/environment' }] });
    },
  );
});

describe('An estimate', () => {
  test('counts whom a condition matches among those who were active', async () => {
    await threePeople();
    const trial = { user: 'plan', op: 'eq', value: 'trial' };
    expect(await counts({ all: [] })).toEqual([2, 2, 0]);
    expect(await counts({ all: [] }, { days: 365 })).toEqual([3, 3, 0]);
    expect(await counts(trial)).toEqual([2, 2, 0]);
    expect(await counts({ all: [trial, { user: 'role', op: 'eq', value: 'admin' }] })).toEqual([2, 1, 0]);
    expect(await counts({ company: 'seats', op: 'gte', value: 10 })).toEqual([2, 1, 0]);
    expect(await counts({ event: 'invoice_sent', count: { op: 'gte', value: 2 } })).toEqual([2, 1, 0]);
    expect(await counts({ event: 'invoice_sent', where: [{ prop: 'total', op: 'gt', value: 1000 }] })).toEqual([
      2, 0, 0,
    ]);
    expect(
      await counts({ event: 'invoice_sent', within: '4d', where: [{ prop: 'total', op: 'gt', value: 100 }] }),
    ).toEqual([2, 1, 0]);
    const [, some] = (await counts({ sample: 0.5, salt: 'x' }, { days: 365 })) as [number, number];
    const [, rest] = (await counts({ not: { sample: 0.5, salt: 'x' } }, { days: 365 })) as [number, number];
    expect(some + rest).toBe(3);
  });

  test('shows some who match, the latest active first, with what is known of them', async () => {
    await threePeople();
    const { sample, simulated } = await jsonOf<EstimateAnswer>(estimate({ all: [] }, { days: 365 }));
    expect(sample.map(({ userId }) => userId)).toEqual(['haruka', 'kenji', 'emily']);
    expect(sample[0]).toEqual({
      userId: 'haruka',
      traits: { plan: 'trial', role: 'admin', firstName: '遥' },
      lastSeenAt: NOW - DAY_MS,
    });
    expect(simulated).toBe(false);
    await say('robot', 0, { type: 'track', name: 'x' }, { simulated: true });
    expect((await jsonOf<EstimateAnswer>(estimate({ all: [] }))).simulated).toBe(true);
  });

  test.each([
    { page: '/invoices' },
    { device: 'mobile' },
    { time: { hours: [0, 24], timezone: 'Asia/Tokyo' } },
    { sessions: { op: 'gt', value: 3 } },
    { locale: ['ja'] },
    { segment: 'nobody-knows-it' },
  ])('leaves undecided whom only the moment decides: %o', async (leaf) => {
    await threePeople();
    const admin = { user: 'role', op: 'eq', value: 'admin' };
    expect(await counts({ all: [admin, leaf] })).toEqual([2, 0, 1]);
  });

  test('knows progress in tours, and the language of the last one', async () => {
    await threePeople();
    await say('kenji', 1, { type: 'tour_started', locale: 'ja' });
    await say('kenji', 1, { type: 'tour_completed', locale: 'ja' });
    expect(await counts({ tour: 'first-invoice', is: 'completed' })).toEqual([2, 1, 0]);
    expect(await counts({ tour: 'first-invoice', is: 'never_seen' })).toEqual([2, 1, 0]);
    expect(await counts({ locale: ['ja'] })).toEqual([2, 1, 1]);
  });

  test('takes segments and skills as they are given, before those that are saved', async () => {
    await threePeople();
    const segment = (value: string) => ({ id: 'who', name: 'Who', condition: { user: 'role', op: 'eq', value } });
    const skill = (learning: number) => ({
      id: 'invoicing',
      signals: ['invoice_sent'],
      levels: { learning, proficient: 9 },
    });
    await server.member('PUT', '/v1/segments/who', segment('nobody'));
    await server.member('PUT', '/v1/skills/invoicing', skill(3));
    expect(await counts({ segment: 'who' })).toEqual([2, 0, 0]);
    expect(await counts({ segment: 'who' }, { segments: [segment('viewer')] })).toEqual([2, 1, 0]);
    expect(await counts({ skill: 'invoicing', is: 'novice' })).toEqual([2, 2, 0]);
    expect(await counts({ skill: 'invoicing', is: 'novice' }, { skills: [skill(2)] })).toEqual([2, 1, 0]);
  });

  test('says all that is wrong with the question, and where', async () => {
    const answer = await estimate(
      { all: [{ user: 'plan', op: 'similar', value: 1 }] },
      { days: 1.5, more: 1, segments: [{ id: 'x', name: 'X', condition: { any: 1 } }] },
    );
    expect(answer.status).toBe(422);
    const { problems } = (await answer.json()) as { problems: { path: string }[] };
    const paths = problems.map(({ path }) => path);
    expect(paths).toEqual(
      expect.arrayContaining(['/more', '/days', '/condition/all/0/op', '/segments/0/condition/any']),
    );
    expect((await estimate(undefined)).status).toBe(422);
    expect((await ask('POST', '/v1/audience/estimate', { condition: { all: [] } })).status).toBe(422);
  });

  test('refuses segments that go in a circle, or double each other without end', async () => {
    const doubling = Array.from({ length: 40 }, (_, index) => ({
      id: `s${index}`,
      name: 'S',
      condition: { all: [{ segment: `s${index + 1}` }, { segment: `s${index + 1}` }] },
    }));
    const start = performance.now();
    const answer = await estimate({ segment: 's0' }, { segments: doubling });
    expect(answer.status).toBe(422);
    expect(await answer.json()).toMatchObject({
      problems: expect.arrayContaining([expect.objectContaining({ code: 'too_large' })]),
    });
    expect(performance.now() - start).toBeLessThan(2_000);
    const circle = ['a', 'b'].map((id) => ({ id, name: id, condition: { segment: id === 'a' ? 'b' : 'a' } }));
    for (const segment of circle) await server.member('PUT', `/v1/segments/${segment.id}`, segment);
    expect(await (await estimate({ segment: 'a' })).json()).toMatchObject({
      problems: [{ code: 'circular_segment', path: '/condition' }],
    });
    expect((await estimate({ all: [] })).status).toBe(200);
  });
});

describe('Levels of a skill', () => {
  test('divide those who were active', async () => {
    await threePeople();
    const levels = (skill: unknown) => ask('POST', '/v1/skills/levels', { environment: 'production', skill });
    const skill = { id: 'invoicing', signals: ['invoice_sent'], levels: { learning: 1, proficient: 3 } };
    expect(await jsonOf(levels(skill))).toEqual({ people: 2, novice: 1, learning: 1, proficient: 0 });
    const refused = await levels({ ...skill, signals: [] });
    expect(refused.status).toBe(422);
    expect(await refused.json()).toMatchObject({ problems: [{ path: '/skill/signals' }] });
  });
});

describe('People', () => {
  test('are found, and known as rules ask for them', async () => {
    await threePeople();
    await say('kenji', 0.5, { type: 'tour_started' });
    const { people } = await jsonOf<{ people: Person[] }>(ask('GET', '/v1/people?environment=production&search=trial'));
    expect(people.map(({ userId }) => userId)).toEqual(['kenji', 'haruka']);
    const facts = await jsonOf<PersonFacts>(ask('GET', '/v1/people/kenji?environment=production'));
    expect(facts).toMatchObject({
      userId: 'kenji',
      traits: { plan: 'trial', role: 'viewer' },
      company: { id: 'c1', traits: { plan: 'team' } },
      lastSeenAt: NOW - DAY_MS / 2,
      history: [
        { name: 'invoice_sent', at: NOW - 3 * DAY_MS, props: { total: 900 } },
        { name: 'invoice_sent', at: NOW - 5 * DAY_MS },
      ],
      tours: { 'first-invoice': { status: 'running', runs: 1 } },
    });
    expect((await ask('GET', '/v1/people/nobody?environment=production')).status).toBe(404);
  });
});
