import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { type Collector, startCollector } from './harness/collector.ts';
import { startProduct } from './harness/product.ts';
import { createProfile, type Profile } from './harness/profile.ts';

interface Delivery {
  add(count: number, more?: object): readonly string[];
  flush(): Promise<void>;
  readonly diagnoses: readonly string[];
}
declare const delivery: Delivery;

let product: Awaited<ReturnType<typeof startProduct>>;
let collector: Collector;
let profile: Profile;

test.skip(({ browserName }) => browserName !== 'chromium', 'starts, kills and restarts a Chromium of its own');

test.beforeAll(async () => {
  product = await startProduct();
});
test.afterAll(() => product.close());
test.beforeEach(async () => {
  collector = await startCollector();
  profile = createProfile();
});
test.afterEach(async () => {
  await profile.remove();
  await collector.close();
});

const open = async (context: BrowserContext, policy = ''): Promise<Page> => {
  const page = await context.newPage();
  await page.goto(`${product.url}/?endpoint=${collector.url}&policy=${encodeURIComponent(policy)}`);
  await page.waitForFunction(() => 'delivery' in globalThis);
  return page;
};
const add = (page: Page, count: number): Promise<readonly string[]> => page.evaluate((n) => delivery.add(n), count);
const arrived = () => [...collector.arrived.keys()].sort();
const expectArrived = (ids: readonly string[]) => expect.poll(arrived, { timeout: 15_000 }).toEqual([...ids].sort());
/** The events are in the database: captured more than 250 ms ago, by the page's own clock. */
const aMoment = (page: Page) => page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 250)));
/** The renderer dies without a word. */
const crash = async (context: BrowserContext, page: Page): Promise<void> => {
  const crashed = page.waitForEvent('crash');
  const session = await context.newCDPSession(page);
  // Never answers: who would?
  session.send('Page.crash').catch(() => {});
  await crashed;
};

test('an event arrives, is answered, and is not sent again', async () => {
  const page = await open(await profile.start());
  const ids = await add(page, 3);
  await expectArrived(ids);
  await page.evaluate(() => delivery.flush());
  await page.reload();
  const more = await add(page, 1);
  await expectArrived([...ids, ...more]);
  expect(collector.received()).toBe(4);
});

for (const wait of [0, 10, 25, 50])
  test(`3: a tab closed ${wait} ms after an event: it arrives at once or with the next visit, and counts once`, async () => {
    const context = await profile.start();
    const page = await open(context);
    const ids = await page.evaluate(
      (ms) =>
        new Promise<readonly string[]>((resolve) => {
          const ids = delivery.add(2);
          setTimeout(() => resolve(ids), ms);
        }),
      wait,
    );
    await page.close();
    await open(context);
    await expectArrived(ids);
  });

test('4: navigation right after a click: the event arrives by beacon, without another visit', async () => {
  const page = await open(await profile.start());
  const ids = await page.evaluate(() => {
    const ids = delivery.add(1, { type: 'tour_completed' });
    setTimeout(() => {
      location.href = '/elsewhere';
    });
    return ids;
  });
  await page.waitForURL('**/elsewhere');
  await expectArrived(ids);
});

test('4, 6: away and back again: each event counts once, and sending goes on', async () => {
  const page = await open(await profile.start());
  const first = await add(page, 2);
  await page.goto(`${product.url}/elsewhere`);
  await expectArrived(first);
  await page.goBack();
  const second = await add(page, 2);
  await expectArrived([...first, ...second]);
  await page.goto(`${product.url}/elsewhere`);
  await expectArrived([...first, ...second]);
});

// This headless browser keeps no page in its back/forward cache, so the page is told what the cache would tell it.
test('6: into the back/forward cache and out of it: timers restart, and other tabs are heard again', async () => {
  const context = await profile.start();
  const page = await open(context);
  const first = await add(page, 2);
  await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true })));
  await expectArrived(first);
  await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })));
  const second = await add(page, 2);
  await expectArrived([...first, ...second]);
  const other = await open(context);
  const third = await add(other, 1);
  await aMoment(other);
  await crash(context, other);
  await expectArrived([...first, ...second, ...third]);
});

test('7: a renderer crash loses no event older than 250 ms', async () => {
  const context = await profile.start();
  const page = await open(context);
  const ids = await add(page, 20);
  await aMoment(page);
  await crash(context, page);
  await open(context);
  await expectArrived(ids);
});

for (const round of [1, 2, 3])
  test(`8: a browser killed with SIGKILL loses no event older than 250 ms (round ${round})`, async () => {
    await collector.offline();
    const page = await open(await profile.start());
    const ids = [...(await add(page, 20)), ...(await add(page, 5))];
    await aMoment(page);
    await profile.kill();
    await collector.online();
    await open(await profile.start());
    await expectArrived(ids);
  });

test('5: hidden, then killed: what was captured before the page was hidden has arrived', async () => {
  const context = await profile.start();
  const page = await open(context);
  const ids = await page.evaluate(() => {
    const ids = delivery.add(10);
    Object.defineProperty(document, 'visibilityState', { value: 'hidden' });
    document.dispatchEvent(new Event('visibilitychange'));
    return ids;
  });
  await profile.kill();
  await expectArrived(ids);
  const more = await add(await open(await profile.start()), 1);
  await expectArrived([...ids, ...more]);
});

