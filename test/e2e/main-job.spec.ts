import { type Browser, expect, type Page, test } from '@playwright/test';
import type { TourReport } from '@shirube/schema';
import { startWorld, type World } from '../harness/world.ts';
import { firstInvoice } from './tours.ts';

let world: World;
test.beforeAll(async () => {
  world = await startWorld();
  await world.publish(firstInvoice);
});
test.afterAll(() => world.close());

/** A person with a browser profile of their own, on the host product. */
const visit = async (browser: Browser, person: string): Promise<Page> => {
  const page = await (await browser.newContext({ locale: 'en-US' })).newPage();
  await page.goto(`${world.host.url}/?person=${person}`);
  return page;
};
const stepShown = (page: Page, title: string) => page.getByRole('dialog', { name: title });
const next = (page: Page) => page.getByRole('button', { name: 'Next', exact: true }).click();

/** Presses "Next" and waits until that step has been seen: from then on it hears what it waits for. */
const nextSees = async (page: Page, stepId: string): Promise<void> => {
  const seen = hears(page, 'step_viewed', stepId);
  await next(page);
  await seen;
};

/** Resolves when the page's own `shirube.on` tells of the event: it happened, and nothing has been sent yet. */
const hears = (page: Page, type: string, stepId: string) =>
  page.evaluate(
    ([type, stepId]) =>
      new Promise<void>((resolve) => {
        type On = { on(type: unknown, hear: (event: { stepId: string }) => void): void };
        (window as unknown as { shirube: On }).shirube.on(type, (event) => event.stepId === stepId && resolve());
      }),
    [type, stepId] as const,
  );
/** Resolves when the last thing that this tour needs, the part that draws its modal, has arrived: without it, that step waits for the network. */
const cameWhole = (page: Page) =>
  page.waitForFunction(() =>
    performance.getEntriesByType('resource').some(({ name }) => name.includes('/assets/more')),
  );

const report = (): Promise<TourReport> => {
  const day = (ms: number): string => new Date(ms).toISOString().slice(0, 10);
  return world.api(
    'GET',
    `/v1/reports/tours/first-invoice?from=${day(Date.now() - 86_400_000)}&to=${day(Date.now() + 86_400_000)}`,
  );
};
/** Waits until the report says so: what was sent takes a moment to arrive. */
const reportSays = (what: (report: TourReport) => unknown, expected: unknown) =>
  expect.poll(async () => what(await report()), { timeout: 20_000 }).toEqual(expected);

test.describe.configure({ mode: 'serial' });

test('five people take five ways through one tour, and the report says exactly that', async ({ browser }) => {
  await test.step('a new user completes the tour', async () => {
    const page = await visit(browser, 'ann');
    await expect(stepShown(page, 'Start here')).toBeVisible();
    await next(page);
    await expect(stepShown(page, 'Type the amount')).toBeVisible();
    await page.locator('#amount').fill('1200');
    await nextSees(page, 'send');
    await expect(stepShown(page, 'Send it')).toBeVisible();
    await page.locator('#send').click();
    await expect(stepShown(page, 'Well done')).toBeVisible();
    await page.getByRole('button', { name: 'Done', exact: true }).click();
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await reportSays((r) => r.summary.completed, 1);
    await page.reload();
    await expect(page.getByRole('heading', { name: 'Invoices' })).toBeVisible();
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await page.context().close();
  });

  await test.step('another leaves at step 2 by closing', async () => {
    const page = await visit(browser, 'ben');
    await next(page);
    await expect(stepShown(page, 'Type the amount')).toBeVisible();
    await page.getByRole('button', { name: 'Close' }).click();
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await reportSays((r) => r.summary.dismissed, 1);
    await page.context().close();
  });

  await test.step('a third closes the tab at step 3', async () => {
    const page = await visit(browser, 'cho');
    await next(page);
    await expect(stepShown(page, 'Type the amount')).toBeVisible();
    await nextSees(page, 'send');
    await page.close({ runBeforeUnload: true });
    await reportSays((r) => r.steps.find((step) => step.stepId === 'send')?.reached, 2);
  });

  await test.step('a fourth reloads in the middle and finishes', async () => {
    const page = await visit(browser, 'dai');
    await next(page);
    await expect(stepShown(page, 'Type the amount')).toBeVisible();
    await page.reload();
    await expect(stepShown(page, 'Type the amount')).toBeVisible();
    await nextSees(page, 'send');
    await page.locator('#send').click();
    await page.getByRole('button', { name: 'Done', exact: true }).click();
    await reportSays((r) => r.summary.completed, 2);
    await page.context().close();
  });

  await test.step('a fifth works offline and comes back', async () => {
    const page = await visit(browser, 'eve');
    await expect(stepShown(page, 'Start here')).toBeVisible();
    await cameWhole(page);
    await page.context().setOffline(true);
    await next(page);
    await expect(stepShown(page, 'Type the amount')).toBeVisible();
    await nextSees(page, 'send');
    await page.locator('#send').click();
    await page.getByRole('button', { name: 'Done', exact: true }).click();
    await expect(page.getByRole('dialog')).toHaveCount(0);
    expect((await report()).summary.completed).toBe(2);
    await page.context().setOffline(false);
    await reportSays((r) => r.summary.completed, 3);
    await page.context().close();
  });

  await test.step('after half an hour of silence the report says exactly what happened', async () => {
    world.later(31 * 60_000);
    const { summary, steps } = await report();
    expect(summary).toMatchObject({
      started: 5,
      completed: 3,
      dismissed: 1,
      abandoned: 1,
      broken: 0,
      inProgress: 0,
      simulated: false,
    });
    expect(summary.completionRate).toMatchObject({ numerator: 3, denominator: 5, value: 0.6 });
    expect(
      steps.map((step) => [
        step.stepId,
        step.reached,
        step.dropOff.dismissed,
        step.dropOff.abandoned,
        step.dropOff.broken,
      ]),
    ).toEqual([
      ['new', 5, 0, 0, 0],
      ['amount', 5, 1, 0, 0],
      ['send', 4, 0, 1, 0],
      ['done', 3, 0, 0, 0],
    ]);
  });
});

test('a batch that is sent twice, and another out of order, change no number', async ({ browser, browserName }) => {
  test.skip(browserName !== 'chromium', 'only the driver of Chromium tells what a request carried');
  const before = await report();
  const bodies: string[] = [];
  const page = await (await browser.newContext()).newPage();
  await page.route('**/v1/events', async (route) => {
    bodies.push(route.request().postData() ?? '');
    await route.continue();
  });
  await page.goto(`${world.host.url}/?person=fay`);
  await next(page);
  await expect(stepShown(page, 'Type the amount')).toBeVisible();
  await page.getByRole('button', { name: 'Close' }).click();
  await reportSays((r) => r.summary.dismissed, before.summary.dismissed + 1);
  const once = await report();
  expect(bodies.length).toBeGreaterThan(0);
  for (const body of [...bodies.reverse(), ...bodies]) {
    const batch = JSON.parse(body) as { events: unknown[] };
    const shuffled = { ...batch, events: [...batch.events].reverse() };
    const answer = await fetch(`${world.server.url}/v1/events`, {
      method: 'POST',
      body: JSON.stringify(shuffled),
      headers: { 'content-type': 'text/plain' },
    });
    expect(answer.status).toBe(202);
  }
  const { request: _, ...after } = await report();
  const { request: __, ...expected } = once;
  expect(after).toEqual(expected);
  await page.context().close();
});
