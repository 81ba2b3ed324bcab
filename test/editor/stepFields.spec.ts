import { expect, test } from '@playwright/test';
import type { Demo } from '../../demo/host/startDemo.ts';
import { wholeDemo } from '../demo/wholeDemo.ts';
import { openFirstTour } from './author.ts';

let demo: Demo;
test.beforeAll(async () => {
  demo = await wholeDemo();
});
test.afterAll(() => demo.close());

test('each step shows its own choices, and what is typed into a field stays with the step it was typed for', async ({
  page,
}) => {
  await openFirstTour(page, demo);
  const place = page.locator('shirube-editor-step #page');
  const missing = page.locator('shirube-editor-step #missing');
  const stepId = page.locator('shirube-editor-step details code').last();
  // From the second step on the page is a path.
  await page.keyboard.press('Alt+ArrowDown');
  await expect(place).toHaveValue('/invoices/new');
  const first = await stepId.textContent();
  const [usualPage, usual] = [await place.inputValue(), await missing.inputValue()];

  await missing.selectOption('end');
  await place.fill('/typed/in/the/first');
  await page.keyboard.press('Alt+ArrowDown');
  await expect(stepId).not.toHaveText(String(first));
  await expect(place).toBeFocused();
  await expect(place).not.toHaveValue('/typed/in/the/first');
  await expect(missing).not.toHaveValue('end');
  await page.keyboard.press('Tab');
  await expect(place).not.toHaveValue('/typed/in/the/first');

  await page.keyboard.press('Alt+ArrowUp');
  await expect(stepId).toHaveText(String(first));
  await expect(place).toHaveValue('/typed/in/the/first');
  await expect(missing).toHaveValue('end');
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await expect(place).toHaveValue(usualPage);
  await expect(missing).toHaveValue(usual);
});
