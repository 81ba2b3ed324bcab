import { expect, type Page, test } from '@playwright/test';
import type { TourReport } from '@shirube/schema/report';
import { firstInvoice } from '../e2e/tours.ts';
import { startWorld, type World } from '../harness/world.ts';
import { startProduct } from './harness/product.ts';
import { createProfile, type Profile } from './harness/profile.ts';

declare const delivery: { run(tourId: string, stepId: string): readonly string[]; flush(): Promise<void> };

let product: Awaited<ReturnType<typeof startProduct>>;
let world: World;
let profile: Profile;

test.skip(({ browserName }) => browserName !== 'chromium', 'starts, kills and restarts a Chromium of its own');

test.beforeEach(async () => {
  product = await startProduct();
  world = await startWorld();
  await world.publish(firstInvoice);
  profile = createProfile();
});
test.afterEach(async () => {
  await profile.remove();
  await world.close();
  await product.close();
});

const open = async (page: Page): Promise<Page> => {
  await page.goto(`${product.url}/?endpoint=${world.server.url}&key=${world.server.publicKey}`);
  await page.waitForFunction(() => 'delivery' in globalThis);
  return page;
};
const runs = (page: Page, count: number) =>
  page.evaluate((n) => {
    for (let run = 0; run < n; run++) delivery.run('first-invoice', 'new');
    return new Promise((resolve) => setTimeout(resolve, 250));
  }, count);
const day = (at: number) => new Date(at).toISOString().slice(0, 10);
/** Started, completed, and runs that reached the first step, as the report tells them. */
const counted = async () => {
  const span = `from=${day(Date.now() - 86_400_000)}&to=${day(Date.now() + 86_400_000)}`;
  const report = await world.api<TourReport>('GET', `/v1/reports/tours/${firstInvoice.id}?${span}`);
  return [
    report.summary.started,
    report.summary.completed,
    report.steps.find((step) => step.stepId === 'new')?.reached,
  ];
};
const expectCounted = (count: number) => expect.poll(counted, { timeout: 20_000 }).toEqual([count, count, count]);

test('answers lost, a tab closed, a renderer crashed, a browser killed, two tabs: the report counts every run once', async () => {
  const context = await profile.start();
  const page = await open(await context.newPage());
  await runs(page, 5);
  await expectCounted(5);

  // The server stores the batch, and its answer is lost on the way.
  let lost = 0;
  await context.route('**/v1/events', async (route) => {
    await route.fetch();
    lost++;
    await route.abort('connectionreset');
  });
  await runs(page, 5);
  await page.evaluate(() => delivery.flush());
  await expectCounted(10);
  expect(lost).toBeGreaterThan(0);
  await context.unroute('**/v1/events');

  const [closing, crashing] = [await open(await context.newPage()), await open(await context.newPage())];
  await Promise.all([runs(closing, 5), runs(crashing, 5)]);
  await closing.close();
  const crashed = crashing.waitForEvent('crash');
  const session = await context.newCDPSession(crashing);
  session.send('Page.crash').catch(() => {});
  await crashed;
  await runs(page, 5);
  await profile.kill();

  await open(await (await profile.start()).newPage());
  await expectCounted(25);
});
