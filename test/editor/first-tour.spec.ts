import { expect, test } from '@playwright/test';
import type { Demo } from '../../demo/host/startDemo.ts';
import { wholeDemo } from '../demo/wholeDemo.ts';
import { type Admin, signInAsAdmin } from './admin.ts';
import { Author, openEditor, recording, saved, stepShown } from './author.ts';

let demo: Demo;
let admin: Admin;
test.beforeAll(async () => {
  demo = await wholeDemo();
  admin = await signInAsAdmin(demo);
  await admin.stopLiveTours();
});
test.afterAll(() => demo.close());

test('an author builds the five-step tour in fifteen actions; it runs for someone else, and the report says where they left', async ({
  page,
  browser,
}) => {
  await openEditor(page, demo);
  const author = new Author(page);
  const { product } = demo;

  await author.click('New tour', () => page.getByRole('button', { name: 'New tour' }).click());
  await recording(page);
  await author.click('New invoice', () => page.locator('[data-tour=new-invoice]').click());
  await author.type('Send your first invoice', 'It takes about two minutes.');
  await author.switchTo(`${product}invoices/new?copy=INV-0141`);
  await author.click('the customer', () => page.locator('[data-tour=customer-select]').click());
  await author.type('Who is it for?', 'Choose a customer.');
  // On its words: the middle of the line is under the step that is being written.
  const words = { position: { x: 20, y: 12 } };
  await author.click('the lines', () => page.locator('[data-tour=lines] h2').click(words));
  await author.type('What did you do, and for how much?', 'One line is enough.');
  await author.click('Send, which the app gets', () =>
    page.locator('[data-tour=send-invoice]').click({ modifiers: ['Alt'] }),
  );
  await author.click('Send now', () => page.locator('[data-tour=confirm-send]').click());
  await author.type('One last look', 'Check the total, then send it.');
  await author.click('a modal', () => page.locator('shirube-editor [data-add=modal]').click());
  await author.type('It is on its way', 'Well done.');
  await saved(page);
  await author.click('the panel for publishing', () => page.locator('shirube-editor [data-open=publish]').click());
  await author.click('Publish', () => page.locator('shirube-editor-publish .primary').click());
  await expect(page.locator('shirube-editor-publish')).toContainText(/Version 1/);
  expect(author.done.length).toBeLessThanOrEqual(15);

  const [tour] = (await admin.tours()).filter(({ live }) => live.length > 0);
  const tourId = tour?.id ?? '';

  await test.step('a new user follows it across pages and into the dialog of the app, and leaves there', async () => {
    const other = await (await browser.newContext({ locale: 'en-GB' })).newPage();
    await other.goto(`${product}invoices`);
    await expect(stepShown(other, 'Send your first invoice')).toBeVisible();
    await other.locator('[data-tour=new-invoice]').click();
    await expect(stepShown(other, 'Who is it for?')).toBeVisible();
    await other.locator('[data-tour=customer-select]').selectOption('lumen');
    const lines = stepShown(other, 'What did you do, and for how much?');
    await expect(lines).toBeVisible();
    await other.getByRole('textbox', { name: 'Description' }).fill('Poster');
    await other.getByRole('spinbutton', { name: 'Unit price (yen)' }).fill('50000');
    await lines.getByRole('button', { name: 'Next', exact: true }).click();
    await other.locator('[data-tour=send-invoice]').click();
    const last = stepShown(other, 'One last look');
    await expect(last).toBeVisible();
    await last.getByRole('button', { name: 'Close' }).click();
    await expect(last).toBeHidden();
    await expect.poll(async () => (await admin.report(tourId)).summary.dismissed, { timeout: 20_000 }).toBe(1);
    await other.context().close();
  });

  await test.step('the report says at which step they left, and nothing else', async () => {
    const { summary, steps } = await admin.report(tourId);
    expect(summary).toMatchObject({
      started: 1,
      completed: 0,
      dismissed: 1,
      abandoned: 0,
      broken: 0,
      simulated: false,
    });
    expect(summary.completionRate).toMatchObject({ numerator: 0, denominator: 1, value: 0 });
    expect(steps.map(({ reached, dropOff }) => [reached, dropOff.dismissed, dropOff.broken])).toEqual([
      [1, 0, 0],
      [1, 0, 0],
      [1, 0, 0],
      [1, 1, 0],
      [0, 0, 0],
    ]);
  });

  await test.step('the author sees five steps, the live version, and from there the same numbers', async () => {
    const tiles = page.locator('shirube-editor [data-step]');
    await expect(tiles).toHaveCount(5);
    await expect(
      tiles.nth(0).getByRole('button', { name: 'Step 1: Send your first invoice, On another page' }),
    ).toBeVisible();
    await expect(tiles.nth(3).getByRole('button', { name: 'Step 4: One last look', exact: true })).toBeVisible();
    const panel = page.locator('shirube-editor-publish');
    await expect(panel).toContainText('production already has all of this: version 1.');
    const opened = page.waitForEvent('popup');
    await panel.getByRole('link', { name: 'See its report' }).click();
    const report = await opened;
    await expect(report.getByRole('heading', { level: 1 })).toContainText('Tour of');
    await expect(report.getByText('One last look').first()).toBeVisible();
  });
});
