import { expect } from '@playwright/test';
import { test } from './guestTest.ts';

/** Under `default-src 'none'` with Trusted Types, given the server in script-src and connect-src and the one policy. */

test('signing in, recording, writing, every panel, the sheet and a menu break no rule of the app’s policy', async ({
  guest,
  page,
}) => {
  const refused: string[] = [];
  page.on('console', (message) => {
    if (/Content Security Policy|TrustedHTML|TrustedScript/.test(message.text())) refused.push(message.text());
  });
  page.on('pageerror', (error) => refused.push(error.message));
  await guest.open();
  await guest.signIn();
  await guest.record();
  await page.keyboard.press('Enter');
  await page.keyboard.type('Two **words** and');
  await page.keyboard.press('Enter');
  await page.keyboard.type('- a list');
  const { editor } = guest;
  const buttons = editor.locator('[data-open]');
  const names = await buttons.evaluateAll((all) => all.map((one) => one.getAttribute('data-open') ?? ''));
  expect(names).toContain('publish');
  for (const name of names) {
    const panel = editor.locator(`[data-panel=${name}]`);
    if (!(await panel.isVisible())) await editor.locator(`[data-open=${name}]`).first().click();
    await expect(panel.getByRole('heading').first()).toBeVisible();
  }
  for (const kind of ['modal', 'slideout', 'banner']) {
    await editor.locator(`[data-add=${kind}]`).click();
    await expect(guest.title).toBeFocused();
    await page.keyboard.type(`A ${kind}`);
  }
  await editor.getByRole('button', { name: 'More for this step' }).click();
  await expect(editor.getByRole('menu')).toBeVisible();
  await page.keyboard.press('Escape');
  await editor.getByRole('button', { name: 'Keyboard shortcuts' }).click();
  await page.keyboard.press('Escape');
  await guest.saved();
  await editor.getByRole('button', { name: 'All tours' }).click();
  await expect(editor.getByRole('heading', { name: 'Tours' })).toBeVisible();
  await guest.close();
  expect(await page.evaluate('violations')).toEqual([]);
  expect(refused).toEqual([]);
});
