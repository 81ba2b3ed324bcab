import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import type { Tour } from '@shirube/schema/tour';
import type { createShirube, Shirube, ShirubeOptions } from '../src/index.ts';
import { buildRuntime, bundleOf, startServer, stepAt, type TestServer, tourOf } from './pages.ts';

/** Runs in the page: `window.listeners()` names what is listened to on everything that is still part of the page. */
const countListeners = (): void => {
  const known = new Map<EventTarget, Map<string, unknown[]>>();
  const { addEventListener, removeEventListener } = EventTarget.prototype;
  const capture = (options: unknown): boolean =>
    typeof options === 'boolean' ? options : !!(options as AddEventListenerOptions | undefined)?.capture;
  const drop = (target: EventTarget, id: string, hear: unknown): void => {
    const list = known.get(target)?.get(id);
    if (list?.includes(hear)) list.splice(list.indexOf(hear), 1);
  };
  EventTarget.prototype.addEventListener = function (type, hear, options) {
    addEventListener.call(this, type, hear, options);
    const id = `${type} ${capture(options)}`;
    const ids = known.get(this) ?? new Map<string, unknown[]>();
    const list = ids.get(id) ?? [];
    if (!hear || list.includes(hear)) return;
    known.set(this, ids.set(id, [...list, hear]));
    const signal = typeof options === 'object' ? options.signal : undefined;
    if (signal) addEventListener.call(signal, 'abort', () => drop(this, id, hear));
  };
  EventTarget.prototype.removeEventListener = function (type, hear, options) {
    removeEventListener.call(this, type, hear, options);
    drop(this, `${type} ${capture(options)}`, hear);
  };
  const gone = (target: EventTarget): boolean =>
    target instanceof AbortSignal || (target instanceof Node && !target.isConnected && target !== document);
  Object.assign(window, {
    listeners: () =>
      [...known].flatMap(([target, ids]) =>
        gone(target)
          ? []
          : [...ids].flatMap(([id, list]) => (list.length ? `${target.constructor.name} ${id} ${list.length}` : [])),
      ),
  });
};

declare global {
  interface Window {
    createShirube: typeof createShirube;
    guide: Shirube;
    heard: { readonly type: string; readonly runId?: string; readonly stepId?: string }[];
  }
}
let folder = '';
let server: TestServer;
test.beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'shirube-runtime-'));
  buildRuntime(folder);
});
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));
test.beforeEach(async () => {
  server = await startServer(folder);
});
test.afterEach(() => server.close());

const NO_BUDGET = { everyMinutes: 0, perDay: 100 };
/** Opens a page and starts Shirube there without a server. */
const open = async (
  page: Page,
  path: string,
  tours: readonly unknown[],
  options: ShirubeOptions = {},
): Promise<void> => {
  await page.goto(server.url + path);
  await begin(page, tours, options);
};
const begin = async (page: Page, tours: readonly unknown[], options: ShirubeOptions = {}): Promise<void> => {
  await page.waitForFunction(() => window.createShirube);
  await page.evaluate(
    ([given, more]) => {
      window.heard = [];
      window.guide = window.createShirube({ ...more, tours: given, onEvent: (event) => window.heard.push(event) });
    },
    [tours as readonly Tour[], { interruptions: NO_BUDGET, ...options }] as const,
  );
};
const heard = (page: Page): Promise<string[]> => page.evaluate(() => window.heard.map(({ type }) => type));
const title = (page: Page, text: string) => page.getByText(text, { exact: true });
const three = tourOf('three', [stepAt('a', '#one'), stepAt('b', '#two'), stepAt('c', undefined)]);

