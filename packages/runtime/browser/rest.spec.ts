import type { Page } from '@playwright/test';
import { boxOf, card, expect, test } from './harness/viewTest.ts';

const host = {
  css: 'body{margin:0} .room{height:3000px}',
  body: '<div style="height:200px"></div><div style="height:300px;overflow:auto" id="inner"><div style="height:120px"></div><button id="target">New</button><div class="room"></div></div><div class="room"></div>',
};
/** Counts from now on how often the page lays out and makes styles. */
const counting = async (page: Page): Promise<() => Promise<{ readonly layouts: number; readonly styles: number }>> => {
  const client = await page.context().newCDPSession(page);
  await client.send('Performance.enable');
  return async () => {
    const { metrics } = await client.send('Performance.getMetrics');
    const of = (wanted: string): number => metrics.find(({ name }) => name === wanted)?.value ?? Number.NaN;
    return { layouts: of('LayoutCount'), styles: of('RecalcStyleCount') };
  };
};
/** More frames than it takes a step to go to sleep. */
const asleep = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    for (let frame = 0; frame < 12; frame++) await new Promise(requestAnimationFrame);
  });

for (const [name, step] of Object.entries({
  'a plain step': {},
  'a step with a spotlight': { spotlight: { interactive: true } },
})) {
  test(`${name} on a page that does not move costs nothing: it asks for no frame, lays nothing out, makes no styles`, async ({
    page,
    open,
    show,
    browserName,
  }) => {
    test.skip(browserName !== 'chromium', 'only the developer tools of Chromium count layouts');
    await open(host);
    await show({ step });
    await asleep(page);
    const counts = await counting(page);
    const before = await counts();
    const asked = await page.evaluate(async () => {
      const real = requestAnimationFrame;
      let asked = 0;
      globalThis.requestAnimationFrame = (callback) => {
        asked++;
        return real(callback);
      };
      for (let frame = 0; frame < 20; frame++) await new Promise(real);
      globalThis.requestAnimationFrame = real;
      return asked;
    });
    expect(asked).toBe(0);
    expect(await counts()).toEqual(before);
  });
}

test('a step that follows its scrolled target lays nothing out', async ({ page, open, show, browserName }) => {
  test.skip(browserName !== 'chromium', 'only the developer tools of Chromium count layouts');
  await open(host);
  await show({ placement: 'bottom' });
  await asleep(page);
  const distance = async (): Promise<number> =>
    Math.round((await boxOf(card(page))).y - (await boxOf(page.locator('#target'))).y);
  const [rest, { y }] = [await distance(), await boxOf(card(page))];
  const counts = await counting(page);
  const before = await counts();
  await page.evaluate(async () => {
    for (let frame = 0; frame < 20; frame++) {
      scrollBy(0, 3);
      document.querySelector('#inner')?.scrollBy(0, 2);
      await new Promise(requestAnimationFrame);
    }
  });
  const { layouts } = await counts();
  expect(layouts).toBe(before.layouts);
  await asleep(page);
  expect(await distance()).toBe(rest);
  expect((await boxOf(card(page))).y).toBe(y - 100);
});

test('the first frame that has the card already shows something of it', async ({ page, open }) => {
  await open(host);
  const opacity = await page.evaluate(async () => {
    parts.show();
    for (;;) {
      await new Promise(requestAnimationFrame);
      const card = document.querySelector('shirube-tooltip')?.shadowRoot?.querySelector('[part=card]');
      if (card) return Number(getComputedStyle(card).opacity);
    }
  });
  expect(opacity).toBeGreaterThan(0);
});
