import { expect } from '@playwright/test';
import { PASSWORD, test } from './guestTest.ts';

for (const [locale, name] of [
  ['en-GB', 'Edit with Shirube'],
  ['ja-JP', 'Shirube で編集'],
] as const) {
  test.describe(locale, () => {
    test.use({ locale });

    test(`a member finds a bookmark that opens the editor and leaves the rest of the address alone: ${locale}`, async ({
      guest,
      page,
    }) => {
      await page.goto(`${guest.world.server.url}/members`);
      await page.locator('#sign-in [name=password]').fill(PASSWORD);
      await page.locator('#sign-in [type=submit]').click();
      const link = page.getByRole('link', { name });
      await link.click();
      const address = await page.evaluate(() => getSelection()?.toString().trim());
      expect(address).toBe(await link.getAttribute('href'));
      await page.goto(`${guest.app.page()}?tab=a%20b&flag#list`);
      await page.evaluate(address?.replace('javascript:', '') ?? '');
      await expect(guest.editor.getByRole('heading')).toBeVisible();
      expect(new URL(page.url()).search + new URL(page.url()).hash).toBe('?tab=a%20b&flag&shirube=edit#list');
    });
  });
}
