import { expect, type Page } from '@playwright/test';
import { begin, heard, type PlainOptions, test, title } from './harness/runtimeTest.ts';
import { bundleOf, stepAt, type TestServer, tourOf } from './pages.ts';

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

let server: TestServer;
test.beforeEach(({ server: its }) => {
  server = its;
});

/** Opens a page and starts Shirube there without a server. */
const open = async (page: Page, path: string, tours: readonly unknown[], options: PlainOptions = {}): Promise<void> => {
  await page.goto(server.url + path);
  await begin(page, tours, options);
};
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
  await expect.poll(() => heard(page)).toEqual(['step_completed', 'step_viewed']);
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
    .poll(async () => (await one.locator('shirube-tooltip').count()) + (await two.locator('shirube-tooltip').count()))
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

test('a slow server does not hold up the tours of last time, and what it sends at last counts', async ({ page }) => {
  server.bundle = bundleOf([tourOf('old', [stepAt('a', '#one')], { frequency: { show: 'always' } })]);
  await page.goto(`${server.url}/tag`);
  await expect(title(page, 'Title of a')).toBeVisible();
  await page.keyboard.press('Escape');
  let answer = (): void => {};
  server.hold = new Promise((free) => {
    answer = free;
  });
  server.bundle = bundleOf([tourOf('old', [stepAt('a', '#one')], { frequency: { show: 'always' } })], {
    killed: ['old'],
    updatedAt: 1,
  });
  await page.clock.install({ time: Date.now() + 3_600_000 });
  await page.goto(`${server.url}/tag`);
  await expect.poll(() => server.asked.filter((path) => path === '/v1/bundle').length).toBe(2);
  await page.clock.runFor(2000);
  await expect(title(page, 'Title of a')).toBeVisible();
  answer();
  await expect(title(page, 'Title of a')).toHaveCount(0);
});

test('a tour that is killed while it runs ends when the page is looked at again', async ({ page }) => {
  server.bundle = bundleOf([three]);
  await page.clock.install();
  await page.goto(`${server.url}/tag`);
  await expect(title(page, 'Title of a')).toBeVisible();
  server.bundle = bundleOf([three], { killed: ['three'], updatedAt: 1 });
  const look = () => page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await look();
  await page.clock.fastForward(299_000);
  await expect(title(page, 'Title of a')).toBeVisible();
  await page.clock.fastForward(2_000);
  await look();
  await expect(title(page, 'Title of a')).toHaveCount(0);
  await page.clock.fastForward(5_000);
  await expect
    .poll(() => server.events.filter(({ type }) => type === 'tour_ended'))
    .toMatchObject([{ reason: 'killed' }]);
});

