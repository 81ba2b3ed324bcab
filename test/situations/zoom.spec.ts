import {
  card,
  expect,
  expectBeside,
  expectOnScreen,
  gapBetween,
  rectOf,
  seen,
  stepAt,
  test,
} from './harness/situation.ts';

for (const [name, wrap] of Object.entries({
  'a zoomed part of the page': 'zoom:1.5',
  'a part that is zoomed out': 'zoom:0.5',
  'a scaled part': 'transform:scale(1.5);transform-origin:0 0',
  'a turned part': 'transform:rotate(20deg)',
  'a part with its own perspective and filter': 'perspective:300px;filter:contrast(1)',
  'zoom within zoom within scale': 'zoom:1.25',
}))
  test(`the target is in ${name}: the card stands beside it, and the hole is on it`, async ({ page, host, guide }) => {
    const inside = name.includes('within')
      ? '<div style="zoom:1.2"><div style="scale:1.1"><button id="target">New</button></div></div>'
      : '<button id="target">New</button>';
    await host(`<main><div style="${wrap};padding:60px;width:300px">${inside}</div></main>`);
    await guide([
      stepAt('a', '#target', { spotlight: { interactive: true }, advance: [{ on: 'click' }] }),
      stepAt('b', undefined),
    ]);
    const target = await rectOf(page.locator('#target'));
    expect(Math.abs(gapBetween(await rectOf(card(page)), target) - 20)).toBeLessThan(2);
    await page.mouse.click(target.x + target.width / 2, target.y + target.height / 2);
    await seen(page, 'b');
  });

test('the whole page is zoomed: the card is on the screen, and stands beside its target', async ({
  page,
  host,
  guide,
}) => {
  for (const zoom of [1.5, 0.75]) {
    await host({
      css: `html{zoom:${zoom}} body{margin:0}`,
      body: '<main style="padding:80px"><button id="target">New</button></main>',
    });
    await guide([stepAt('a', '#target', { spotlight: { interactive: true } })], { frequency: { show: 'always' } });
    await expectBeside(page, page.locator('#target'), 8);
    await expectOnScreen(page);
  }
});
