import { expect, type Page, test } from '@playwright/test';
import type { Step, TargetStep, TargetsReport, Tour } from '@shirube/schema';
import { startWorld, type World } from '../harness/world.ts';

const step = (id: string, title: string, more: Partial<Step>): Step => ({
  id,
  kind: 'tooltip',
  content: { en: { title } },
  ...more,
});
/** The product's button and field were both renamed since: one is still what it was, of the other nothing is left. */
const tour: Tour = {
  schemaVersion: 1,
  id: 'renamed',
  name: 'Renamed',
  defaultLocale: 'en',
  locales: ['en'],
  trigger: { on: 'page', page: '/invoices' },
  steps: [
    step('button', 'Start here', {
      page: '/invoices',
      target: {
        selectors: ['#new-invoice-of-last-year'],
        fingerprint: { tag: 'button', role: 'button', name: 'New invoice', text: 'New invoice' },
      },
    }),
    step('gone', 'Type the amount', {
      target: { selectors: ['#amount-of-last-year'] },
      timeoutMs: 200,
      onMissing: 'skip',
    }),
    step('send', 'Send it', { target: { selectors: ['#send'] } }),
  ],
};

let world: World;
test.beforeAll(async () => {
  world = await startWorld();
  await world.publish(tour);
});
test.afterAll(() => world.close());

const report = async (): Promise<readonly TargetStep[]> => {
  const day = (ms: number): string => new Date(ms).toISOString().slice(0, 10);
  const [from, to] = [day(Date.now() - 86_400_000), day(Date.now() + 86_400_000)];
  return (await world.api<TargetsReport>('GET', `/v1/reports/targets?from=${from}&to=${to}&tour=renamed`)).steps;
};
const stepShown = (page: Page, title: string) => page.getByRole('dialog', { name: title });

test('a renamed button is recognised, a lost one skipped, and the report says of each what became of it', async ({
  browser,
}) => {
  for (const [before, person] of ['ann', 'bob', 'cid', 'dee', 'eve'].entries()) {
    const page = await (await browser.newContext({ locale: 'en-US' })).newPage();
    await page.goto(`${world.host.url}/invoices?person=${person}`);
    await stepShown(page, 'Start here').getByRole('button', { name: 'Next', exact: true }).click();
    await expect(stepShown(page, 'Send it')).toBeVisible();
    // What was not sent goes with the profile.
    await expect
      .poll(async () => (await report()).find(({ stepId }) => stepId === 'send')?.all.looked)
      .toBe(before + 1);
    await page.context().close();
  }
  await expect.poll(async () => (await report()).map(({ all }) => all.looked)).toEqual([5, 5, 5]);
  const [gone, button, send] = await report();
  expect(gone).toMatchObject({
    stepId: 'gone',
    all: { missing: { numerator: 5, denominator: 5, value: 1 } },
    verdict: { state: 'broken' },
    reasons: [{ reason: 'not_found', runs: 5 }],
    became: { skipped: 5, waited: 0 },
    page: '/invoices',
  });
  expect(button).toMatchObject({
    stepId: 'button',
    all: { healed: { numerator: 5, denominator: 5 }, missing: { numerator: 0 } },
    verdict: { state: 'healing' },
    page: '/invoices',
  });
  expect(button?.confidence?.min).toBeGreaterThan(0.5);
  expect(send).toMatchObject({ stepId: 'send', all: { found: { numerator: 5, denominator: 5 } } });
});
