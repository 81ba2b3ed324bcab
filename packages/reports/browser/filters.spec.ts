import { expect, test } from './test.ts';

test.use({ timezoneId: 'Asia/Tokyo' });

const lastReport = (requests: readonly string[]): URLSearchParams => {
  const found = requests.findLast((request) => request.includes('/v1/reports/tours'));
  return new URL(found?.replace(/^GET /, '') ?? '', 'http://mock').searchParams;
};

test('a preset is a link: the address, the request and the back button agree', async ({ page, dashboard }) => {
  const { api, url } = dashboard;
  await page.goto(`${url}/tours/first-invoice`);
  await expect(page.getByRole('link', { name: '30 days' })).toHaveAttribute('aria-current', 'true');
  await page.getByRole('link', { name: '7 days' }).click();
  await expect(page).toHaveURL(`${url}/tours/first-invoice?days=7`);
  await expect(page.getByRole('link', { name: '7 days' })).toHaveAttribute('aria-current', 'true');
  await expect.poll(() => spanInDays(lastReport(api.requests))).toBe(7);
  expect(lastReport(api.requests).get('timezone')).toBe('Asia/Tokyo');
  expect(lastReport(api.requests).get('environment')).toBe('production');
  await page.goBack();
  await expect(page).toHaveURL(`${url}/tours/first-invoice`);
  await expect(page.getByRole('link', { name: '30 days' })).toHaveAttribute('aria-current', 'true');
  await expect.poll(() => spanInDays(lastReport(api.requests))).toBe(30);
});

test('version, locale and time zone go to the address and to the server, and survive a reload', async ({
  page,
  dashboard,
}) => {
  const { api, url } = dashboard;
  await page.goto(`${url}/tours/first-invoice`);
  await page.getByRole('combobox', { name: 'Version' }).selectOption('Version 3');
  await page.getByRole('combobox', { name: 'Locale' }).selectOption('Japanese');
  await page.getByRole('combobox', { name: 'Time zone' }).selectOption('America/New_York');
  await expect(page).toHaveURL(`${url}/tours/first-invoice?timezone=America%2FNew_York&version=3&locale=ja`);
  await expect.poll(() => lastReport(api.requests).get('timezone')).toBe('America/New_York');
  expect(lastReport(api.requests).get('version')).toBe('3');
  expect(lastReport(api.requests).get('locale')).toBe('ja');
  await page.reload();
  await expect(page.getByRole('combobox', { name: 'Version' })).toHaveValue('3');
  await expect(page.getByRole('combobox', { name: 'Locale' })).toHaveValue('ja');
  await expect(page.getByRole('combobox', { name: 'Time zone' })).toHaveValue('America/New_York');
  await page.getByRole('combobox', { name: 'Version' }).selectOption('All versions');
  await expect(page).toHaveURL(`${url}/tours/first-invoice?timezone=America%2FNew_York&locale=ja`);
  await page.goBack();
  await expect(page.getByRole('combobox', { name: 'Version' })).toHaveValue('3');
});

test('a custom period refuses an order that cannot be, and applies one that can', async ({ page, dashboard }) => {
  await page.goto(`${dashboard.url}/tours/first-invoice`);
  await page.getByRole('button', { name: 'Custom' }).click();
  const form = page.getByRole('form', { name: 'Custom period' });
  await form.getByLabel('From').fill('2026-10-30');
  await form.getByLabel('To').fill('2026-10-01');
  await form.getByRole('button', { name: 'Apply' }).click();
  await expect(form.getByRole('alert')).toHaveText('The first day must not be after the last.');
  await form.getByLabel('From').fill('2026-09-01');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(`${dashboard.url}/tours/first-invoice?from=2026-09-01&to=2026-10-01`);
  await expect(page.getByRole('button', { name: /Sep 1.*Oct 1, 2026/ })).toHaveAttribute('aria-pressed', 'true');
  expect(lastReport(dashboard.api.requests).get('from')).toBe('2026-09-01');
});

test('an address that makes no sense opens the default period', async ({ page, dashboard }) => {
  await page.goto(`${dashboard.url}/tours/first-invoice?days=abc&from=2026-02-30&to=x&timezone=Mars&version=-1`);
  await expect(page.getByRole('link', { name: '30 days' })).toHaveAttribute('aria-current', 'true');
  await expect(page.locator('.finding')).toContainText('312 of 520');
  expect(lastReport(dashboard.api.requests).get('timezone')).toBe('Asia/Tokyo');
  expect(lastReport(dashboard.api.requests).get('version')).toBeNull();
});

test('an answer that was overtaken by a newer choice is dropped', async ({ page, dashboard }) => {
  const { api, url } = dashboard;
  await page.goto(`${url}/tours/first-invoice`);
  await expect(page.locator('.finding')).toContainText('312');
  const slow = Promise.withResolvers<void>();
  api.wait = slow.promise;
  await page.getByRole('link', { name: '90 days' }).click();
  await expect.poll(() => spanInDays(lastReport(api.requests))).toBe(90);
  api.wait = Promise.resolve();
  await page.getByRole('link', { name: '7 days' }).click();
  await expect(page.locator('.page')).toHaveAttribute('aria-busy', 'false');
  slow.resolve();
  await page
    .getByRole('group', { name: /Day by day/ })
    .getByRole('button', { name: 'Table' })
    .click();
  await expect(page.locator('tr[data-day]')).toHaveCount(7);
});

test('an environment can be chosen as soon as there are two', async ({ page, dashboard }) => {
  const { api, url } = dashboard;
  await page.goto(url);
  await expect(page.locator('.finding')).toContainText('finished');
  await expect(page.getByRole('combobox', { name: 'Environment' })).toHaveCount(0);
  api.environments = ['production', 'staging'];
  await page.reload();
  await page.getByRole('combobox', { name: 'Environment' }).selectOption('staging');
  await expect(page).toHaveURL(`${url}/?environment=staging`);
  await expect.poll(() => lastReport(api.requests).get('environment')).toBe('staging');
});

const spanInDays = (query: URLSearchParams): number =>
  (Date.parse(query.get('to') ?? '') - Date.parse(query.get('from') ?? '')) / 86_400_000 + 1;
