import type { Page } from '@playwright/test';
import { boxOf, card, expect, inputs, settled, test } from './harness/viewTest.ts';

const at = (style: string, inside = 'New'): string =>
  `<button id="target" style="position:absolute;${style}">${inside}</button>`;

const expectInside = async (page: Page): Promise<void> => {
  const box = await boxOf(card(page));
  const screen = await page.evaluate(() => ({ width: document.documentElement.clientWidth, height: innerHeight }));
  expect(box.x).toBeGreaterThanOrEqual(0);
  expect(box.y).toBeGreaterThanOrEqual(0);
  expect(box.x + box.width).toBeLessThanOrEqual(screen.width);
  expect(box.y + box.height).toBeLessThanOrEqual(screen.height);
};
/** How far the card is from where it stood beside its target before the target was moved by this much. */
const gap = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const tip = document.querySelector('shirube-tooltip')?.shadowRoot?.querySelector('[part=card]');
    const target = document.querySelector('#target');
    return Math.round((tip?.getBoundingClientRect().top ?? 0) - (target?.getBoundingClientRect().bottom ?? 0));
  });

for (const [name, style] of Object.entries({
  'the top left corner': 'left:0;top:0',
  'the bottom right corner': 'right:0;bottom:0',
  'the bottom edge': 'left:40%;bottom:0',
  'a narrow strip on the right': 'right:0;top:40%;width:10px;height:10px',
})) {
  test(`whatever placement is asked for, the tooltip is whole on the screen: ${name}`, async ({ page, open, show }) => {
    await page.setViewportSize({ width: 500, height: 400 });
    await open({ body: at(style) });
    for (const placement of ['auto', 'top', 'bottom', 'left', 'right', 'left-start', 'top-end'] as const) {
      await show({ placement });
      await expectInside(page);
    }
  });
}

test('on a screen 320 px wide the tooltip fits, and its buttons can be reached', async ({ page, open, show }) => {
  await page.setViewportSize({ width: 320, height: 400 });
  await open({ body: at('left:260px;top:200px') });
  const long = { type: 'text' as const, text: 'A long sentence that goes on. '.repeat(40) };
  await show({ content: { title: 'Long', body: { type: 'doc', content: [{ type: 'paragraph', content: [long] }] } } });
  await expectInside(page);
  await page.getByRole('button', { name: 'Next' }).click();
  expect(await inputs(page)).toEqual([{ type: 'next' }]);
});

test('a target taller than the screen keeps its tooltip on the screen', async ({ page, open, show }) => {
  await page.setViewportSize({ width: 400, height: 500 });
  await open({ body: '<div id="target" style="height:3000px;background:#eee">Tall</div>' });
  await show({ step: { spotlight: { interactive: true } } });
  await expectInside(page);
  await page.mouse.wheel(0, 900);
  await expectInside(page);
});

test('a tooltip that grows after it is shown stays beside its target', async ({ page, open, show }) => {
  await open({ body: at('left:200px;top:400px') });
  await show({ placement: 'top' });
  await page.evaluate(() => {
    const body = document.querySelector('shirube-tooltip')?.shadowRoot?.querySelector('[part=body]');
    body?.append(Object.assign(document.createElement('p'), { textContent: 'More words. '.repeat(10) }));
  });
  await expect
    .poll(async () => {
      const [tip, target] = [await boxOf(card(page)), await boxOf(page.locator('#target'))];
      return Math.round(target.y - (tip.y + tip.height));
    })
    .toBe(12);
});

