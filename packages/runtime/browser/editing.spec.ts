import { expect } from '@playwright/test';
import { test, title } from './harness/runtimeTest.ts';
import { bundleOf, stepAt, tourOf } from './pages.ts';

const EDITOR = 'export const closed = new Promise((resolve) => { window.closeEditor = resolve; });';
const tour = tourOf('two', [stepAt('a', '#one'), stepAt('b', '#two')]);
const another = tourOf('help', [stepAt('h', '#two')], { trigger: { on: 'manual' } });

test('while the editor is open nothing is shown or recorded; when it closes, the run goes on where it was', async ({
  page,
  server,
}) => {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  server.editor = EDITOR;
  server.bundle = bundleOf([tour, another]);
  await page.goto(`${server.url}/tag`);
  await page.getByRole('button', { name: 'Next' }).click();
  await expect(title(page, 'Title of b')).toBeVisible();
  await page.goto(`${server.url}/tag?shirube=edit`);
  await page.waitForFunction(() => 'closeEditor' in window);
  const outcome = await page.evaluate(async () => {
    await window.shirube.identify('u1', { plan: 'trial' });
    window.shirube.track('edited');
    return window.shirube.start('help');
  });
  expect(outcome).toBe('failed');
  await page.waitForLoadState('networkidle');
  await expect(page.locator('shirube-tooltip')).toHaveCount(0);
  await page.evaluate(() => (window as unknown as { closeEditor(): void }).closeEditor());
  await expect(title(page, 'Title of b')).toBeVisible();
  await page.getByRole('button', { name: 'Next' }).click();
  await expect.poll(() => server.events.map(({ type }) => type)).toContain('tour_completed');
  const runs = server.events.flatMap((event) => ('runId' in event ? [event.runId] : []));
  expect(new Set(runs).size).toBe(1);
  const ends = server.events.filter(({ type }) => /tour_(completed|dismissed|ended)/.test(type));
  expect(ends).toHaveLength(1);
  expect(ends[0]?.userId).toBe('u1');
  expect(server.events.some((event) => event.type === 'track')).toBe(false);
  expect(errors).toEqual([]);
});

test('an editor that cannot be loaded does not keep the tours away', async ({ page, server }) => {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  server.bundle = bundleOf([tour]);
  await page.goto(`${server.url}/tag?shirube=edit`);
  await expect(title(page, 'Title of a')).toBeVisible();
  expect(errors).toEqual([]);
});
