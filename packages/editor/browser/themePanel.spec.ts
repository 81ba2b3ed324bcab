import { expect, type Page } from '@playwright/test';
import type { Theme } from '@shirube/schema/theme';
import { lookTour } from './harness/lookApp.ts';
import { test, tourNow, undo, violations } from './harness/lookTest.ts';
import { findings } from './harness/panelFindings.ts';

const worn = (page: Page): Promise<Theme | undefined> =>
  page.evaluate(() => {
    const { draft, workspace } = window.session;
    return workspace.themes.find(({ id }) => id === draft?.tour.theme);
  });
const pale: Theme = { id: 'brand', name: 'Brand', light: { accent: '#ff8a70', onAccent: '#ffffff', muted: '#999999' } };
const branded = { ...lookTour, theme: 'brand' };

test('one click takes colours, corners and font from the app, readable as they are, and one undo gives them back', async ({
  page,
  open,
}) => {
  await open({ panel: 'theme' });
  await page.getByRole('button', { name: 'Use these' }).click();
  expect(await worn(page)).toMatchObject({
    scheme: 'light',
    light: { surface: '#ffffff', ink: '#20222e', accent: '#4446cb', onAccent: '#ffffff' },
    radiusPx: 14,
    fontFamily: 'Inter, Noto Sans JP, sans-serif',
  });
  await expect(page.getByText('Every pair is readable.')).toBeVisible();
  await undo(page);
  expect((await tourNow(page))?.theme).toBeUndefined();
  expect(await violations(page)).toEqual([]);
});

test('a picked element gives its fill, its corners and its font', async ({ page, open }) => {
  await open({ panel: 'theme', tour: branded, themes: [pale] });
  await page.getByRole('button', { name: 'Pick an element' }).click();
  await expect.poll(() => worn(page)).toMatchObject({ light: { accent: '#4446cb' }, radiusPx: 8 });
});

test('says how well each pair is read, and a fix moves the colour until it passes', async ({ page, open }) => {
  await open({ panel: 'theme', tour: branded, themes: [pale] });
  await expect(page.getByText('2.3:1 on accent, below 4.5:1')).toBeVisible();
  await page.getByRole('button', { name: 'Fix: Secondary text, surface' }).click();
  await expect(page.getByText('4.5:1 on surface, readable')).toBeVisible();
  expect((await worn(page))?.light?.muted).toMatch(/^#7/);
  await page.getByRole('button', { name: 'Fix all' }).click();
  await expect(page.getByText('Every pair is readable.')).toBeVisible();
});

test('a colour is typed in any notation; the preview wears it; a drag is one step of undo', async ({ page, open }) => {
  await open({ panel: 'theme', tour: branded, themes: [pale] });
  const hex = page.getByLabel('Accent, as hex', { exact: true });
  await hex.clear();
  await hex.pressSequentially('oklch(0.628 0.2577 29.23)');
  await hex.press('Enter');
  await expect(hex).toHaveValue('#ff0000');
  const primary = page.locator('shirube-editor-mini-preview').first().locator('[part~=primary]');
  await expect(primary).toHaveCSS('background-color', 'rgb(255, 0, 0)');
  const corners = page.getByRole('slider', { name: 'Corners' });
  for (const key of ['ArrowRight', 'ArrowRight', 'ArrowRight']) await corners.press(key);
  expect((await worn(page))?.radiusPx).toBe(13);
  await page.evaluate(() => window.session.undo());
  expect((await worn(page))?.light?.accent).toBe('#ff0000');
});

test('dark colours follow the light ones until they are chosen one by one', async ({ page, open }) => {
  await open({ panel: 'theme', tour: branded, themes: [pale] });
  await page.getByRole('radio', { name: 'Light' }).press('ArrowRight');
  await expect(page.getByRole('radio', { name: 'Dark' })).toBeFocused();
  await page.getByRole('radio', { name: 'As light' }).click();
  expect((await worn(page))?.dark?.accent).toBe('#ff8a70');
  await page.getByRole('radio', { name: 'Suggested' }).click();
  const suggested = (await worn(page))?.dark?.accent;
  await page.getByRole('radio', { name: 'Dark' }).press('ArrowLeft');
  await page.getByLabel('Accent', { exact: true }).fill('#2457c5');
  expect((await worn(page))?.dark?.accent).not.toBe(suggested);
});

test('tells who else wears the theme, and copies it for this tour alone', async ({ page, open }) => {
  const other = { ...lookTour, id: 'other', theme: 'brand' };
  await open({ panel: 'theme', tour: branded, themes: [pale], liveTours: [branded, other] });
  await expect(page.getByText('One other live tour wears this theme')).toBeVisible();
  await page.getByRole('button', { name: 'Copy for this tour' }).click();
  expect(await worn(page)).toMatchObject({ id: 'first-invoice', name: 'Copy of Brand', light: pale.light });
  await page.getByRole('button', { name: 'Save now' }).click();
  await expect(page.getByRole('button', { name: 'Save now' })).toHaveCount(0);
});

for (const [look, use, ui] of [
  ['light', {}, 'en'],
  ['dark, in Japanese', { colorScheme: 'dark' }, 'ja'],
  ['on 340 px', { viewport: { width: 340, height: 700 } }, 'en'],
] as const)
  test.describe(look, () => {
    test.use(use);
    test(`axe finds nothing, and nothing is cut off: ${look}`, async ({ page, open }) => {
      await open({ panel: 'theme', ui, tour: branded, themes: [pale] });
      await page.getByRole('button', { name: /^(Fix all|すべて直す)$/ }).click();
      await page.getByRole('radio', { name: /^(Dark|ダーク)$/ }).click();
      expect(await findings(page)).toEqual([]);
    });
  });
