import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Fault } from './fixtures/collector.ts';
import { createWorld, type Page, settle, type World } from './fixtures/world.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const status = (code: number, retryAfter?: string): Fault => ({
  kind: 'status',
  status: code,
  ...(retryAfter === undefined ? {} : { retryAfter }),
});

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

/** The page stands still after its request was sent and before the answer is read. */
const freezeInTheAct = (world: World, page: Page): void => {
  world.collector.fault = () => {
    world.collector.fault = () => undefined;
    page.freeze();
    return undefined;
  };
};

const addMany = (page: Page, count: number): readonly string[] => Array.from({ length: count }, () => page.add());

describe('the network fails', () => {
  test('1: offline for ten minutes, then online: all arrive within 5 s, in order of client time', async () => {
    const world = createWorld();
    const page = world.open();
    world.collector.fault = () => ({ kind: 'unreachable' });
    const added: string[] = [];
    for (let minute = 0; minute < 10; minute++) {
      added.push(...addMany(page, 20));
      await world.advance(MINUTE);
    }
    expect(world.collector.ids()).toEqual([]);
    world.collector.fault = () => undefined;
    page.online();
    await world.advance(5_000);
    expect(world.collector.ids()).toEqual(added);
    expect(world.collector.batches.every(({ body }) => body.events.length <= 50)).toBe(true);
  });

  test('2: offline, page closed, reopened the next day: all arrive with their original times', async () => {
    const world = createWorld();
    world.collector.fault = () => ({ kind: 'unreachable' });
    const yesterday = world.open();
    const captured = world.serverTime();
    const added = addMany(yesterday, 3);
    await world.advance(3_000);
    yesterday.hide();
    yesterday.kill();
    await world.advance(DAY);
    world.collector.fault = () => undefined;
    world.open();
    await world.advance(5_000);
    expect(world.collector.ids()).toEqual(added);
    expect(world.collector.arrived.map(({ event }) => event.at)).toEqual([captured, captured, captured]);
  });

  test('12: the server fails for five minutes: the waits grow up to five minutes, nothing is lost', async () => {
    const world = createWorld();
    const page = world.open({ random: () => 0.999 });
    world.collector.fault = () => status(503);
    const id = page.add();
    await world.advance(30 * MINUTE);
    const times = world.collector.requestedAt;
    const waits = times.slice(1).map((time, index) => time - (times[index] ?? 0));
    expect(waits.slice(0, 4).map((ms) => Math.round(ms / 1_000))).toEqual([4, 8, 16, 32]);
    expect(Math.max(...waits)).toBeLessThanOrEqual(5 * MINUTE + 100);
    expect(times.length).toBeLessThan(20);
    world.collector.fault = () => undefined;
    await world.advance(5 * MINUTE + 1_000);
    expect(world.collector.ids()).toEqual([id]);
  });

  test('12: full jitter spreads the tabs of many people over the whole wait', async () => {
    const world = createWorld();
    const page = world.open({ random: () => 0.5 });
    world.collector.fault = () => status(500);
    page.add();
    await world.advance(MINUTE);
    const [first = 0, , third = 0, fourth = 0] = world.collector.requestedAt;
    expect(Math.round((fourth - third) / 1_000)).toBe(8);
    expect(first).toBeGreaterThan(0);
  });

  test.each([
    ['30 seconds', '30', 30_000],
    ['a date', new Date(Date.UTC(2026, 10, 21, 9, 1)).toUTCString(), 58_000],
    ['an hour, which is cut to five minutes', '3600', 5 * MINUTE],
  ])(
    '13: 429 with Retry-After of %s is obeyed, also when the network comes back meanwhile',
    async (_, header, wait) => {
      const world = createWorld();
      const page = world.open();
      world.collector.fault = () => status(429, header);
      const id = page.add();
      await world.advance(2_100);
      expect(world.collector.requestedAt).toHaveLength(1);
      world.collector.fault = () => undefined;
      page.online();
      await world.advance(wait - 2_500);
      expect(world.collector.requestedAt).toHaveLength(1);
      await world.advance(3_000);
      expect(world.collector.ids()).toEqual([id]);
    },
  );

  test('13: 429 without Retry-After backs off, and does not make later waits longer', async () => {
    const world = createWorld();
    const page = world.open({ random: () => 0.999 });
    world.collector.fault = () => status(429);
    const id = page.add();
    await world.advance(10_500);
    expect(world.collector.requestedAt.length).toBeGreaterThanOrEqual(4);
    world.collector.fault = () => undefined;
    await world.advance(2_100);
    expect(world.collector.ids()).toEqual([id]);
  });

  test('17: the answer is lost after the server stored: sent again, counted once', async () => {
    const world = createWorld();
    const page = world.open();
    let times = 0;
    world.collector.fault = () => (times++ === 0 ? { kind: 'lost' } : undefined);
    const added = addMany(page, 5);
    await world.advance(20_000);
    expect(world.collector.ids()).toEqual(added);
    expect(world.collector.batches).toHaveLength(2);
  });

  test('18: a connection that hangs is given up after 10 s and tried again', async () => {
    const world = createWorld();
    const page = world.open({ random: () => 0.999 });
    let times = 0;
    world.collector.fault = () => (times++ === 0 ? { kind: 'hang' } : undefined);
    const id = page.add();
    await world.advance(11_900);
    expect(world.collector.requestedAt).toHaveLength(1);
    await world.advance(5_000);
    expect(world.collector.ids()).toEqual([id]);
  });

  test('a sign-in page that answers 200 to everything deletes nothing', async () => {
    const world = createWorld();
    const page = world.open();
    world.collector.fault = () => ({ kind: 'portal' });
    const id = page.add();
    await world.advance(MINUTE);
    world.collector.fault = () => undefined;
    page.online();
    await world.advance(5_000);
    expect(world.collector.ids()).toEqual([id]);
  });
});

