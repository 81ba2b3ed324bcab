import { type Browser, expect, type Page, test } from '@playwright/test';
import type { Skill, Tour } from '@shirube/schema';
import { startWorld, type World } from '../harness/world.ts';
import { firstInvoice } from './tours.ts';

const invoicing: Skill = {
  id: 'invoicing',
  signals: ['invoice_sent'],
  windowDays: 60,
  levels: { learning: 1, proficient: 5 },
};
const beginners: Tour = {
  ...firstInvoice,
  id: 'beginners',
  audience: { skill: 'invoicing', is: 'novice' },
  frequency: { show: 'untilCompleted' },
};

let world: World;
test.beforeAll(async () => {
  world = await startWorld();
  await world.api('PUT', '/v1/skills/invoicing', invoicing);
  await world.publish(beginners);
});
test.afterAll(() => world.close());

const visit = async (browser: Browser, person: string): Promise<Page> => {
  const page = await (await browser.newContext({ locale: 'en-US' })).newPage();
  await page.goto(`${world.host.url}/?person=${person}`);
  return page;
};
const beginnersStep = (page: Page) => page.getByRole('dialog', { name: 'Start here' });
const why = (page: Page) =>
  page.evaluate(() =>
    (
      window as unknown as { shirube: { explain(id: string): Promise<{ matches: unknown; reason: string }> } }
    ).shirube.explain('beginners'),
  );

test('a novice sees the beginner’s tour; after doing the thing it fades out', async ({ browser }) => {
  const page = await visit(browser, 'novice');
  await expect(beginnersStep(page)).toBeVisible();
  await page.getByRole('button', { name: 'Close' }).click();
  await page.locator('#send').click();
  await expect.poll(() => why(page)).toMatchObject({ matches: false, reason: 'audience' });
  await page.reload();
  await expect.poll(() => why(page)).toMatchObject({ matches: false, reason: 'audience' });
  await expect(beginnersStep(page)).toHaveCount(0);
  await page.context().close();
});

test('a veteran in a brand-new account, on a device never seen before, sees no beginner’s tour', async ({
  browser,
}) => {
  const elsewhere = await visit(browser, 'veteran');
  await expect(beginnersStep(elsewhere)).toBeVisible();
  await elsewhere.getByRole('button', { name: 'Close' }).click();
  for (let sent = 0; sent < 5; sent += 1) await elsewhere.locator('#send').click();
  await expect
    .poll(
      async () => {
        const answer = await fetch(`${world.server.url}/v1/users/veteran/state?key=${world.server.publicKey}`);
        return ((await answer.json()) as { history: unknown[] }).history.length;
      },
      { timeout: 20_000 },
    )
    .toBe(5);
  await elsewhere.context().close();

  const page = await visit(browser, 'veteran');
  await expect.poll(() => why(page)).toMatchObject({ matches: false, reason: 'audience' });
  await expect(beginnersStep(page)).toHaveCount(0);
  await page.context().close();
});
