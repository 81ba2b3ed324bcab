import { expect } from '@playwright/test';
import { signIn, test } from './harness/fixtures.ts';

/** What the editor says when something goes wrong: what happened, and what to do. */

test('a blocked window is named, and the next press works', async ({ page, hostApp }) => {
  const app = await hostApp();
  await page.goto(`${app.origin}/?shirube=edit`);
  await page.evaluate('globalThis.realOpen = window.open, window.open = () => null');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('alert')).toContainText('blocked the sign-in window');
  await page.evaluate('window.open = globalThis.realOpen');
  const opened = page.waitForEvent('popup');
  await page.getByRole('button', { name: 'Sign in again' }).click();
  await (await opened).getByRole('button', { name: 'Allow' }).click();
  await expect(page.locator('shirube-editor .row')).toHaveCount(2);
});

test('a window that is closed without an answer asks for another try', async ({ page, hostApp }) => {
  const app = await hostApp();
  await page.clock.install();
  await page.goto(`${app.origin}/?shirube=edit`);
  const opened = page.waitForEvent('popup');
  await page.getByRole('button', { name: 'Sign in' }).click();
  const popup = await opened;
  await popup.getByRole('button', { name: 'Allow' }).waitFor();
  await page.clock.runFor(1000);
  await popup.close();
  await expect(async () => {
    await page.clock.runFor(1000);
    expect(await page.getByRole('alert').allTextContents()).toEqual([
      expect.stringContaining('was closed before it answered'),
    ]);
  }).toPass();
});

test('an app that cuts the window off is told which header does it', async ({ page, hostApp }) => {
  const app = await hostApp({ headers: { 'cross-origin-opener-policy': 'same-origin' } });
  await page.goto(`${app.origin.replace('127.0.0.1', 'localhost')}/?shirube=edit`);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('alert')).toContainText('Cross-Origin-Opener-Policy');
});

test('a token from any other sender is not taken', async ({ page, hostApp, server }) => {
  const app = await hostApp();
  await page.goto(`${app.origin}/?shirube=edit`);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.evaluate(() => window.postMessage({ type: 'shirube-editor-token', token: 'et_forged' }, '*'));
  await expect(page.getByRole('heading', { name: 'Waiting for the sign-in window' })).toBeVisible();
  expect(server.requests.some((path) => path.startsWith('/v1/tours'))).toBe(false);
  expect(await page.evaluate(() => JSON.stringify(sessionStorage))).not.toContain('et_forged');
});

test('an ended sign-in asks for a new one', async ({ page, hostApp, server }) => {
  const app = await hostApp();
  await signIn(page, app);
  await expect(page.locator('shirube-editor .row')).toHaveCount(2);
  server.tokens.clear();
  await page.getByRole('button', { name: 'Load again' }).click();
  await expect(page.getByRole('alert')).toContainText('Your sign-in has ended');
  expect(await page.evaluate(() => JSON.stringify(sessionStorage))).not.toContain('et_');
});

test('a refusal repeats what the server said', async ({ page, hostApp, server }) => {
  server.refusal = { status: 403, detail: 'viewers cannot open the editor' };
  await signIn(page, await hostApp());
  await expect(page.getByRole('alert')).toContainText('viewers cannot open the editor');
  server.refusal = undefined;
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.locator('shirube-editor .row')).toHaveCount(2);
});

test('a server that is gone is named, and the app is said to be safe', async ({ page, hostApp, server }) => {
  const app = await hostApp();
  await signIn(page, app);
  await expect(page.locator('shirube-editor .row')).toHaveCount(2);
  await page.route(`${server.origin}/v1/**`, (route) => route.abort());
  await page.getByRole('button', { name: 'Load again' }).click();
  await expect(page.getByRole('alert')).toContainText(`${server.origin} cannot be reached. The app is not affected.`);
});

test('a wrong key of the page is not mistaken for an ended sign-in', async ({ page, hostApp }) => {
  await signIn(page, await hostApp({ key: 'pk_old' }));
  await expect(page.getByRole('alert')).toContainText('does not know this page’s key');
});
