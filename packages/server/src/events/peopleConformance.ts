import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { groupBy } from '../lib/groupBy.ts';
import { arbitraryLives, EPOCH } from './arbitraryRuns.ts';
import type { EventStore } from './EventStore.ts';
import { MemoryEventStore } from './memory/MemoryEventStore.ts';
import { LATEST, type PeopleAlike, type PeopleQuery, SEEN_LIMITS } from './People.ts';
import type { StoredEvent } from './StoredEvent.ts';
import { LEAF_LIMITS } from './traitLeaves.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** What every adapter of EventStore must know of people. */
export const peopleConformance = (name: string, open: () => Promise<EventStore>): void => {
  describe(`${name}, asked about people`, () => {
    let store: EventStore;
    let environments = 0;
    const newEnvironment = () => `people-${environments++}`;
    beforeAll(async () => {
      store = await open();
    });
    afterAll(() => store.close());
    const keep = async (environment: string, events: readonly StoredEvent[]) => {
      await store.append(events.map((event) => ({ ...event, environment })));
      return environment;
    };
    const traitsOf = async (environment: string, userId = 'u1') =>
      (await store.findPeople({ environment, ids: [userId], limit: 1 }))[0]?.traits;

    test('keeps the traits that were told last, whatever order they came in', async () => {
      const environment = await keep(newEnvironment(), [identify(2, { plan: 'team' }), identify(1, { plan: 'trial' })]);
      expect(await traitsOf(environment)).toEqual({ plan: 'team' });
      await keep(environment, [identify(1, { plan: 'trial' }, { delay: 90 * MINUTE_MS })]);
      expect(await traitsOf(environment)).toEqual({ plan: 'team' });
      await keep(environment, [identify(3, { seats: 4 })]);
      expect(await traitsOf(environment)).toEqual({ seats: 4 });
    });

    test('is not led astray by a device that lives in 1970, nor by one of the year 5000', async () => {
      const environment = await keep(newEnvironment(), [
        identify(1, { from: 'year 5000' }, { clockOff: 10 ** 14 }),
        identify(3, { from: '1970' }, { clockOff: -EPOCH }),
        identify(2, { from: 'now' }),
      ]);
      expect(await store.findPeople({ environment, limit: 9 })).toEqual([
        { userId: 'u1', traits: { from: '1970' }, lastSeenAt: EPOCH + 3 * MINUTE_MS },
      ]);
    });

    test('tells which traits there are, of what type, with the most frequent values', async () => {
      const company = { id: 'c', traits: { plan: 'team' } };
      const environment = await keep(newEnvironment(), [
        identify(1, { plan: 'trial', seats: 3, tags: ['a', 'b', 'a'], at: { city: '東京' } }),
        identify(1, { plan: 'trial', seats: '3', tags: ['b'], beta: false }, { userId: 'u2', company }),
        identify(1, { plan: null }, { userId: 'u3' }),
        identify(1, { plan: 'old', gone: 1 }, { userId: 'u4' }),
        identify(2, { plan: 'team' }, { userId: 'u4' }),
      ]);
      expect(await store.seenTraits(environment)).toEqual([
        {
          of: 'user',
          path: 'plan',
          types: ['string', 'null'],
          people: 4,
          values: [
            { value: 'trial', people: 2 },
            { value: 'team', people: 1 },
          ],
        },
        {
          of: 'user',
          path: 'seats',
          types: ['string', 'number'],
          people: 2,
          values: [
            { value: '3', people: 1 },
            { value: 3, people: 1 },
          ],
        },
        {
          of: 'user',
          path: 'tags',
          types: ['list'],
          people: 2,
          values: [
            { value: 'b', people: 2 },
            { value: 'a', people: 1 },
          ],
        },
        { of: 'user', path: 'at.city', types: ['string'], people: 1, values: [{ value: '東京', people: 1 }] },
        { of: 'user', path: 'beta', types: ['boolean'], people: 1, values: [{ value: false, people: 1 }] },
        { of: 'company', path: 'plan', types: ['string'], people: 1, values: [{ value: 'team', people: 1 }] },
      ]);
    });

    test('keeps 10,000 made-up keys, long texts and broken characters within bounds', async () => {
      const many = (from: number, count: number) =>
        Object.fromEntries(Array.from({ length: count }, (_, index) => [`key-${from + index}`, index]));
      const environment = await keep(newEnvironment(), [
        identify(1, many(0, 10_000)),
        ...Array.from({ length: 5 }, (_, index) => identify(1, many(1_000 * index, 190), { userId: `many-${index}` })),
        identify(1, { note: 'x'.repeat(10_000), half: '\ud83d', nul: 'a\0b' }, { userId: 'odd' }),
        event('identify', 1, {
          userId: 'proto',
          payload: '{"traits":{"__proto__":{"polluted":true},"constructor":"x","plan":"trial"}}',
        }),
      ]);
      const seen = await store.seenTraits(environment);
      expect(seen).toHaveLength(SEEN_LIMITS.traits);
      expect(seen.filter(({ people }) => people === 2)).toHaveLength(190);
      const odd = await traitsOf(environment, 'odd');
      expect(odd).toMatchObject({ note: 'x'.repeat(10_000) });
      expect(await traitsOf(environment, 'proto')).toMatchObject({ plan: 'trial' });
      const alike = await store.people({ ...query(environment), user: ['half', '__proto__', 'plan'] });
      expect(alike.reduce((sum, { people }) => sum + people, 0)).toBe(8);
      expect(({} as Record<string, unknown>).polluted).toBeUndefined();
      expect(await store.findPeople({ environment, search: 'x'.repeat(LEAF_LIMITS.characters), limit: 9 })).toEqual([]);
    });

    test('finds people by their id and by the values of their traits, the latest active first', async () => {
      const environment = await keep(newEnvironment(), [
        identify(1, { firstName: 'Haruka', plan: 'trial' }, { userId: 'a1' }),
        identify(2, { firstName: '遥', quote: 'say "hi"' }, { userId: 'B2' }),
        identify(3, {}, { userId: 'c3', company: { id: 'x', traits: { name: 'Haruka & Co' } } }),
        event('track', 9, { userId: 'a1', detail: 'sent' }),
      ]);
      const found = async (search: string) =>
        (await store.findPeople({ environment, search, limit: 50 })).map(({ userId }) => userId);
      expect(await found('')).toEqual(['a1', 'c3', 'B2']);
      expect(await found('haruka')).toEqual(['a1', 'c3']);
      expect(await found('遥')).toEqual(['B2']);
      expect(await found('"HI"')).toEqual(['B2']);
      expect(await found('b2')).toEqual(['B2']);
      expect(await found('plan')).toEqual([]);
      expect(await store.findPeople({ environment, limit: 1 })).toHaveLength(1);
      expect(await store.findPeople({ environment, ids: [], limit: 1 })).toEqual([]);
    });

    test('counts each tracked event once, also of nobody in particular', async () => {
      const sent = event('track', 1, { detail: 'sent' });
      const environment = await keep(newEnvironment(), [
        sent,
        { ...sent, ts: sent.ts + DAY_MS, received: sent.received + DAY_MS },
        event('track', 5, { detail: 'sent', userId: 'u2' }),
        event('track', 7, { detail: 'opened', userId: null }),
      ]);
      expect(await store.seenEvents(environment)).toEqual([
        { name: 'sent', count: 2, people: 2, lastAt: EPOCH + 5 * MINUTE_MS },
        { name: 'opened', count: 1, people: 0, lastAt: EPOCH + 7 * MINUTE_MS },
      ]);
      expect(await store.seenEvents(newEnvironment())).toEqual([]);
    });

    test('gives at most so many events of a name, the newest', async () => {
      const environment = await keep(
        newEnvironment(),
        Array.from({ length: 9 }, (_, minute) => event('track', minute, { detail: 'sent' })),
      );
      const [person] = await store.people({ ...query(environment), events: [{ name: 'sent' }], perName: 3 });
      expect(person?.history.map(({ at }) => (at - EPOCH) / MINUTE_MS).sort()).toEqual([6, 7, 8]);
    });

    test('answers the same as the oracle, however the events were delivered', async () => {
      await fc.assert(
        fc.asyncProperty(arbitraryLives, fc.integer({ min: 0, max: 4 }), async ({ events, batches }, day) => {
          const environment = newEnvironment();
          const oracle = new MemoryEventStore();
          await oracle.append(events.map((one) => ({ ...one, environment })));
          const questions: readonly Partial<PeopleQuery>[] = [
            {},
            { user: ['plan', 'tags', 'nested', 'a/b~', 'none'], company: ['plan'] },
            { user: Array.from({ length: 30 }, (_, index) => (index === 7 ? 'plan' : `none-${index}`)) },
            {
              events: [{ name: 'sent' }, { name: 'opened' }, { name: "it's", edges: [] }],
              tours: [{ name: 'first-invoice' }, { name: 'second-tour' }],
            },
            {
              events: [
                { name: 'sent', edges: [EPOCH + DAY_MS, EPOCH + 2 * DAY_MS] },
                { name: 'opened', edges: [] },
              ],
              perName: 2,
              tours: [
                { name: 'second-tour', edges: [EPOCH + DAY_MS] },
                { name: 'first-invoice', edges: [] },
              ],
            },
            { events: [{ name: 'sent' }], perName: 2 },
            { events: [{ name: 'sent', edges: [EPOCH + DAY_MS] }], also: new Set(['props', 'locale', 'id']) },
          ];
          const answersOf = async (from: EventStore) => [
            ...(await Promise.all(
              questions.map(async (more) =>
                inOrder(await from.people({ ...query(environment), activeSince: EPOCH + day * DAY_MS, ...more })),
              ),
            )),
            await from.findPeople({ environment, limit: 50 }),
            await from.findPeople({ environment, search: 'トウ', limit: 50 }),
            await from.findPeople({ environment, search: '東', limit: 50 }),
            await from.seenTraits(environment),
            await from.seenEvents(environment),
          ];
          // A question in between: what it folded must not stand in the way of what comes later.
          const early = batches.slice(0, Math.ceil(batches.length / 2));
          await Promise.all(early.map((batch) => keep(environment, batch)));
          await store.seenTraits(environment);
          for (const batch of batches.slice(early.length)) await keep(environment, batch);
          const expected = await answersOf(oracle);
          expect(await answersOf(store)).toEqual(expected);
        }),
        { numRuns: 40 },
      );
      const asked = Array.from({ length: environments }, (_, index) => `people-${index}`);
      const all = () =>
        Promise.all(
          asked.map(async (one) => [
            await store.findPeople({ environment: one, limit: 50 }),
            await store.seenTraits(one),
          ]),
        );
      const before = await all();
      await store.recount();
      expect(await all()).toEqual(before);
    }, 180_000);
  });
};

