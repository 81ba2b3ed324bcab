import { expect, type Page, test } from '@playwright/test';
import type { Demo } from '../../demo/host/startDemo.ts';
import { type InputMethod, inputMethod } from '../../packages/editor/browser/harness/inputMethod.ts';
import { wholeDemo } from '../demo/wholeDemo.ts';
import { type Admin, signInAsAdmin } from './admin.ts';
import { card, openEditor, recording, saved, stepShown, titleField } from './author.ts';

test.use({ locale: 'ja-JP' });
let demo: Demo;
let admin: Admin;
test.beforeAll(async () => {
  demo = await wholeDemo();
  admin = await signInAsAdmin(demo);
  await admin.stopLiveTours();
});
test.afterAll(() => demo.close());

/** Word by word, each first as its reading. */
const compose = async (
  ime: InputMethod,
  words: readonly (readonly [reading: string, word: string])[],
): Promise<void> => {
  for (const [reading, word] of words) {
    for (let length = 1; length <= reading.length; length += 1) await ime.compose(reading.slice(0, length));
    await ime.compose(word);
    await ime.commit(word);
  }
};
const body = (page: Page) => card(page).getByRole('textbox').nth(1);

test('a Japanese author writes with an input method, publishes, and a Japanese user reads it', async ({
  page,
  browser,
}) => {
  await openEditor(page, demo);
  const ime = await inputMethod(page);
  await page.getByRole('button', { name: '新しいツアー' }).click();
  await recording(page);
  await page.locator('[data-tour=new-invoice]').click();
  await expect(titleField(page)).toBeFocused();

  await test.step('what is composed stays composed while a save is answered', async () => {
    const asked = page.waitForRequest((request) => request.method() === 'PUT');
    let answer = (): void => {};
    const held = new Promise<void>((resolve) => {
      answer = resolve;
    });
    await page.route('**/v1/tours/*', async (route) => {
      if (route.request().method() === 'PUT') await held;
      await route.fallback();
    });
    await compose(ime, [['はじめて', 'はじめて']]);
    await asked;
    await ime.compose('の');
    await ime.compose('のせい');
    const answered = page.waitForResponse((response) => response.request().method() === 'PUT');
    answer();
    await answered;
    await page.unroute('**/v1/tours/*');
    await expect(titleField(page)).toHaveText('はじめてのせい');
    await ime.compose('のせいきゅうしょ');
    await ime.compose('の請求書');
    await expect(titleField(page)).toHaveText('はじめての請求書');
    await ime.commit('の請求書');
    await expect(titleField(page)).toHaveText('はじめての請求書');
  });

  await page.keyboard.press('Enter');
  await expect(body(page)).toBeFocused();
  await compose(ime, [
    ['ここ', 'ここ'],
    ['から', 'から'],
    ['さくせいします', '作成します。'],
  ]);
  await expect(body(page)).toHaveText('ここから作成します。');
  await saved(page);

  await page.locator('shirube-editor [data-open=publish]').click();
  await page.locator('shirube-editor-publish .primary').click();
  await expect(page.locator('shirube-editor-publish')).toContainText('バージョン 1 を production に公開しました。');
  const [tour] = (await admin.tours()).filter(({ live }) => live.length > 0);
  const draft = JSON.parse(await admin.send('GET', `/v1/tours/${tour?.id}`)) as { text: string };
  expect(JSON.parse(draft.text)).toMatchObject({
    defaultLocale: 'ja',
    steps: [{ content: { ja: { title: 'はじめての請求書' } } }],
  });

  const other = await (await browser.newContext({ locale: 'ja-JP' })).newPage();
  await other.goto(`${demo.product}invoices`);
  const step = stepShown(other, 'はじめての請求書');
  await expect(step).toBeVisible();
  await expect(step).toContainText('ここから作成します。');
  await expect(step).toHaveAttribute('lang', 'ja');
  await other.context().close();
});
