import type { RichText } from '@shirube/schema/tour';
import { bundleOf } from '../../packages/runtime/browser/pages.ts';
import { card, expect, type Page, seen, stepAt, test, tourOf } from './harness/situation.ts';

const greeting: RichText = {
  type: 'doc',
  content: [
    {
      type: 'paragraph',
      content: [
        { type: 'text', text: 'Hello ' },
        { type: 'variable', attrs: { attribute: 'name', fallback: 'you' } },
        { type: 'text', text: ' of ' },
        { type: 'variable', attrs: { attribute: 'team.name', fallback: 'your team' } },
      ],
    },
  ],
};
const tour = tourOf('hello', [stepAt('a', '#one', { content: { en: { title: 'Hi', body: greeting } } })]);
const text = (page: Page) => card(page).locator('[part=body]');
const body = '<main><button id="one">One</button></main>';

for (const [name, traits, wanted] of [
  ['nothing', {}, 'Hello you of your team'],
  [
    'markup',
    { name: '<img src=x onerror="hacked=1"><b>Ann</b>' },
    'Hello <img src=x onerror="hacked=1"><b>Ann</b> of your team',
  ],
  ['template syntax', { name: '{{alert(1)}} <!--?lit$1$-->' }, 'Hello {{alert(1)}} <!--?lit$1$--> of your team'],
  ['an object, a function, a list', { name: { first: 'Ann' }, team: { name: ['A'] } }, 'Hello you of your team'],
  ['an empty text and nothing', { name: '', team: null }, 'Hello you of your team'],
  ['numbers', { name: 0, team: { name: 7 } }, 'Hello 0 of 7'],
] as const)
  test(`a text with variables, and traits that are ${name}: it is shown as text, or what stands in for it`, async ({
    page,
    host,
    guide,
  }) => {
    await host(body);
    await guide(tour.steps, {}, { user: { id: 'u1', traits } });
    await expect(text(page)).toHaveText(wanted);
    await expect(text(page).locator('img,b,script')).toHaveCount(0);
    expect(await page.evaluate(() => 'hacked' in window)).toBe(false);
  });

test('names that every object has are no traits', async ({ page, host, guide }) => {
  await host(body);
  const names = ['constructor', '__proto__', 'toString', 'constructor.name', 'name.length'];
  const content = names.map((attribute) => ({ type: 'variable', attrs: { attribute, fallback: '-' } }) as const);
  const own: RichText = { type: 'doc', content: [{ type: 'paragraph', content }] };
  await guide(
    [stepAt('a', '#one', { content: { en: { title: 'Hi', body: own } } })],
    {},
    { user: { id: 'u1', traits: { name: 'Ann' } } },
  );
  await expect(text(page)).toHaveText('-----');
});

const online = async (page: Page, url: string, user: unknown): Promise<void> => {
  await page.goto(`${url}/first`);
  await page.waitForFunction(() => window.createShirube);
  await page.evaluate(
    ([endpoint, who]) => {
      window.heard = [];
      window.guide = window.createShirube({
        endpoint: endpoint as string,
        key: 'pk_test',
        user: who as { id: string },
        interruptions: { everyMinutes: 0, perDay: 100 },
        onEvent: (event) => window.heard.push(event),
      });
    },
    [url, user],
  );
};

test("someone gives another one's id: the server is asked for progress alone, and what it answers of traits is neither kept nor shown", async ({
  page,
  server,
}) => {
  server.bundle = bundleOf([tour]);
  const leak = { name: 'Secret Ann', team: { name: 'Secret team' } };
  server.state = { userId: 'ann', tours: {}, history: [], traits: leak, user: { traits: leak } } as never;
  await online(page, server.url, { id: 'ann' });
  await seen(page, 'a');
  await expect(text(page)).toHaveText('Hello you of your team');
  const about = server.asked.filter((path) => path.includes('ann'));
  expect(about).toEqual(['/v1/users/ann/state']);
  await expect.poll(() => server.events.map(({ type }) => type)).toContain('step_viewed');
  expect(JSON.stringify(server.events)).not.toContain('Secret');
});

test('the traits of the one who was here before are not shown to the next one', async ({ page, server }) => {
  server.bundle = bundleOf([{ ...tour, frequency: { show: 'always' } }]);
  await online(page, server.url, { id: 'ann', traits: { name: 'Ann' } });
  await expect(text(page)).toContainText('Hello Ann');
  await page.evaluate(async () => {
    window.guide.reset();
    await window.guide.identify('bob', {});
  });
  await expect(text(page)).toHaveText('Hello you of your team');
});

test('a user was deleted at the server and comes again: in a new browser the tour shows again, in the old one what the browser itself remembers still counts', async ({
  page,
  server,
  browser,
}) => {
  server.bundle = bundleOf([tour]);
  const done = { version: 1, runs: 1, status: 'completed', at: 1, startedAt: 1, completedAt: 1 } as const;
  server.state = { userId: 'ann', tours: { hello: done }, history: [] };
  await online(page, server.url, { id: 'ann' });
  await expect.poll(() => page.evaluate(() => window.guide.explain('hello'))).toMatchObject({ reason: 'frequency' });
  server.state = undefined;
  const context = await browser.newContext();
  const fresh = await context.newPage();
  await online(fresh, server.url, { id: 'ann' });
  await seen(fresh, 'a');
  await context.close();
  await online(page, server.url, { id: 'ann' });
  await expect.poll(() => page.evaluate(() => window.guide.explain('hello'))).toMatchObject({ reason: 'frequency' });
});