describe('the server refuses', () => {
  test('14: 400 for one bad event of sixty: it alone is given up, and counted', async () => {
    const world = createWorld();
    const page = world.open();
    const added = addMany(page, 60);
    const bad = added[17];
    world.collector.fault = ({ events }) => (events.some(({ id }) => id === bad) ? status(400) : undefined);
    await world.advance(10_000);
    expect([...world.collector.ids()].sort()).toEqual(added.filter((id) => id !== bad));
    expect(page.diagnoses).toContain('event_dropped');
    expect(world.collector.batches.map(({ body }) => body.dropped).filter(Boolean)).toEqual([{ refused: 1 }]);
  });

  test('14: 400 for everything gives up events slowly: a server that is set up wrong does not empty the queue', async () => {
    const world = createWorld();
    const page = world.open({ random: () => 0.999 });
    const added = addMany(page, 60);
    world.collector.fault = () => status(400);
    await world.advance(30 * MINUTE);
    world.collector.fault = () => undefined;
    await world.advance(10 * MINUTE);
    expect(world.collector.ids().length).toBeGreaterThan(added.length - 20);
  });

  test('15: 413 halves the batch down to one event, and gives up only the one that never fits', async () => {
    const world = createWorld();
    const page = world.open();
    const small = addMany(page, 9);
    page.add({ type: 'track', name: 'big', props: Object.fromEntries([1, 2, 3].map((n) => [n, 'x'.repeat(1_900)])) });
    const later = page.add();
    world.collector.fault = (_, bytes) => (bytes > 1_500 ? status(413) : undefined);
    await world.advance(10_000);
    expect([...world.collector.ids()].sort()).toEqual([...small, later]);
    page.add();
    await world.advance(3_000);
    expect(world.collector.batches.map(({ body }) => body.dropped).filter(Boolean)).toEqual([{ too_large: 1 }]);
  });

  test.each([401, 403])('16: %i stops; what is younger than a day is kept for the next page load', async (code) => {
    const world = createWorld();
    const offline = world.open();
    world.collector.fault = () => ({ kind: 'unreachable' });
    offline.add({ type: 'track', name: 'old' });
    await world.advance(DAY + MINUTE);
    offline.kill();
    const before = world.collector.requestedAt.length;
    world.collector.fault = () => status(code);
    const page = world.open();
    const id = page.add();
    await world.advance(60 * MINUTE);
    page.add({ type: 'track', name: 'later' });
    page.hide();
    await world.advance(60 * MINUTE);
    expect(world.collector.requestedAt.length - before).toBe(1);
    expect(page.diagnoses).toEqual(['key_refused']);
    page.kill();
    world.collector.fault = () => undefined;
    const next = world.open();
    const newest = next.add();
    await world.advance(3_000);
    expect(world.collector.arrived.map(({ event }) => (event.type === 'track' ? event.name : ''))).toEqual([
      'saved',
      'later',
      'saved',
    ]);
    expect(world.collector.ids()).toEqual([id, expect.any(String), newest]);
  });

  test('20: blocked by the page’s own policy: one hint, no further try, nothing lost', async () => {
    const world = createWorld();
    const page = world.open();
    world.collector.fault = () => ({ kind: 'unreachable' });
    const first = page.add();
    await world.advance(3_000);
    page.block();
    const tries = world.collector.requestedAt.length;
    const second = page.add();
    await world.advance(60 * MINUTE);
    page.online();
    page.hide();
    await world.advance(60 * MINUTE);
    expect(world.collector.requestedAt).toHaveLength(tries);
    expect([page.diagnoses, page.held().timers]).toEqual([['csp_blocked'], 0]);
    page.kill();
    world.collector.fault = () => undefined;
    world.open();
    await world.advance(1_000);
    expect(world.collector.ids()).toEqual([first, second]);
  });

  test('16: a flush, after the configuration was refreshed, tries again', async () => {
    const world = createWorld();
    const page = world.open();
    world.collector.fault = () => status(401);
    const id = page.add();
    await world.advance(MINUTE);
    world.collector.fault = () => undefined;
    void page.outbox.flush();
    await world.advance(1_000);
    expect(world.collector.ids()).toEqual([id]);
  });
});

