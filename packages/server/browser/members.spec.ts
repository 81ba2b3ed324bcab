import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { test as base, expect, type Page } from '@playwright/test';
import { type RunningServer, startServer } from '../src/index.ts';

const PASSWORD = 'a password for one spec';

const test = base.extend<{ server: RunningServer }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads which fixtures are asked for from this pattern.
  server: async ({}, use) => {
    const dataDir = await mkdtemp(join(tmpdir(), 'shirube-members-'));
    const server = await startServer({ dataDir, port: 0, adminPassword: PASSWORD });
    await use(server);
    await server.close();
    await rm(dataDir, { recursive: true, force: true });
  },
});

const axe = await readFile(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');
const findings = async (page: Page): Promise<unknown> => {
  // The driver evaluates it, so that the page's own policy stays as it is.
  await page.evaluate(axe);
  return page.evaluate('axe.run().then(({ violations }) => violations.map(({ id, nodes }) => [id, nodes[0].html]))');
};
/** The forms that are not asked for now are on the page too, hidden. */
const field = (page: Page, label: string) => page.getByLabel(label, { exact: true }).filter({ visible: true });
const signIn = async (page: Page, email: string, password: string): Promise<void> => {
  await field(page, 'E-mail').fill(email);
  await field(page, 'Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
};

test('an author is invited, signs in with what was handed over, changes the password, and is removed', async ({
  page,
  browser,
  server,
}) => {
  await page.goto(`${server.url}/members`);
  await expect(field(page, 'E-mail')).toHaveValue('admin@localhost');
  await signIn(page, 'admin@localhost', PASSWORD);
  await expect(page.getByText('Only you can write')).toBeVisible();
  await expect(page.getByRole('list', { name: 'Members' }).getByRole('button')).toHaveCount(0);

  await field(page, 'E-mail').fill('aiko@example.com');
  await field(page, 'Password').fill('short');
  await page.getByRole('button', { name: 'Invite' }).click();
  await expect(page.getByRole('alert').filter({ hasText: /./ })).toHaveText(['A password has at least 12 characters.']);
  await page.getByRole('button', { name: 'Make one up' }).click();
  await page.keyboard.press('Enter');
  const handedOver = (await page.getByRole('status').locator('code').textContent()) ?? '';
  expect(handedOver).toMatch(/^(?:[a-z2-9]{5}-){3}[a-z2-9]{5}$/);
  await expect(page.getByText('2 people can write')).toBeVisible();
  expect(await findings(page)).toEqual([]);

  const hers = await (await browser.newContext()).newPage();
  await hers.goto(`${server.url}/members`);
  await expect(field(hers, 'E-mail')).toHaveValue('');
  await signIn(hers, 'aiko@example.com', handedOver);
  await expect(hers.getByText('Signed in as aiko@example.com')).toBeVisible();
  await hers.getByText('Change your password').click();
  await field(hers, 'Current password').fill(handedOver);
  await field(hers, 'New password').fill('something that she knows');
  await hers.getByRole('button', { name: 'Change password' }).click();
  await expect(hers.getByRole('status')).toHaveText('Your password was changed.');

  await page.getByRole('button', { name: 'Remove aiko@example.com' }).click();
  await expect(page.getByRole('button', { name: 'Keep' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Remove aiko@example.com' })).toBeFocused();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Remove', exact: true }).click();
  await expect(page.getByRole('status')).toHaveText('aiko@example.com was removed.');
  await expect(page.getByRole('list', { name: 'Members' }).getByRole('listitem')).toHaveText(['admin@localhostyou']);
  await hers.reload();
  await expect(hers.getByRole('button', { name: 'Sign in' })).toBeVisible();
  await hers.context().close();
});

test('the window that signs the editor in says as whom, and lets somebody else sign in', async ({ page, server }) => {
  await page.goto(`${server.url}/editor/sign-in?origin=https://app.example.com`);
  await expect(field(page, 'Password')).toBeFocused();
  await signIn(page, 'admin@localhost', 'wrong');
  await expect(page.getByRole('alert').filter({ hasText: /./ })).toHaveText(['The e-mail or the password is wrong.']);
  await signIn(page, 'admin@localhost', PASSWORD);
  await expect(page.getByText('Signed in as admin@localhost')).toBeVisible();
  await expect(page.getByText('https://app.example.com')).toBeVisible();
  expect(await findings(page)).toEqual([]);
  await page.getByRole('button', { name: 'Use another account' }).click();
  await expect(field(page, 'E-mail')).toHaveValue('');
  await expect(field(page, 'E-mail')).toBeFocused();
  await page.reload();
  await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible();
});

test('nobody on the pages runs what somebody typed', async ({ page, server }) => {
  const violations: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' && message.text().includes('Content Security Policy'))
      violations.push(message.text());
  });
  await page.goto(`${server.url}/members`);
  await signIn(page, 'admin@localhost', PASSWORD);
  await expect(page.getByText('Only you can write')).toBeVisible();
  const name = '"><img/src=x/onerror=alert(1)>@example.com';
  await page.evaluate(async (email) => {
    const body = JSON.stringify({ email, password: 'long enough for her' });
    await fetch('/v1/members', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body });
  }, name);
  await page.reload();
  await expect(page.getByRole('list', { name: 'Members' })).toContainText(name);
  await expect(page.locator('img')).toHaveCount(0);
  expect(violations).toEqual([]);
});
