import { expect, type Page } from '@playwright/test';
import { test, title } from './harness/runtimeTest.ts';
import { bundleOf, stepAt, type TestServer, tourOf } from './pages.ts';

const tour = tourOf('two', [stepAt('a', '#one'), stepAt('b', '#two')]);
const arrived = (server: TestServer) =>
  server.events.map((event) => (event.type === 'track' ? event.name : event.type));
/** An event that is older than this is kept, whatever happens to the page. By the page's own clock. */
const aMoment = (page: Page) => page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 250)));
const NO_CRASH = 'only Chromium can be told to let a page crash';
/** The renderer dies without a word. */
const crash = async (page: Page): Promise<void> => {
  const crashed = page.waitForEvent('crash');
  const session = await page.context().newCDPSession(page);
  // Never answers: who would?
  session.send('Page.crash').catch(() => {});
  await crashed;
};

test('a tracked event followed at once by leaving the page arrives, though nothing but the tag has loaded', async ({
  page,
  server,
}) => {
  server.mute = /assets/;
  await page.goto(`${server.url}/tag`);
  await page.waitForFunction(() => 'explain' in window.shirube);
  await page.evaluate(() => {
    window.shirube.identify('u1', { plan: 'team' });
    window.shirube.track('left', { total: 3 });
    location.href = '/plain';
  });
  // Firefox lets the next page's load event wait for what the last page had asked for, and this server never answers that.
  await page.waitForURL('**/plain', { waitUntil: 'commit' });
  await expect.poll(() => arrived(server)).toEqual(['left']);
  expect(server.events[0]).toMatchObject({ userId: 'u1', props: { total: 3 } });
});

test('an event of a page that crashed before anything but the tag had loaded is sent by the next page', async ({
  page,
  context,
  server,
  browserName,
}) => {
  test.skip(browserName !== 'chromium', NO_CRASH);
  server.mute = /assets/;
  await page.goto(`${server.url}/tag`);
  await page.waitForFunction(() => 'explain' in window.shirube);
  await page.evaluate(() => {
    const props: Record<string, unknown> = {};
    props.self = props;
    window.shirube.track('kept', { n: 1 });
    window.shirube.track('circular', props);
    window.shirube.track('large', { text: 'x'.repeat(100_000) });
  });
  await aMoment(page);
  await crash(page);
  expect(arrived(server)).toEqual([]);
  server.mute = undefined;
  const next = await context.newPage();
  await next.goto(`${server.url}/tag`);
  await expect.poll(() => arrived(server).sort()).toEqual(['circular', 'kept', 'large']);
  expect(server.events.find((event) => 'name' in event && event.name === 'kept')).toMatchObject({ props: { n: 1 } });
  expect(JSON.stringify(server.events).length).toBeLessThan(3_000);
});

test('what a run did before the part that sends was there survives a crash, once, in its order', async ({
  page,
  context,
  server,
  browserName,
}) => {
  test.skip(browserName !== 'chromium', NO_CRASH);
  server.bundle = bundleOf([tour]);
  server.mute = /outbox/;
  await page.goto(`${server.url}/tag`);
  await expect(title(page, 'Title of a')).toBeVisible();
  await page.getByRole('button', { name: 'Next' }).click();
  await expect(title(page, 'Title of b')).toBeVisible();
  await aMoment(page);
  await crash(page);
  server.mute = undefined;
  const next = await context.newPage();
  await next.goto(`${server.url}/tag`);
  await expect(title(next, 'Title of b')).toBeVisible();
  const first = ['tour_exposed', 'tour_started', 'step_viewed', 'step_completed', 'step_viewed'];
  await expect.poll(() => arrived(server).slice(0, 5)).toEqual(first);
  const ids = server.events.slice(0, 5).map(({ id }) => id);
  const times = server.events.slice(0, 5).map(({ at }) => at);
  expect(new Set(ids).size).toBe(5);
  expect(times).toEqual([...times].sort((a, b) => a - b));
});

test('a run whose page was left before its first step was seen is gone on with, and is the same run', async ({
  page,
  server,
}) => {
  server.bundle = bundleOf([{ ...tour, trigger: { on: 'manual' } }]);
  await page.goto(`${server.url}/tag`);
  await page.evaluate(() => window.shirube.explain('two'));
  const runId = '0193a8f0-0000-7000-8000-000000000000';
  await page.evaluate(async (id) => {
    const db = await new Promise<IDBDatabase>((resolve) => {
      const opening = indexedDB.open('shirube:pk_test');
      opening.onsuccess = () => resolve(opening.result);
    });
    const store = db.transaction('shirube', 'readwrite').objectStore('shirube');
    await new Promise((resolve) => {
      const reading = store.get('device');
      reading.onsuccess = () => {
        const state = { version: 1, runs: 1, status: 'running', runId: id, startedAt: Date.now(), at: Date.now() };
        const writing = store.put({ tours: { two: state }, history: [] }, `user:${reading.result.anonymousId}`);
        writing.onsuccess = resolve;
      };
    });
  }, runId);
  await page.goto(`${server.url}/tag`);
  await expect(title(page, 'Title of a')).toBeVisible();
  await expect
    .poll(() => server.events.find(({ type }) => type === 'step_viewed'))
    .toMatchObject({ runId, stepId: 'a' });
});

test('a run is kept before its turn is counted: leaving the page in between leaves a tour that still comes', async ({
  page,
  server,
}) => {
  await page.addInitScript(() => {
    const kept: string[] = [];
    Object.assign(window, { kept });
    const { put } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.put = function (value, key) {
      if (String(key).startsWith('user:') && value.run) kept.push('the run');
      if (key === 'device' && value.auto.length) kept.push('its turn');
      return put.call(this, value, key);
    };
  });
  server.bundle = bundleOf([tour]);
  await page.goto(`${server.url}/tag`);
  await expect(title(page, 'Title of a')).toBeVisible();
  const kept = () => page.evaluate(() => (window as unknown as { kept: string[] }).kept);
  await expect.poll(kept).toContain('its turn');
  expect((await kept())[0]).toBe('the run');
});

test('the end of a run that another user replaced is told of the one who left', async ({ page, server }) => {
  server.bundle = bundleOf([{ ...tour, frequency: { show: 'always' } }]);
  await page.goto(`${server.url}/tag`);
  await page.evaluate(() => window.shirube.identify('u1'));
  await expect(title(page, 'Title of a')).toBeVisible();
  await page.evaluate(() => window.shirube.identify('u2'));
  await expect.poll(() => server.events.find(({ type }) => type === 'tour_ended')).toMatchObject({ userId: 'u1' });
});
