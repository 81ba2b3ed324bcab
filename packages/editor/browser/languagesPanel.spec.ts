import { readFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import { lookTour } from './harness/lookApp.ts';
import { test, tourNow, undo, violations } from './harness/lookTest.ts';
import { findings } from './harness/panelFindings.ts';

const show = (page: Page, name: RegExp) => page.getByRole('button', { name }).first().click();
const bodyOf = async (page: Page, step: number, locale: string) =>
  (await tourNow(page))?.steps[step]?.content[locale]?.body?.content;

const exported = async (page: Page, item: string | RegExp): Promise<string> => {
  await page.locator('shirube-editor').getByRole('button', { name: 'Export' }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: item }).click();
  return readFile(await (await download).path(), 'utf8');
};
const choose = async (page: Page, name: string, text: string): Promise<void> => {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Import' }).click();
  await (await chooser).setFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(text) });
};

test('a translation is typed beside the original, keeps its codes, counts, and shows in the preview', async ({
  page,
  open,
}) => {
  await open({ panel: 'languages' });
  await show(page, /Brazilian Portuguese.*0 of 9 texts, 0%/);
  expect(await page.evaluate(() => window.session.draft?.contentLocale)).toBe('pt-BR');
  const pair = page.locator('[data-unit="welcome.body.0"]');
  const field = pair.locator('textarea.target');
  await field.pressSequentially('Oi ');
  await pair.getByRole('button', { name: '{firstName|there}' }).click();
  await field.pressSequentially(', leva **um minuto**.');
  expect((await bodyOf(page, 0, 'pt-BR'))?.[0]).toEqual({
    type: 'paragraph',
    content: [
      { type: 'text', text: 'Oi ' },
      { type: 'variable', attrs: { attribute: 'firstName', fallback: 'there' } },
      { type: 'text', text: ', leva ' },
      { type: 'text', text: 'um minuto', marks: [{ type: 'bold' }] },
      { type: 'text', text: '.' },
    ],
  });
  await expect(page.getByText('1 of 9 texts, 11%')).toBeVisible();
  await expect(pair.locator('.chips')).toHaveCount(0);
  expect((await tourNow(page))?.steps[0]?.content.en).toEqual(lookTour.steps[0]?.content.en);
});

test('shows what is missing alone, and what has changed in the original since it was published', async ({
  page,
  open,
}) => {
  const [first, ...others] = lookTour.steps;
  const published = {
    ...lookTour,
    steps: [{ ...first, content: { ...first?.content, en: { title: 'Hello' } } }, ...others],
  };
  await open({ panel: 'languages', published: published as typeof lookTour });
  await show(page, /Japanese/);
  await expect(page.locator('[data-unit="welcome.title"]')).toContainText('The original has changed since version 3.');
  await expect(page.locator('.role .warn')).toHaveCount(1);
  await page.getByLabel('Missing only (2)').check();
  await expect(page.locator('textarea.target')).toHaveCount(2);
});

test('a body that is divided otherwise is shown whole, and takes the division of the original without losing a word', async ({
  page,
  open,
}) => {
  await open({ panel: 'languages' });
  await show(page, /Japanese/);
  await expect(page.getByText('In Japanese the text is divided otherwise.')).toBeVisible();
  await page.getByRole('button', { name: 'Divide it as the original' }).click();
  expect(await bodyOf(page, 1, 'ja')).toEqual([
    { type: 'paragraph', content: [{ type: 'text', text: 'ボタンを押すと、下書きが保存されます。' }] },
    { type: 'paragraph' },
  ]);
  await expect(page.getByText('7 of 9 texts, 77%')).toHaveCount(0);
  await undo(page);
  expect(await tourNow(page)).toEqual(lookTour);
});

test('goes out to a translation tool and comes back as one step of undo', async ({ page, open }) => {
  await open({ panel: 'languages' });
  const xliff = await exported(page, 'XLIFF for Brazilian Portuguese');
  expect(xliff).toContain('srcLang="en" trgLang="pt-BR"');
  const translated = xliff
    .replaceAll('state="initial"', 'state="translated"')
    .replace(/<source>([\s\S]*?)<\/source>/g, '<source>$1</source><target>¡$1!</target>');
  await choose(page, 'back.xlf', translated);
  await expect(page.getByText('9 texts will change.')).toBeVisible();
  expect(await findings(page)).toEqual([]);
  await page.getByRole('button', { name: 'Apply' }).click();
  await expect(page.getByText('9 of 9 texts, 100%')).toBeVisible();
  expect(JSON.stringify(await bodyOf(page, 0, 'pt-BR'))).toContain('"attribute":"firstName"');
  await undo(page);
  expect(await tourNow(page)).toEqual(lookTour);
  expect(await violations(page)).toEqual([]);
});

