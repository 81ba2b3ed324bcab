import { button, expectOnScreen, seen, stepAt, test } from './harness/situation.ts';

for (const [name, style] of Object.entries({
  'as wide as the page': 'width:100%;height:50px;margin-top:100px',
  'wider than the page': 'width:3000px;height:50px;margin-top:100px',
  'taller than the screen': 'width:200px;height:3000px',
  'larger than the screen in both directions': 'width:3000px;height:3000px',
  'a thin line': 'width:300px;height:2px;margin:60px',
}))
  test(`the target is ${name}: the card is whole on the screen, and its buttons work`, async ({
    page,
    host,
    guide,
  }) => {
    await page.setViewportSize({ width: 600, height: 500 });
    await host({ css: 'body{margin:0}', body: `<div id="target" style="background:#dde;${style}"></div>` });
    await guide([stepAt('a', '#target', { spotlight: { interactive: true } }), stepAt('b', '#target')]);
    await expectOnScreen(page);
    await button(page, 'Next').click();
    await seen(page, 'b');
    await expectOnScreen(page);
  });
