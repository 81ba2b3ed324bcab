import { bundleOf } from '../../packages/runtime/browser/pages.ts';
import { begin, expect, type Page, seen, stepAt, test, told, tourOf } from './harness/situation.ts';

const body = '<main><button id="one">One</button></main>';
const scheduled = (id: string, from: string | undefined, until: string | undefined) =>
  tourOf(id, [stepAt(id, '#one')], { schedule: { from, until } });
const why = (page: Page, id: string) => page.evaluate((it) => window.guide.explain(it), id);

for (const timezoneId of ['Asia/Tokyo', 'America/New_York', 'Pacific/Kiritimati']) {
  test.describe(`the device is in ${timezoneId}`, () => {
    test.use({ timezoneId });
    test('a schedule means its instants, wherever the device is, also in the hour that a clock has twice', async ({
      page,
      host,
    }) => {
      // In New York, 2026-11-01 01:30 was twice: at 05:30 and at 06:30 UTC.
      const before = tourOf('second', [stepAt('second', '#one')], {
        schedule: { from: '2026-11-01T01:30:00-05:00', until: '2026-11-01T01:31:00-05:00' },
      });
      const first = scheduled('first', '2026-11-01T01:30:00-04:00', '2026-11-01T01:31:00-04:00');
      await page.clock.install({ time: new Date('2026-11-01T05:30:10Z') });
      await host(body);
      await begin(page, [first, before]);
      await seen(page, 'first');
      expect(await why(page, 'second')).toMatchObject({ reason: 'not_yet' });
      await page.keyboard.press('Escape');
      await page.clock.setSystemTime(new Date('2026-11-01T06:30:10Z'));
      expect(await why(page, 'first')).toMatchObject({ reason: 'over' });
      await page.evaluate(() => history.pushState(null, '', '/app/later'));
      await seen(page, 'second');
    });
  });
}

for (const [name, now] of Object.entries({
  'in 1970': '1970-01-01T00:00:05Z',
  'a year behind': '2025-11-22T12:00:00Z',
  'in 2106': '2106-02-07T06:28:16Z',
}))
  test(`the device's clock is ${name}: a tour without a schedule runs from start to end, is not shown again, and nothing breaks`, async ({
    page,
    host,
  }) => {
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(String(error)));
    await page.clock.install({ time: new Date(now) });
    await host(body);
    const tours = [tourOf('plain', [stepAt('a', '#one'), stepAt('b', '#one')])];
    await begin(page, tours);
    await seen(page, 'a');
    await page.getByRole('button', { name: 'Next' }).click();
    await seen(page, 'b');
    await page.reload();
    await begin(page, tours);
    await seen(page, 'b');
    await page.getByRole('button', { name: 'Next' }).click();
    await expect.poll(() => told(page)).toContain('tour_completed');
    await page.reload();
    await begin(page, tours);
    expect(await why(page, 'plain')).toMatchObject({ reason: 'frequency' });
    expect(errors).toEqual([]);
  });

test('the clock is put right while the page is open, backward and forward by a year: the tour that runs goes on', async ({
  page,
  host,
}) => {
  await page.clock.install({ time: new Date('2027-11-22T12:00:00Z') });
  await host(body);
  await begin(page, [tourOf('plain', [stepAt('a', '#one'), stepAt('b', '#one'), stepAt('c', '#one')])]);
  await seen(page, 'a');
  await page.clock.setSystemTime(new Date('2026-11-22T12:00:00Z'));
  await page.getByRole('button', { name: 'Next' }).click();
  await seen(page, 'b');
  await page.clock.setSystemTime(new Date('2027-11-22T12:00:00Z'));
  await page.getByRole('button', { name: 'Next' }).click();
  await seen(page, 'c');
});

test("the device's clock is a year behind: a tour whose time is over by the server's last change is not shown", async ({
  page,
  server,
}) => {
  const now = Date.parse('2026-11-22T12:00:00Z');
  const over = scheduled('over', '2025-01-01T00:00:00Z', '2026-11-01T00:00:00Z');
  server.bundle = bundleOf([{ ...over, priority: 9 }, tourOf('plain', [stepAt('plain', '#one')])], { updatedAt: now });
  await page.clock.install({ time: new Date('2025-11-22T12:00:00Z') });
  await page.goto(`${server.url}/tag`);
  await expect(page.getByText('Title of plain', { exact: true })).toBeVisible();
  expect(await page.evaluate(() => window.shirube.explain('over'))).toMatchObject({ reason: 'over' });
});
