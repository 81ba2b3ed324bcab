import type { Page } from '@playwright/test';
import type { Block, StepContent } from '@shirube/schema/tour';
import { body, caretSettled, expect, settled, test, title, told, tool, violations } from './harness/writeTest.ts';

const text = (...blocks: readonly unknown[]): StepContent => ({ body: { type: 'doc', content: blocks as Block[] } });
const p = (...content: readonly unknown[]) => ({ type: 'paragraph', content });
const t = (words: string, ...marks: readonly string[]) => ({
  type: 'text',
  text: words,
  ...(marks.length > 0 && { marks: marks.map((type) => ({ type })) }),
});
const blocks = async (page: Page): Promise<unknown> => (await told(page)).body?.content;

test('opens where the step stands, and tells the new title and text as they are typed', async ({ page, write }) => {
  await write();
  await title(page).click();
  await page.keyboard.press('End');
  await page.keyboard.type(' now');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Well. ');
  expect(await told(page)).toEqual({ title: 'Start here now', ...text(p(t('Well. Make your first invoice.'))) });
  // Of two changes, the second left the first one's part alone, and the first the body.
  expect(
    await page.evaluate(() => {
      const [first] = writing.changes;
      return first?.body === writing.standard.body;
    }),
  ).toBe(true);
  expect(await violations(page)).toEqual([]);
});

const rich: StepContent = {
  title: 'Make your first invoice',
  ...text(
    p(t('Press '), t('New invoice', 'bold'), t(' to begin, or read on in this rather long line of text.')),
    { type: 'heading', attrs: { level: 2 }, content: [t('What you need')] },
    {
      type: 'bulletList',
      content: [
        { type: 'listItem', content: [p(t('A customer'))] },
        {
          type: 'listItem',
          content: [
            p(t('An amount')),
            { type: 'orderedList', content: [{ type: 'listItem', content: [p(t('of money'))] }] },
          ],
        },
      ],
    },
    { type: 'heading', attrs: { level: 3 }, content: [t('See it')] },
    { type: 'video', attrs: { src: 'https://youtu.be/aaaaaaaaaaa', title: 'How to' } },
    p(t('The end', 'code'), { type: 'hardBreak' }, t('of it', 'italic')),
  ),
};
for (const [kind, content] of [
  ['tooltip', rich],
  ['modal', rich],
  ['slideout', rich],
  // In one row, as long as it fits.
  ['banner', { title: 'Start here', ...text(p(t('Make your first invoice.'))) }],
] as const)
  test(`a ${kind} looks as it does to those who use the app, and again when it is left`, async ({ page, write }) => {
    /** Where each line of text and each block is, and how it is set. */
    const looks = () =>
      page.evaluate(() =>
        [
          ...writing.root().querySelectorAll('[part=title], [part=body], [part=body] *, [part=footer], [part=card]'),
        ].flatMap((it) => {
          const { x, y, width, height } = it.getBoundingClientRect();
          const { font, color, lineHeight } = getComputedStyle(it);
          return width + height === 0 || it.localName === 'br'
            ? []
            : [[x, y, width, height, font, color, lineHeight].join(' ')];
        }),
      );
    const markup = () =>
      page.evaluate(() =>
        writing
          .root()
          .querySelector('[part=card]')
          ?.outerHTML.replace(/<!--.*?-->/g, ''),
      );
    /** Whoever places the card has done with it. */
    const placed = () =>
      page.evaluate(async () => {
        for (let frame = 0; frame < 12; frame += 1) await new Promise(requestAnimationFrame);
      });
    await write({ content, kind });
    await page.evaluate((it) => writing.show(it), { content, kind });
    await settled(page);
    await placed();
    const drawn = await looks();
    await page.evaluate((it) => writing.write(it), { content, kind });
    await body(page).click();
    await expect(page.getByRole('toolbar')).toBeVisible();
    await placed();
    expect(await looks()).toEqual(drawn);
    await page.evaluate(() => writing.dispose());
    await placed();
    expect(await looks()).toEqual(drawn);
    // Drawn anew by who draws it for everyone, it is the same.
    const left = await markup();
    await page.evaluate((it) => writing.show(it), { content, kind });
    expect(left?.replace(/ style="[^"]*"/, '')).toBe((await markup())?.replace(/ style="[^"]*"/, ''));
  });

test('is drawn with the new text when it is left, and twice is as once', async ({ page, write }) => {
  await write();
  await body(page).click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('## Other');
  await page.evaluate(() => {
    writing.dispose();
    writing.dispose();
  });
  await expect(page.getByRole('textbox')).toHaveCount(0);
  // A plain tooltip, which had nothing to draw headings with.
  await expect(page.locator('#body [part=heading]')).toHaveText('Other');
  await expect(page.locator('#body')).toBeVisible();
});