const query = (environment: string): PeopleQuery => ({
  environment,
  activeSince: 0,
  user: [],
  company: [],
  events: [],
  perName: 100,
  tours: [],
  also: new Set(),
});
/** An adapter may leave apart what is alike: together they are the same people. */
const inOrder = (groups: readonly PeopleAlike[]) =>
  [
    ...groupBy(groups, ({ people, simulated, latest, user, tours, history, ...more }) =>
      JSON.stringify([sorted(user), sorted(tours), history.map((one) => JSON.stringify(one)).sort(), more]),
    ),
  ]
    .map(([facts, alike]) => ({
      facts,
      people: alike.reduce((sum, { people }) => sum + people, 0),
      simulated: alike.some(({ simulated }) => simulated),
      latest: alike
        .flatMap(({ latest }) => latest)
        .sort((a, b) => b.lastSeenAt - a.lastSeenAt || (a.userId < b.userId ? 1 : -1))
        .slice(0, LATEST),
    }))
    .sort((a, b) => (a.facts < b.facts ? -1 : 1));
const sorted = (object: Readonly<Record<string, unknown>>) => Object.fromEntries(Object.entries(object).sort());

let made = 0;
/** One event of u1 at so many minutes after EPOCH. */
const event = (
  type: StoredEvent['type'],
  minute: number,
  {
    clockOff = 0,
    delay = 0,
    ...more
  }: Partial<StoredEvent> & { readonly clockOff?: number; readonly delay?: number } = {},
): StoredEvent => ({
  environment: '',
  id: `life-${made++}`,
  type,
  at: EPOCH + minute * MINUTE_MS + clockOff,
  ts: EPOCH + minute * MINUTE_MS + delay,
  received: EPOCH + minute * MINUTE_MS + delay,
  userId: 'u1',
  anonymousId: 'a',
  sessionId: 's',
  simulated: false,
  tourId: null,
  version: null,
  runId: null,
  stepId: null,
  locale: null,
  detail: null,
  visibleMs: null,
  payload: null,
  ...more,
});
const identify = (
  minute: number,
  traits: unknown,
  { company, ...more }: Parameters<typeof event>[2] & { readonly company?: unknown } = {},
): StoredEvent => event('identify', minute, { ...more, payload: JSON.stringify({ traits, company }) });