for (const [name, move] of Object.entries({
  'the layout shifts': () => document.getElementById('shift')?.style.setProperty('height', '90px'),
  'the page scrolls': () => scrollTo(0, 60),
  'a container scrolls': () => document.getElementById('inner')?.scrollTo(0, 40),
  'a script moves it': () => document.getElementById('target')?.style.setProperty('translate', '30px 50px'),
  'the font grows': () => document.body.style.setProperty('font-size', '30px'),
})) {
  test(`the tooltip follows within two frames when ${name}`, async ({ page, open, show }) => {
    await open({
      body: `<div id="shift">x</div><div style="height:300px;overflow:auto"><div id="inner" style="height:250px;overflow:auto;transform:translateX(10px)"><div style="height:80px"></div><button id="target">New</button><div style="height:900px"></div></div></div><div style="height:2000px"></div>`,
    });
    await show({ placement: 'bottom' });
    // Until following has gone to sleep: what wakes it is the point.
    await page.evaluate(async () => {
      for (let frame = 0; frame < 12; frame++) await new Promise(requestAnimationFrame);
    });
    expect(await gap(page)).toBe(12);
    await page.evaluate(move);
    await page.evaluate(
      () =>
        new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(done)))),
    );
    expect(await gap(page)).toBe(12);
  });
}

test('the tooltip follows a target inside a frame that scrolls', async ({ page, open }) => {
  const inner = `<div style='height:60px'></div><button id=inner>Pay</button><div style='height:3000px'></div>`;
  await open({
    body: `<div style="height:50px"></div><iframe id="frame" style="margin:30px;border:5px solid;padding:7px;width:300px;height:200px" srcdoc="${inner}"></iframe>`,
  });
  await expect(page.frameLocator('#frame').locator('#inner')).toBeVisible();
  const distance = async (): Promise<number> => {
    const [tip, target] = [await boxOf(card(page)), await boxOf(page.frameLocator('#frame').locator('#inner'))];
    return Math.round(tip.y - (target.y + target.height));
  };
  await page.evaluate(() => {
    const target = { frame: { selectors: ['#frame'] }, selectors: ['#inner'] };
    parts.showAt(target, { placement: 'bottom' });
  });
  await expect.poll(distance).toBe(12);
  await page
    .frameLocator('#frame')
    .locator('#inner')
    .evaluate(() => scrollTo(0, 40));
  await expect.poll(distance).toBe(12);
});

test('a target that is in view is not scrolled to; one that is not comes into view, clear of a sticky header', async ({
  page,
  open,
  show,
}) => {
  await open({
    css: 'body{margin:0} header{position:sticky;top:0;height:80px;background:#ccc}',
    body: '<header>Head</header><div style="height:400px"></div><button id="target">New</button><div style="height:3000px"></div>',
  });
  await show();
  expect(await page.evaluate(() => scrollY)).toBe(0);
  for (const y of [2000, 440]) {
    await page.evaluate((top) => scrollTo(0, top), y);
    await show();
    await expect.poll(() => page.evaluate(() => Math.round(scrollY / 10))).toBe(13);
    expect((await boxOf(page.locator('#target'))).y).toBeGreaterThan(80);
    await expect.poll(() => gap(page)).toBe(12);
  }
});

test.describe('with reduced motion', () => {
  test.use({ contextOptions: { reducedMotion: 'reduce' } });
  test('nothing moves: no animation, no smooth scrolling', async ({ page, open }) => {
    await open({
      body: '<div style="height:3000px"></div><button id="target">New</button><div style="height:3000px"></div>',
    });
    const seen = await page.evaluate(async () => {
      parts.show({ step: { spotlight: {} } });
      const root = document.querySelector('shirube-tooltip')?.shadowRoot;
      while (!root?.childElementCount) await new Promise(requestAnimationFrame);
      const y = scrollY;
      for (let frame = 0; frame < 5; frame++) await new Promise(requestAnimationFrame);
      // Firefox ends a scroll on whole device pixels.
      return { scrolled: y > 1000 && Math.abs(scrollY - y) <= 1, animations: root?.getAnimations().length };
    });
    expect(seen).toEqual({ scrolled: true, animations: 0 });
  });
});

test('start and end follow the direction of the language', async ({ page, open, show }) => {
  await open({ body: at('left:45%;top:100px;width:300px') });
  const target = await boxOf(page.locator('#target'));
  await show({ placement: 'bottom-start' });
  expect(Math.abs((await boxOf(card(page))).x - target.x)).toBeLessThan(1.5);
  await show({ placement: 'bottom-start', locale: 'ar' });
  const tip = await boxOf(card(page));
  expect(Math.abs(tip.x + tip.width - target.x - target.width)).toBeLessThan(1.5);
  await settled(page);
});
