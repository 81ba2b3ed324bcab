import { readFile } from 'node:fs/promises';
import { expect, type Page, test } from '@playwright/test';
import type { Demo } from '../../demo/host/startDemo.ts';
import { wholeDemo } from '../demo/wholeDemo.ts';
import { type Admin, signInAsAdmin } from './admin.ts';
import { openEditor, saved } from './author.ts';

let demo: Demo;
let admin: Admin;
test.beforeAll(async () => {
  demo = await wholeDemo();
  admin = await signInAsAdmin(demo);
});
test.afterAll(() => demo.close());

/** A file as people keep them in git: spaces, key order and numbers are theirs. */
const fileOf = (id: string): string => `{ "id":"${id}",   "schemaVersion": 1,
\t"name" : "From a file: ${id}",
\t"locales": ["en"], "defaultLocale": "en",

\t"steps": [
\t\t{ "kind": "modal", "id": "hello",
\t\t  "content": { "en": {
\t\t\t"title": "Hello",
\t\t\t"body": { "type": "doc", "content": [] }
\t\t  } } },
\t\t{ "id": "bye", "kind":"modal", "content": {"en":{"title":"Bye"}}, "timeoutMs": 8e3 }
\t]
}`;
const push = (id: string): Promise<string> =>
  admin.send('PUT', `/v1/tours/${id}`, fileOf(id), {
    'if-none-match': '*',
    'shirube-origin': `git tours/${id}.json@abc`,
  });
const editor = (page: Page) => page.locator('shirube-editor');
const openTour = async (page: Page, id: string): Promise<void> => {
  await openEditor(page, demo, 'settings');
  await editor(page)
    .getByRole('button', { name: `From a file: ${id}` })
    .click();
  await editor(page).locator('[data-open=tour]').click();
};
const exported = async (page: Page): Promise<string> => {
  const download = page.waitForEvent('download');
  await editor(page).getByRole('button', { name: 'Export' }).click();
  return readFile(await (await download).path(), 'utf8');
};

test('a file that was pushed from git says so, is exported byte for byte, and one changed text changes one line', async ({
  page,
}) => {
  await push('pushed');
  await openEditor(page, demo, 'settings');
  const listed = editor(page).getByRole('button', { name: 'From a file: pushed' });
  await expect(listed).toContainText('From git: tours/pushed.json@abc');
  await listed.click();
  await editor(page).locator('[data-open=tour]').click();
  await expect(editor(page).locator('[data-panel=tour]')).toContainText('tours/pushed.json@abc');
  expect(await exported(page)).toBe(fileOf('pushed'));

  const title = page.getByRole('textbox', { name: 'Title' });
  await title.fill('Good morning');
  await saved(page);
  const lines = (text: string): readonly string[] => text.split('\n');
  const [before, after] = [lines(fileOf('pushed')), lines(await exported(page))];
  expect(after).toHaveLength(before.length);
  expect(after.filter((line, index) => line !== before[index])).toEqual(['\t\t\t"title": "Good morning",']);
});

test('a file that is opened in the editor reaches the server byte for byte, and one that is no tour is refused in words', async ({
  page,
}) => {
  await openEditor(page, demo, 'settings');
  const choose = async (name: string, text: string): Promise<void> => {
    const chooser = page.waitForEvent('filechooser');
    await editor(page).getByRole('button', { name: 'Import' }).click();
    await (await chooser).setFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });
  };
  await choose('broken.json', '{ "id": ');
  await expect(editor(page).locator('.toast')).toContainText('This file is not a tour');
  await choose('imported.json', fileOf('imported'));
  await expect(editor(page).locator('.toast')).toContainText('From a file: imported is open as a draft');
  await saved(page);
  const { text } = JSON.parse(await admin.send('GET', '/v1/tours/imported')) as { text: string };
  expect(text).toBe(fileOf('imported'));
});

test('a file over a tour that is there is its next edit: undo brings back what was', async ({ page }) => {
  await push('twice');
  await openTour(page, 'twice');
  const chooser = page.waitForEvent('filechooser');
  await editor(page).locator('[data-panel=tour]').getByRole('button', { name: 'Import' }).click();
  const newer = fileOf('twice').replace('"Hello"', '"Hello again"');
  await (await chooser).setFiles({ name: 'twice.json', mimeType: 'application/json', buffer: Buffer.from(newer) });
  const textAtServer = async (): Promise<string> =>
    (JSON.parse(await admin.send('GET', '/v1/tours/twice')) as { text: string }).text;
  await expect.poll(textAtServer).toBe(newer);
  await editor(page).getByRole('button', { name: /^Undo/ }).first().click();
  await expect.poll(textAtServer).toBe(fileOf('twice'));
});
