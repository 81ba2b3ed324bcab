import { expect, type Page } from '@playwright/test';
import { PASSWORD, test } from './guestTest.ts';

/** Who may edit, how the editor gets to know, and what it says when that fails. */

const tokenOf = (page: Page): Promise<string> =>
  page.evaluate(() => Object.entries(sessionStorage).find(([name]) => name.includes(':token:'))?.[1] ?? '');

test('a blocked window is named, and the next press works', async ({ guest, page }) => {
  await guest.open();
  await page.evaluate('globalThis.realOpen = window.open, window.open = () => null');
  await guest.editor.getByRole('button', { name: 'Sign in' }).click();
  await expect(guest.editor.getByRole('alert')).toContainText('blocked the sign-in window');
  await page.evaluate('window.open = globalThis.realOpen');
  await guest.signIn();
  await expect(guest.editor.getByRole('heading', { name: 'Tours' })).toBeVisible();
});

test('a window that is closed without an answer asks for another try', async ({ guest, page }) => {
  await page.clock.install();
  await guest.open();
  const opened = page.waitForEvent('popup');
  await guest.editor.getByRole('button', { name: 'Sign in' }).click();
  const popup = await opened;
  await expect(popup.locator('[name=password]')).toBeVisible();
  // The editor has seen it open.
  await page.clock.runFor(1000);
  await popup.close();
  await expect(async () => {
    await page.clock.runFor(1000);
    expect(await guest.editor.getByRole('alert').allTextContents()).toEqual([
      expect.stringContaining('was closed before it answered'),
    ]);
  }).toPass();
});

test('an app that cuts the window off is told which header does it', async ({ guest, page }) => {
  const url = guest.app.page({ headers: { 'cross-origin-opener-policy': 'same-origin' } });
  // The header counts on an address that the browser trusts by its name.
  await page.goto(`${url.replace('127.0.0.1', 'localhost')}?shirube=edit`);
  await guest.editor.getByRole('button', { name: 'Sign in' }).click();
  await expect(guest.editor.getByRole('alert')).toContainText('Cross-Origin-Opener-Policy');
});

test('a wrong password is refused in the window, which stays open for the right one', async ({ guest, page }) => {
  await guest.open();
  const opened = page.waitForEvent('popup');
  await guest.editor.getByRole('button', { name: 'Sign in' }).click();
  const popup = await opened;
  await popup.locator('[name=password]').fill('not the password');
  await popup.locator('[type=submit]').click();
  await expect(popup.getByRole('alert').filter({ hasText: 'password is wrong' })).toBeVisible();
  await popup.locator('[name=password]').fill(PASSWORD);
  await popup.locator('[type=submit]').click();
  await popup.getByRole('button', { name: 'Allow' }).click();
  await expect(guest.editor.getByRole('heading', { name: 'Tours' })).toBeVisible();
});

test('a token from any other sender is not taken', async ({ guest, page }) => {
  await guest.open();
  const opened = page.waitForEvent('popup');
  await guest.editor.getByRole('button', { name: 'Sign in' }).click();
  await opened;
  await page.evaluate(() => window.postMessage({ type: 'shirube-editor-token', token: 'et_forged' }, '*'));
  await expect(guest.editor.getByRole('heading', { name: 'Waiting for the sign-in window' })).toBeVisible();
  expect(await tokenOf(page)).toBe('');
});

test('the token is in the tab’s own storage and in the Authorization header, and nowhere else', async ({
  guest,
  page,
  context,
}) => {
  const told: string[] = [];
  const sent: string[] = [];
  context.on('request', (request) => {
    told.push(request.url(), request.headers().referer ?? '', request.postData() ?? '', request.headers().cookie ?? '');
    sent.push(request.headers().authorization ?? '');
  });
  await guest.open();
  await guest.signIn();
  await guest.record();
  await guest.saved();
  const token = await tokenOf(page);
  expect(token).toMatch(/^et_/);
  expect(sent).toContain(`Bearer ${token}`);
  expect(told.filter((text) => text.includes(token))).toEqual([]);
  const seen = await page.evaluate(() => [
    document.documentElement.outerHTML,
    document.cookie,
    JSON.stringify({ ...localStorage }),
    JSON.stringify(history.state),
    performance
      .getEntries()
      .map(({ name }) => name)
      .join(),
    window.name,
  ]);
  expect(seen.filter((text) => text?.includes(token))).toEqual([]);
});

test('a token is worth nothing on another origin, nor after the person has signed out', async ({ guest, page }) => {
  await guest.openSignedIn();
  const token = await tokenOf(page);
  const ask = (origin: string): Promise<number> =>
    fetch(`${guest.world.server.url}/v1/tours`, { headers: { authorization: `Bearer ${token}`, origin } }).then(
      ({ status }) => status,
    );
  expect(await ask(guest.app.origin)).toBe(200);
  expect(await ask('https://elsewhere.example')).toBeGreaterThanOrEqual(401);
  await guest.editor.getByRole('button', { name: 'Sign out' }).click();
  await expect(guest.editor.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  expect(await ask(guest.app.origin)).toBe(401);
  expect(await tokenOf(page)).toBe('');
});

test('a sign-in that ends in the middle loses no word: it is kept, and sent after the next one', async ({
  guest,
  page,
}) => {
  await guest.openSignedIn();
  await guest.record('#new-invoice', 'Before');
  await guest.saved();
  const token = await tokenOf(page);
  const { server } = guest.world;
  await fetch(`${server.url}/v1/editor-tokens/current`, {
    method: 'DELETE',
    headers: { authorization: `Bearer ${token}`, origin: guest.app.origin },
  });
  await page.keyboard.type(' and after');
  await expect(guest.editor.getByRole('alert')).toContainText('Your sign-in has ended');
  expect(await tokenOf(page)).toBe('');
  await guest.signIn();
  await expect(guest.card).toContainText('Before and after');
  await guest.saved();
  const { tours } = await guest.world.api<{ tours: { id: string }[] }>('GET', '/v1/tours');
  const texts = await Promise.all(tours.map(({ id }) => guest.world.api('GET', `/v1/tours/${id}`)));
  expect(JSON.stringify(texts)).toContain('Before and after');
});

test('a server that is gone is named, the app is said to be safe, and what is written waits', async ({
  guest,
  page,
}) => {
  await guest.openSignedIn();
  await guest.record();
  await guest.saved();
  await page.route(`${guest.world.server.url}/v1/**`, (route) => route.abort());
  await page.keyboard.type(' without a server');
  await expect(guest.editor.locator('[data-save=local]')).toContainText('Kept here, not sent yet');
  await guest.editor.getByRole('button', { name: 'All tours' }).click();
  await expect(guest.editor.getByRole('alert')).toContainText('cannot be reached. The app is not affected');
  await page.unroute(`${guest.world.server.url}/v1/**`);
  await guest.editor.getByRole('button', { name: 'Try again' }).click();
  await guest.editor
    .getByRole('button', { name: /Tour of Strict app/ })
    .first()
    .click();
  await expect(guest.editor.getByText('Begin here without a server').or(guest.card).first()).toBeVisible();
});
