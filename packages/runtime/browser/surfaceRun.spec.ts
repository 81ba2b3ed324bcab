import { expect, type Page } from '@playwright/test';
import { begin, heard, test, title } from './harness/runtimeTest.ts';
import { stepAt, tourOf } from './pages.ts';

const tour = tourOf('spots', [
  stepAt('a', '#one', { kind: 'hotspot', beacon: { label: { en: 'New', ja: '新機能' } } }),
  stepAt('b', '#two', { kind: 'hotspot', page: '/second' }),
  stepAt('c', undefined, { kind: 'slideout' }),
]);
const beacon = (page: Page) => page.locator('shirube-hotspot').getByRole('button');
const isQuiet = async (page: Page): Promise<boolean> =>
  ((await beacon(page).getAttribute('part')) ?? '').includes('opened');

test('that a hotspot was opened is remembered: after a reload, on another page, in another tab, and when Back leads there again', async ({
  page,
  server,
  context,
}) => {
  const go = async (on: Page, path: string): Promise<void> => {
    await on.goto(server.url + path);
    await begin(on, [tour]);
    await expect(beacon(on)).toBeVisible();
  };
  await go(page, '/first');
  expect(await isQuiet(page)).toBe(false);
  await expect(beacon(page)).toHaveAccessibleName('New – Show tip: Title of a');
  await beacon(page).click();
  await expect(title(page, 'Title of a')).toBeVisible();
  expect(await isQuiet(page)).toBe(true);
  expect(await heard(page)).toEqual(['tour_exposed', 'tour_started', 'step_viewed']);
  await go(page, '/first');
  expect(await isQuiet(page)).toBe(true);
  await expect(title(page, 'Title of a')).toHaveCount(0);
  await go(page, '/other');
  expect(await isQuiet(page)).toBe(true);

  const other = await context.newPage();
  await page.close();
  await go(other, '/first');
  expect(await isQuiet(other)).toBe(true);
  await beacon(other).click();
  await other.getByRole('button', { name: 'Next' }).click();
  await go(other, '/second');
  expect(await isQuiet(other)).toBe(false);
  await beacon(other).click();
  await other.getByRole('button', { name: 'Back' }).click();
  await expect(beacon(other)).toHaveAccessibleName('New – Show tip: Title of a');
  expect(await isQuiet(other)).toBe(true);
});

test('a tour of a hotspot and a slideout is walked to its end, and its events come in order', async ({
  page,
  server,
}) => {
  await page.goto(`${server.url}/second`);
  await begin(page, [tour]);
  for (const id of ['a', 'b']) {
    await beacon(page).click();
    await expect(title(page, `Title of ${id}`)).toBeVisible();
    await page.getByRole('button', { name: 'Next' }).click();
  }
  await expect(page.locator('shirube-slideout')).toBeAttached();
  await page.getByRole('button', { name: 'Next' }).click();
  await expect(page.locator('shirube-slideout,shirube-hotspot,shirube-tooltip')).toHaveCount(0);
  const step = ['step_viewed', 'step_completed'];
  expect(await heard(page)).toEqual(['tour_exposed', 'tour_started', ...step, ...step, ...step, 'tour_completed']);
});

test("the cross of a hotspot's tip dismisses the tour", async ({ page, server }) => {
  await page.goto(`${server.url}/first`);
  await begin(page, [tour]);
  await beacon(page).click();
  await page.getByRole('button', { name: 'Close' }).click();
  await expect(beacon(page)).toHaveCount(0);
  expect((await heard(page)).at(-1)).toBe('tour_dismissed');
});