for (const [words, titleHere, bodyHere] of [
  ['en', 'Title', 'Write here…'],
  ['ja', 'タイトル', '本文を入力'],
] as const)
  test(`a step without anything in it offers both places (${words})`, async ({ page, write }) => {
    await write({ content: {}, words });
    const shown = (part: string) =>
      page.evaluate((it) => {
        const place = writing.root().querySelector(`[part=${it}][role=textbox]`);
        return place && getComputedStyle(place, '::before').content;
      }, part);
    expect([await shown('title'), await shown('body')]).toEqual([`"${titleHere}"`, `"${bodyHere}"`]);
    await body(page).click();
    await page.keyboard.type('A');
    expect(await shown('body')).toBe('none');
    expect(await told(page)).toEqual(text(p(t('A'))));
    await page.keyboard.press('Backspace');
    // Nothing written is nothing in the document.
    expect(await told(page)).toEqual({});
    expect(await shown('body')).toBe(`"${bodyHere}"`);
  });

test('each tool does what it is called, and again undoes it', async ({ page, write }) => {
  await write({ content: text(p(t('one two'))) });
  await body(page).click();
  await page.keyboard.press('Home');
  await page.keyboard.press('ControlOrMeta+Shift+ArrowRight');
  for (const [name, type] of [
    ['Bold', 'bold'],
    ['Italic', 'italic'],
    ['Code', 'code'],
  ] as const) {
    await tool(page, name).click();
    await expect(tool(page, name)).toHaveAttribute('aria-pressed', 'true');
    expect(JSON.stringify(await blocks(page))).toContain(`{"type":"${type}"}`);
    await tool(page, name).click();
    expect(await blocks(page)).toEqual([p(t('one two'))]);
  }
  await tool(page, 'Large heading').click();
  expect(await blocks(page)).toEqual([{ type: 'heading', attrs: { level: 2 }, content: [t('one two')] }]);
  await tool(page, 'Small heading').click();
  expect(await blocks(page)).toEqual([{ type: 'heading', attrs: { level: 3 }, content: [t('one two')] }]);
  await tool(page, 'Small heading').click();
  const list = (type: string) => [{ type, content: [{ type: 'listItem', content: [p(t('one two'))] }] }];
  await tool(page, 'Bulleted list').click();
  expect(await blocks(page)).toEqual(list('bulletList'));
  await tool(page, 'Numbered list').click();
  expect(await blocks(page)).toEqual(list('orderedList'));
  await tool(page, 'Numbered list').click();
  expect(await blocks(page)).toEqual([p(t('one two'))]);
  await expect(body(page)).toBeFocused();
});

test('is written as in Markdown, and one Backspace gives the signs back', async ({ page, write }) => {
  await write({ content: {} });
  await body(page).click();
  await page.keyboard.type('## Head');
  await page.keyboard.press('Enter');
  await page.keyboard.type('a **b** `c` *d*');
  await page.keyboard.press('Enter');
  await page.keyboard.type('- x');
  await page.keyboard.press('Enter');
  await page.keyboard.type('y');
  await page.keyboard.press('Shift+Enter');
  await page.keyboard.type('z');
  const item = (...content: readonly unknown[]) => ({ type: 'listItem', content: [p(...content)] });
  expect(await blocks(page)).toEqual([
    { type: 'heading', attrs: { level: 2 }, content: [t('Head')] },
    p(t('a '), t('b', 'bold'), t(' '), t('c', 'code'), t(' '), t('d', 'italic')),
    { type: 'bulletList', content: [item(t('x')), item(t('y'), { type: 'hardBreak' }, t('z'))] },
  ]);
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('3. ');
  expect(await blocks(page)).toEqual([
    { type: 'orderedList', attrs: { start: 3 }, content: [{ type: 'listItem', content: [{ type: 'paragraph' }] }] },
  ]);
  await page.keyboard.press('Backspace');
  expect(await blocks(page)).toEqual([p(t('3. '))]);
});

