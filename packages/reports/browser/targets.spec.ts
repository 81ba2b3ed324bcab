import type { Locator, Page } from '@playwright/test';
import { expect, test } from './test.ts';

test.use({ timezoneId: 'UTC' });
const row = (page: Page, title: string): Locator => page.getByRole('row', { name: new RegExp(title) });

test('one sentence answers which targets are gone, and since when', async ({ page, dashboard }) => {
  await page.goto(`${dashboard.url}/targets`);
  await expect(page.locator('.finding')).toHaveText('1 of 5 steps is not found any more since Nov 17, 2026, 2:00 PM.');
  await expect(page.locator('.because')).toHaveText(
    '1 is missing for some people. 1 is found only by what the element is. The other step finds its target. 1 has too few runs to say.',
  );
  await expect(page).toHaveTitle('Targets – Shirube');
});

test('the worst step comes first, with every rate, its reasons, what became of it and what to do', async ({
  page,
  dashboard,
}) => {
  await page.goto(`${dashboard.url}/targets`);
  await expect(page.locator('.targets tbody tr .target-state')).toHaveText([
    'Not found',
    'Sometimes missing',
    'Healing',
    'Collecting data',
    'Found',
  ]);
  const broken = row(page, 'Send it');
  for (const said of [
    'Send your first invoice, step 4',
    /Found as written\s+70%\s+280 of 400 · 65–74%/,
    /Missing\s+30%\s+120 of 400 · 26–35%/,
    'Last 24 hours 98% (39 of 40), before 23% (81 of 360)',
    'Since Nov 17, 2026, 2:00 PM',
    'The tour’s version did not change then: probably the app did.',
    'not on the page 110',
    'tour ended 100',
    'Aim at the element again: nothing on the page matches any more.',
  ])
    await expect(broken).toContainText(said);
  await expect(row(page, 'Start here')).toContainText('It came with version 4 of the tour.');
  await expect(row(page, 'Start here')).toContainText('Recognised with a confidence of 90%, at least 90%.');
  await expect(row(page, 'Add your logo')).toContainText('Simulated data');
  await expect(row(page, 'See what was paid')).toContainText('Nobody looked for it in this period.');
  await expect(page.locator('main')).not.toContainText('NaN');
});

test('a step can be compared from version to version', async ({ page, dashboard }) => {
  await page.goto(`${dashboard.url}/targets`);
  await row(page, 'Send it').getByText('By version', { exact: true }).click();
  const versions = row(page, 'Send it').locator('details li');
  await expect(versions).toContainText([/Version 4.*118 of 300/s, /Version 3.*2 of 100/s]);
});

test('once the reader has said where the app is, a link opens the editor on the step, also after a reload', async ({
  page,
  dashboard,
}) => {
  await page.goto(`${dashboard.url}/targets`);
  await row(page, 'Send it').getByRole('link', { name: 'Say where your app is' }).click();
  const address = page.getByLabel('Address of the app');
  await address.fill('app.example.com');
  await address.press('Enter');
  await expect(page.getByText('Enter an address that begins with https:// or http://.')).toBeVisible();
  await address.fill('https://app.example.com');
  await address.press('Enter');
  const link = page.getByRole('link', { name: 'Open the editor on the step “Send it”' });
  const there = 'https://app.example.com/invoices?shirube=edit&shirube-step=first-invoice%2Fsend';
  await expect(link).toHaveAttribute('href', there);
  await page.reload();
  await expect(link).toHaveAttribute('href', there);
  await expect(row(page, 'Add a customer').getByRole('link', { name: /editor/ })).toHaveCount(0);
});

test('tour, version and period are in the address, and the server is asked for them', async ({ page, dashboard }) => {
  await page.goto(`${dashboard.url}/targets?days=7`);
  await page.getByRole('combobox', { name: 'Tour' }).selectOption('Invite your team');
  await expect(page).toHaveURL(/\/targets\?days=7&tour=invite-team$/);
  await expect(page.locator('.targets tr[data-step]')).toHaveCount(1);
  await page.getByRole('combobox', { name: 'Version' }).selectOption('Version 3');
  await expect(page).toHaveURL(/version=3&tour=invite-team/);
  await expect
    .poll(() => dashboard.api.requests.at(-1))
    .toMatch(/\/v1\/reports\/targets\?.*version=3&tour=invite-team/);
  await page.goBack();
  await page.goBack();
  await expect(page.locator('.targets tr[data-step]')).toHaveCount(5);
});

test('a tour’s own report marks its steps in trouble, and the marks lead here', async ({ page, dashboard }) => {
  await page.goto(`${dashboard.url}/tours/first-invoice?days=90`);
  const marks = page.getByRole('list', { name: 'Targets' });
  await expect(marks.getByRole('link')).toHaveText([
    'The target of step 4, “Send it”, is not found any more since Nov 17, 2026, 2:00 PM',
    'The target of step 1, “Start here”, is found only by what it is since Nov 17, 2026, 2:00 PM',
  ]);
  await marks.getByRole('link').first().click();
  await expect(page).toHaveURL(`${dashboard.url}/targets?days=90&tour=first-invoice`);
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
});

test('every page leads to the others, and keeps the period', async ({ page, dashboard }) => {
  await page.goto(`${dashboard.url}/?days=7`);
  await page.getByRole('navigation').getByRole('link', { name: 'Targets' }).click();
  await expect(page).toHaveURL(`${dashboard.url}/targets?days=7`);
  await expect(page.getByRole('link', { name: 'Targets' })).toHaveAttribute('aria-current', 'page');
  await page.getByRole('navigation').getByRole('link', { name: 'Tours' }).click();
  await expect(page).toHaveURL(`${dashboard.url}/?days=7`);
});

test('nothing to list, a server that fails, and one that is slow are each said as such', async ({
  page,
  dashboard,
}) => {
  dashboard.api.targets = [];
  await page.goto(`${dashboard.url}/targets?tour=first-invoice`);
  await expect(page.getByRole('heading', { name: 'No step points at an element' })).toBeVisible();
  await page.getByRole('link', { name: 'Clear the filters' }).click();
  await expect(page).toHaveURL(`${dashboard.url}/targets`);
  dashboard.api.failWith = 500;
  await page.goto(`${dashboard.url}/targets?days=7`);
  await expect(page.getByRole('alert')).toContainText('The report could not be made');
  dashboard.api.failWith = undefined;
  let answer = () => {};
  dashboard.api.wait = new Promise((resolve) => {
    answer = resolve;
  });
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.locator('.page')).toHaveAttribute('aria-busy', 'true');
  answer();
  await expect(page.getByRole('heading', { name: 'No step points at an element' })).toBeVisible();
});

test('and without a word for the worst state when every target is found', async ({ page, dashboard }) => {
  dashboard.api.targets = dashboard.api.targets.filter(({ verdict }) => verdict.state === 'healthy');
  await page.goto(`${dashboard.url}/targets`);
  await expect(page.locator('.finding')).toHaveText('The only step finds its target.');
});

test.describe('in Japanese', () => {
  test.use({ locale: 'ja' });
  test('the sentence, the states and the next actions are Japanese', async ({ page, dashboard }) => {
    await page.goto(`${dashboard.url}/targets`);
    await expect(page.locator('.finding')).toContainText(
      '5ステップのうち1ステップで、2026/11/17 14:00から対象の要素が見つからなくなっています。',
    );
    await expect(row(page, 'Send it')).toContainText('対象の要素を指定し直してください。');
  });
});
