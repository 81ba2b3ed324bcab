import { body, expect, test, title, told, tool, violations } from './harness/writeTest.ts';

test('opens where the step stands, and tells the new title and text as they are typed', async ({ page, write }) => {
  await write();
  await title(page).click();
  await page.keyboard.press('End');
  await page.keyboard.type(' now');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Well. ');
  expect(await told(page)).toEqual({
    title: 'Start here now',
    body: {
      type: 'doc',
      content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Well. Make your first invoice.' }] }],
    },
  });
  expect(await violations(page)).toEqual([]);
});

test('refuses a link that would run a script, in words, and takes the one that leads somewhere', async ({
  page,
  write,
}) => {
  await write();
  await body(page).click();
  await page.keyboard.press('ControlOrMeta+a');
  await tool(page, 'Link').click();
  await page.keyboard.type('javascript:alert(1)');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toHaveText('A link cannot run a script. Write where it leads to instead.');
  expect(await page.evaluate(() => writing.changes.length)).toBe(0);
  await page.getByLabel('Address').fill('example.com/invoices');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toHaveCount(0);
  expect((await told(page)).body?.content).toEqual([
    {
      type: 'paragraph',
      content: [
        {
          type: 'text',
          text: 'Make your first invoice.',
          marks: [{ type: 'link', attrs: { href: 'https://example.com/invoices' } }],
        },
      ],
    },
  ]);
  await expect(body(page)).toBeFocused();
});
