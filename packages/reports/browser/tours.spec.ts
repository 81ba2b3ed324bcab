import { brotliCompressSync } from 'node:zlib';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './test.ts';

const names = (page: Page): Locator => page.locator('table.tours tbody .tour-link');

test('one sentence answers before the table does', async ({ page, dashboard }) => {
  await page.goto(dashboard.url);
  await expect(page.locator('.finding')).toHaveText('2 tours live. 321 of 534 runs finished in the last 30 days.');
});

test('every number of a tour is in its row, each rate with its fraction and interval', async ({ page, dashboard }) => {
  await page.goto(dashboard.url);
  const row = page.getByRole('row', { name: /Send your first invoice/ });
  await expect(row).toContainText('Version 4 live');
  await expect(row.getByRole('cell').nth(0)).toHaveText('520');
  await expect(row.getByRole('cell').nth(1)).toHaveText('312');
  await expect(row.getByRole('cell').nth(2)).toContainText('60%');
  await expect(row.getByRole('cell').nth(2)).toContainText('312 of 520');
  await expect(row.getByRole('cell').nth(2)).toContainText('56–64%');
  await expect(row.getByRole('cell').nth(3)).toContainText('185');
  for (const part of ['Dismissed 97', 'Abandoned 70', 'Broken 18']) {
    await expect(row.getByRole('cell').nth(3)).toContainText(part);
  }
  await expect(row.locator('time')).toHaveText('5 minutes ago');
});

test('a tour without runs has no rate, and simulated data says so', async ({ page, dashboard }) => {
  await page.goto(dashboard.url);
  const empty = page.getByRole('row', { name: /Close the month/ });
  await expect(empty).toContainText('Not live');
  await expect(empty.getByRole('cell').nth(2)).toHaveText('— no runs yet');
  await expect(page.getByRole('row', { name: /Invite your team/ })).toContainText('Simulated data');
  await expect(page.getByRole('row', { name: /Send your first/ })).not.toContainText('Simulated data');
  await expect(page.locator('main')).not.toContainText('NaN');
});

test('columns sort by keyboard, the order is in the address, and what has no value stays last', async ({
  page,
  dashboard,
}) => {
  await page.goto(dashboard.url);
  await expect(names(page)).toHaveText(['Send your first invoice', 'Invite your team', 'Close the month']);
  await page.getByRole('button', { name: 'Completion rate', exact: true }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('columnheader', { name: /Completion rate/ })).toHaveAttribute('aria-sort', 'descending');
  await expect(names(page)).toHaveText(['Invite your team', 'Send your first invoice', 'Close the month']);
  await page.keyboard.press('Space');
  await expect(names(page)).toHaveText(['Send your first invoice', 'Invite your team', 'Close the month']);
  await expect(page).toHaveURL(/sort=rate/);
  await page.reload();
  await expect(page.getByRole('columnheader', { name: /Completion rate/ })).toHaveAttribute('aria-sort', 'ascending');
});

test('a name leads to its tour in the same period, and the back button returns', async ({ page, dashboard }) => {
  await page.goto(`${dashboard.url}/?days=90`);
  await page.getByRole('link', { name: 'Send your first invoice' }).click();
  await expect(page).toHaveURL(`${dashboard.url}/tours/first-invoice?days=90`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Send your first invoice');
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await page.goBack();
  await expect(page.getByRole('heading', { name: 'All tours' })).toBeFocused();
  await expect(page).toHaveURL(`${dashboard.url}/?days=90`);
});

test('the list opens without the chart library: at most 23 kB of script, compressed', async ({ page, dashboard }) => {
  const scripts: Promise<Buffer>[] = [];
  page.on('response', (response) => {
    if (response.url().endsWith('.js')) scripts.push(response.body());
  });
  await page.goto(dashboard.url);
  await expect(names(page).first()).toBeVisible();
  const sizes = (await Promise.all(scripts)).map((script) => brotliCompressSync(script).length);
  const total = sizes.reduce((sum, size) => sum + size, 0);
  expect(total).toBeGreaterThan(1000);
  expect(total).toBeLessThan(23_000);
});

test('an empty workspace says what will appear, and copies the script tag', async ({ page, dashboard, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  dashboard.api.tours = {};
  await page.goto(dashboard.url);
  await expect(page.getByRole('heading', { name: 'Your tours will appear here' })).toBeVisible();
  const tag = `<script type="module" src="${dashboard.url}/shirube.js" data-key="pk_production"></script>`;
  await expect(page.getByRole('region', { name: 'Script tag for your app' })).toHaveText(tag);
  await page.getByRole('button', { name: 'Copy the script tag' }).click();
  await expect(page.getByRole('button', { name: 'Copied' })).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(tag);
});
