import { expect } from '@playwright/test';
import { signIn, test } from './harness/fixtures.ts';

/** The editor is a guest in the app: neither may reach into the other. */

const hostile = `* { all: unset !important; } div:empty { display: none !important; } html * { visibility: hidden !important; }
  shirube-editor { display: none !important; opacity: 0 !important; transform: scale(0) !important; }`;

test('looks the same under the most hostile style sheet', async ({ page, hostApp }) => {
  const plain = await hostApp();
  await page.goto(`${plain.origin}/?shirube=edit`);
  const panel = page.locator('shirube-editor .panel');
  await expect(panel).toBeVisible();
  await panel.evaluate((element) => Promise.all(element.getAnimations().map((animation) => animation.finished)));
  const wanted = await panel.screenshot();
  const app = await hostApp({ css: hostile });
  await page.goto(`${app.origin}/?shirube=edit`);
  await expect(panel).toBeVisible();
  await panel.evaluate((element) => Promise.all(element.getAnimations().map((animation) => animation.finished)));
  // The two servers have different ports only outside the panel: it shows the endpoint, which is the same.
  expect((await panel.screenshot()).equals(wanted)).toBe(true);
});

test('keeps its keys, clicks and focus to itself, and lets the app have its own', async ({ page, hostApp }) => {
  const app = await hostApp();
  await page.goto(`${app.origin}/?shirube=edit`);
  await page.getByRole('button', { name: 'Move to the left' }).click();
  await page.getByRole('button', { name: 'Move to the right' }).click();
  await page.getByRole('button', { name: 'Move to the left' }).press('k');
  expect((await page.evaluate<string[]>('heard')).filter((line) => line.endsWith('shirube-editor'))).toEqual([]);
  await page.locator('#search').press('k');
  expect(await page.evaluate('heard')).toContain('keydown input');
  await page.locator('#new-invoice').click();
  expect(await page.evaluate('heard')).toContain('click button');
});

test('stays on top and usable when the app opens a modal dialog, and after it closes', async ({ page, hostApp }) => {
  const app = await hostApp();
  await page.goto(`${app.origin}/?shirube=edit`);
  await page.evaluate(() => document.querySelector<HTMLDialogElement>('#dialog')?.showModal());
  await page.getByRole('button', { name: 'Move to the left' }).click();
  await page.evaluate(() => document.querySelector<HTMLDialogElement>('#dialog')?.close());
  await page.getByRole('button', { name: 'Move to the right' }).click();
  await expect(page.getByRole('button', { name: 'Move to the left' })).toBeVisible();
});

test('opening twice gives one editor, and closing it leaves nothing', async ({ page, hostApp, server }) => {
  const app = await hostApp();
  await page.goto(`${app.origin}/`);
  const before = await page.evaluate(() => document.documentElement.outerHTML);
  const again = `({ openEditor }) => openEditor({ endpoint: '${server.origin}', key: 'pk_other' })`;
  await page.evaluate(`loadEditor().then(${again}).then((editor) => { globalThis.editor = editor; })`);
  await expect(page.locator('shirube-editor')).toHaveCount(1);
  await page.evaluate('editor.close(), editor.close()');
  expect(await page.evaluate(() => document.documentElement.outerHTML)).toBe(before);
});

test('the panel moves, folds, and stands the same after a load', async ({ page, hostApp }) => {
  const app = await hostApp();
  await page.goto(`${app.origin}/?shirube=edit`);
  await page.getByRole('button', { name: 'Move to the left' }).click();
  expect((await page.locator('shirube-editor .panel').boundingBox())?.x).toBe(12);
  await page.getByRole('button', { name: 'Collapse' }).press('Enter');
  const open = page.getByRole('button', { name: 'Open the editor panel' });
  await expect(open).toBeFocused();
  await page.reload();
  await expect(open).toBeVisible();
  await open.click();
  expect((await page.locator('shirube-editor .panel').boundingBox())?.x).toBe(12);
});

test('a view that is opened by keyboard takes the focus on, and gives it back to nobody else', async ({
  page,
  hostApp,
}) => {
  const app = await hostApp();
  await signIn(page, app);
  await page.getByRole('button', { name: /Send your first invoice/ }).press('Enter');
  await expect(page.getByRole('heading', { name: 'Send your first invoice' })).toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await expect(page.getByRole('button', { name: 'All tours' })).toBeFocused();
});
