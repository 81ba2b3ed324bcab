import type { Page } from '@playwright/test';
import type { StepContent } from '@shirube/schema/tour';
import { inputMethod } from './harness/inputMethod.ts';
import { body, expect, test, title, told } from './harness/writeTest.ts';

/** What is told settles a moment after a composition has ended. */
const tells = (page: Page) => expect.poll(() => told(page));
const calls = (page: Page): Promise<readonly string[]> => page.evaluate(() => writing.calls);
const changes = (page: Page): Promise<number> => page.evaluate(() => writing.changes.length);
const paragraphs = (...texts: readonly string[]) => ({
  type: 'doc' as const,
  content: texts.map((text) => ({
    type: 'paragraph' as const,
    content: [{ type: 'text' as const, text }],
  })),
});

for (const where of ['title', 'body'] as const) {
  const field = where === 'title' ? title : body;
  const saying = (text: string): StepContent => (where === 'title' ? { title: text } : { body: paragraphs(text) });

  test(`${where}: Japanese is composed step by step, and told once, when it is taken over`, async ({ page, write }) => {
    await write({ content: {}, locale: 'ja', words: 'ja' });
    const ime = await inputMethod(page);
    await field(page).click();
    await ime.compose('に');
    await ime.compose('にほ');
    await ime.compose('日本');
    await expect(field(page)).toHaveText('日本');
    expect(await changes(page)).toBe(0);
    await ime.commit('日本');
    await ime.compose('ご');
    await ime.commit('語');
    await tells(page).toEqual(saying('日本語'));
    await expect(field(page)).toHaveText('日本語');
    // The Enter that takes a word over is no Enter of the text.
    await expect(field(page)).toBeFocused();
    expect(await calls(page)).toEqual([]);
  });

  test(`${where}: a change from outside waits until the word is taken over, and both are kept`, async ({
    page,
    write,
  }) => {
    await write({ content: saying('Start here') });
    const ime = await inputMethod(page);
    await field(page).click();
    await page.keyboard.press('End');
    await ime.compose('に');
    await page.evaluate((it) => writing.update(it), saying('Please start here'));
    await expect(field(page)).toHaveText('Start hereに');
    await ime.compose('日本');
    await expect(field(page)).toHaveText('Start here日本');
    expect(await changes(page)).toBe(0);
    await ime.commit('日本');
    await tells(page).toEqual(saying('Please start here日本'));
    await expect(field(page)).toHaveText('Please start here日本');
    expect(await changes(page)).toBe(1);
    // The caret is where it was.
    await page.keyboard.type('!');
    await tells(page).toEqual(saying('Please start here日本!'));
  });

  test(`${where}: of the very words that both change, those of the person at the keyboard stay`, async ({
    page,
    write,
  }) => {
    await write({ content: saying('abcdef') });
    const ime = await inputMethod(page);
    await field(page).click();
    await page.keyboard.press('Home');
    for (let at = 0; at < 3; at += 1) await page.keyboard.press('ArrowRight');
    await ime.compose('に');
    await page.evaluate((it) => writing.update(it), saying('aXXXXf'));
    await ime.commit('日');
    await tells(page).toEqual(saying('abc日def'));
    await expect(field(page)).toHaveText('abc日def');
  });

  test(`${where}: a word that is given up leaves no trace, and lets in what waited`, async ({ page, write }) => {
    await write({ content: saying('Start') });
    const ime = await inputMethod(page);
    await field(page).click();
    await page.keyboard.press('End');
    await ime.compose('に');
    await page.evaluate((it) => writing.update(it), saying('Begin'));
    await ime.cancel();
    await expect(field(page)).toHaveText('Begin');
    expect(await changes(page)).toBe(0);
    // Escape gave up the word, not the text.
    expect(await calls(page)).toEqual([]);
    await expect(field(page)).toBeFocused();
  });
}

test('a title in composition does not keep the body from changing, nor the other way round', async ({
  page,
  write,
}) => {
  await write();
  const ime = await inputMethod(page);
  await title(page).click();
  await page.keyboard.press('End');
  await ime.compose('に');
  await page.evaluate(() => writing.update({ ...writing.standard, body: writing.paragraph('Other') }));
  await expect(body(page)).toHaveText('Other');
  await ime.commit('日');
  await tells(page).toEqual({ title: 'Start here日', body: paragraphs('Other') });
});

test('whoever wants to draw the step anew is told when nothing is composed in it', async ({ page, write }) => {
  await write();
  const ime = await inputMethod(page);
  await body(page).click();
  await page.evaluate(() => writing.whenComposed('at once'));
  await ime.compose('に');
  await page.evaluate(() => writing.whenComposed('later'));
  await ime.compose('日');
  expect(await calls(page)).toEqual(['at once']);
  await ime.commit('日');
  await expect.poll(() => calls(page)).toEqual(['at once', 'later']);
  // It was told before.
  expect(await changes(page)).toBe(1);
  // Left in the middle of a word, the word is text.
  await ime.compose('本');
  await page.evaluate(() => {
    writing.whenComposed('never');
    writing.dispose();
  });
  expect(JSON.stringify(await told(page))).toContain('日本');
  expect(await calls(page)).toEqual(['at once', 'later']);
});

test('composing in bold, in a list and in a link, beside a variable, breaks nothing', async ({ page, write }) => {
  const marks = [{ type: 'bold' }, { type: 'link', attrs: { href: '/x' } }];
  const content = {
    body: {
      type: 'doc',
      content: [
        {
          type: 'bulletList',
          content: [
            {
              type: 'listItem',
              content: [
                {
                  type: 'paragraph',
                  content: [
                    { type: 'text', text: 'ab', marks },
                    { type: 'variable', attrs: { attribute: 'firstName', fallback: '' } },
                  ],
                },
              ],
            },
          ],
        },
      ],
    },
  } as never;
  await write({ content });
  const ime = await inputMethod(page);
  await body(page).getByText('ab').click();
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowRight');
  await ime.compose('に');
  await ime.compose('日本');
  await ime.commit('日本');
  await tells(page).toMatchObject({
    body: { content: [{ content: [{ content: [{ content: [{ text: 'a日本b', marks }, { type: 'variable' }] }] }] }] },
  });
  await page.keyboard.press('End');
  await ime.compose('さん');
  await ime.commit('さん');
  await tells(page).toMatchObject({
    body: { content: [{ content: [{ content: [{ content: [{}, { type: 'variable' }, { text: 'さん' }] }] }] }] },
  });
  await expect(body(page)).toHaveText('a日本bfirstNameさん');
});

test('Enter that takes a word over in a form of the toolbar does not save the form', async ({ page, write }) => {
  await write();
  const ime = await inputMethod(page);
  await body(page).click();
  await page.getByRole('button', { name: 'Image' }).click();
  await page.getByLabel('Address').fill('https://example.com/a.png');
  await page.getByLabel('What it shows').click();
  await ime.compose('え');
  await ime.cancel();
  await expect(page.getByLabel('What it shows')).toBeFocused();
  await ime.compose('え');
  await ime.commit('絵');
  await expect(page.getByLabel('What it shows')).toHaveValue('絵');
  expect(await changes(page)).toBe(0);
  await page.keyboard.press('Enter');
  await tells(page).toMatchObject({
    body: { content: [{}, { type: 'image', attrs: { src: 'https://example.com/a.png', alt: '絵' } }] },
  });
});
