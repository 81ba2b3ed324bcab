import {
  begin,
  button,
  card,
  expect,
  frames,
  type Page,
  seen,
  stepAt,
  test,
  told,
  tourOf,
} from './harness/situation.ts';

const body =
  '<main><button id="one">One</button> <button id="two">Two</button> <input id="field" aria-label="Field"></main>';
const kinds = [
  stepAt('a', '#one'),
  stepAt('b', '#two', { spotlight: { interactive: true }, advance: [{ on: 'click' }] }),
  stepAt('c', '#field', { spotlight: {}, advance: [{ on: 'input' }, { on: 'delay', ms: 60_000 }] }),
  stepAt('d', undefined),
];

/** What the page holds after everything that can be collected was: nodes, listeners, bytes. */
const held = async (page: Page) => {
  const client = await page.context().newCDPSession(page);
  await client.send('Performance.enable');
  await client.send('HeapProfiler.collectGarbage');
  await client.send('HeapProfiler.collectGarbage');
  const { metrics } = await client.send('Performance.getMetrics');
  const { usedSize } = await client.send('Runtime.getHeapUsage');
  const metric = (name: string): number => metrics.find((it) => it.name === name)?.value ?? Number.NaN;
  await client.detach();
  return { nodes: metric('Nodes'), listeners: metric('JSEventListeners'), bytes: usedSize };
};

/** Mounts a whole guide, waits until it is on the screen, and takes it away: some at once, some in the middle of their entrance. */
const mount = (page: Page, times: number, steps: readonly unknown[]): Promise<void> =>
  page.evaluate(
    async ([count, all]) => {
      const frame = (): Promise<unknown> => new Promise(requestAnimationFrame);
      for (let index = 0; index < count; index++) {
        const step = all[index % all.length];
        const guide = window.createShirube({
          tours: [
            { schemaVersion: 1, id: 'g', name: 'g', defaultLocale: 'en', locales: ['en'], steps: [step] } as never,
          ],
        });
        if (index % 3) await guide.start('g');
        for (let wait = 0; wait < index % 4; wait++) await frame();
        guide.destroy();
        guide.destroy();
      }
      await frame();
      await frame();
    },
    [times, steps] as const,
  );

test('500 guides come and go, some in the middle of their entrance: no node, no listener and no memory stays', async ({
  page,
  host,
}) => {
  test.setTimeout(180_000);
  await host(body);
  const html = await page.evaluate(() => document.documentElement.outerHTML);
  await mount(page, 40, kinds);
  const before = await held(page);
  await mount(page, 500, kinds);
  expect(await page.evaluate(() => document.documentElement.outerHTML)).toBe(html);
  // What the last guides still had to write and to close is done some time after they left.
  await expect.poll(async () => (await held(page)).listeners).toBeLessThanOrEqual(before.listeners);
  const after = await held(page);
  expect(after.nodes).toBeLessThanOrEqual(before.nodes + 10);
  // What the browser itself keeps, such as compiled code, comes to some 100 KB; one guide that stayed would be 17 KB, five hundred 8 MB.
  expect(after.bytes - before.bytes).toBeLessThan(500_000);
});

test('one tour walked to and fro a hundred times leaves as many nodes and listeners as one walk', async ({
  page,
  host,
  guide,
}) => {
  test.setTimeout(120_000);
  await host(body);
  await guide([stepAt('a', '#one'), stepAt('b', '#two', { spotlight: { interactive: true } })]);
  const walk = async (times: number): Promise<void> => {
    for (let count = 0; count < times; count++) {
      await button(page, 'Next').click();
      await expect(card(page).getByText('Title of b')).toBeVisible();
      await button(page, 'Back').click();
      await expect(card(page).getByText('Title of a')).toBeVisible();
    }
  };
  await walk(5);
  const before = await held(page);
  await walk(100);
  // A step on the screen may be at one of several moments; a leak of one a walk would be a hundred.
  await expect.poll(async () => (await held(page)).listeners).toBeLessThan(before.listeners + 20);
  expect((await held(page)).nodes).toBeLessThan(before.nodes + 50);
});

