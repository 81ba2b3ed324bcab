import type { Theme } from '@shirube/schema/theme';
import {
  button,
  card,
  expect,
  expectBeside,
  expectOnScreen,
  gapBetween,
  type Page,
  rectOf,
  seen,
  stepAt,
  test,
  told,
} from './harness/situation.ts';

const wide: Theme = { id: 'default', name: 'Wide', widthPx: 600 };
const body = (words: number) =>
  ({
    type: 'doc',
    content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Lorem ipsum dolor. '.repeat(words) }] }],
  }) as const;
/** What `env(safe-area-inset-*)` is, as on a phone with a notch and a home bar. */
const unsafe = async (page: Page, insets: Readonly<Record<string, number>>): Promise<void> => {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setSafeAreaInsetsOverride', { insets });
};

test.use({ viewport: { width: 375, height: 667 } });

const KINDS = {
  'a tooltip': stepAt('a', '#one'),
  'a spotlight': stepAt('a', '#one', { spotlight: {} }),
  'a modal': stepAt('a', undefined),
  'a slideout': stepAt('a', undefined, { kind: 'slideout' }),
  'a banner': stepAt('a', undefined, { kind: 'banner' }),
  'a step whose target is missing': stepAt('a', '#none', { onMissing: 'center', timeoutMs: 100 }),
};
for (const [name, step] of Object.entries(KINDS))
  for (const [amount, words] of [
    ['a little', 3],
    ['more than fits', 200],
  ] as const)
    test(`the theme is 600 px wide and the phone 375: ${name} with ${amount} text is whole on the screen, clear of notch and home bar, and its buttons can be pressed`, async ({
      page,
      host,
      guide,
    }) => {
      await host('<main style="padding-top:100px"><button id="one">One</button></main>');
      await unsafe(page, { top: 47, bottom: 34, left: 5, right: 5 });
      const content = { en: { title: 'Title of a', body: body(words) } };
      await guide([{ ...step, content }, stepAt('b', undefined)], {}, { themes: [wide] });
      await expectOnScreen(page);
      const box = await rectOf(card(page));
      expect(box.x).toBeGreaterThanOrEqual(13);
      expect(box.x + box.width).toBeLessThanOrEqual(375 - 13);
      expect(box.y).toBeGreaterThanOrEqual(55);
      expect(box.y + box.height).toBeLessThanOrEqual(667 - 41.5);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(375);
      await button(page, 'Next').click();
      await seen(page, 'b');
    });

/** The main buttons of an app, as apps keep them at the bottom of a phone. */
const BARS = {
  'along the whole edge': 'left:0;right:0;bottom:0;padding:10px 0 calc(10px + env(safe-area-inset-bottom))',
  'floating above the edge': 'left:16px;right:16px;bottom:calc(16px + env(safe-area-inset-bottom));padding:10px 0',
};
const free = async (page: Page): Promise<readonly boolean[]> =>
  page.locator('#bar button').evaluateAll((all) =>
    all.map((it) => {
      const { left, top, width, height } = it.getBoundingClientRect();
      return document.elementFromPoint(left + width / 2, top + height / 2) === it;
    }),
  );
const LIFTED = Object.entries({
  'a slideout': stepAt('a', undefined, { kind: 'slideout' }),
  'a banner at the bottom': stepAt('a', undefined, { kind: 'banner', position: 'bottom' }),
  'a step whose target is missing': stepAt('a', '#none', { onMissing: 'center', timeoutMs: 100 }),
});
for (const [where, css] of Object.entries(BARS))
  for (const [name, step] of LIFTED)
    for (const bottom of [0, 34])
      test(`the app's main buttons are in a bar ${where}, ${bottom} px of home bar: ${name} leaves every one of them free`, async ({
        page,
        host,
        guide,
      }) => {
        await host(
          `<main style="height:2000px">Text</main><div id="bar" style="position:fixed;display:flex;justify-content:space-around;background:#eee;${css}"><button>Home</button><button>Search</button><button onclick="window.pressed=true">Pay</button></div>`,
        );
        await unsafe(page, { bottom });
        await guide(
          [{ ...step, content: { en: { title: 'Title of a', body: body(step.kind === 'banner' ? 5 : 200) } } }],
          {},
          { themes: [wide] },
        );
        await expectOnScreen(page);
        await expect.poll(() => free(page)).toEqual([true, true, true]);
        await page.click('#bar button:last-child');
        expect(await page.evaluate(() => (window as unknown as { pressed: boolean }).pressed)).toBe(true);
        await button(page, 'Next').click();
        await expect.poll(() => told(page)).toContain('tour_completed');
      });

test('the step points at a button of the fixed bottom bar: it stands above it, and covers none of the bar', async ({
  page,
  host,
  guide,
}) => {
  await host(
    `<main style="height:2000px">Text</main><div id="bar" style="position:fixed;display:flex;justify-content:space-around;background:#eee;${BARS['along the whole edge']}"><button>Home</button><button>Search</button><button>Pay</button></div>`,
  );
  await unsafe(page, { bottom: 34 });
  await guide([stepAt('a', '#bar button:nth-child(3)')], {}, { themes: [wide] });
  await expectBeside(page, page.locator('#bar button:nth-child(3)'));
  await expectOnScreen(page);
  expect(await free(page)).toEqual([true, true, true]);
  expect(gapBetween(await rectOf(card(page)), await rectOf(page.locator('#bar')))).toBeGreaterThanOrEqual(0);
});
