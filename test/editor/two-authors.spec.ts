import { type Browser, expect, type Page, test } from '@playwright/test';
import type { Demo } from '../../demo/host/startDemo.ts';
import { wholeDemo } from '../demo/wholeDemo.ts';
import { type Admin, signInAsAdmin } from './admin.ts';
import { openEditor, saved } from './author.ts';

let demo: Demo;
let admin: Admin;
test.beforeAll(async () => {
  demo = await wholeDemo();
  admin = await signInAsAdmin(demo);
});
test.afterAll(() => demo.close());

const name = (page: Page) => page.locator('shirube-editor .bar').getByRole('textbox', { name: 'Name of the tour' });
const author = async (browser: Browser, tour: string): Promise<Page> => {
  const page = await (await browser.newContext({ locale: 'en-US' })).newPage();
  await openEditor(page, demo, 'settings');
  await page.locator('shirube-editor').getByRole('button', { name: tour }).click();
  await expect(name(page)).toHaveValue(tour);
  return page;
};
const atServer = async (tourId: string): Promise<string> => {
  const { text } = JSON.parse(await admin.send('GET', `/v1/tours/${tourId}`)) as { text: string };
  return (JSON.parse(text) as { name: string }).name;
};

for (const { chosen, wins, other } of [
  { chosen: 'Go on with mine', wins: 'What Ben wrote', other: 'What Ann wrote' },
  { chosen: 'Take theirs', wins: 'What Ann wrote', other: 'What Ben wrote' },
]) {
  test(`two authors at once: with “${chosen}” one draft goes on, and the other is one undo away`, async ({
    browser,
  }) => {
    const tourId = `shared-${chosen.split(' ')[0]?.toLowerCase()}`;
    const tour = {
      schemaVersion: 1,
      id: tourId,
      name: `Shared: ${chosen}`,
      defaultLocale: 'en',
      locales: ['en'],
      steps: [],
    };
    await admin.send('PUT', `/v1/tours/${tourId}`, tour, { 'if-none-match': '*', prefer: 'handling=lenient' });
    const [ann, ben] = [await author(browser, tour.name), await author(browser, tour.name)];
    await name(ann).fill('What Ann wrote');
    await saved(ann);
    await expect.poll(() => atServer(tourId)).toBe('What Ann wrote');

    await name(ben).fill('What Ben wrote');
    const conflict = ben.locator('shirube-editor').getByRole('alert');
    await expect(conflict).toContainText('admin@localhost changed this tour');
    await expect(name(ben)).toHaveValue('What Ben wrote');
    expect(await atServer(tourId)).toBe('What Ann wrote');

    await conflict.getByRole('button', { name: chosen }).click();
    await expect(conflict).toHaveCount(0);
    await expect(name(ben)).toHaveValue(wins);
    await expect.poll(() => atServer(tourId)).toBe(wins);
    await ben.locator('shirube-editor').getByRole('button', { name: /^Undo/ }).click();
    await expect(name(ben)).toHaveValue(other);
    await expect.poll(() => atServer(tourId)).toBe(other);
    await Promise.all([ann.context().close(), ben.context().close()]);
  });
}

test('what somebody else wrote after one looked is not published', async ({ browser }) => {
  const tour = {
    schemaVersion: 1,
    id: 'looked-at',
    name: 'Looked at',
    defaultLocale: 'en',
    locales: ['en'],
    steps: [{ id: 'hello', kind: 'modal', content: { en: { title: 'Hello' } } }],
  };
  await admin.send('PUT', '/v1/tours/looked-at', tour, { 'if-none-match': '*' });
  const ann = await author(browser, tour.name);
  await ann.locator('shirube-editor [data-open=publish]').click();
  const publish = ann.locator('shirube-editor-publish');
  await expect(publish).toContainText('The first version goes live in production.');

  const { etag } = JSON.parse(await admin.send('GET', '/v1/tours/looked-at')) as { etag: string };
  await admin.send('PUT', '/v1/tours/looked-at', { ...tour, name: 'Unseen' }, { 'if-match': `"${etag}"` });
  await publish.getByRole('button', { name: 'Publish', exact: true }).click();
  await expect(publish.locator('.outcome')).toBeVisible();
  expect(JSON.parse(await admin.send('GET', '/v1/tours/looked-at/versions'))).toEqual({ versions: [] });
  await ann.context().close();
});

test('two tabs of one browser on one tour: what the one wrote and could not send is there after a reload, whatever the other keeps', async ({
  browser,
}) => {
  const tour = {
    schemaVersion: 1,
    id: 'two-tabs',
    name: 'In two tabs',
    defaultLocale: 'en',
    locales: ['en'],
    steps: [],
  };
  await admin.send('PUT', '/v1/tours/two-tabs', tour, { 'if-none-match': '*', prefer: 'handling=lenient' });
  const context = await browser.newContext({ locale: 'en-US' });
  const open = async (listed: string): Promise<Page> => {
    const page = await context.newPage();
    await openEditor(page, demo, 'settings');
    await page.locator('shirube-editor').getByRole('button', { name: listed }).click();
    return page;
  };
  const [one, two] = [await open(tour.name), await open(tour.name)];
  await expect(name(one)).toHaveValue(tour.name);
  await name(two).fill('Written in the second tab');
  await saved(two);
  await name(one).fill('Written in the first tab');
  const conflict = (page: Page) => page.locator('shirube-editor').getByRole('alert');
  await expect(conflict(one)).toBeVisible();
  await name(two).fill('And once more in the second');
  await saved(two);
  await expect.poll(() => atServer('two-tabs')).toBe('And once more in the second');

  await one.reload();
  await expect(conflict(one)).toBeVisible();
  await expect(name(one)).toHaveValue('Written in the first tab');
  await one.close();
  // Nor is it lost when its tab is closed: the next one that opens the tour takes it over.
  const three = await open('And once more in the second');
  await expect(conflict(three)).toBeVisible();
  await expect(name(three)).toHaveValue('Written in the first tab');
  await context.close();
});