for (const step of kinds)
  test(`a framework mounts twice, as in strict mode, and leaves in the middle of the entrance: step ${step.id} is there once, then not at all`, async ({
    page,
    host,
  }) => {
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(String(error)));
    await host(body);
    await page.evaluate(() => {
      window.createShirube({ tours: [] }).destroy();
    });
    await page.evaluate((it) => {
      const options = {
        tours: [
          {
            schemaVersion: 1,
            id: 'g',
            name: 'g',
            defaultLocale: 'en',
            locales: ['en'],
            steps: [it],
            trigger: { on: 'page', page: '/*' },
          } as never,
        ],
        interruptions: { everyMinutes: 0, perDay: 100 },
      };
      window.heard = [];
      const mount = () => window.createShirube({ ...options, onEvent: (event) => window.heard.push(event) });
      const first = mount();
      first.destroy();
      window.guide = mount();
    }, step);
    await seen(page, step.id);
    await expect(page.locator('shirube-tooltip, shirube-modal')).toHaveCount(1);
    expect(await told(page)).toEqual([`step_viewed ${step.id}`]);
    const left = await page.evaluate(async () => {
      const outcome = window.guide.start('g');
      window.guide.destroy();
      await outcome;
      await new Promise(requestAnimationFrame);
      return document.documentElement.outerHTML.includes('shirube-');
    });
    expect(left).toBe(false);
    await page.click('#two');
    expect(errors).toEqual([]);
  });

test('a whole tour shifts nothing: not the app, and not itself while its target moves, the page scrolls and its text grows', async ({
  page,
  host,
  guide,
}) => {
  await host({
    body: `<div id="top" style="height:10px"></div>${body}<p id="far" style="margin:700px 0 900px">Far</p>`,
    before: `window.shifts = []; new PerformanceObserver((list) => { for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shifts.push([entry.value, ...entry.sources.map(({ node }) => node?.nodeName)].join()); }).observe({ type: 'layout-shift', buffered: true });`,
  });
  await guide([...kinds.slice(0, 2), stepAt('e', '#far'), ...kinds.slice(2)].map((step) => ({ ...step, advance: [] })));
  const shifts = () => page.evaluate(() => (window as unknown as { shifts: string[] }).shifts);
  for (const id of ['a', 'b', 'e', 'c', 'd']) {
    await expect(card(page).getByText(`Title of ${id}`)).toBeVisible();
    await frames(page, 10);
    // Layout shifts right after an input are forgiven: what moves here is moved by the page alone.
    await page.waitForFunction((at) => performance.now() - at > 600, await page.evaluate(() => performance.now()));
    for (const [x, y] of [
      [40, 30],
      [0, 60],
      [0, 0],
    ] as const) {
      await page.evaluate(
        ([dx, dy]) => {
          for (const target of document.querySelectorAll<HTMLElement>('#one, #two, #field'))
            target.style.translate = `${dx}px ${dy}px`;
        },
        [x, y] as const,
      );
      await frames(page, 4);
    }
    await page.evaluate(() => scrollTo(0, scrollY + 50));
    await frames(page, 4);
    await page.evaluate(() => scrollTo(0, 0));
    await frames(page, 10);
    expect(await shifts(), id).toEqual([]);
    await button(page, 'Next').click();
  }
  await expect(card(page)).toHaveCount(0);
  await frames(page, 10);
  expect(await shifts()).toEqual([]);
});

test('a modal that comes by itself shifts nothing', async ({ page, host, guide }) => {
  await host({
    body,
    before: `window.shifts = []; new PerformanceObserver((list) => { for (const entry of list.getEntries()) window.shifts.push(entry.value); }).observe({ type: 'layout-shift', buffered: true });`,
  });
  await guide([stepAt('d', undefined)]);
  await seen(page, 'd');
  await frames(page, 20);
  expect(await page.evaluate(() => (window as unknown as { shifts: number[] }).shifts)).toEqual([]);
});

test('several calls of begin on one page show one guide and say so once', async ({ page, host }) => {
  const lines: string[] = [];
  page.on('console', (message) => lines.push(message.text()));
  await host(body);
  const tours = [tourOf('guide', [kinds[0] as never])];
  await begin(page, tours);
  await seen(page, 'a');
  const same = await page.evaluate(() => window.createShirube({ tours: [] }) === window.guide);
  expect(same).toBe(true);
  await expect(card(page)).toHaveCount(1);
  expect(lines.filter((line) => line.includes('[shirube]'))).toHaveLength(1);
});
