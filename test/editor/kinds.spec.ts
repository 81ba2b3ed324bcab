import { expect, test } from '@playwright/test';
import type { Demo } from '../../demo/host/startDemo.ts';
import { wholeDemo } from '../demo/wholeDemo.ts';
import { openEditor, recording, saved } from './author.ts';

let demo: Demo;
test.beforeAll(async () => {
  test.setTimeout(120_000);
  demo = await wholeDemo();
});
test.afterAll(() => demo.close());

test('a hotspot is written in its open tip, and a slideout above the bar of the editor', async ({ page }) => {
  await openEditor(page, demo);
  await page.keyboard.press('Alt+T');
  await recording(page);
  await page.getByRole('button', { name: /^Hotspot/ }).click();
  await page.locator('[data-tour=new-invoice]').click();
  const tip = page.locator('shirube-tooltip').getByRole('textbox').first();
  await expect(tip).toBeFocused();
  await page.keyboard.type('Start here');
  await expect(tip).toHaveText('Start here');
  await expect(page.locator('shirube-hotspot').getByRole('button')).toBeVisible();

  await page.getByRole('button', { name: /^Slideout/ }).click();
  const slideout = page.locator('shirube-slideout').getByRole('textbox').first();
  await expect(slideout).toBeFocused();
  await page.keyboard.type('New in invoices');
  await saved(page);
  const bottomOf = async (selector: string) => {
    const box = await page.locator(selector).boundingBox();
    return (box?.y ?? 0) + (box?.height ?? 0);
  };
  const bar = await page.locator('shirube-editor .dock').boundingBox();
  await expect.poll(() => bottomOf('shirube-slideout [part=card]')).toBeLessThan(bar?.y ?? 0);
});
