import { expect, type Page } from '@playwright/test';
import { begin, heard, test, title } from './harness/runtimeTest.ts';
import { stepAt, tourOf } from './pages.ts';

/** Holds back what the page asks for under these names; the returned function lets it fail for want of a network, and later ones through. */
const cutOff = async (page: Page, parts: RegExp): Promise<() => Promise<void>> => {
  let fail = (): void => {};
  const cut = new Promise<void>((now) => {
    fail = now;
  });
  const reached = page.waitForRequest(parts);
  await page.route(parts, async (route) => {
    await cut;
    await route.abort('internetdisconnected');
  });
  return async () => {
    const failed = page.waitForEvent('requestfailed', (request) => parts.test(request.url()));
    await reached;
    await page.context().setOffline(true);
    fail();
    await failed;
    await page.unroute(parts);
  };
};
const next = (page: Page) => page.getByRole('button', { name: 'Next', exact: true }).click();

for (const [kind, parts] of [
  ['modal', /\/assets\/more/],
  ['banner', /\/assets\/surfaces/],
] as const)
  test(`a ${kind} whose part had not come when the network went away shows when it is back, and the tour goes on`, async ({
    page,
    server,
  }) => {
    const goOffline = await cutOff(page, parts);
    await page.goto(server.url);
    await begin(page, [tourOf('guide', [stepAt('a', '#one'), stepAt('b', undefined, { kind }), stepAt('c', '#two')])]);
    await expect(title(page, 'Title of a')).toBeVisible();
    await goOffline();
    await next(page);
    await expect(title(page, 'Title of a')).toHaveCount(0);
    await page.locator('#field').fill('The page works meanwhile');
    await page.context().setOffline(false);
    await expect(title(page, 'Title of b')).toBeVisible();
    await next(page);
    await expect(title(page, 'Title of c')).toBeVisible();
    await next(page);
    await expect.poll(() => heard(page)).toContain('tour_completed');
    expect(await heard(page)).not.toContain('tour_ended');
  });

test('a part that was not to be had for a moment, though the browser says that it is online, is asked for again', async ({
  page,
  server,
}) => {
  const parts = /\/assets\/more/;
  await page.route(parts, (route) => route.abort('connectionreset'), { times: 1 });
  await page.goto(server.url);
  await begin(page, [tourOf('guide', [stepAt('a', undefined)])]);
  await expect(title(page, 'Title of a')).toBeVisible();
});

test('a target that only its fingerprint can find is found when the network is back', async ({ page, server }) => {
  const goOffline = await cutOff(page, /\/assets\/heal/);
  await page.goto(server.url);
  const target = { selectors: ['#gone'], fingerprint: { tag: 'button', text: 'Two', role: 'button', name: 'Two' } };
  await begin(page, [tourOf('guide', [stepAt('a', undefined, { kind: 'tooltip', target })])]);
  await goOffline();
  await page.context().setOffline(false);
  await expect(title(page, 'Title of a')).toBeVisible();
});

test('what looks at elements for a rule cannot be fetched: nothing of that reaches the page, and the rule is answered when the network is back', async ({
  page,
  server,
}) => {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  const goOffline = await cutOff(page, /\/assets\/watchElements/);
  await page.goto(server.url);
  const audience = { element: { selectors: ['#one'] }, is: 'visible' } as const;
  await begin(page, [tourOf('guide', [stepAt('a', '#one')], { audience })]);
  await goOffline();
  await page.context().setOffline(false);
  await expect(title(page, 'Title of a')).toBeVisible();
  expect(errors).toEqual([]);
});
