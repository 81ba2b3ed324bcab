import { expect, test } from './test.ts';

test('a visitor without a session signs in by keyboard and lands where they wanted to go', async ({
  page,
  dashboard,
}) => {
  dashboard.api.signedIn = false;
  await page.goto(`${dashboard.url}/tours/first-invoice?days=7&version=4`);
  await expect(page).toHaveURL(/\/sign-in\?next=/);
  await expect(page.getByLabel('Email')).toBeFocused();
  await page.keyboard.type('admin@localhost');
  await page.keyboard.press('Tab');
  await page.keyboard.type('correct horse');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(`${dashboard.url}/tours/first-invoice?days=7&version=4`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Send your first invoice');
});

test('a wrong password is said in words, at the field, and the typed email stays', async ({ page, dashboard }) => {
  dashboard.api.signedIn = false;
  await page.goto(dashboard.url);
  await page.getByLabel('Email').fill('admin@localhost');
  await page.getByLabel('Password', { exact: true }).fill('wrong');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('alert')).toContainText('do not belong together');
  await expect(page.getByLabel('Password', { exact: true })).toBeFocused();
  await expect(page.getByLabel('Password', { exact: true })).toHaveAttribute('aria-invalid', 'true');
  await expect(page.getByLabel('Email')).toHaveValue('admin@localhost');
});

test('an empty field and a server that is down each have their own words', async ({ page, dashboard }) => {
  dashboard.api.signedIn = false;
  await page.goto(dashboard.url);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('alert')).toHaveText('Enter your email.');
  await page.getByLabel('Email').fill('admin@localhost');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('alert')).toHaveText('Enter your password.');
  await page.getByLabel('Password', { exact: true }).fill('correct horse');
  dashboard.api.down = true;
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('alert')).toContainText('The server does not answer');
  dashboard.api.down = false;
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('heading', { name: 'All tours' })).toBeVisible();
});

test('password managers find what they look for, and the password can be shown', async ({ page, dashboard }) => {
  dashboard.api.signedIn = false;
  await page.goto(dashboard.url);
  await expect(page.locator('form input[type=email]')).toHaveAttribute('autocomplete', 'username');
  const password = page.locator('form #password');
  await expect(password).toHaveAttribute('autocomplete', 'current-password');
  await page.getByRole('button', { name: 'Show password' }).click();
  await expect(password).toHaveAttribute('type', 'text');
});

test('a session that ends while reading leads to sign-in and back to the same address', async ({ page, dashboard }) => {
  await page.goto(`${dashboard.url}/tours/first-invoice`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Send your first invoice');
  dashboard.api.signedIn = false;
  await page.getByRole('link', { name: '7 days' }).click();
  await expect(page.getByText('Your session has ended')).toBeVisible();
  await page.getByLabel('Email').fill('admin@localhost');
  await page.getByLabel('Password', { exact: true }).fill('correct horse');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(`${dashboard.url}/tours/first-invoice?days=7`);
});

test('after sign-in nobody is sent to another site', async ({ page, dashboard }) => {
  for (const next of ['//evil.example/x', 'https://evil.example', '/\\evil.example', 'javascript:alert(1)']) {
    dashboard.api.signedIn = false;
    await page.goto(`${dashboard.url}/sign-in?next=${encodeURIComponent(next)}`);
    await page.getByLabel('Email').fill('admin@localhost');
    await page.getByLabel('Password', { exact: true }).fill('correct horse');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: 'All tours' })).toBeVisible();
    expect(new URL(page.url()).origin).toBe(dashboard.url);
  }
});

test('signing out ends the session and shows the sign-in', async ({ page, dashboard }) => {
  await page.goto(dashboard.url);
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  expect(dashboard.api.requests).toContain('DELETE /v1/session');
});

test('who is signed in already does not see the sign-in', async ({ page, dashboard }) => {
  await page.goto(`${dashboard.url}/sign-in?next=%2Ftours%2Ffirst-invoice`);
  await expect(page).toHaveURL(`${dashboard.url}/tours/first-invoice`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Send your first invoice');
});
