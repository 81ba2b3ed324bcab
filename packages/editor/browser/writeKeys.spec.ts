import type { Page } from '@playwright/test';
import { findings } from '../../runtime/browser/harness/findings.ts';
import { body, expect, test, title, tool } from './harness/writeTest.ts';

const calls = (page: Page): Promise<readonly string[]> => page.evaluate(() => writing.calls);

test('Escape and Ctrl+Enter leave, undo and redo are the caller’s, from both fields', async ({ page, write }) => {
  await write();
  for (const field of [title(page), body(page)]) {
    await field.click();
    await page.keyboard.press('ControlOrMeta+z');
    await page.keyboard.press('ControlOrMeta+Shift+z');
    await page.keyboard.press('ControlOrMeta+Enter');
    await page.keyboard.press('Escape');
  }
  const each = ['undo', 'redo', 'leave next', 'leave out'];
  expect(await calls(page)).toEqual([...each, ...each]);
  expect(await page.evaluate(() => writing.changes.length)).toBe(0);
});

test('what comes back from an undo has the caret where it changed', async ({ page, write }) => {
  await write();
  await body(page).click();
  await page.keyboard.press('End');
  await page.keyboard.type('?');
  await page.keyboard.press('Home');
  await page.keyboard.press('ControlOrMeta+z');
  await page.evaluate(() => writing.update(writing.standard));
  await page.keyboard.type('!');
  await expect(body(page)).toHaveText('Make your first invoice.!');
});

test('the keys lead from title to text to tools and back, and Tab goes on', async ({ page, write }) => {
  await write();
  await title(page).click();
  await page.keyboard.press('Enter');
  await expect(body(page)).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await expect(title(page)).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(body(page)).toBeFocused();
  await page.keyboard.press('Alt+F10');
  await expect(tool(page, 'Bold')).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(tool(page, 'Italic')).toBeFocused();
  await page.keyboard.press('End');
  await expect(tool(page, 'Video')).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(tool(page, 'Bold')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(body(page)).toBeFocused();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.press('Alt+F10');
  await page.keyboard.press('Enter');
  expect(await page.evaluate(() => writing.last().body?.content)).toMatchObject([
    { content: [{ marks: [{ type: 'bold' }] }] },
  ]);
  await expect(body(page)).toBeFocused();
  await page.keyboard.press('ControlOrMeta+k');
  await page.keyboard.press('Escape');
  await expect(body(page)).toBeFocused();
  await expect(page.getByLabel('Address')).toHaveCount(0);
  // A tooltip's own buttons come next.
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Back' })).toBeFocused();
  await expect(page.getByRole('toolbar')).toBeHidden();
  expect(await calls(page)).toEqual([]);
});

test('in a modal, which keeps Tab inside, all of it is reached, the tools as well', async ({ page, write }) => {
  const link = { type: 'text', text: 'guide', marks: [{ type: 'link', attrs: { href: '/x' } }] };
  await write({
    kind: 'modal',
    content: { title: 'A', body: { type: 'doc', content: [{ type: 'paragraph', content: [link] }] } } as never,
  });
  await body(page).click();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Back' })).toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await expect(body(page)).toBeFocused();
  await page.keyboard.press('Alt+F10');
  await expect(tool(page, 'Bold')).toBeFocused();
  await tool(page, 'Image').click();
  await page.getByLabel('Address').fill('x');
  await page.keyboard.press('Tab');
  await expect(page.getByLabel('What it shows')).toBeFocused();
});

test('the app hears nothing of what is typed, pressed or pasted', async ({ page, write }) => {
  await write();
  await title(page).click();
  await page.keyboard.type('a');
  await body(page).click();
  await page.keyboard.type('b');
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.press('ControlOrMeta+c');
  await page.keyboard.press('ControlOrMeta+v');
  await tool(page, 'Link').click();
  await page.keyboard.type('c');
  await page.keyboard.press('Escape');
  expect(await page.evaluate('heard')).toEqual([]);
});

for (const [words, scheme] of [
  ['en', 'light'],
  ['ja', 'dark'],
] as const)
  test(`axe finds nothing, with the tools and each form open (${words}, ${scheme})`, async ({ page, write }) => {
    await page.emulateMedia({ colorScheme: scheme });
    await write({ words });
    expect(await findings(page)).toEqual([]);
    await body(page).click();
    for (const name of words === 'en' ? ['Link', 'Variable', 'Image', 'Video'] : ['リンク', '変数', '画像', '動画']) {
      await tool(page, name).click();
      await page.keyboard.press('Enter');
      await expect(page.getByRole('alert')).toBeVisible();
      expect(await findings(page)).toEqual([]);
    }
  });
