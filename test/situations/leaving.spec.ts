import { bundleOf } from '../../packages/runtime/browser/pages.ts';
import { button, card, expect, seen, stepAt, test, told, tourOf } from './harness/situation.ts';

for (const [name, script] of Object.entries({
  'is unmounted by its own click': "target.addEventListener('click', () => target.remove())",
  'is unmounted when it is pressed': "target.addEventListener('pointerdown', () => target.remove())",
  'is replaced when it is pressed':
    "target.addEventListener('pointerdown', () => { target.outerHTML = '<b>Loading</b>'; })",
  'goes to another route when it is pressed':
    "target.addEventListener('pointerdown', () => { history.pushState(null, '', '/app/next'); document.querySelector('main').textContent = 'Next'; })",
  'changes the hash by its click':
    "target.addEventListener('click', () => { location.hash = 'there'; target.remove(); })",
  'stops its own click':
    "target.addEventListener('click', (event) => { event.preventDefault(); event.stopImmediatePropagation(); }, true)",
}))
  test(`the target ${name}: the step is completed by the click, once`, async ({ page, host, guide }) => {
    await host(
      `<main><button id="one"><span>One</span></button></main><script>const target = document.querySelector('#one'); ${script}</script>`,
    );
    await guide([stepAt('a', '#one', { advance: [{ on: 'click' }] }), stepAt('b', undefined)]);
    const box = await page.locator('#one').boundingBox();
    await page.mouse.click((box?.x ?? 0) + 8, (box?.y ?? 0) + 8);
    await seen(page, 'b');
    expect(await told(page)).toEqual(['step_viewed a', 'step_completed a click', 'step_viewed b']);
  });

for (const [name, leave] of Object.entries({
  'with its click': 'onclick',
  'already when it is pressed': 'onpointerdown',
}))
  test(`the target leads to another document ${name}: the step is completed once, and the tour goes on there`, async ({
    page,
    server,
  }) => {
    const tour = tourOf('leaving', [stepAt('a', '#one', { advance: [{ on: 'click' }] }), stepAt('b', '#two')]);
    server.bundle = bundleOf([tour]);
    await page.goto(`${server.url}/tag`);
    await expect(card(page).getByText('Title of a')).toBeVisible();
    await page.evaluate((on) => {
      const one = document.querySelector<HTMLElement>('#one');
      if (one) Object.assign(one, { [on]: () => location.assign('/tag/next') });
    }, leave);
    await page.locator('#one').click({ noWaitAfter: true });
    await page.waitForURL('**/tag/next');
    await expect(card(page).getByText('Title of b')).toBeVisible();
    const steps = (): string[] =>
      server.events
        .filter(({ type }) => /^step_/.test(type))
        .map((event) => `${event.type} ${'stepId' in event ? event.stepId : ''}`);
    // The next step may be seen on both pages: it is the same run, and counts once.
    await expect
      .poll(() => [...new Set(steps())].sort())
      .toEqual(['step_completed a', 'step_viewed a', 'step_viewed b']);
    expect(steps().filter((line) => line === 'step_completed a')).toHaveLength(1);
  });

for (const [name, go] of Object.entries({
  'by history': () => history.pushState(null, '', '/app/other'),
  'by replacing the entry': () => history.replaceState(null, '', '/app/other'),
  'by the Navigation API': () => {
    (window as unknown as { navigation: { navigate(url: string): void } }).navigation.navigate('#/other');
  },
  'by hash': () => {
    location.hash = '#/other';
  },
}))
  test(`the app goes to another route ${name}: a step of the former page goes off the screen, and is back with its page`, async ({
    page,
    host,
    guide,
  }) => {
    await host({ body: '<main><button id="one">One</button></main>', path: '/app/list' });
    await guide([
      stepAt('a', '#one', {
        page: { path: { op: 'eq', value: '/app/list' }, hash: { op: 'neq', value: '/other' } },
        spotlight: {},
      }),
      stepAt('b', undefined),
    ]);
    await page.evaluate(go);
    await expect(card(page)).toHaveCount(0);
    await page.evaluate(() => history.pushState(null, '', '/app/list'));
    await expect(card(page).getByText('Title of a')).toBeVisible();
    await button(page, 'Next').click();
    await seen(page, 'b');
    expect((await told(page)).filter((line) => line === 'step_viewed a').length).toBeLessThanOrEqual(2);
    expect((await told(page)).filter((line) => /tour_/.test(line))).toEqual([]);
  });

