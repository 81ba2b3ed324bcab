import { expect, test } from '@playwright/test';
import type { Demo } from '../../demo/host/startDemo.ts';
import { wholeDemo } from '../demo/wholeDemo.ts';

let demo: Demo;
test.beforeAll(async () => {
  demo = await wholeDemo();
});
test.afterAll(() => demo.close());

test('nothing of the editor is fetched by somebody who uses the app, and all of it by who asks', async ({ page }) => {
  const { origin } = new URL(demo.reports);
  const ofEditor: string[] = [];
  page.on('request', (request) => {
    const { origin: from, pathname } = new URL(request.url());
    if (from === origin && pathname.startsWith('/editor')) ofEditor.push(pathname);
  });
  await page.goto(`${demo.product}invoices`);
  const step = page.getByRole('dialog');
  await expect(step).toBeVisible();
  await step.getByRole('button', { name: 'Close' }).click();
  await page.goto(`${demo.product}customers?shirube=no&edit`);
  await expect(page.getByRole('table')).toBeVisible();
  await page.waitForLoadState('networkidle');
  expect(ofEditor).toEqual([]);

  await page.goto(`${demo.product}customers?shirube=edit`);
  await expect(page.locator('shirube-editor')).toBeAttached();
  expect(ofEditor).toContain('/editor.js');
});