test('refuses a link that would run a script, in words, and takes the one that leads somewhere', async ({
  page,
  write,
}) => {
  await write();
  await body(page).click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.press('ControlOrMeta+k');
  await page.keyboard.type('java script:alert(1)');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toHaveText('A link cannot run a script. Write where it leads to instead.');
  expect(await page.evaluate(() => writing.changes.length)).toBe(0);
  await page.getByLabel('Address').fill('example.com/invoices');
  await page.keyboard.press('Enter');
  const linked = (href: string) => [
    p({ ...t('Make your first invoice.'), marks: [{ type: 'link', attrs: { href } }] }),
  ];
  expect(await blocks(page)).toEqual(linked('https://example.com/invoices'));
  await expect(body(page)).toBeFocused();
  // From a mere caret inside, the whole link is changed, and taken away.
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowRight');
  await caretSettled(page);
  await page.keyboard.press('ControlOrMeta+k');
  await expect(page.getByLabel('Address')).toHaveValue('https://example.com/invoices');
  await page.getByLabel('Address').fill('/help');
  await page.getByRole('button', { name: 'Save' }).click();
  expect(await blocks(page)).toEqual(linked('/help'));
  await page.keyboard.press('ControlOrMeta+k');
  await page.getByRole('button', { name: 'Remove' }).click();
  expect(await blocks(page)).toEqual([p(t('Make your first invoice.'))]);
});

test('puts a variable in from the menu of known traits, selects it by keyboard and changes it', async ({
  page,
  write,
}) => {
  await write({ content: text(p(t('Hi '))) });
  await body(page).click();
  await page.keyboard.press('End');
  await tool(page, 'Variable').click();
  await expect(page.getByRole('option')).toHaveCount(3);
  await page.keyboard.type('com');
  await expect(page.getByRole('option')).toHaveText([/company\.name\s*such as Hoshi Works/]);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.keyboard.type('your team');
  await page.keyboard.press('Enter');
  const variable = (attribute: string, fallback: string) => ({ type: 'variable', attrs: { attribute, fallback } });
  expect(await blocks(page)).toEqual([p(t('Hi '), variable('company.name', 'your team'))]);
  await expect(page.getByRole('img', { name: 'Variable company.name, else “your team”' })).toBeVisible();
  await page.keyboard.press('ArrowLeft');
  await expect(page.locator('.variable')).toHaveClass(/ProseMirror-selectednode/);
  await page.keyboard.press('Enter');
  await page.getByLabel('Without a value, show').fill('');
  await page.keyboard.press('Enter');
  expect(await blocks(page)).toEqual([p(t('Hi '), variable('company.name', ''))]);
});

test('takes a picture only from https and with words for it, a video only from where it can be shown', async ({
  page,
  write,
}) => {
  await page.route('https://example.com/**', (route) => route.abort());
  await write({ content: text(p(t('See'))) });
  await body(page).click();
  await tool(page, 'Image').click();
  await page.keyboard.type('http://example.com/a.png');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toHaveText('An image comes from an address that begins with https://.');
  await page.getByLabel('Address').fill('https://example.com/a.png');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toHaveText('Say what the image shows.');
  await expect(page.getByLabel('What it shows')).toBeFocused();
  await page.keyboard.type('The list');
  await page.keyboard.press('Enter');
  const image = { type: 'image', attrs: { src: 'https://example.com/a.png', alt: 'The list' } };
  expect(await blocks(page)).toEqual([p(t('See')), image]);
  await page.keyboard.press('Enter');
  await tool(page, 'Video').click();
  await page.keyboard.type('https://example.com/film');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toHaveText('This is not the address of a video that can be shown here.');
  await page.getByLabel('Address').fill('https://youtu.be/aaaaaaaaaaa');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toHaveText('Say what the video is about.');
  await page.keyboard.type('How to');
  await page.keyboard.press('Enter');
  const video = { type: 'video', attrs: { src: 'https://youtu.be/aaaaaaaaaaa', title: 'How to' } };
  expect(await blocks(page)).toEqual([p(t('See')), image, video]);
  // It is there to be seen, not to be played.
  await body(page).locator('figure').click();
  await expect(body(page).locator('iframe')).toHaveCount(0);
  expect(await violations(page)).toEqual([]);
});

test('another text from outside keeps the caret, and is told to nobody', async ({ page, write }) => {
  await write();
  await body(page).click();
  await page.keyboard.press('End');
  await caretSettled(page);
  await page.evaluate(() =>
    writing.update({ title: 'Begin', body: writing.paragraph('First, make your first invoice.') }),
  );
  await expect(title(page)).toHaveText('Begin');
  expect(await page.evaluate(() => writing.changes.length)).toBe(0);
  await page.keyboard.type(' Now');
  expect(await told(page)).toEqual({ title: 'Begin', ...text(p(t('First, make your first invoice. Now'))) });
  await page.evaluate(() => writing.update({}));
  await expect(body(page)).toHaveText('');
  expect(await page.evaluate(() => writing.changes.length)).toBe(4);
});
