import { expect, type Page, test } from '@playwright/test';
import { startWorld, type World } from '../harness/world.ts';
import { firstInvoice } from './tours.ts';

const lit = { paddingPx: 8, interactive: true };
const tour = {
  ...firstInvoice,
  steps: firstInvoice.steps.map((step) => (step.id === 'amount' ? { ...step, spotlight: lit } : step)),
};

let world: World;
test.beforeAll(async () => {
  world = await startWorld();
  await world.publish(tour);
});
test.afterAll(() => world.close());

/** Opens the editor over the product. The server may know the member from before; else they sign in as the admin. */
const openEditor = async (page: Page, member: 'known' | 'new'): Promise<void> => {
  await page.goto(`${world.host.url}/?person=author&shirube=edit`);
  const opened = page.waitForEvent('popup');
  await page.getByRole('button', { name: 'Sign in' }).click();
  const popup = await opened;
  if (member === 'new') {
    await popup.getByLabel('Password').fill('correct horse battery staple');
    await popup.getByRole('button', { name: 'Sign in' }).click();
  }
  await popup.getByRole('button', { name: 'Allow' }).click();
};

test('an author changes a tour, rehearses it without a trace, publishes it, and takes it back', async ({ browser }) => {
  const context = await browser.newContext({ locale: 'en-US', viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  await openEditor(page, 'new');
  await page.getByRole('button', { name: /Send your first invoice/ }).click();

  await page.getByRole('button', { name: 'Rehearse', exact: true }).click();
  const panel = page.locator('shirube-editor-rehearse');
  await panel.getByRole('button', { name: 'Play', exact: true }).click();
  const card = page.getByRole('dialog', { name: 'Start here' });
  await expect(card).toBeVisible();
  await card.getByRole('button', { name: 'Next', exact: true }).click();
  await expect(panel.getByText('Step 2 of 4: Type the amount')).toBeVisible();
  await page.reload();
  await expect(panel.getByText('Step 2 of 4: Type the amount')).toBeVisible();
  await expect(page.getByRole('dialog', { name: 'Type the amount' })).toBeVisible();
  // Beside a step that dims the page the panel stays in reach.
  await panel.getByRole('button', { name: 'Next', exact: true }).click();
  await page.locator('#send').click();
  await panel.getByRole('button', { name: 'Pretend “invoice_sent” happened' }).click();
  await page.getByRole('dialog', { name: 'Well done' }).getByRole('button', { name: 'Done' }).click();
  await expect(panel.getByText('Played to the end.')).toBeVisible();

  await page.keyboard.press('Alt+KeyP');
  const publish = page.locator('shirube-editor-publish');
  await expect(publish.locator('h2')).toHaveText('production already has all of this: version 1.');
  await publish.getByText('Compare', { exact: true }).click();
  await page.close();

  // Somebody's program changes the draft meanwhile; the editor opens it where it was left.
  const { etag } = await world.api<{ readonly etag: string }>('GET', '/v1/tours/first-invoice');
  const renamed = { ...tour, steps: tour.steps.map((step) => ({ ...step, page: '/' })) };
  await world.api('PUT', '/v1/tours/first-invoice', renamed, { 'if-match': `"${etag}"` });
  const again = await context.newPage();
  await openEditor(again, 'known');
  await again.getByRole('button', { name: /Send your first invoice/ }).click();
  // The shortcut is of an open tour.
  await expect(again.getByRole('button', { name: 'Rehearse', exact: true })).toBeVisible();
  await again.keyboard.press('Alt+KeyP');
  await expect(again.locator('shirube-editor-publish h2')).toHaveText('Version 2 goes live in production: 4 changes.');
  await again.getByRole('button', { name: 'Publish', exact: true }).last().click();
  await expect(again.getByText('Version 2 is live in production.').first()).toBeVisible();
  const live = async () =>
    (
      await world.api<{ versions: { version: number; liveIn: string[] }[] }>('GET', '/v1/tours/first-invoice/versions')
    ).versions.find(({ liveIn }) => liveIn.includes('production'))?.version;
  expect(await live()).toBe(2);
  await again.getByRole('button', { name: /^Undo: Back to version 1/ }).click();
  await expect(again.getByText('Version 1 is live in production again.').first()).toBeVisible();
  expect(await live()).toBe(1);

  // Nothing that was rehearsed has reached the reports.
  const { tours } = await world.api<{ readonly tours: readonly { readonly started: number }[] }>(
    'GET',
    '/v1/reports/tours',
  );
  expect(tours.map(({ started }) => started)).toEqual([0]);
  await context.close();
});
