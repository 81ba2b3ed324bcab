import type { Page } from '@playwright/test';
import type { TourReport } from '@shirube/schema/report';
import { firstInvoice } from './reports.ts';
import { expect, test } from './test.ts';

const request = { from: '2026-10-01', to: '2026-10-30', timezone: 'Asia/Tokyo', environment: 'production' };
const address = '/tours/first-invoice?from=2026-10-01&to=2026-10-30&timezone=Asia%2FTokyo';
const report: TourReport = firstInvoice(request);

const cells = (page: Page, row: string) => page.locator(`${row} td`);
const count = (value: number) => value.toLocaleString('en');

test('the headline says the finding, its cause and the next action', async ({ page, dashboard }) => {
  await page.goto(`${dashboard.url}${address}`);
  await expect(page.locator('.finding')).toHaveText(
    '312 of 520 runs finished (60%); most leave at step 3, “Add a customer”. 23 are still in progress.',
  );
  await expect(page.locator('.because')).toHaveText(
    'Of the 104 lost there, 61 were dismissed, 39 were abandoned, and 4 broke.',
  );
  await expect(page.locator('.next-action')).toContainText('Shorten what the step says');
  await expect(page.locator('#announcer')).toContainText('312 of 520 runs finished');
});

test('the numbers of the tour arrive, and add up to the started runs', async ({ page, dashboard }) => {
  await page.goto(`${dashboard.url}${address}`);
  const value = (term: string) =>
    page.locator('.number-item', { has: page.getByText(term, { exact: true }) }).locator('.number-value');
  await expect(value('Completion rate')).toHaveText('60%');
  await expect(page.locator('.number-item').first()).toContainText('312 of 520 · 95% interval 56–64%');
  const read = async (term: string) => Number(await value(term).textContent());
  expect(await read('Completed')).toBe(312);
  expect(await read('Left')).toBe(97 + 70 + 18);
  expect(await read('In progress')).toBe(23);
  expect((await read('Completed')) + (await read('Left')) + (await read('In progress'))).toBe(await read('Started'));
  await expect(page.locator('.never-shown')).toContainText(
    '12 started but never saw a step (5 were abandoned, 6 broke, and 1 in progress)',
  );
});

test('the funnel as a table has every number, and in each step the parts add up to the runs that reached it', async ({
  page,
  dashboard,
}) => {
  await page.goto(`${dashboard.url}${address}`);
  await page
    .getByRole('group', { name: /Where runs leave/ })
    .getByRole('button', { name: 'Table' })
    .click();
  const table = page.getByRole('table', { name: 'Runs per step' });
  await expect(table).toBeVisible();
  for (const step of report.steps) {
    const texts = await table.locator(`tr[data-step=${step.stepId}] td`).allInnerTexts();
    const [reached = 0, passed = 0, ...rest] = texts.slice(0, 6).map(Number);
    const { dismissed, abandoned, broken, rate } = step.dropOff;
    expect([reached, ...rest]).toEqual([step.reached, step.inProgress, dismissed, abandoned, broken]);
    expect(passed + rest.reduce((sum, part) => sum + part, 0)).toBe(reached);
    expect(texts[6]).toContain(`${rate.numerator} of ${rate.denominator}`);
  }
});

test('time on step and target health show every number of each step', async ({ page, dashboard }) => {
  await page.goto(`${dashboard.url}${address}`);
  const table = page.getByRole('table', { name: 'Time on step and target health per step' });
  await expect(table.locator('tbody tr')).toHaveCount(report.steps.length);
  for (const step of report.steps) {
    const texts = await table.locator(`tr[data-step=${step.stepId}] td`).allInnerTexts();
    expect([texts[0], texts[1], texts[4], texts[5], texts[6]].map((text) => text?.trim())).toEqual(
      [step.completed, step.skipped, step.timeOnStep?.runs ?? 0, step.targetMissing, step.targetHealed].map(count),
    );
  }
  const slow = table.locator('tr[data-step=add-customer] td');
  await expect(slow.nth(2)).toContainText('38.4 sec');
  await expect(slow.nth(3)).toContainText('2 min 11 sec');
  await expect(table.locator('tr[data-step=send] td').nth(2)).toContainText('nobody left it yet');
});

test('each day, version and locale arrives', async ({ page, dashboard }) => {
  await page.goto(`${dashboard.url}${address}`);
  await page
    .getByRole('group', { name: /Day by day/ })
    .getByRole('button', { name: 'Table' })
    .click();
  for (const day of report.days) {
    await expect(cells(page, `tr[data-day='${day.day}']`)).toHaveText([count(day.started), count(day.completed)]);
  }
  for (const one of report.versions) {
    const row = cells(page, `tr[data-version='${one.version}']`);
    await expect(row.nth(0)).toHaveText(count(one.started));
    await expect(row.nth(1)).toHaveText(count(one.completed));
    await expect(row.nth(2)).toContainText(`${one.completed} of ${one.started}`);
  }
  for (const one of report.locales) {
    await expect(cells(page, `tr[data-locale='${one.locale}']`).first()).toHaveText(count(one.started));
  }
});

test('the bars are as long as their runs, and the charts are images with a name', async ({ page, dashboard }) => {
  await page.goto(`${dashboard.url}${address}`);
  const funnel = page.getByRole('img', { name: /Bar chart: runs that reached each of the 5 steps/ });
  await expect(funnel).toBeVisible();
  await expect(page.getByRole('img', { name: /Line chart: runs of Send your first invoice/ })).toBeVisible();
  const width = async (title: string) =>
    Number(await funnel.locator('rect', { has: page.locator('title', { hasText: title }) }).getAttribute('width'));
  const perRun = (await width('Passed: 481 of 508')) / 481;
  expect((await width('Dismissed: 61 of 452')) / 61).toBeCloseTo(perRun, 3);
  expect((await width('Abandoned: 39 of 452')) / 39).toBeCloseTo(perRun, 3);
  expect((await width('Broken: 4 of 452')) / 4).toBeCloseTo(perRun, 3);
  const broken = funnel.locator('g', { has: page.locator('title', { hasText: 'Broken: 4' }) }).last();
  await expect(broken).toHaveAttribute('fill', 'url(#hatch-broken)');
  await expect(funnel.locator('style')).toHaveCount(0);
});

test('screen readers find the table while the chart is shown', async ({ page, dashboard }) => {
  await page.goto(`${dashboard.url}${address}`);
  await expect(page.getByRole('table', { name: 'Runs per step' })).toHaveCount(1);
  await expect(page.getByRole('table', { name: 'Runs per day' })).toHaveCount(1);
});

test('few runs are called few, and simulated ones simulated', async ({ page, dashboard }) => {
  await page.goto(`${dashboard.url}/tours/invite-team`);
  await expect(page.locator('.few')).toHaveText('Few runs: the true rate lies between 39% and 84%.');
  await expect(page.locator('.page-head')).toContainText('Simulated data');
  await page.goto(`${dashboard.url}${address}`);
  await expect(page.locator('.finding')).toContainText('312');
  await expect(page.locator('.few')).toHaveCount(0);
  await expect(page.locator('.page-head')).not.toContainText('Simulated data');
});

test('a definition is one key away, and Escape closes it', async ({ page, dashboard }) => {
  await page.goto(`${dashboard.url}${address}`);
  const help = page.getByRole('button', { name: 'What “Drop-off rate” means' });
  await help.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText(/Runs whose last viewed step this is and that did not complete/)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByText(/Runs whose last viewed step this is and that did not complete/)).toBeHidden();
  await expect(help).toBeFocused();
});
