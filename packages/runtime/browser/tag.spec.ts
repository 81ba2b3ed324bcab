import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { buildRuntime, bundleOf, startServer, stepAt, tourOf } from './pages.ts';

const folder = mkdtempSync(join(tmpdir(), 'shirube-tag-'));
test.beforeAll(() => buildRuntime(folder));
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('?shirube=edit fetches the editor, on this page and the next ones of the tab, and nobody else does', async ({
  page,
  context,
}) => {
  const server = await startServer(folder);
  const editors = (): number => server.asked.filter((path) => path === '/editor.js').length;
  await page.goto(`${server.url}/tag`);
  await page.waitForLoadState('networkidle');
  expect(editors()).toBe(0);
  await page.goto(`${server.url}/tag?shirube=edit`);
  await expect.poll(editors).toBe(1);
  await page.goto(`${server.url}/tag/next`);
  await expect.poll(editors).toBe(2);
  const other = await context.newPage();
  await other.goto(`${server.url}/tag`);
  await other.waitForLoadState('networkidle');
  expect(editors()).toBe(2);
  await server.close();
});

test('under a strict policy with Trusted Types the tag works and breaks no rule', async ({ page }) => {
  const server = await startServer(folder);
  server.policy =
    "default-src 'self'; script-src 'self'; style-src 'self'; require-trusted-types-for 'script'; trusted-types lit-html";
  const broken: string[] = [];
  page.on('console', (message) => {
    if (/Content Security Policy|Trusted/.test(message.text())) broken.push(message.text());
  });
  server.bundle = bundleOf([tourOf('one', [stepAt('a', '#one')])]);
  await page.goto(`${server.url}/tag`);
  await expect(page.getByText('Title of a', { exact: true })).toBeVisible();
  expect(broken).toEqual([]);
  await server.close();
});

test('where a policy allows no template at all, nothing is shown, one line says why, and the page goes on', async ({
  page,
}) => {
  const server = await startServer(folder);
  server.policy =
    "default-src 'self'; script-src 'self'; style-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'";
  const said: string[] = [];
  const thrown: string[] = [];
  page.on('console', (message) => {
    if (message.text().startsWith('[shirube]')) said.push(message.text());
  });
  page.on('pageerror', (error) => {
    // Firefox's driver tells what a policy refused as an error, though nothing was thrown.
    if (!/^(Error: )?Content-Security-Policy/.test(String(error))) thrown.push(String(error));
  });
  server.bundle = bundleOf([tourOf('one', [stepAt('a', '#one')])]);
  await page.goto(`${server.url}/tag`);
  await expect.poll(() => said).toEqual([expect.stringMatching(/not_started.*lit-html/)]);
  await expect(page.getByRole('dialog')).toHaveCount(0);
  expect(thrown).toEqual([]);
  await server.close();
});