describe('the page goes away', () => {
  test.each([3, 4])(
    '%i: left at once after an event: a beacon brings it, and the next visit counts it no second time',
    async () => {
      const world = createWorld();
      const page = world.open();
      const id = page.add({ type: 'tour_completed' });
      page.hide();
      await settle();
      page.kill();
      expect(world.collector.ids()).toEqual([id]);
      world.open();
      await world.advance(5_000);
      expect(world.collector.ids()).toEqual([id]);
    },
  );

  test('3: left at once, and the beacon is refused: the next visit brings it', async () => {
    const world = createWorld();
    const page = world.open({ quota: 0 });
    const id = page.add();
    page.hide();
    await settle();
    page.kill();
    expect(world.collector.ids()).toEqual([]);
    world.open();
    await world.advance(1_000);
    expect(world.collector.ids()).toEqual([id]);
  });

  test('5: hidden, then killed: what was captured before has arrived', async () => {
    const world = createWorld();
    const page = world.open();
    const added = addMany(page, 30);
    page.hide();
    page.kill();
    expect([...world.collector.ids()].sort()).toEqual(added);
  });

  test('6: hidden, restored, more events, hidden again: each arrives, none counts twice', async () => {
    const world = createWorld();
    const page = world.open();
    const first = addMany(page, 3);
    page.hide();
    await settle();
    page.freeze();
    await world.advance(MINUTE);
    page.thaw();
    page.restore();
    const second = addMany(page, 2);
    await world.advance(100);
    page.hide();
    expect([...world.collector.ids()].sort()).toEqual([...first, ...second]);
    await world.advance(5_000);
    expect([...world.collector.ids()].sort()).toEqual([...first, ...second]);
  });

  test.each([7, 8])('%i: killed without a word: what was stored is sent by the next visit', async () => {
    const world = createWorld();
    const page = world.open();
    const added = addMany(page, 5);
    await world.advance(250);
    page.kill();
    world.open();
    await world.advance(1_000);
    expect(world.collector.ids()).toEqual(added);
  });

  test('9: 200 KB queued when the page is left: steps and endings first, then the newest; the rest next time', async () => {
    const world = createWorld();
    world.collector.fault = () => ({ kind: 'unreachable' });
    const page = world.open();
    const critical = Array.from({ length: 10 }, () => page.add({ type: 'step_viewed' }));
    const rest: string[] = [];
    for (let n = 0; n < 200; n++) {
      await world.advance(1);
      rest.push(page.add({ type: 'track', name: 'saved', props: { text: 'x'.repeat(1_000) } }));
    }
    await world.advance(100);
    world.collector.fault = () => undefined;
    page.hide();
    page.kill();
    const sent = world.collector.ids();
    expect(sent).toEqual(expect.arrayContaining(critical));
    const newest = rest.slice(-(sent.length - critical.length));
    expect([...sent].sort()).toEqual([...critical, ...newest].sort());
    const bytes = world.collector.batches.reduce((sum, batch) => sum + batch.bytes, 0);
    expect(bytes).toBeGreaterThan(60_000);
    world.open();
    await world.advance(5_000);
    expect([...world.collector.ids()].sort()).toEqual([...critical, ...rest].sort());
  });

  test('10: another SDK has used up the quota: nothing is lost', async () => {
    const world = createWorld();
    const page = world.open({ quota: 100 });
    const added = addMany(page, 5);
    page.hide();
    await settle();
    page.kill();
    world.open();
    await world.advance(1_000);
    expect(world.collector.ids()).toEqual(added);
  });
});

