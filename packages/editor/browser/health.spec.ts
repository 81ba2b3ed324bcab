import { expect } from '@playwright/test';
import type { Step } from '@shirube/schema/tour';
import { signIn, test } from './harness/fixtures.ts';
import { standardData } from './harness/tours.ts';

const step = (id: string, more: Partial<Step>): Step => ({
  id,
  kind: 'tooltip',
  content: { en: { title: `Step ${id}` }, ja: { title: id } },
  ...more,
});
const share = { tag: 'button', role: 'button', name: 'Share', text: 'Share' };
const steps: readonly Step[] = [
  step('new', { page: '/invoices', target: { selectors: ['#new-invoice'] } }),
  step('share', { page: '/invoices', target: { selectors: ['#share-old'], fingerprint: share } }),
  step('archive', { page: '/invoices', target: { selectors: ['#archive'] } }),
  step('twins', { page: '/invoices', target: { selectors: ['.twin'] } }),
  step('gone', { page: '/invoices', target: { selectors: ['#gone'] } }),
  step('settings', { page: '/settings', target: { selectors: ['#logo'] } }),
];
const body = `<h1>Invoices</h1><button id="new-invoice">New invoice</button><button data-tour="share-new">Share</button>
  <button id="archive" hidden>Archive</button><i class="twin">a</i><i class="twin">b</i>`;

test.beforeEach(({ server }) => {
  const [live] = standardData.bundle.tours;
  if (live === undefined) throw new Error('the standard data have a live tour');
  server.bundle = { ...standardData.bundle, tours: [{ ...live, tour: { ...live.tour, steps } }] };
});

test('says of every step how its target is found on this page now, without being asked', async ({ page, hostApp }) => {
  const app = await hostApp({ body });
  await signIn(page, app);
  await page.getByRole('button', { name: /Send your first invoice/ }).click();
  const rows = page.locator('shirube-editor .steps li');
  const states = [
    /Found/,
    /Found by what it looks like.*confidence 9\d%/,
    /Hidden/,
    /Ambiguous.*50%/,
    /Missing/,
    /On another page/,
  ];
  for (const [index, state] of states.entries())
    await expect(rows.nth(index).locator('.status, .quiet.wide').last()).toContainText(state);
  await rows.nth(4).getByText('Why').click();
  await expect(rows.nth(4)).toContainText('#gone: 0 in the page');
  // The page changes under the list: what was gone comes, and what was found goes.
  await page.evaluate(() => {
    document
      .querySelector('main')
      ?.insertAdjacentElement(
        'beforeend',
        Object.assign(document.createElement('b'), { id: 'gone', textContent: 'x' }),
      );
    document.querySelector('#new-invoice')?.remove();
  });
  await expect(rows.nth(4).locator('.status')).toHaveText('Found');
  await expect(rows.nth(0).locator('.status')).toContainText('Missing');
  expect(await page.evaluate('violations')).toEqual([]);
});

test('offers the selectors that lead to a healed target today, to be copied', async ({ page, hostApp, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const app = await hostApp({ body });
  await signIn(page, app);
  await page.getByRole('button', { name: /Send your first invoice/ }).click();
  await page.getByText('Keep the new selectors').click();
  await page.getByRole('button', { name: 'Copy the target' }).click();
  await expect(page.getByRole('button', { name: 'Copied' })).toBeVisible();
  const copied: { selectors: string[] } = JSON.parse(await page.evaluate(() => navigator.clipboard.readText()));
  expect(copied.selectors[0]).toBe('[data-tour="share-new"]');
  expect(copied).toMatchObject({ fingerprint: share });
});

test('opens on the step that the address names, and takes that out of the address when it closes', async ({
  page,
  hostApp,
}) => {
  const app = await hostApp({ body });
  await page.goto(`${app.origin}/invoices?shirube=edit&shirube-step=first-invoice%2Fshare`);
  const opened = page.waitForEvent('popup');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await (await opened).getByRole('button', { name: 'Allow' }).click();
  await expect(page.getByRole('button', { name: 'Hide target' })).toHaveCount(1);
  await expect(page.locator('shirube-editor .frame')).toBeVisible();
  await page.getByRole('button', { name: 'Close the editor' }).click();
  expect(page.url()).toBe(`${app.origin}/invoices`);
});