test('a tour is walked from its start to its end, and its events come in order', async ({ page }) => {
  await open(page, '/first', [three]);
  await expect(title(page, 'Title of a')).toBeVisible();
  await page.getByRole('button', { name: 'Next' }).click();
  await expect(title(page, 'Title of b')).toBeVisible();
  await page.getByRole('button', { name: 'Next' }).click();
  await expect(title(page, 'Title of c')).toBeVisible();
  await page.getByRole('button', { name: 'Next' }).click();
  await expect(title(page, 'Title of c')).toHaveCount(0);
  expect(await heard(page)).toEqual([
    'tour_exposed',
    'tour_started',
    'step_viewed',
    'step_completed',
    'step_viewed',
    'step_completed',
    'step_viewed',
    'step_completed',
    'tour_completed',
  ]);
});

test('a reload in the middle goes on at the same step of the same run, and a finished tour stays finished', async ({
  page,
}) => {
  await open(page, '/first', [three]);
  await page.getByRole('button', { name: 'Next' }).click();
  await expect(title(page, 'Title of b')).toBeVisible();
  const runs = await page.evaluate(() => window.heard.map(({ runId }) => runId).filter(Boolean));
  await open(page, '/first', [three]);
  await expect(title(page, 'Title of b')).toBeVisible();
  await expect.poll(() => heard(page)).toEqual(['step_viewed']);
  expect(await page.evaluate(() => window.heard[0]?.runId)).toBe(runs[0]);
  await page.getByRole('button', { name: 'Back' }).click();
  await expect(title(page, 'Title of a')).toBeVisible();
  for (let i = 0; i < 3; i++) await page.getByRole('button', { name: 'Next' }).click();
  await expect.poll(() => heard(page)).toContain('tour_completed');
  await open(page, '/first', [three]);
  const why = await page.evaluate(() => window.guide.explain('three'));
  expect(why).toMatchObject({ matches: false, reason: 'frequency' });
});

test('a step of another page waits for its page, and is shown there', async ({ page }) => {
  const tour = tourOf('pages', [
    stepAt('here', '#one', { page: '/first', advance: [{ on: 'page', page: '/second' }] }),
    stepAt('there', '#two', { page: '/second' }),
  ]);
  await open(page, '/first', [tour]);
  await expect(title(page, 'Title of here')).toBeVisible();
  await page.click('#away');
  await begin(page, [tour]);
  await expect(title(page, 'Title of there')).toBeVisible();
  expect(await heard(page)).toEqual(['step_completed', 'step_viewed']);
  await page.evaluate(() => history.pushState(null, '', '/third'));
  await expect(title(page, 'Title of there')).toHaveCount(0);
  await page.evaluate(() => history.back());
  await expect(title(page, 'Title of there')).toBeVisible();
});

test('of two tabs one shows the tour; when it ends, the other is free at once', async ({ context }) => {
  const one = await context.newPage();
  const two = await context.newPage();
  const other = tourOf('other', [stepAt('x', '#two')], { priority: -1 });
  await open(one, '/first', [three, other]);
  await expect(title(one, 'Title of a')).toBeVisible();
  await open(two, '/first', [three, other]);
  await two.evaluate(() => window.guide.explain('three'));
  await expect(two.locator('shirube-tooltip')).toHaveCount(0);
  await one.evaluate(() => window.guide.stop());
  // The first that is free takes the next tour: exactly one of them.
  await expect
    .poll(async () => (await one.locator('shirube-tooltip').count()) + (await two.locator('shirube-tooltip').count()), {
      timeout: 1500,
    })
    .toBe(1);
  await one.close();
  await expect(title(two, 'Title of x')).toBeVisible();
});

test('destroy leaves nothing behind', async ({ page }) => {
  await page.addInitScript(countListeners);
  await page.goto(`${server.url}/first`);
  await page.waitForFunction(() => window.createShirube);
  const look = () =>
    page.evaluate(() => ({
      html: document.documentElement.outerHTML,
      listeners: (window as unknown as { listeners(): string[] }).listeners(),
      sheets: document.styleSheets.length + document.adoptedStyleSheets.length,
      own: Object.getOwnPropertyNames(history),
    }));
  const before = await look();
  await page.evaluate(() => {
    const { pushState, replaceState } = history;
    Object.assign(window, { originals: { pushState, replaceState } });
  });
  for (let i = 0; i < 3; i++) {
    await begin(page, [{ ...three, frequency: { show: 'always' } }]);
    await expect(page.locator('shirube-tooltip')).toBeVisible();
    await page.evaluate(() => window.guide.destroy());
  }
  expect(await look()).toEqual(before);
  expect(
    await page.evaluate(() => {
      const { originals } = window as unknown as { originals: Pick<History, 'pushState' | 'replaceState'> };
      return history.pushState === originals.pushState && history.replaceState === originals.replaceState;
    }),
  ).toBe(true);
});