test('a frame without any storage, as in a sandbox: the tour runs, is not repeated while the page lives, and one line says so', async ({
  page,
  server,
}) => {
  const lines: string[] = [];
  page.on('console', (message) => lines.push(message.text()));
  await page.route('**/*.js', async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, headers: { ...answer.headers(), 'access-control-allow-origin': '*' } });
  });
  await page.route(`${server.url}/outer`, (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: '<iframe sandbox="allow-scripts" src="/inner" style="width:800px;height:500px"></iframe>',
    }),
  );
  await page.goto(`${server.url}/outer`);
  const inner = page.frame({ url: /inner/ });
  if (!inner) throw new Error('no frame');
  await inner.waitForFunction(() => window.createShirube);
  await inner.evaluate(
    (tours) => {
      window.heard = [];
      window.guide = window.createShirube({
        tours: tours as never,
        onEvent: (event) => window.heard.push(event),
        interruptions: { everyMinutes: 0, perDay: 100 },
      });
    },
    [tourOf('guide', [stepAt('a', '#one')])],
  );
  const step = inner.locator('[part=card]');
  await expect(step.getByText('Title of a')).toBeVisible();
  await step.getByRole('button', { name: 'Next' }).click();
  await expect(step).toHaveCount(0);
  await inner.evaluate(() => history.pushState);
  expect(await inner.evaluate(() => window.guide.explain('guide'))).toMatchObject({
    matches: false,
    reason: 'frequency',
  });
  expect(lines.filter((line) => line.startsWith('[shirube]'))).toHaveLength(1);
});

for (const [name, refuse] of Object.entries({
  'throws when it is touched':
    "Object.defineProperty(window, 'indexedDB', { get() { throw new DOMException('no', 'SecurityError'); } })",
  'is missing': "Object.defineProperty(window, 'indexedDB', { value: undefined })",
  'refuses each request': "IDBFactory.prototype.open = () => { throw new DOMException('no', 'InvalidStateError'); }",
}))
  test(`the storage of the browser ${name}: the tour runs from start to end, is not repeated, and nothing throws`, async ({
    page,
    host,
    guide,
  }) => {
    const errors: string[] = [];
    const lines: string[] = [];
    page.on('pageerror', (error) => errors.push(String(error)));
    page.on('console', (message) => lines.push(message.text()));
    await host({
      body: '<main><button id="one">One</button></main>',
      before: `${refuse}; for (const name of ['localStorage', 'sessionStorage']) Object.defineProperty(window, name, { get() { throw new DOMException('no', 'SecurityError'); } });`,
    });
    await guide([stepAt('a', '#one'), stepAt('b', undefined)]);
    await button(page, 'Next').click();
    await seen(page, 'b');
    await button(page, 'Next').click();
    await expect(card(page)).toHaveCount(0);
    await page.evaluate(() => history.pushState(null, '', '/app/again'));
    expect(await page.evaluate(() => window.guide.explain('guide'))).toMatchObject({
      matches: false,
      reason: 'frequency',
    });
    expect(errors).toEqual([]);
    expect(lines.filter((line) => line.startsWith('[shirube]'))).toHaveLength(1);
  });

test('the storage of the browser is full: the tour runs from start to end, is not repeated, and nothing throws', async ({
  page,
  host,
  guide,
}) => {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  await host('<main><button id="one">One</button></main>');
  const client = await page.context().newCDPSession(page);
  await client.send('Storage.overrideQuotaForOrigin', { origin: new URL(page.url()).origin, quotaSize: 1 });
  await guide([stepAt('a', '#one'), stepAt('b', undefined)]);
  for (const id of ['a', 'b']) {
    await seen(page, id);
    await button(page, 'Next').click();
  }
  await expect(card(page)).toHaveCount(0);
  await page.evaluate(() => history.pushState(null, '', '/app/again'));
  expect(await page.evaluate(() => window.guide.explain('guide'))).toMatchObject({
    matches: false,
    reason: 'frequency',
  });
  expect(errors).toEqual([]);
});

test('an ad blocker stops the events: the tour runs all the same, nothing throws, and they arrive when it lets them', async ({
  page,
  server,
}) => {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  server.bundle = bundleOf([tourOf('three', [stepAt('a', '#one'), stepAt('b', undefined)])]);
  await page.route('**/v1/events', (route) => route.abort('blockedbyclient'));
  await page.goto(`${server.url}/tag`);
  for (const id of ['a', 'b']) {
    await expect(card(page).getByText(`Title of ${id}`)).toBeVisible();
    await button(page, 'Next').click();
  }
  await expect(card(page)).toHaveCount(0);
  expect(server.events).toEqual([]);
  await page.unroute('**/v1/events');
  await page.goto(`${server.url}/tag/later`);
  await expect.poll(() => server.events.map(({ type }) => type)).toContain('tour_completed');
  expect(errors).toEqual([]);
});

test('an ad blocker stops the script: every call that the app queues is safe', async ({ page, server }) => {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  await page.route('**/shirube.js', (route) => route.abort('blockedbyclient'));
  await page.goto(`${server.url}/tag`);
  await page.evaluate(() => {
    const queue = window.shirube as unknown as unknown[];
    queue.push(['identify', 'u1', { plan: 'trial' }]);
    queue.push(['track', 'x']);
  });
  await page.click('#one');
  expect(errors).toEqual([]);
});

test('what stops an ad blocker’s word lists: no path of ours has such a word in it', async ({ page, server }) => {
  server.bundle = bundleOf([tourOf('three', [stepAt('a', '#one', { spotlight: {} })])]);
  await page.goto(`${server.url}/tag`);
  await expect(card(page)).toBeVisible();
  await expect.poll(() => server.asked).toContain('/v1/events');
  for (const path of server.asked)
    expect(path).not.toMatch(
      /track|analytic|telemetr|collect|pixel|beacon|metric|\bads?\b|banner|popup|promo|survey|stat[s_]/i,
    );
});
