import { expect } from '@playwright/test';
import { signIn, test } from './harness/fixtures.ts';
import { TOKEN } from './harness/mockServer.ts';

const panel = 'section[aria-label="Shirube editor"]';

test('opens over the app without a violation of its policy and without taking focus', async ({ page, hostApp }) => {
  const app = await hostApp();
  await page.goto(`${app.origin}/invoices?shirube=edit`);
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('search');
  expect(await page.evaluate('violations')).toEqual([]);
});

test('signs in through a window and lists the live tours first', async ({ page, hostApp, server }) => {
  const app = await hostApp();
  await signIn(page, app);
  const rows = page.locator(`${panel} .row`);
  await expect(rows).toHaveCount(2);
  await expect(rows.first()).toContainText('Send your first invoice');
  await expect(rows.first()).toContainText('Version 3 live in production · Version 4 in staging · 5 steps');
  await expect(rows.first()).toContainText('Changed by aiko@example.com');
  await expect(rows.last()).toContainText('Not live');
  expect(server.requests.some((request) => request.includes(TOKEN))).toBe(false);
  expect(page.url()).not.toContain(TOKEN);
  expect(await page.evaluate('violations')).toEqual([]);
});

test('shows the steps of the live version and says of each target what became of it', async ({ page, hostApp }) => {
  const app = await hostApp();
  await signIn(page, app);
  await page.getByRole('button', { name: /Send your first invoice/ }).click();
  const steps = page.locator(`${panel} .steps li`);
  await expect(steps).toHaveCount(5);
  await expect(steps.nth(0)).toContainText('Has no target');
  await expect(steps.nth(4)).toContainText('On another page: /settings');

  await steps.nth(1).getByRole('button', { name: 'Show target' }).click();
  await expect(steps.nth(1)).toContainText('Found');
  const target = await page.locator('#new-invoice').boundingBox();
  const frame = await page.locator('shirube-editor .frame').boundingBox();
  expect(frame?.x).toBeCloseTo((target?.x ?? 0) - 4, 0);
  expect(frame?.width).toBeCloseTo((target?.width ?? 0) + 8, 0);

  await steps.nth(2).getByRole('button', { name: 'Show target' }).click();
  await expect(steps.nth(2)).toContainText('Hidden');
  await steps.nth(3).getByRole('button', { name: 'Show target' }).click();
  await expect(steps.nth(3)).toContainText('Missing');
  await expect(page.locator('shirube-editor .frame')).toBeHidden();
});

test('follows a shown target that moves, and leaves the page as it was', async ({ page, hostApp }) => {
  const app = await hostApp();
  await signIn(page, app);
  const markup = () => page.evaluate(() => document.body.outerHTML);
  const before = await markup();
  await page.getByRole('button', { name: /Send your first invoice/ }).click();
  await page.getByRole('button', { name: 'Show target' }).first().click();
  await expect(page.locator('shirube-editor .frame')).toBeVisible();
  expect(await markup()).toBe(before);
  await page.evaluate(() =>
    document.querySelector('h1')?.insertAdjacentElement('beforebegin', document.createElement('hr')),
  );
  const target = await page.locator('#new-invoice').boundingBox();
  await expect
    .poll(async () => Math.round((await page.locator('shirube-editor .frame').boundingBox())?.y ?? 0))
    .toBe(Math.round((target?.y ?? 0) - 4));
});

test('shows the draft of a tour that is not live, and says how to change it', async ({ page, hostApp, server }) => {
  const app = await hostApp();
  await signIn(page, app);
  await page.getByRole('button', { name: /Invite your team/ }).click();
  await expect(page.locator(panel)).toContainText('This is the draft');
  await expect(page.locator(`${panel} .steps li`)).toHaveCount(1);
  await page.getByText('Read-only: edit the tour’s file and publish it').click();
  await expect(page.locator(panel)).toContainText(`PUT ${server.origin}/v1/tours/invite`);
});

test('knows that the page changed without a load', async ({ page, hostApp }) => {
  const app = await hostApp();
  await signIn(page, app);
  await page.getByRole('button', { name: /Send your first invoice/ }).click();
  await expect(page.getByRole('button', { name: 'Show target' })).toHaveCount(3);
  await page.evaluate(() => history.pushState(null, '', '/settings'));
  await expect(page.getByRole('button', { name: 'Show target' })).toHaveCount(1);
});

test('close takes everything out, forgets the sign-in and cleans the address', async ({ page, hostApp }) => {
  const app = await hostApp();
  await signIn(page, app, '/invoices');
  await expect(page.getByRole('button', { name: /Invite your team/ })).toBeVisible();
  await page.getByRole('button', { name: 'Close the editor' }).click();
  await expect(page.locator('shirube-editor')).toHaveCount(0);
  expect(page.url()).toBe(`${app.origin}/invoices`);
  await page.reload();
  await page.waitForFunction('globalThis.loadEditor !== undefined');
  await expect(page.locator('shirube-editor')).toHaveCount(0);
  expect(await page.evaluate((token) => JSON.stringify(sessionStorage).includes(token), TOKEN)).toBe(false);
});

test('stays open and signed in on the next page of the same tab', async ({ page, hostApp }) => {
  const app = await hostApp();
  await signIn(page, app);
  await expect(page.getByRole('button', { name: /Invite your team/ })).toBeVisible();
  await page.goto(`${app.origin}/settings`);
  await expect(page.getByRole('button', { name: /Invite your team/ })).toBeVisible();
});
