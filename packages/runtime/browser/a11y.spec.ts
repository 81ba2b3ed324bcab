import { boxOf, card, expect, test } from './harness/viewTest.ts';

const body = '<main><h1>Invoices</h1><button id="target">New</button></main>';

test('a step is a dialog with a name and a description; only what holds the page is modal', async ({
  page,
  open,
  show,
}) => {
  await open({ body });
  await show();
  await expect(page.getByRole('dialog', { name: 'Start here' })).toHaveAccessibleDescription(
    'Make your first invoice. Step 2 of 3',
  );
  expect(
    await page.evaluate(() =>
      document.querySelector('shirube-tooltip')?.shadowRoot?.querySelector(':modal, [aria-modal=true]'),
    ),
  ).toBe(null);
  await show({ step: { kind: 'modal' }, locale: 'ja', progress: { kind: 'none', current: 2, total: 5 }, content: {} });
  await expect(page.getByRole('dialog', { name: '5 ステップ中 2' })).toBeFocused();
  await expect(card(page).locator('[part~=button]')).toHaveText(['戻る', '次へ']);
  await expect(page.getByRole('button', { name: '閉じる' })).toBeVisible();
  expect(
    await page.evaluate(() =>
      document.querySelector('shirube-modal')?.shadowRoot?.querySelector('dialog')?.matches(':modal'),
    ),
  ).toBe(true);
});

test('the last step is done, not next', async ({ page, open, show }) => {
  await open({ body });
  await show({ progress: { kind: 'count', current: 3, total: 3 }, canGoBack: false });
  await expect(card(page).locator('[part~=button]')).toHaveText(['Done']);
  await expect(card(page).getByText('Step 3 of 3')).toBeVisible();
});

test.describe('on a touch screen', () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 320, height: 640 } });
  test('everything that can be touched is at least 44 pixels in size', async ({ page, open, show }) => {
    await open({ body });
    await show();
    for (const button of await card(page).getByRole('button').all()) {
      const { width, height } = await boxOf(button);
      expect(Math.min(width, height)).toBeGreaterThanOrEqual(44);
    }
  });
});

test.describe('in a dark app', () => {
  test.use({ colorScheme: 'dark' });
  test('a theme may stay light, or give colours for one scheme alone', async ({ page, open, show }) => {
    await open({ body });
    const colors = (): Promise<readonly string[]> =>
      card(page).evaluate((it) => [
        getComputedStyle(it).backgroundColor,
        getComputedStyle(it.querySelector('[part~=primary]') ?? it).backgroundColor,
      ]);
    await show();
    expect(await colors()).toEqual(['rgb(31, 29, 26)', 'rgb(244, 241, 234)']);
    await show({ theme: { id: 'a', scheme: 'light', light: { accent: '#0000ff' } } });
    expect(await colors()).toEqual(['rgb(255, 255, 255)', 'rgb(0, 0, 255)']);
    await show({ theme: { id: 'a', light: { accent: '#0000ff' } } });
    expect(await colors()).toEqual(['rgb(31, 29, 26)', 'rgb(244, 241, 234)']);
  });
});

test("the app's own style sheet sets the look through custom properties and parts", async ({ page, open, show }) => {
  await open({
    body,
    css: ':root{--shirube-surface:#ffeeaa;--shirube-radius:3px} shirube-tooltip::part(title){color:#0000ff}',
  });
  await show();
  expect(
    await card(page).evaluate((it) => [getComputedStyle(it).backgroundColor, getComputedStyle(it).borderRadius]),
  ).toEqual(['rgb(255, 238, 170)', '3px']);
  expect(
    await card(page)
      .locator('h2')
      .evaluate((it) => getComputedStyle(it).color),
  ).toBe('rgb(0, 0, 255)');
});
