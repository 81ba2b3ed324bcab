import { expect, test } from './test.ts';

test.describe('in a Japanese browser', () => {
  test.use({ locale: 'ja-JP', timezoneId: 'Asia/Tokyo' });

  test('the tour speaks Japanese: headline, numbers, definitions, axis, dates', async ({ page, dashboard }) => {
    await page.goto(`${dashboard.url}/tours/first-invoice?from=2026-10-01&to=2026-10-30`);
    await expect(page.locator('html')).toHaveAttribute('lang', 'ja');
    await expect(page.locator('.finding')).toHaveText(
      '開始した520回のうち312回が完了しました(60%)。離脱の過半数はステップ3「Add a customer」です。23回が進行中です。',
    );
    await expect(page.getByRole('heading', { name: '離脱の場所' })).toBeVisible();
    await expect(page.getByRole('button', { name: '「完了率」の意味' })).toBeVisible();
    await page
      .getByRole('group', { name: /日ごとの推移/ })
      .getByRole('button', { name: '表' })
      .click();
    await expect(page.locator('tr[data-day="2026-10-01"] th')).toHaveText('2026/10/01');
    await page.goto(`${dashboard.url}/tours/invite-team`);
    await expect(page.locator('.page-head')).toContainText('シミュレーションのデータ');
    await expect(page.locator('.few')).toHaveText('実行数が少ないため、真の完了率は39%から84%の間と考えられます。');
  });

  test('the list and the sign-in speak Japanese', async ({ page, dashboard }) => {
    await page.goto(dashboard.url);
    await expect(page.locator('.finding')).toHaveText(
      '2件のツアーを公開中です。過去30日間に開始した534回のうち、321回が完了しました。',
    );
    await page.getByRole('button', { name: 'サインアウト' }).click();
    await expect(page.getByRole('heading', { name: 'サインイン' })).toBeVisible();
  });
});

test('the choice of a language holds for this browser, and ?lang wins for this visit', async ({ page, dashboard }) => {
  await page.goto(dashboard.url);
  await page.getByLabel('Language').selectOption('日本語');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('すべてのツアー');
  await expect(page).toHaveTitle('すべてのツアー – Shirube');
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('すべてのツアー');
  await page.goto(`${dashboard.url}/?lang=en`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('All tours');
  await page.getByRole('link', { name: 'Send your first invoice' }).click();
  await expect(page).toHaveURL(`${dashboard.url}/tours/first-invoice?lang=en`);
});

test('light and dark are chosen once and kept', async ({ page, dashboard }) => {
  const paper = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  await page.goto(dashboard.url);
  expect(await paper()).toBe('rgb(250, 249, 246)');
  await page.getByLabel('Appearance').selectOption('Dark');
  expect(await paper()).toBe('rgb(21, 20, 18)');
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  expect(await paper()).toBe('rgb(21, 20, 18)');
});