test('what was done before signing in belongs to the user afterwards; a reset forgets who it was', async ({ page }) => {
  const often = tourOf('often', [stepAt('a', '#one')], {
    trigger: { on: 'manual' },
    audience: { event: 'clicked', count: { op: 'gte', value: 2 } },
  });
  await open(page, '/first', [often, three]);
  await expect(title(page, 'Title of a')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.evaluate(() => {
    window.guide.track('clicked');
    window.guide.track('clicked', { self: window });
    return window.guide.identify('u1', { plan: 'team' }, { company: { id: 'c1' } });
  });
  const ids = await page.evaluate(
    () => window.heard as unknown as { type: string; userId?: string; anonymousId: string }[],
  );
  expect(new Set(ids.map(({ anonymousId }) => anonymousId)).size).toBe(1);
  expect(ids.at(-1)).toMatchObject({ type: 'identify', userId: 'u1', traits: { plan: 'team' }, company: { id: 'c1' } });
  const reasons = () =>
    page.evaluate(async () => [
      (await window.guide.explain('often')).reason,
      (await window.guide.explain('three')).reason,
    ]);
  expect(await reasons()).toEqual(['trigger', 'frequency']);
  await page.evaluate(() => window.guide.identify('u2'));
  await expect(title(page, 'Title of a')).toBeVisible();
  expect(await reasons()).toEqual(['audience', 'running']);
  await page.evaluate(() => window.guide.reset());
  await expect.poll(() => page.evaluate(() => window.heard.some((event) => event.type === 'tour_ended'))).toBe(true);
  await page.evaluate(() => window.guide.track('late'));
  const last = await page.evaluate(async () => {
    await window.guide.explain('x');
    return window.heard.at(-1) as unknown as { type: string; userId?: string; anonymousId: string };
  });
  expect(last.userId).toBeUndefined();
  expect(last.anonymousId).not.toBe(ids[0]?.anonymousId);
});

test('a reset leaves nothing in the tab that says who it was', async ({ page }) => {
  await open(page, '/first', [tourOf('asked', [stepAt('a', '#one')], { trigger: { on: 'manual' } })], {
    user: { id: 'someone' },
  });
  await page.evaluate(() => window.guide.start('asked'));
  await expect(title(page, 'Title of a')).toBeVisible();
  const kept = () => page.evaluate(() => JSON.stringify({ ...sessionStorage }));
  expect(await kept()).toContain('someone');
  await page.evaluate(() => window.guide.reset());
  await expect.poll(() => heard(page)).toContain('tour_ended');
  expect(await kept()).not.toContain('someone');
});

test('calls with bad arguments, a second instance, and a listener that throws never reach the page', async ({
  page,
}) => {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  const lines: string[] = [];
  page.on('console', (message) => lines.push(message.text()));
  await open(page, '/first', [three]);
  await expect(title(page, 'Title of a')).toBeVisible();
  const same = await page.evaluate(async () => {
    const bad = window.guide as unknown as Record<string, (...args: unknown[]) => unknown>;
    for (const name of ['identify', 'track', 'start', 'on', 'explain']) await bad[name]?.(null, Symbol('x'), 7);
    window.guide.on('track', () => {
      throw new Error('mine');
    });
    window.guide.track('x');
    return window.createShirube({}) === window.guide;
  });
  expect(same).toBe(true);
  await page.evaluate(() => window.guide.explain('x'));
  expect(errors).toEqual([]);
  for (const code of ['bad_identify', 'bad_track', 'bad_on', 'twice', 'listener_threw'])
    expect(lines.filter((line) => line.includes(code))).toHaveLength(1);
});

test('a manual start needs no trigger and no budget, and replaces what runs', async ({ page }) => {
  const help = tourOf('help', [stepAt('h', '#two')], { trigger: { on: 'manual' } });
  await open(page, '/first', [three, help], { interruptions: { everyMinutes: 30, perDay: 1 } });
  await expect(title(page, 'Title of a')).toBeVisible();
  expect(await page.evaluate(() => window.guide.start('help'))).toBe('started');
  await expect(title(page, 'Title of h')).toBeVisible();
  expect(await page.evaluate(() => window.guide.start('help'))).toBe('already_running');
  expect(await page.evaluate(() => window.guide.start('nothing'))).toBe('not_found');
  expect(await heard(page)).toContain('tour_ended');
  await expect(title(page, 'Title of a')).toHaveCount(0);
});

test('event, element and delayed triggers start their tour at their moment', async ({ page }) => {
  await page.clock.install();
  const tours = [
    tourOf('by-event', [stepAt('e', '#one')], { trigger: { on: 'event', event: 'sent' } }),
    tourOf('by-element', [stepAt('l', '#two')], { trigger: { on: 'element', element: { selectors: ['#late'] } } }),
    tourOf('by-delay', [stepAt('d', '#two')], { trigger: { on: 'page', page: '/delay', delayMs: 60_000 } }),
  ];
  await open(page, '/first', tours);
  await page.evaluate(() => window.guide.track('sent'));
  await expect(title(page, 'Title of e')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.evaluate(() => document.body.insertAdjacentHTML('beforeend', '<p id="late">Late</p>'));
  await page.clock.runFor(200);
  await expect(title(page, 'Title of l')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.evaluate(() => history.pushState(null, '', '/delay'));
  await page.evaluate(() => window.guide.explain('by-delay'));
  await page.clock.runFor(40_000);
  await expect(title(page, 'Title of d')).toHaveCount(0);
  await page.clock.runFor(25_000);
  await expect(title(page, 'Title of d')).toBeVisible();
});

test('nothing starts by itself while someone types or a dialog of the page is open', async ({ page }) => {
  await page.clock.install();
  await open(page, '/first', [tourOf('later', [stepAt('a', '#one')], { trigger: { on: 'event', event: 'go' } })]);
  await page.evaluate(() => window.guide.track('ready'));
  await page.evaluate(() => window.guide.explain('later'));
  await page.locator('#field').pressSequentially('abc');
  await page.evaluate(() => {
    window.guide.track('go');
    return window.guide.explain('later').then((why) => Object.assign(window, { why }));
  });
  expect(await page.evaluate(() => (window as unknown as { why: { reason: string } }).why.reason)).toBe('typing');
  await page.evaluate(() => {
    document.body.insertAdjacentHTML('beforeend', '<dialog id="own">Own</dialog>');
    document.querySelector<HTMLDialogElement>('#own')?.showModal();
  });
  await page.clock.runFor(6000);
  await expect(title(page, 'Title of a')).toHaveCount(0);
  await page.evaluate(() => document.querySelector<HTMLDialogElement>('#own')?.close());
  await page.clock.runFor(100);
  await expect(title(page, 'Title of a')).toBeVisible();
});

test('a new version that lost the step goes on at the next one that survived, under the version that the run began with', async ({
  page,
}) => {
  await open(page, '/first', [three]);
  await page.getByRole('button', { name: 'Next' }).click();
  await expect(title(page, 'Title of b')).toBeVisible();
  const shorter = { ...three, steps: three.steps.filter(({ id }) => id !== 'b') };
  await open(page, '/first', [shorter]);
  await expect(title(page, 'Title of c')).toBeVisible();
  await expect
    .poll(() => page.evaluate(() => window.heard.at(-1)))
    .toMatchObject({ type: 'step_viewed', stepId: 'c', version: 1 });
});

test('progress on another device is asked for before anything starts', async ({ page }) => {
  server.bundle = bundleOf([three]);
  const at = Date.now();
  server.state = {
    userId: 'u1',
    history: [],
    tours: { three: { version: 1, runs: 1, status: 'completed', startedAt: at, completedAt: at, at } },
  };
  await page.goto(`${server.url}/tag`);
  await page.evaluate(() => Object.assign(window, { early: window.shirube.destroy() }));
  await page.goto(`${server.url}/plain`);
  await page.waitForFunction(() => window.createShirube);
  const why = await page.evaluate(() =>
    window.createShirube({ endpoint: location.origin, key: 'pk_other', user: { id: 'u1' } }).explain('three'),
  );
  expect(['unknown', 'frequency']).toContain(why.reason);
  await expect
    .poll(() =>
      page.evaluate(() =>
        window
          .createShirube({ key: 'pk_other' })
          .explain('three')
          .then(({ reason }) => reason),
      ),
    )
    .toBe('frequency');
  await expect(page.locator('shirube-tooltip')).toHaveCount(0);
});
