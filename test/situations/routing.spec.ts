import { begin, button, card, expect, type Page, seen, stepAt, test, told, tourOf } from './harness/situation.ts';

const app = `<main><button id="first">First</button></main>`;
const render = (id: string): string => `document.querySelector('main').innerHTML = '<button id="${id}">${id}</button>'`;
const nothingHeld = async (page: Page): Promise<void> => {
  await expect(card(page)).toHaveCount(0);
  await expect(page.locator('shirube-tooltip, shirube-modal')).toHaveCount(0);
};

for (const [name, away, back] of [
  ['by the history API', `history.pushState(null, '', '/app/other')`, 'history.back()'],
  ['by the hash', `location.hash = '#/other'`, 'history.back()'],
  ['by replaceState', `history.replaceState(null, '', '/app/other')`, `history.replaceState(null, '', '/app/here')`],
  [
    'by the Navigation API',
    `navigation.addEventListener('navigate', (e) => e.canIntercept && e.intercept({ handler: async () => {} })); navigation.navigate('/app/other')`,
    'navigation.back()',
  ],
  ['by a kept pushState of before', `window.kept.call(history, null, '', '/app/other')`, 'history.back()'],
] as const)
  test(`the app goes to another route ${name}: the step leaves with its page, holds nothing, and comes back with it`, async ({
    page,
    host,
    guide,
  }) => {
    await host({ body: app, path: '/app/here', before: 'window.kept = history.pushState' });
    const here = {
      path: { op: 'eq' as const, value: '/app/here' },
      hash: { op: 'notContains' as const, value: 'other' },
    };
    await guide([stepAt('a', '#first', { page: here, spotlight: {} }), stepAt('b', undefined)]);
    await page.evaluate(away);
    await nothingHeld(page);
    await page.evaluate(back);
    await expect(card(page)).toBeVisible();
    expect((await told(page)).filter((it) => it.startsWith('tour_'))).toEqual([]);
    await button(page, 'Next').click();
    await seen(page, 'b');
  });

test("the app goes to another route, and the step's target with it: no overlay is left over the new page, and Back brings the step again", async ({
  page,
  host,
  guide,
}) => {
  await host({ body: app, path: '/app/here' });
  await guide([stepAt('a', '#first', { spotlight: { interactive: true } })]);
  await page.evaluate(`history.pushState(null, '', '/app/other'); ${render('elsewhere')}`);
  await nothingHeld(page);
  await page.locator('#elsewhere').click();
  await page.evaluate(`addEventListener('popstate', () => { ${render('first')} }); history.back()`);
  await expect(card(page)).toBeVisible();
  expect(await told(page)).toEqual(['step_viewed a']);
});

test('a step lives on another page: the run waits for it, through a load, and goes on there once', async ({
  page,
  host,
  guide,
  server,
}) => {
  await host({ body: '<main><button id="first">First</button></main>', path: '/app/here' });
  const steps = [stepAt('a', '#first', { page: '/app/here' }), stepAt('b', '#first', { page: '/app/there' })];
  await guide(steps);
  await button(page, 'Next').click();
  await nothingHeld(page);
  await page.goto(`${server.url}/app/there`);
  await begin(page, [tourOf('guide', steps)]);
  await seen(page, 'b');
  expect(await told(page)).toEqual(['step_viewed b']);
  // The browser's Back leads to the page before; the run stays on the step that it had come to.
  await page.goBack();
  await begin(page, [tourOf('guide', steps)]);
  await nothingHeld(page);
  await page.goForward();
  await begin(page, [tourOf('guide', steps)]);
  await seen(page, 'b');
});

test('the page is loaded again in the middle of a tour: it goes on at the same step, in the same run', async ({
  page,
  host,
  guide,
}) => {
  await host('<main><button id="first">First</button><button id="second">Second</button></main>');
  const steps = [stepAt('a', '#first'), stepAt('b', '#second')];
  await guide(steps);
  await button(page, 'Next').click();
  await seen(page, 'b');
  const runs = (): Promise<string | undefined> => page.evaluate(() => window.heard.find(({ runId }) => runId)?.runId);
  const run = await runs();
  await page.reload();
  await begin(page, [tourOf('guide', steps)]);
  await seen(page, 'b');
  expect(await told(page)).toEqual(['step_viewed b']);
  expect(await runs()).toBe(run);
});

test('Back leads into a step whose panel is closed: it is waited for, and shown when the panel opens', async ({
  page,
  host,
  guide,
}) => {
  await host(
    '<main><details open><summary>Panel</summary><button id="inside">Inside</button></details><button id="second">Second</button></main>',
  );
  await guide([stepAt('a', '#inside'), stepAt('b', '#second')]);
  await button(page, 'Next').click();
  await seen(page, 'b');
  await page.locator('details').evaluate((it: HTMLDetailsElement) => {
    it.open = false;
  });
  await button(page, 'Back').click();
  await expect.poll(() => told(page)).toContain('step_back b');
  await page.locator('summary').click();
  await expect(card(page).getByText('Title of a')).toBeVisible();
  await expect.poll(async () => (await told(page)).filter((it) => it === 'step_viewed a')).toHaveLength(2);
});
