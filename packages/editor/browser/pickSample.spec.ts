import type { PickHarness } from './fixtures/pickPage.ts';
import { expect, test } from './harness/pickTest.ts';

declare const harness: PickHarness;

const sample = (selector: string) => {
  const element = document.querySelector(selector);
  if (!element) throw new Error(`nothing is ${selector}`);
  return harness.sampleElement(element);
};

test('reads how an element looks: colours as they are seen, through transparent layers and colour spaces', async ({
  openPage,
}) => {
  const page = await openPage({
    body: `<div id="box"><button id="clear">a</button></div><button id="wide">b</button><button id="round">c</button><button id="half">d</button>`,
    css: `body { background: #fff } #box { background: rgb(0 0 0 / 50%) }
      #clear { background: transparent; color: rgb(255 0 0 / 50%); font: 15px Georgia, serif; border-radius: 6px }
      #wide { background: oklch(62.8% 0.2577 29.23); color: color(srgb 0 0.2 1) }
      #round { border-radius: 50%; width: 40px; height: 40px } #half { border-radius: 999px; width: 80px; height: 30px; background: rgb(18 52 86 / 50%) }`,
  });
  expect(await page.evaluate(sample, '#clear')).toEqual({
    color: '#bf4040',
    background: '#808080',
    radiusPx: 6,
    fontFamily: 'Georgia, serif',
    fontSizePx: 15,
  });
  expect(await page.evaluate(sample, '#wide')).toMatchObject({ color: '#0033ff', background: '#ff0000' });
  expect(await page.evaluate(sample, '#round')).toMatchObject({ radiusPx: 20 });
  expect(await page.evaluate(sample, '#half')).toMatchObject({ radiusPx: 15, background: '#899aab' });
});

for (const colorScheme of ['light', 'dark'] as const)
  for (const locale of ['en', 'ja'] as const)
    test(`draws the label so that it can be read, ${colorScheme}, ${locale}`, async ({ openPicker, page }) => {
      await page.emulateMedia({ colorScheme });
      const selectors = ['#stable', 'table', '.twin'];
      await openPicker(
        {
          body: '<button id="stable">Save</button><table><tr><td><p>1</p></td></tr></table><p class="twin">a</p><p class="twin">a</p>',
        },
        { locale },
      );
      for (const selector of selectors) {
        await page.locator(selector).first().hover();
        await expect(page.locator('#editor .rating')).toBeVisible();
        const pairs = await page.evaluate(() => {
          const root = harness.shadow.querySelector('div')?.shadowRoot;
          return [...(root?.querySelectorAll('.name, .kind, .word, .why') ?? [])].map((it) => {
            const { color, background } = harness.sampleElement(it);
            return { of: it.className, contrast: harness.contrastRatio(color, background) };
          });
        });
        expect(pairs.length).toBe(4);
        for (const { of, contrast } of pairs) expect(contrast, of).toBeGreaterThanOrEqual(4.5);
      }
    });
