import { expect, test } from '@playwright/test';
import { startWorld, type World } from '../harness/world.ts';
import { firstInvoice } from './tours.ts';

let world: World;
test.beforeAll(async () => {
  world = await startWorld();
  await world.publish(firstInvoice);
});
test.afterAll(() => world.close());

test('no tour runs under the open editor, and the one that did goes on where it was when the editor closes', async ({
  browser,
}) => {
  const page = await (await browser.newContext({ locale: 'en-US' })).newPage();
  const step = (title: string) => page.getByRole('dialog', { name: title });
  await page.goto(`${world.host.url}/?person=ann`);
  await step('Start here').getByRole('button', { name: 'Next', exact: true }).click();
  await expect(step('Type the amount')).toBeVisible();
  await page.goto(`${world.host.url}/?person=ann&shirube=edit`);
  const close = page.getByRole('button', { name: 'Close the editor' });
  await expect(close).toBeVisible();
  await page.locator('#send').click();
  await page.waitForLoadState('networkidle');
  await expect(step('Type the amount')).toHaveCount(0);
  await close.click();
  await expect(page.locator('shirube-editor')).toHaveCount(0);
  await expect(step('Type the amount')).toBeVisible();
  expect(new URL(page.url()).searchParams.has('shirube')).toBe(false);
  await page.reload();
  await expect(step('Type the amount')).toBeVisible();
  await expect(page.locator('shirube-editor')).toHaveCount(0);
  await page.context().close();
});
