import type { Page } from '@playwright/test';
import { body, expect, test, title, told, violations } from './harness/writeTest.ts';

/** Pastes as the browser does after Ctrl+V, with what another app would have put on the clipboard. */
const paste = (page: Page, data: Readonly<Record<string, string>>): Promise<void> =>
  page.evaluate((given) => {
    const clipboardData = new DataTransfer();
    for (const [type, value] of Object.entries(given)) clipboardData.setData(type, value);
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, composed: true, cancelable: true });
    writing.root().activeElement?.dispatchEvent(event);
  }, data);

const WORD = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal{margin:0;color:red}</style></head>
<body lang=EN-US style='tab-interval:.5in'><!--StartFragment-->
<h1 style="color:red">Ti<span style='mso-fareast-language:JA'>tle</span></h1>
<p class=MsoNormal style='margin:0cm'><b style='mso-bidi-font-weight:normal'>Bold</b><span lang=EN-US> and <i>slanted</i><o:p></o:p></span></p>
<ul style='margin-top:0'><li class=MsoNormal>First</li><li class=MsoNormal>Second</li></ul>
<table><tr><td>Cell</td></tr></table><!--EndFragment--></body></html>`;

const p = (...content: readonly unknown[]) => ({ type: 'paragraph', content });
const t = (text: string, type?: string) => ({ type: 'text', text, ...(type && { marks: [{ type }] }) });

test('of a text processor’s page, what a step may hold is left, without a word to the page’s policy', async ({
  page,
  write,
}) => {
  await write({ content: {} });
  await body(page).click();
  await paste(page, { 'text/html': WORD, 'text/plain': 'no' });
  const item = (text: string) => ({ type: 'listItem', content: [p(t(text))] });
  expect((await told(page)).body?.content).toEqual([
    { type: 'heading', attrs: { level: 2 }, content: [t('Title')] },
    p(t('Bold', 'bold'), t(' and '), t('slanted', 'italic')),
    { type: 'bulletList', content: [item('First'), item('Second')] },
    p(t('Cell')),
  ]);
  expect(await violations(page)).toEqual([]);
});

test('scripts, links to scripts and pictures without words for them are gone, the words stay', async ({
  page,
  write,
}) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await write({ content: {} });
  asked.length = 0;
  await body(page).click();
  await paste(page, {
    'text/html': `<p onclick="steal()">One <a href="java&#10;script:steal()">two</a> <a href="data:text/html,x">more</a> <a href="https://example.com/x" onclick="steal()">three</a></p>
      <script>globalThis.stolen = true</script><style>p{color:red}</style><img src=x onerror="globalThis.stolen = true">
      <img src="https://example.com/a.png"><iframe src="https://example.com"></iframe><svg><script>globalThis.stolen = true</script></svg>`,
  });
  expect((await told(page)).body?.content).toEqual([
    p(t('One two more '), { ...t('three'), marks: [{ type: 'link', attrs: { href: 'https://example.com/x' } }] }),
  ]);
  expect(await page.evaluate('globalThis.stolen')).toBe(undefined);
  expect(await violations(page)).toEqual([]);
  expect(asked).toEqual([]);
});

test('what is copied in a step is pasted as it was, variables too', async ({ page, write, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const content = [
    p(t('Hi '), { type: 'variable', attrs: { attribute: 'firstName', fallback: 'there' } }),
    { type: 'heading', attrs: { level: 3 }, content: [t('Small')] },
  ];
  await write({ content: { body: { type: 'doc', content } } as never });
  await body(page).click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.press('ControlOrMeta+c');
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.press('Backspace');
  expect(await told(page)).toEqual({});
  await page.keyboard.press('ControlOrMeta+v');
  expect((await told(page)).body?.content).toEqual(content);
  expect(await violations(page)).toEqual([]);
});

test('an address pasted over words becomes their link; into a title, lines become one', async ({ page, write }) => {
  await write();
  await body(page).click();
  await page.keyboard.press('ControlOrMeta+a');
  await paste(page, { 'text/plain': 'https://example.com/x' });
  expect((await told(page)).body?.content).toEqual([
    p({ ...t('Make your first invoice.'), marks: [{ type: 'link', attrs: { href: 'https://example.com/x' } }] }),
  ]);
  await title(page).click();
  await page.keyboard.press('ControlOrMeta+a');
  await paste(page, { 'text/plain': 'One\r\n\r\n  two\n', 'text/html': '<h1>One</h1>' });
  expect((await told(page)).title).toBe('One two');
});

test('where the browser cannot read foreign HTML without a policy, its text is taken', async ({ page, write }) => {
  await page.addInitScript(() => {
    Object.assign(Document, { parseHTML: undefined });
  });
  await write({ content: {} });
  await body(page).click();
  await paste(page, { 'text/html': '<p><b>One</b></p><p>two</p>', 'text/plain': 'One\n\ntwo' });
  expect((await told(page)).body?.content).toEqual([p(t('One')), p(t('two'))]);
  expect(await violations(page)).toEqual([]);
});
