import {
  button,
  card,
  expect,
  expectBeside,
  expectOnScreen,
  frames,
  rectOf,
  stepAt,
  test,
  told,
} from './harness/situation.ts';

const body = '<main><h1>Host</h1><p><button id="one">One</button></p><div id="box">Box</div></main>';
const steps = [
  stepAt('a', '#one'),
  stepAt('b', '#box', { spotlight: { interactive: true } }),
  stepAt('c', '#one', { spotlight: {} }),
  stepAt('d', undefined),
];

const HOSTILE = {
  'resets everything': '* { all: unset }',
  'resets everything, and means it':
    '*, *::before, *::after { all: unset !important } #one, #box { display: block !important }',
  'hides every div': 'div { display: none } #box { display: block }',
  'hides what is empty': 'div:empty, :empty { display: none !important }',
  'hides and shrinks whatever stands beside the body': `html > :not(head, body), body > * ~ * { display: none !important; visibility: hidden !important; opacity: 0 !important;
    pointer-events: none !important; transform: scale(0.1) !important; filter: blur(9px) !important; clip-path: circle(0) !important; content-visibility: hidden !important; contain: strict !important }`,
  'dresses all dialogs, popovers and buttons':
    '[role=dialog], dialog, [popover], ::backdrop, button { position: static !important; width: 9px !important; font-size: 90px !important; background: red !important; color: red !important }',
  'moves and freezes everything': `* { transition: all 9s !important; animation: spin 1s infinite !important; writing-mode: vertical-rl !important; direction: rtl !important; zoom: 1.4 !important;
    user-select: none !important; text-transform: uppercase !important; line-height: 0 !important; letter-spacing: 1em !important } @keyframes spin { to { rotate: 1turn } } html, body, main, main * { animation: none !important; zoom: 1 !important; line-height: 2 !important }`,
  'zooms the whole page': 'html { zoom: 1.5 } main { zoom: 0.8 }',
  'transforms, filters and clips the whole page':
    'html { transform: translate(40px, 30px) scale(0.9); filter: saturate(0.5); overflow: clip } body { perspective: 10px; contain: layout paint; overflow: hidden }',
  'aims at our very elements':
    'shirube-tooltip, shirube-modal { display: none !important; visibility: hidden !important; position: absolute !important; top: -9999px !important; left: -9999px !important; opacity: 0 !important }',
};

const look = (page: import('@playwright/test').Page) =>
  card(page).evaluate((it) => {
    const { fontSize, fontFamily, color, backgroundColor, textTransform, letterSpacing, writingMode, zoom } =
      getComputedStyle(it);
    const { width, height } = it.getBoundingClientRect();
    const title = getComputedStyle(it.querySelector('h2') ?? it).fontSize;
    return {
      fontSize,
      fontFamily,
      color,
      backgroundColor,
      textTransform,
      letterSpacing,
      writingMode,
      zoom,
      title,
      width: Math.round(width),
      height: Math.round(height),
    };
  });

for (const [name, css] of Object.entries(HOSTILE))
  test(`the style sheet of the app ${name}: every step looks as ever and can be used`, async ({
    page,
    host,
    guide,
    browserName,
  }) => {
    test.skip(
      browserName !== 'chromium' && css.includes('vertical-rl'),
      'Firefox lays out what is fixed far below a page whose root is vertical-rl and rtl at once',
    );
    await page.emulateMedia({ reducedMotion: 'reduce' });
    const looks: unknown[][] = [];
    for (const sheet of ['', css]) {
      await host({ body, css: sheet, path: sheet ? '/app/hostile' : '/app' });
      await page.evaluate(() =>
        indexedDB.databases().then((all) => all.map(({ name: it }) => indexedDB.deleteDatabase(it ?? ''))),
      );
      await guide(steps);
      const seen: unknown[] = [];
      looks.push(seen);
      for (const [index, { id, target }] of steps.entries()) {
        await expect(card(page).getByText(`Title of ${id}`)).toBeVisible();
        if (target) await expectBeside(page, page.locator(index === 1 ? '#box' : '#one'), index ? 8 : 0);
        await expectOnScreen(page);
        seen.push(await look(page));
        await button(page, 'Next').click();
      }
      await expect(card(page)).toHaveCount(0);
      expect((await told(page)).at(-1)).toBe('tour_completed');
    }
    expect(looks[1]).toEqual(looks[0]);
  });

test('nothing of ours restyles the app: every element of the page computes the same with a guide on it, and after', async ({
  page,
  host,
  guide,
}) => {
  const every = () =>
    page.evaluate(() =>
      [document.documentElement, ...document.querySelectorAll('body, body *')].map((element) => {
        const style = getComputedStyle(element);
        return [
          element.localName,
          ...[...style].filter((it) => !it.startsWith('--')).map((it) => style.getPropertyValue(it)),
        ].join('|');
      }),
    );
  await host({ body: `${body}<dialog id="own"><button>Own</button></dialog>`, css: 'button { color: green }' });
  const before = await every();
  await guide(steps);
  for (const { id } of steps) {
    await expect(card(page).getByText(`Title of ${id}`)).toBeVisible();
    expect(await every()).toEqual(before);
    expect(await page.evaluate(() => [document.adoptedStyleSheets.length, document.styleSheets.length])).toEqual([
      0, 1,
    ]);
    await button(page, 'Next').click();
  }
  expect(await every()).toEqual(before);
});

test('a style sheet that comes in the middle of a step deforms nothing', async ({ page, host, guide }) => {
  await host(body);
  await guide(steps);
  const { width, height } = await rectOf(card(page));
  await page.evaluate((css) => {
    const style = document.createElement('style');
    style.textContent = css;
    document.head.append(style);
  }, HOSTILE['aims at our very elements'] + HOSTILE['hides and shrinks whatever stands beside the body']);
  await frames(page, 3);
  const after = await rectOf(card(page));
  expect([after.width, after.height]).toEqual([width, height]);
  await button(page, 'Next').click();
  await expect(card(page).getByText('Title of b')).toBeVisible();
});
