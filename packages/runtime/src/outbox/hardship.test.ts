import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createWorld, type Page, settle } from './fixtures/world.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});
afterEach(() => {
  vi.restoreAllMocks();
});

const track = (page: Page, props: Record<string, unknown>) => page.add({ type: 'track', name: 'saved', props });
/** The queue's own object store, as another program could reach it. */
const rawStore = async (key: string): Promise<IDBObjectStore> => {
  const db = await new Promise<IDBDatabase>((resolve) => {
    const request = indexedDB.open(`shirube:${key}:events`);
    request.onupgradeneeded = () => request.result.createObjectStore('shirube');
    request.onsuccess = () => resolve(request.result);
  });
  return db.transaction('shirube', 'readwrite').objectStore('shirube');
};

describe('what the host puts into an event', () => {
  test('11: a megabyte in one event is cut and flagged, and blocks nothing', async () => {
    const world = createWorld();
    const page = world.open();
    const big = track(page, {
      text: 'あ'.repeat(1_000_000),
      list: Array.from({ length: 5_000 }, () => 'x'.repeat(50)),
    });
    const small = track(page, { total: 3 });
    await world.advance(3_000);
    expect([...world.collector.ids()].sort()).toEqual([big, small]);
    expect(world.collector.arrived.map(({ event }) => event.truncated)).toEqual([true, undefined]);
    expect(Math.max(...world.collector.batches.map(({ bytes }) => bytes))).toBeLessThan(48 * 1024);
  });

  test('30: cycles, BigInt, dates, DOM-like objects and getters that throw never throw into the host', async () => {
    const world = createWorld();
    const page = world.open();
    const cycle: Record<string, unknown> = { kept: 1 };
    cycle.self = { again: cycle };
    const shared = { a: 1 };
    class HTMLDivElement {
      parent = cycle;
      get [Symbol.toStringTag]() {
        return 'HTMLDivElement';
      }
    }
    track(page, {
      cycle,
      big: 12n,
      day: new Date(0),
      node: new HTMLDivElement(),
      nan: Number.NaN,
      one: shared,
      two: shared,
    });
    track(page, {
      get bad() {
        throw new Error('host');
      },
    });
    await world.advance(3_000);
    expect(world.collector.arrived.map(({ event }) => ('props' in event ? event.props : undefined))).toEqual([
      { cycle: { kept: 1, self: {} }, big: '12', day: '1970-01-01T00:00:00.000Z', nan: null, one: shared, two: shared },
      {},
    ]);
  });

  test('whatever value the host passes, the event arrives with its own fields whole', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.anything({ withBigInt: true, withDate: true, withNullPrototype: true, withMap: true }),
        async (value) => {
          globalThis.indexedDB = new IDBFactory();
          const world = createWorld();
          const page = world.open();
          const id = track(page, { value });
          await world.advance(2_100);
          const [first] = world.collector.arrived;
          expect(first?.event).toMatchObject({ id, type: 'track', name: 'saved', anonymousId: 'a1', sessionId: 's1' });
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe('storage fails', () => {
  test('23: without IndexedDB the queue lives in memory, and says so once', async () => {
    vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('denied', 'SecurityError');
    });
    const world = createWorld();
    const page = world.open();
    const added = [page.add(), page.add()];
    await world.advance(3_000);
    expect(world.collector.ids()).toEqual(added);
    expect(page.diagnoses).toEqual(['storage_refused']);
  });

  test('23: memory is bounded: the oldest events that reports can miss are dropped, and counted in the next batch', async () => {
    vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('denied', 'SecurityError');
    });
    const world = createWorld();
    const page = world.open();
    world.collector.fault = () => ({ kind: 'unreachable' });
    const ending = page.add({ type: 'tour_completed' });
    for (let n = 0; n < 10_400; n++) page.add();
    await world.advance(10);
    const newest = page.add();
    await world.advance(MINUTE);
    world.collector.fault = () => undefined;
    page.online();
    await world.advance(30_000);
    const dropped = world.collector.batches.reduce((sum, { body }) => sum + (body.dropped?.overflow ?? 0), 0);
    expect(world.collector.ids()).toEqual(expect.arrayContaining([ending, newest]));
    expect(dropped).toBeGreaterThanOrEqual(400);
    expect(world.collector.ids().length + dropped).toBe(10_402);
  });

  test('23: the disk is full: new events wait in memory, stored ones are still sent', async () => {
    const world = createWorld();
    world.collector.fault = () => ({ kind: 'unreachable' });
    const earlier = world.open();
    const stored = earlier.add();
    await world.advance(100);
    earlier.kill();
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    world.collector.fault = () => undefined;
    const page = world.open();
    const added = page.add();
    await world.advance(3_000);
    expect(world.collector.ids()).toEqual([stored, added]);
    expect(page.diagnoses).toContain('storage_full');
  });

  test('23: the database is closed under a running page: one new connection, nothing lost', async () => {
    const world = createWorld();
    const page = world.open();
    const first = page.add();
    await world.advance(3_000);
    indexedDB.deleteDatabase('shirube:pk_test:events');
    await settle();
    const second = page.add();
    await world.advance(3_000);
    expect(world.collector.ids()).toEqual([first, second]);
    expect(page.diagnoses).toEqual([]);
  });

  test('24: records that are broken, or of another program, are skipped and counted; the queue goes on', async () => {
    const store = await rawStore('pk_test');
    for (const bad of [null, 7, 'text', { id: '0a' }, { id: '0b', at: 1, text: '{' }, { v: 0, event: { id: '0c' } }])
      store.put(bad, `0-${Math.random()}`);
    await settle();
    store.transaction.db.close();
    const world = createWorld();
    const page = world.open();
    const id = page.add();
    await world.advance(3_000);
    expect(world.collector.ids()).toEqual([id]);
    expect(world.collector.batches[0]?.body.dropped).toEqual({ corrupt: 6 });
    expect((await rawStore('pk_test')).count()).toBeDefined();
  });
});