test('a spreadsheet for Excel begins with its mark, and says by which line an id is unknown', async ({
  page,
  open,
}) => {
  await open({ panel: 'languages' });
  const csv = await exported(page, 'CSV for Excel');
  expect(csv.charCodeAt(0)).toBe(0xfeff);
  await choose(page, 'back.csv', `${csv}gone.title,,Old,古い,\r\n`.replace('Later,,', 'Later,あとで,'));
  await expect(page.getByText('One text will change.')).toBeVisible();
  await expect(page.getByText('The tour has no text “gone.title”.').first()).toBeVisible();
  await page.getByRole('button', { name: 'Cancel' }).click();
  expect(await tourNow(page)).toEqual(lookTour);
});

test('a hostile file is refused with its reason, and nothing changes', async ({ page, open }) => {
  await open({ panel: 'languages' });
  await choose(page, 'bad.xlf', '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><xliff>&a;</xliff>');
  await expect(page.getByRole('alert')).toContainText('The file has a document type');
  await page.getByRole('button', { name: 'Close' }).click();
  await choose(page, 'big.csv', `id,source en,ja\r\n${'x'.repeat(6_000_000)}`);
  await expect(page.getByRole('alert')).toContainText('larger than 5 MB');
  expect(await tourNow(page)).toEqual(lookTour);
});

test('languages are added by name, nothing else is taken for one, and a removed one comes back with all its texts', async ({
  page,
  open,
}) => {
  await open({ panel: 'languages' });
  const add = page.getByLabel('Add a language');
  await add.fill('French');
  await add.press('Enter');
  expect((await tourNow(page))?.locales).toEqual(['en', 'ja', 'pt-BR', 'fr']);
  await add.fill('nonsense-language');
  await add.press('Enter');
  await expect(page.getByRole('alert')).toHaveText('This is no language that is known here.');
  await page.getByRole('button', { name: 'Actions for Japanese' }).click();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  expect((await tourNow(page))?.steps[0]?.content).not.toHaveProperty('ja');
  await undo(page);
  expect((await tourNow(page))?.steps).toEqual(lookTour.steps);
});

test('opens wide, side by side, and closes by Escape', async ({ page, open }) => {
  await open({ panel: 'languages' });
  await page.getByRole('button', { name: 'Side by side' }).click();
  const sheet = page.getByRole('dialog', { name: 'Languages' });
  await expect(sheet).toBeVisible();
  const [source, target] = await Promise.all(
    ['source', 'target'].map((side) => sheet.locator(`textarea.${side}`).first().boundingBox()),
  );
  expect(target?.y).toBe(source?.y);
  expect(await findings(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(sheet).toHaveCount(0);
});

for (const [look, use, ui] of [
  ['light', {}, 'en'],
  ['dark, in Japanese', { colorScheme: 'dark' }, 'ja'],
  ['on 340 px', { viewport: { width: 340, height: 700 } }, 'en'],
] as const)
  test.describe(look, () => {
    test.use(use);
    test(`axe finds nothing, and nothing is cut off: ${look}`, async ({ page, open }) => {
      await open({ panel: 'languages', ui });
      await show(page, /Japanese|日本語/);
      expect(await findings(page)).toEqual([]);
    });
  });

test('opens at the text that a problem points to; an undo reaches into the field that has the cursor', async ({
  page,
  open,
}) => {
  await open({ panel: 'languages' });
  await page.locator('shirube-editor-languages').evaluate((panel) => {
    Object.assign(panel, { focusPath: '/steps/0/buttons/1/label/ja#1' });
  });
  const field = page.getByLabel('Button, Japanese').nth(1);
  await expect(field).toBeFocused();
  await field.pressSequentially('あとで');
  expect((await tourNow(page))?.steps[0]?.buttons?.[1]?.label.ja).toBe('あとで');
  await undo(page);
  await expect(field).toHaveValue('');
  await field.blur();
  expect(await tourNow(page)).toEqual(lookTour);
});