test('1, 2: offline, the browser closed, started again: everything arrives with its original time', async () => {
  await collector.offline();
  const page = await open(await profile.start());
  const captured = await page.evaluate(() => Date.now());
  const ids = await add(page, 120);
  await aMoment(page);
  await profile.kill();
  await collector.online();
  await open(await profile.start());
  await expectArrived(ids);
  for (const { at } of collector.arrived.values()) expect(Math.abs(at - captured)).toBeLessThan(1_000);
});

test('17: the answer is lost after the server stored: sent again, counted once', async () => {
  collector.respond = 'lose the answer';
  const page = await open(await profile.start());
  const ids = await add(page, 5);
  await expectArrived(ids);
  collector.respond = 'well';
  await page.evaluate(() => delivery.flush());
  await expect.poll(() => collector.received()).toBeGreaterThanOrEqual(10);
  await expectArrived(ids);
});

test('20: a Content-Security-Policy without the server: one hint, and the events wait for a page that allows it', async () => {
  const context = await profile.start();
  const page = await open(context, "connect-src 'self'");
  const ids = await add(page, 2);
  await expect.poll(() => page.evaluate(() => delivery.diagnoses)).toEqual(['csp_blocked']);
  const more = await add(page, 1);
  await aMoment(page);
  await page.close();
  await open(context);
  await expectArrived([...ids, ...more]);
});

test('21: two tabs add at once: each event comes over the wire once', async () => {
  const context = await profile.start();
  const tabs = [await open(context), await open(context)];
  const ids = (await Promise.all([1, 2, 3, 4].flatMap(() => tabs.map((tab) => add(tab, 10))))).flat();
  await expectArrived(ids);
  expect(collector.received()).toBe(ids.length);
});

test('21: the tab that captured crashes before it sends: another tab sends, within 3 s where the machine has the time', async () => {
  const context = await profile.start();
  const one = await open(context);
  const other = await open(context);
  await add(other, 1);
  await expect.poll(() => collector.received()).toBe(1);
  const ids = await add(one, 3);
  await aMoment(one);
  await crash(context, one);
  await expect.poll(() => ids.every((id) => collector.arrived.has(id))).toBe(true);
});

test('9: 200 KB queued when the page is left: steps and endings arrive, the rest with the next visit', async () => {
  const context = await profile.start();
  await collector.offline();
  const page = await open(context);
  const critical = await page.evaluate(() => delivery.add(5, { type: 'step_viewed' }));
  const rest = await page.evaluate(() => delivery.add(200, { props: { text: 'x'.repeat(900) } }));
  await aMoment(page);
  await collector.online();
  await page.close();
  await expect.poll(() => critical.every((id) => collector.arrived.has(id))).toBe(true);
  expect(collector.arrived.size).toBeLessThan(80);
  await open(context);
  await expectArrived([...critical, ...rest]);
});

test('22: without Web Locks, a lease keeps a second tab from sending while the first does', async () => {
  const context = await profile.start();
  await context.addInitScript(() => Object.defineProperty(navigator, 'locks', { value: undefined }));
  const [one, two] = [await open(context), await open(context)];
  // The looks at the start are over, and their leases with them.
  await one.evaluate(() => delivery.flush());
  await two.evaluate(() => delivery.flush());
  collector.respond = 'hang';
  const first = await add(one, 10);
  await expect.poll(() => collector.requests()).toBe(1);
  const second = await add(two, 10);
  await two.evaluate(() => delivery.flush());
  expect(collector.requests()).toBe(1);
  collector.respond = 'well';
  await expectArrived([...first, ...second]);
});

test('22: a tab that stands still with the lock is robbed after 15 s', async () => {
  const context = await profile.start();
  const frozen = await open(context);
  await frozen.evaluate(
    () =>
      new Promise<void>((held) => {
        void navigator.locks
          .request('shirube:pk_test:events', () => {
            held();
            return new Promise(() => {});
          })
          .catch(() => {});
      }),
  );
  const ids = await add(await open(context), 2);
  await expect.poll(arrived, { timeout: 30_000 }).toEqual([...ids].sort());
});

test('22: a lease that nobody gives back ends by itself, and one that ends after a lease’s time was left by a wrong clock', async () => {
  const context = await profile.start();
  await context.addInitScript(() => Object.defineProperty(navigator, 'locks', { value: undefined }));
  const page = await open(context);
  const lease = (ms: number) =>
    page.evaluate((left) => {
      localStorage['shirube:pk_test:events'] = Date.now() + left;
      return delivery.add(1);
    }, ms);
  // The look at the start is over, and its own lease with it.
  await page.evaluate(() => delivery.flush());
  const first = await lease(6_000);
  await page.evaluate(() => delivery.flush());
  expect(arrived()).toEqual([]);
  await expectArrived(first);
  const second = await lease(86_400_000);
  await page.evaluate(() => delivery.flush());
  await expectArrived([...first, ...second]);
});

test('30: a host that breaks fetch and sendBeacon afterwards neither sees an exception nor stops the events', async () => {
  const page = await open(await profile.start());
  const errors: Error[] = [];
  page.on('pageerror', (error) => errors.push(error));
  await page.evaluate(() => {
    const broken = () => {
      throw new Error('host');
    };
    Object.assign(window, { fetch: broken });
    Object.assign(navigator, { sendBeacon: broken });
  });
  const ids = await add(page, 3);
  await expectArrived(ids);
  expect(errors).toEqual([]);
});
