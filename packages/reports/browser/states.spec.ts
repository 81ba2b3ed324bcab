import { expect, test } from './test.ts';

test('a tour without runs in the period says so, and offers a wider period', async ({ page, dashboard }) => {
  await page.goto(`${dashboard.url}/tours/month-end?days=7`);
  await expect(page.getByRole('heading', { name: 'No runs in the last 7 days' })).toBeVisible();
  await expect(page.locator('main')).not.toContainText('0%');
  await expect(page.locator('main')).not.toContainText('NaN');
  await page.getByRole('link', { name: 'Look at the last 90 days' }).click();
  await expect(page.getByRole('heading', { name: 'No runs in the last 90 days' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Look at the last 90 days' })).toHaveCount(0);
});

test('a filter that leaves no run offers to clear the filters', async ({ page, dashboard }) => {
  await page.goto(`${dashboard.url}/tours/month-end?version=9`);
  await expect(page.getByLabel('Version')).toHaveValue('9');
  await page.getByRole('link', { name: 'Clear the filters' }).click();
  await expect(page).toHaveURL(`${dashboard.url}/tours/month-end`);
});

test('a server that is down: what happened, what is safe, what to do; and trying again works', async ({
  page,
  dashboard,
}) => {
  await page.goto(`${dashboard.url}/tours/first-invoice`);
  await expect(page.locator('.finding')).toContainText('312');
  dashboard.api.down = true;
  await page.getByRole('link', { name: '7 days' }).click();
  await expect(page.getByRole('alert')).toContainText('The server does not answer');
  await expect(page.getByRole('alert')).toContainText('no number is lost');
  dashboard.api.down = false;
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.locator('.finding')).toContainText('312 of 520');
});

test('a server that fails is quoted', async ({ page, dashboard }) => {
  dashboard.api.failWith = 507;
  await page.goto(dashboard.url);
  await expect(page.getByRole('alert')).toContainText('The server answered 507: “The event store is full”');
});

test('an answer in an unknown shape is a failure in words, not a broken page', async ({ page, dashboard }) => {
  await page.route('**/v1/reports/tours/*', (route) => route.fulfill({ json: { hello: 'world' } }));
  await page.goto(`${dashboard.url}/tours/first-invoice`);
  await expect(page.getByRole('alert')).toContainText('unexpected answer');
});

test('an unknown tour and an unknown address each say so and lead back', async ({ page, dashboard }) => {
  await page.goto(`${dashboard.url}/tours/no-such-tour`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('There is no such tour');
  await expect(page.locator('main')).toContainText('no-such-tour');
  await page.goto(`${dashboard.url}/nowhere`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('There is nothing at this address');
  await page.getByRole('link', { name: 'Go to all tours' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('All tours');
});

test('while it loads, and when it has loaded, nothing on the page jumps', async ({ page, dashboard }) => {
  await page.addInitScript(() => {
    const shifts: number[] = [];
    Object.assign(globalThis, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) if ('value' in entry) shifts.push(Number(entry.value));
    }).observe({ type: 'layout-shift', buffered: true });
  });
  for (const path of ['/', '/tours/first-invoice']) {
    const slow = Promise.withResolvers<void>();
    dashboard.api.wait = slow.promise;
    await page.goto(`${dashboard.url}${path}`);
    await expect(page.getByText('Loading the numbers…')).toBeAttached();
    slow.resolve();
    await expect(page.locator('.finding').last()).toContainText('finished');
    if (path !== '/') await expect(page.getByRole('img', { name: /Bar chart/ })).toBeVisible();
    // Entries are handed over in a task of their own, after the frame that they belong to.
    const total = await page.evaluate(
      () =>
        new Promise<number>((resolve) =>
          requestAnimationFrame(() =>
            requestIdleCallback(() =>
              resolve((globalThis as unknown as { shifts: number[] }).shifts.reduce((sum, one) => sum + one, 0)),
            ),
          ),
        ),
    );
    expect(total, path).toBeLessThan(0.001);
  }
});

test('a name that looks like markup is text', async ({ page, dashboard }) => {
  const hostile = '<img src=x onerror=alert(1)>';
  const { 'first-invoice': report } = dashboard.api.tours;
  dashboard.api.tours = {
    hostile: (request) => {
      const whole = report?.(request);
      if (!whole) throw new Error('the fixture is there');
      return {
        ...whole,
        summary: { ...whole.summary, tourId: 'hostile', name: hostile },
        steps: whole.steps.map((step) => ({ ...step, title: hostile })),
      };
    },
  };
  await page.goto(`${dashboard.url}/tours/hostile`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(hostile);
  await expect(page.getByRole('img', { name: /Bar chart/ })).toBeVisible();
  await expect(page.locator('main img')).toHaveCount(0);
});
