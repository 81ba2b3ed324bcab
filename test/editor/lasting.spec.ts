import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, expect, type Page, test } from '@playwright/test';
import type { Demo } from '../../demo/host/startDemo.ts';
import { wholeDemo } from '../demo/wholeDemo.ts';
import { browserPath } from '../harness/browser.ts';
import { type Admin, signInAsAdmin } from './admin.ts';
import { allow, openEditor, recording, saved, titleField } from './author.ts';

let demo: Demo;
let admin: Admin;
test.beforeAll(async () => {
  demo = await wholeDemo();
  admin = await signInAsAdmin(demo);
});
test.afterAll(() => demo.close());

const state = (page: Page, name: string) => page.locator(`shirube-editor [data-save=${name}]`);
const tile = (page: Page, index: number) => page.locator('shirube-editor [data-step] .tile').nth(index);
/** A tour of one step, saved: what is written next stands in its title. */
const begin = async (page: Page, title: string): Promise<string> => {
  await openEditor(page, demo);
  const sent = page.waitForRequest((request) => request.method() === 'PUT' && request.url().includes('/v1/tours/'));
  await page.getByRole('button', { name: 'New tour' }).click();
  await recording(page);
  await page.locator('[data-tour=new-invoice]').click();
  await expect(titleField(page)).toBeFocused();
  await page.keyboard.type(title);
  await saved(page);
  return decodeURIComponent(new URL((await sent).url()).pathname.split('/').at(-1) ?? '');
};
/** What the server has of it. */
const atServer = async (tourId: string): Promise<string> =>
  (JSON.parse(await admin.send('GET', `/v1/tours/${tourId}`)) as { text: string }).text;
const drafts = (page: Page, answer: 'abort' | 401 | 500) =>
  page.route('**/v1/tours/*', (route) => {
    if (route.request().method() !== 'PUT') return route.fallback();
    if (answer === 'abort') return route.abort('internetdisconnected');
    return route.fulfill({ status: answer, body: '{}', headers: { 'access-control-allow-origin': '*' } });
  });

test('what was written is there after the browser was killed, though it never reached the server', async () => {
  const profile = await mkdtemp(join(tmpdir(), 'shirube-profile-'));
  const launch = async (): Promise<BrowserContext> =>
    chromium.launchPersistentContext(profile, {
      executablePath: await browserPath(),
      args: ['--no-sandbox', '--disable-gpu', '--remote-debugging-port=0'],
      locale: 'en-US',
    });
  try {
    const first = await launch();
    const page = first.pages()[0] ?? (await first.newPage());
    const tourId = await begin(page, 'Before');
    await drafts(page, 'abort');
    await page.keyboard.type(' and after');
    await expect(state(page, 'local')).toBeVisible();
    const cdp = await first.browser()?.newBrowserCDPSession();
    const processes = await cdp?.send('SystemInfo.getProcessInfo');
    const pid = processes?.processInfo.find(({ type }) => type === 'browser')?.id;
    if (pid === undefined) throw new Error('the browser does not tell its process');
    const gone = new Promise((resolve) => first.once('close', resolve));
    process.kill(pid, 'SIGKILL');
    await gone;
    expect(await atServer(tourId)).not.toContain('and after');

    const second = await launch();
    const again = second.pages()[0] ?? (await second.newPage());
    await openEditor(again, demo);
    await expect(again.getByText('Not sent yet')).toBeVisible();
    await again.getByRole('button', { name: /Not sent yet/ }).click();
    await expect(tile(again, 0)).toHaveAccessibleName('Step 1: Before and after');
    await saved(again);
    expect(await atServer(tourId)).toContain('Before and after');
    await second.close();
  } finally {
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
});

test('a tab that is closed while one types loses nothing', async ({ context }) => {
  const page = await context.newPage();
  const tourId = await begin(page, 'Before');
  await drafts(page, 'abort');
  await page.keyboard.type(' and after');
  await page.close({ runBeforeUnload: true });
  const other = await context.newPage();
  await openEditor(other, demo);
  await other.getByRole('button', { name: /Not sent yet/ }).click();
  await expect(tile(other, 0)).toHaveAccessibleName('Step 1: Before and after');
  await expect.poll(() => atServer(tourId)).toContain('Before and after');
});

test('without a network one writes on, is told that it is kept here, and it is sent when the network is back', async ({
  page,
  context,
}) => {
  const tourId = await begin(page, 'Before');
  await context.setOffline(true);
  await page.keyboard.type(' and after');
  await expect(state(page, 'local')).toBeVisible();
  await expect(state(page, 'local')).toContainText('Kept here');
  expect(await atServer(tourId)).not.toContain('and after');
  await page.keyboard.type(', and more');
  await context.setOffline(false);
  await saved(page);
  expect(await atServer(tourId)).toContain('Before and after, and more');
  await expect(titleField(page)).toBeFocused();
});

test('a server in trouble is asked again, and nobody has to do anything', async ({ page }) => {
  const tourId = await begin(page, 'Before');
  await drafts(page, 500);
  await page.keyboard.type(' and after');
  await expect(state(page, 'local')).toBeVisible();
  await page.unroute('**/v1/tours/*');
  await saved(page);
  expect(await atServer(tourId)).toContain('Before and after');
});

test('a sign-in that ends while one writes asks for a new one, and then goes on where one was', async ({ page }) => {
  const tourId = await begin(page, 'Before');
  await drafts(page, 401);
  await page.keyboard.type(' and after');
  await expect(page.getByRole('alert')).toContainText('What you wrote is kept in this browser.');
  await page.unroute('**/v1/tours/*');
  const opened = page.waitForEvent('popup');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await allow(await opened, demo);
  await saved(page);
  await expect(tile(page, 0)).toHaveAccessibleName('Step 1: Before and after');
  expect(await atServer(tourId)).toContain('Before and after');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(tile(page, 0)).not.toHaveAccessibleName(/and after/);
});

test('where the browser refuses all storage the editor works as long as the page is there', async ({ page }) => {
  await page.addInitScript(() => {
    const refuse = (): never => {
      throw new DOMException('refused', 'SecurityError');
    };
    Object.defineProperty(window, 'sessionStorage', { get: refuse });
    Object.defineProperty(window, 'indexedDB', { get: refuse });
  });
  const tourId = await begin(page, 'Before');
  await page.keyboard.type(' and after');
  await expect.poll(() => atServer(tourId)).toContain('Before and after');
  await page.keyboard.press('ControlOrMeta+z');
  await expect.poll(() => atServer(tourId)).not.toContain('Before');
});

test('undo goes on after the page was loaded anew, and redo, too', async ({ page }) => {
  const tourId = await begin(page, 'Before');
  const before = await atServer(tourId);
  await page.keyboard.press('Escape');
  await page.locator('shirube-editor [data-add=modal]').click();
  await expect(titleField(page)).toBeFocused();
  await page.keyboard.type('After');
  await saved(page);
  const after = await atServer(tourId);
  await page.reload();
  await expect(tile(page, 1)).toHaveAccessibleName('Step 2: After');
  await page.keyboard.press('ControlOrMeta+z');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(tile(page, 1)).toHaveCount(0);
  await expect.poll(() => atServer(tourId)).toBe(before);
  await page.keyboard.press('ControlOrMeta+Shift+z');
  await page.keyboard.press('ControlOrMeta+Shift+z');
  await expect.poll(() => atServer(tourId)).toBe(after);
  for (let step = 0; step < 4; step += 1) await page.keyboard.press('ControlOrMeta+z');
  await expect(tile(page, 0)).toHaveCount(0);
});