test('a hostile tour is left out with one diagnostic, and the good one beside it lives', async ({ page }) => {
  const lines: string[] = [];
  page.on('console', (message) => lines.push(message.text()));
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  const hostile = [
    null,
    7,
    { id: 'no-steps', trigger: { on: 'page', page: '/*' } },
    { ...three, id: 'kind', steps: [{ id: 'x', kind: 'hologram', content: {} }] },
    { ...three, id: 'rule', audience: { moon: 'full' } },
    { ...three, id: 'trigger', trigger: { on: 'thought' } },
    { ...three, id: 'null-step', steps: [null] },
    {
      ...three,
      id: 'locales',
      locales: null,
      defaultLocale: 7,
      priority: 99,
      steps: [{ ...stepAt('y', '#one'), content: { en: null }, buttons: 7 }],
    },
  ];
  await open(page, '/first', [...hostile, three]);
  await expect(title(page, 'Title of a')).toBeVisible();
  expect(errors).toEqual([]);
  for (const id of ['no-steps', 'kind', 'rule', 'trigger', 'null-step'])
    expect(lines.filter((line) => line.includes(`"${id}"`))).toHaveLength(1);
});

test('a page with nothing to show loads the loader alone', async ({ page }) => {
  server.bundle = bundleOf([{ ...three, trigger: { on: 'page', page: '/elsewhere' } }]);
  await page.goto(`${server.url}/tag`);
  await page.waitForLoadState('networkidle');
  expect(server.asked.filter((path) => path.endsWith('.js'))).toEqual(['/shirube.js']);
});

test('as a tag, the queued calls are made, the tour is shown, and its events arrive at the server', async ({
  page,
}) => {
  server.bundle = bundleOf([three]);
  await page.addInitScript(() => {
    Object.defineProperty(window, 'early', { value: true });
    document.addEventListener('readystatechange', () => {
      const queue = (window as { shirube?: unknown }).shirube;
      if (Array.isArray(queue) && !queue.length)
        queue.push(['identify', 'u1', { plan: 'trial' }], ['nonsense'], ['track', 'opened']);
    });
  });
  await page.goto(`${server.url}/tag`);
  await page.getByRole('button', { name: 'Next' }).click();
  await expect(title(page, 'Title of b')).toBeVisible();
  await expect
    .poll(() => server.events.map(({ type }) => type), { timeout: 10_000 })
    .toEqual(
      expect.arrayContaining(['identify', 'track', 'tour_exposed', 'tour_started', 'step_viewed', 'step_completed']),
    );
  expect(new Set(server.events.map(({ userId }) => userId))).toEqual(new Set(['u1']));
  await page.goto(`${server.url}/tag`);
  await expect(title(page, 'Title of b')).toBeVisible();
  expect(server.asked).toContain('304');
});

test('when the server is down the last good tours are used; a first visit then shows nothing and throws nothing', async ({
  page,
}) => {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  for (const trouble of ['down', 'nonsense'] as const) {
    server.bundle = trouble;
    await page.goto(`${server.url}/tag`);
    await page.waitForLoadState('networkidle');
    await expect(page.locator('shirube-tooltip')).toHaveCount(0);
  }
  server.bundle = bundleOf([three]);
  await page.goto(`${server.url}/tag`);
  await expect(title(page, 'Title of a')).toBeVisible();
  server.bundle = 'down';
  await page.goto(`${server.url}/tag`);
  await expect(title(page, 'Title of a')).toBeVisible();
  expect(errors).toEqual([]);
});
