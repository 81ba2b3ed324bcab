import { expect, type Page, test } from '@playwright/test';
import type { Demo } from '../../demo/host/startDemo.ts';
import { wholeDemo } from '../demo/wholeDemo.ts';
import { type Admin, signInAsAdmin } from './admin.ts';
import { card, recording, saved, titleField } from './author.ts';

let demo: Demo;
let admin: Admin;
test.beforeAll(async () => {
  demo = await wholeDemo();
  admin = await signInAsAdmin(demo);
  await admin.stopLiveTours();
});
test.afterAll(() => demo.close());

/** Where the keyboard is, through every shadow root: its name, else its tag. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    let at = document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    if (/^h[1-6]$/.test(at?.localName ?? '')) return `heading ${at?.textContent}`;
    return at?.getAttribute('aria-label') || at?.getAttribute('name') || at?.textContent?.trim() || at?.localName || '';
  });
/** Presses until the focus is there; fails when it never comes. */
const pressTo = async (page: Page, key: string, name: string | RegExp, most = 40): Promise<void> => {
  const passed: string[] = [];
  for (let press = 0; press < most; press += 1) {
    const at = await focused(page);
    if (typeof name === 'string' ? at === name : name.test(at)) return;
    passed.push(at);
    await page.keyboard.press(key);
  }
  throw new Error(`${key} does not lead to ${name}: ${passed.join(' > ')}`);
};
/** What the picker would pick: its label on the page. */
const pickTo = async (page: Page, key: string, name: RegExp, most = 40): Promise<void> => {
  const said: string[] = [];
  for (let press = 0; press < most; press += 1) {
    await page.keyboard.press(key);
    const label = (await page.locator('shirube-editor .label').allInnerTexts()).join(' ');
    said.push(label);
    if (name.test(label)) {
      await page.keyboard.press('Enter');
      return;
    }
  }
  throw new Error(`${key} does not lead to ${name}: ${said.join(' > ')}`);
};
const write = async (page: Page, title: string, text: string): Promise<void> => {
  await expect(titleField(page)).toBeFocused();
  await page.keyboard.type(title);
  await page.keyboard.press('Enter');
  await page.keyboard.type(text);
  await expect(card(page)).toContainText(title);
  await expect(card(page)).toContainText(text);
};

test('an author does all of it without a pointer: signs in, records across pages and into a dialog, publishes', async ({
  page,
}) => {
  const { product } = demo;
  await page.goto(`${product}invoices?shirube=edit`);
  await expect(page.locator('shirube-editor [data-view=out]')).toBeVisible();

  await test.step('signs in at the server’s own window', async () => {
    await page.keyboard.press('F6');
    await pressTo(page, 'Tab', 'Sign in');
    const opened = page.waitForEvent('popup');
    await page.keyboard.press('Enter');
    const popup = await opened;
    // The only member's address is filled in.
    await popup.locator('[name=password]').waitFor();
    await pressTo(popup, 'Tab', 'password');
    await popup.keyboard.type(demo.adminPassword);
    await popup.keyboard.press('Enter');
    await popup.getByRole('button', { name: 'Allow' }).waitFor();
    await pressTo(popup, 'Tab', 'Allow');
    // The window closes under the key.
    await popup.keyboard.press('Enter').catch(() => {});
    await expect(page.getByRole('heading', { name: 'Tours' })).toBeVisible();
  });

  await test.step('records the first step by Tab and Enter', async () => {
    await page.keyboard.press('Alt+T');
    await recording(page);
    await pickTo(page, 'Tab', /New invoice/);
    await write(page, 'Start here', 'It takes two minutes.');
    await saved(page);
  });

  await test.step('does what the step waits for, and goes on recording on the next page', async () => {
    await page.keyboard.press('ControlOrMeta+Enter');
    await expect(page).toHaveURL(/invoices\/new/);
    await page.locator('[data-tour=customer-select] option[value=lumen]').waitFor({ state: 'attached' });
    await pickTo(page, 'Tab', /Customer(?!s)/);
    await write(page, 'Who is it for?', 'Choose a customer.');
    await saved(page);
  });

  await test.step('adds a modal, moves it, undoes that', async () => {
    await page.keyboard.press('F6');
    await pressTo(page, 'F6', 'All tours');
    await pressTo(page, 'Tab', /^Modal/);
    await page.keyboard.press('Enter');
    await write(page, 'Well done', 'That is all.');
    const steps = page.locator('shirube-editor [data-step] .tile');
    await expect(steps).toHaveCount(3);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Alt+Shift+ArrowUp');
    await expect(steps.nth(1)).toHaveAccessibleName(/Well done/);
    await page.keyboard.press('ControlOrMeta+z');
    await expect(steps.nth(2)).toHaveAccessibleName(/Well done/);
    await page.keyboard.press('ControlOrMeta+Shift+z');
    await expect(steps.nth(1)).toHaveAccessibleName(/Well done/);
    await page.keyboard.press('Alt+Shift+ArrowDown');
    await expect(steps.nth(2)).toHaveAccessibleName(/Well done/);
    await saved(page);
  });

  await test.step('finds every shortcut in a list, and comes back from it', async () => {
    await page.keyboard.press('Alt+Slash');
    const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
    await expect(sheet).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(sheet).toBeHidden();
  });

  await test.step('publishes', async () => {
    await page.keyboard.press('Alt+P');
    const panel = page.locator('shirube-editor-publish');
    await expect(panel).toBeVisible();
    await expect.poll(() => focused(page)).toBe('heading Publish');
    await expect(panel.getByRole('button', { name: 'Publish', exact: true })).toBeVisible();
    await pressTo(page, 'Tab', 'Publish');
    await page.keyboard.press('Enter');
    await expect(panel).toContainText('Version 1 is live in production.');
  });

  const live = (await admin.tours()).filter(({ live }) => live.length > 0);
  expect(live).toHaveLength(1);
  const draft = JSON.parse(await admin.send('GET', `/v1/tours/${live[0]?.id}`)) as { text: string };
  const { steps } = JSON.parse(draft.text) as { steps: { content: { en: { title: string } }; advance?: unknown }[] };
  expect(steps.map(({ content, advance }) => [Object.values(content)[0]?.title, advance])).toEqual([
    ['Start here', [{ on: 'click' }]],
    ['Who is it for?', [{ on: 'input' }]],
    ['Well done', undefined],
  ]);
});
