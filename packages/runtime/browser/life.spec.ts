import { expect, type Page } from '@playwright/test';
import { begin, heard, test, title } from './harness/runtimeTest.ts';
import { bundleOf, stepAt, tourOf } from './pages.ts';

const three = tourOf('three', [stepAt('a', '#one'), stepAt('b', '#two'), stepAt('c', undefined)]);
const comeBack = (page: Page) =>
  page.evaluate(() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })));

test('a page from the back/forward cache yields to the page that has the run now', async ({
  page,
  context,
  server,
}) => {
  server.bundle = bundleOf([three]);
  await page.goto(`${server.url}/tag`);
  await expect(title(page, 'Title of a')).toBeVisible();
  const other = await context.newPage();
  await other.goto(`${server.url}/tag/other`);
  await other.evaluate(() => window.shirube.explain('three'));
  await comeBack(page);
  // One of the two shows it, whichever was first.
  const shows = async () => [await page.getByRole('dialog').count(), await other.getByRole('dialog').count()].join();
  await expect.poll(shows).toMatch(/^(1,0|0,1)$/);
  const [active, waiting] = (await shows()) === '1,0' ? [page, other] : [other, page];
  for (let i = 0; i < 3; i++) await active.getByRole('button', { name: 'Next' }).click();
  await expect.poll(() => server.events.map(({ type }) => type)).toContain('tour_completed');
  await comeBack(waiting);
  await expect
    .poll(() => waiting.evaluate(() => window.shirube.explain('three')))
    .toMatchObject({ reason: 'frequency' });
  expect(new Set(server.events.flatMap((event) => ('runId' in event ? [event.runId] : []))).size).toBe(1);
  expect(server.events.filter(({ type }) => type === 'tour_ended' || type === 'tour_dismissed')).toEqual([]);
});

test('a page from the back/forward cache does not show what was finished elsewhere', async ({
  page,
  context,
  server,
}) => {
  server.bundle = bundleOf([{ ...three, trigger: { on: 'page', page: '/tag/two' } }]);
  await page.goto(`${server.url}/tag`);
  await page.evaluate(() => window.shirube.explain('three'));
  const other = await context.newPage();
  await other.goto(`${server.url}/tag/two`);
  await expect(title(other, 'Title of a')).toBeVisible();
  await other.keyboard.press('Escape');
  await expect.poll(() => server.events.map(({ type }) => type)).toContain('tour_dismissed');
  await comeBack(page);
  expect(await page.evaluate(() => window.shirube.explain('three'))).toMatchObject({ matches: false });
  await page.evaluate(() => history.pushState(null, '', '/tag/two'));
  expect(await page.evaluate(() => window.shirube.explain('three'))).toMatchObject({ reason: 'frequency' });
});

test('a page that is made ready in advance counts nothing and shows nothing before it is looked at', async ({
  page,
  server,
}) => {
  server.bundle = bundleOf([three]);
  await page.addInitScript(() => {
    Object.defineProperty(document, 'prerendering', { value: true, configurable: true });
  });
  await page.goto(`${server.url}/tag`);
  await page.evaluate(() => window.shirube.track('early'));
  await page.waitForLoadState('networkidle');
  expect(server.asked.filter((path) => path.startsWith('/v1'))).toEqual([]);
  await expect(page.locator('shirube-tooltip')).toHaveCount(0);
  await page.evaluate(() => {
    Object.defineProperty(document, 'prerendering', { value: false });
    document.dispatchEvent(new Event('prerenderingchange'));
  });
  await expect(title(page, 'Title of a')).toBeVisible();
  await expect.poll(() => server.events.map(({ type }) => type)).toContain('track');
});

test('two products on one page: both answer, and one guide is on the screen at a time', async ({ page, server }) => {
  await page.goto(`${server.url}/first`);
  await begin(page, [three], { key: 'pk_one' });
  await expect(title(page, 'Title of a')).toBeVisible();
  const second = await page.evaluate(
    async ([tour]) => {
      const own = window.createShirube({ key: 'pk_two', tours: tour ? [tour] : [] });
      Object.assign(window, { own });
      return [await own.start('second'), (await window.guide.explain('three')).reason];
    },
    [tourOf('second', [stepAt('s', '#two')], { trigger: { on: 'manual' } })],
  );
  expect(second).toEqual(['held', 'running']);
  await expect(page.getByRole('dialog')).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect
    .poll(() => page.evaluate(() => (window as unknown as { own: typeof window.guide }).own.start('second')))
    .toMatch(/started|already_running/);
  await expect(title(page, 'Title of s')).toBeVisible();
});

test('a host that takes our nodes out of the page does not leave the run stuck', async ({ page, server }) => {
  await page.goto(`${server.url}/first`);
  await begin(page, [three]);
  await expect(title(page, 'Title of a')).toBeVisible();
  await page.evaluate(() => document.querySelector('shirube-tooltip')?.remove());
  await expect(title(page, 'Title of a')).toBeVisible();
  await page.getByRole('button', { name: 'Next' }).click();
  await expect(title(page, 'Title of b')).toBeVisible();
  const views = async () => (await heard(page)).filter((type) => type === 'step_viewed').length;
  await expect.poll(views).toBe(2);
});

test('a host that wraps addEventListener and stops what it hears neither breaks a step nor its advance', async ({
  page,
  server,
}) => {
  await page.addInitScript(() => {
    const { addEventListener } = EventTarget.prototype;
    EventTarget.prototype.addEventListener = function (type, hear, options) {
      const wrapped = (event: Event): void => {
        if (typeof hear === 'function') hear.call(this, event);
        else hear?.handleEvent(event);
      };
      addEventListener.call(this, type, hear && wrapped, options);
    };
    for (const type of ['click', 'pointerdown', 'input', 'focusin'])
      addEventListener.call(document, type, (event) => event.stopImmediatePropagation(), true);
  });
  await page.goto(`${server.url}/first`);
  const tour = tourOf('stopped', [
    stepAt('a', '#one', { advance: [{ on: 'click' }] }),
    stepAt('b', '#two', { advance: [{ on: 'click' }] }),
  ]);
  await begin(page, [tour]);
  await expect(title(page, 'Title of a')).toBeVisible();
  await page.click('#one');
  await expect(title(page, 'Title of b')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
});