describe('clocks', () => {
  const happened = (world: ReturnType<typeof createWorld>) =>
    world.collector.arrived.map(({ happenedAt }) => happenedAt);

  test.each([
    ['three days ahead', 3 * DAY],
    ['a year behind', -365 * DAY],
  ])('25: a clock %s: the server still learns when it happened', async (_, wrongBy) => {
    const world = createWorld();
    world.setClock(wrongBy);
    const page = world.open();
    const truth = world.serverTime();
    page.add();
    await world.advance(3_000);
    expect(happened(world)).toEqual([truth]);
  });

  test.each([
    ['forward by three days', 0, 3 * DAY],
    ['back by three days', 3 * DAY, 0],
    ['back by an hour', 0, -60 * MINUTE],
  ])('25: set %s between capture and sending: the server still learns when it happened', async (_, before, after) => {
    const world = createWorld();
    world.setClock(before);
    const page = world.open();
    world.collector.fault = () => ({ kind: 'unreachable' });
    const truth = world.serverTime();
    page.add();
    await world.advance(MINUTE);
    world.setClock(after);
    const second = world.serverTime();
    page.add();
    world.collector.fault = () => undefined;
    page.online();
    await world.advance(5_000);
    expect(happened(world).sort()).toEqual([truth, second]);
  });

  test('25: a beacon after the clock was set tells the true age too', async () => {
    const world = createWorld();
    const page = world.open();
    await world.advance(1_000);
    const truth = world.serverTime();
    page.add();
    world.setClock(-3 * DAY);
    page.hide();
    expect(happened(world)).toEqual([truth]);
  });

  test('25: an event of an earlier visit is never later than its sending', async () => {
    const world = createWorld();
    world.collector.fault = () => ({ kind: 'unreachable' });
    const page = world.open();
    page.add();
    await world.advance(1_000);
    page.kill();
    world.setClock(-DAY);
    world.collector.fault = () => undefined;
    world.open();
    await world.advance(1_000);
    const [first] = world.collector.batches;
    expect(first?.body.events[0]?.at).toBeLessThanOrEqual(first?.body.sentAt ?? 0);
  });
});

describe('the envelope', () => {
  test('carries the version, a number that counts up, and the proof that held when each event was captured', async () => {
    const world = createWorld();
    const page = world.open();
    page.outbox.sign('proof-of-u1');
    page.add({ userId: 'u1' });
    page.outbox.sign('proof-of-u2');
    page.add({ userId: 'u2' });
    await world.advance(3_000);
    expect(
      world.collector.batches.map(({ body }) => [body.sdk, body.sequence, body.signature, body.events[0]?.userId]),
    ).toEqual([
      ['0.1.0', 1, 'proof-of-u1', 'u1'],
      ['0.1.0', 2, 'proof-of-u2', 'u2'],
    ]);
  });

  test('holds at most 50 events and 48 KB, also of Japanese text', async () => {
    const world = createWorld();
    const page = world.open();
    for (let n = 0; n < 40; n++) track(page, { text: '道'.repeat(1_500) });
    for (let n = 0; n < 120; n++) page.add();
    await world.advance(5_000);
    expect(world.collector.ids()).toHaveLength(160);
    for (const { body, bytes } of world.collector.batches) {
      expect(body.events.length).toBeLessThanOrEqual(50);
      expect(bytes).toBeLessThan(50_000);
    }
  });
});

describe('a quiet page', () => {
  test('holds no timer when there is nothing to send', async () => {
    const world = createWorld();
    const page = world.open();
    await world.advance(1_000);
    expect(page.held().timers).toBe(0);
    page.add();
    await world.advance(5_000);
    expect(page.held()).toEqual({ timers: 0, listeners: 1, pending: 0 });
  });

  test('after dispose nothing is left, what was queued has gone with a beacon, and a second dispose is safe', async () => {
    const world = createWorld();
    const page = world.open();
    await world.advance(1_000);
    const id = page.add();
    page.outbox.dispose();
    page.outbox.dispose();
    page.add();
    await world.advance(5_000);
    expect(page.held()).toEqual({ timers: 0, listeners: 0, pending: 0 });
    expect(world.collector.ids()).toEqual([id]);
  });
});

test('any interleaving of events, faults, leaving and coming back: every event arrives, none counts twice', async () => {
  const act = fc.constantFrom('add', 'add', 'hide', 'kill', 'wait', 'offline', 'online', 'busy', 'lost', 'second tab');
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 3, maxLength: 25 }), async (acts) => {
      globalThis.indexedDB = new IDBFactory();
      const world = createWorld();
      let page = world.open();
      const added: string[] = [];
      for (const what of acts) {
        if (what === 'add') added.push(page.add());
        if (what === 'hide') page.hide();
        if (what === 'offline') world.collector.fault = () => ({ kind: 'unreachable' });
        if (what === 'busy') world.collector.fault = () => ({ kind: 'status', status: 503 });
        if (what === 'lost') world.collector.fault = () => ({ kind: 'lost' });
        if (what === 'second tab') world.open();
        if (what === 'online') {
          world.collector.fault = () => undefined;
          page.online();
        }
        await world.advance(what === 'wait' ? 10_000 : 300);
        if (what === 'kill') {
          page.kill();
          page = world.open();
        }
      }
      world.collector.fault = () => undefined;
      world.open();
      page.online();
      await world.advance(30_000);
      expect([...world.collector.ids()].sort()).toEqual([...added].sort());
    }),
    { numRuns: 60 },
  );
});
