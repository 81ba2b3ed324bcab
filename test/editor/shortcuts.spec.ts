import { expect, test } from '@playwright/test';
import type { Demo } from '../../demo/host/startDemo.ts';
import { wholeDemo } from '../demo/wholeDemo.ts';
import { card, openFirstTour } from './author.ts';

let demo: Demo;
test.beforeAll(async () => {
  demo = await wholeDemo();
});
test.afterAll(() => demo.close());

test('the list of shortcuts lies above everything, the step included, which is back when it closes', async ({
  page,
}) => {
  await openFirstTour(page, demo);
  await page.keyboard.press('Alt+Slash');
  const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await expect(sheet).toBeVisible();
  await expect(card(page)).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(sheet).toHaveCount(0);
  await expect(card(page)).toBeVisible();
});