describe('several tabs', () => {
  test('21: two tabs with one queue: nothing twice over the wire, nothing lost', async () => {
    const world = createWorld();
    const one = world.open();
    const two = world.open();
    const added: string[] = [];
    for (let n = 0; n < 20; n++) {
      added.push(one.add(), two.add());
      await world.advance(300);
    }
    await world.advance(5_000);
    expect([...world.collector.ids()].sort()).toEqual([...added].sort());
    expect(world.collector.batches.flatMap(({ body }) => body.events)).toHaveLength(added.length);
  });

  test('21: the tab that would send is killed: the other sends within 3 s', async () => {
    const world = createWorld();
    const one = world.open();
    world.open();
    await world.advance(10_000);
    const id = one.add();
    await world.advance(100);
    one.kill();
    await world.advance(2_900);
    expect(world.collector.ids()).toEqual([id]);
  });

  test('22: the tab that holds the lock is frozen: another takes over, nothing counts twice', async () => {
    const world = createWorld();
    const frozen = world.open();
    freezeInTheAct(world, frozen);
    const first = frozen.add();
    await world.advance(5_000);
    const other = world.open();
    const second = other.add();
    await world.advance(8_000);
    expect(world.collector.requestedAt).toHaveLength(1);
    await world.advance(10_000);
    expect(world.collector.ids()).toEqual([first, second]);
    frozen.thaw();
    const third = frozen.add();
    await world.advance(5_000);
    expect(world.collector.ids()).toEqual([first, second, third]);
  });

  test('two products on one origin do not send each other’s events', async () => {
    const world = createWorld();
    const one = world.open({ key: 'pk_one' });
    const two = world.open({ key: 'pk_two' });
    const ids = [one.add(), two.add()];
    await world.advance(5_000);
    const senders = world.collector.batches.map(({ body }) => [body.key, body.events.map(({ id }) => id)]);
    expect(senders.sort()).toEqual([
      ['pk_one', [ids[0]]],
      ['pk_two', [ids[1]]],
    ]);
  });
});
