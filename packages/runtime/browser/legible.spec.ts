import type { Page } from '@playwright/test';
import { answerElsewhere, host, NAMES, present } from './harness/everySurface.ts';
import { boxOf, expect, settled, test } from './harness/viewTest.ts';

/** What cannot be read or reached: text cut off inside its box, or what lies outside its card or the screen and cannot be scrolled to. */
const cutOff = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const found: string[] = [];
    const roots = [...document.querySelectorAll('*')].flatMap((it) => it.shadowRoot ?? []);
    for (const element of roots.flatMap((root) => [...root.querySelectorAll<HTMLElement>('[part],p,li,span')])) {
      if (
        element.closest('[role=status],.unseen,[part=arrow],[part=overlay],iframe') ||
        element.matches('iframe,[part=mark]')
      )
        continue;
      if (!element.checkVisibility({ visibilityProperty: true })) continue;
      const name = `${element.getAttribute('part') ?? element.localName} ${element.textContent?.trim().slice(0, 20)}`;
      const { overflow } = getComputedStyle(element);
      if (
        overflow === 'hidden' &&
        (element.scrollWidth > element.clientWidth || element.scrollHeight > element.clientHeight + 1)
      )
        found.push(`cut: ${name}`);
      const box = element.getBoundingClientRect();
      const scroll = element.parentElement?.closest('.scroll');
      const frame = scroll ?? element.parentElement?.closest('[part=card]');
      const outer = frame?.getBoundingClientRect() ?? new DOMRect(0, 0, innerWidth, innerHeight);
      if (box.left < outer.left - 1 || box.right > outer.right + 1) found.push(`beside: ${name}`);
      if (!scroll && (box.top < outer.top - 1 || box.bottom > outer.bottom + 1)) found.push(`above or below: ${name}`);
    }
    for (const scroll of roots.flatMap((root) => [...root.querySelectorAll('.scroll')])) {
      // Two lines at least, to read by.
      if (scroll.scrollHeight > scroll.clientHeight + 1 && scroll.clientHeight < 40)
        found.push(`no room to read: ${scroll.clientHeight} px`);
    }
    return found;
  });

const SPACED = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
  p { margin-block-end: 2em !important; }`;

for (const name of NAMES) {
  test(`nothing is cut off where letters, words and lines are spaced out, or the page is enlarged to 200 % and 400 %: ${name}`, async ({
    page,
    open,
    show,
  }) => {
    await answerElsewhere(page);
    await open(host);
    const found: string[] = [];
    for (const locale of ['en', 'ja', 'ar'] as const) {
      // 1280 by 1024 as it is, at 200 % and at 400 %.
      for (const [width, height] of [
        [1280, 1024],
        [640, 512],
        [320, 256],
      ] as const) {
        await page.setViewportSize({ width, height });
        await present(page, show, name, locale);
        const note = async (how: string): Promise<void> => {
          found.push(...(await cutOff(page)).map((it) => `${locale} ${width} px ${how}: ${it}`));
        };
        await note('plain');
        if (width !== 640) continue;
        await page.evaluate((css) => {
          const sheet = new CSSStyleSheet();
          sheet.replaceSync(css);
          for (const { shadowRoot } of document.querySelectorAll('*'))
            if (shadowRoot) shadowRoot.adoptedStyleSheets = [...shadowRoot.adoptedStyleSheets, sheet];
        }, SPACED);
        await settled(page);
        await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
        await note('spaced out');
      }
    }
    expect(found).toEqual([]);
  });
}

for (const [input, least, use] of [
  ['a mouse', 24, {}],
  ['a finger', 44, { hasTouch: true, isMobile: true, viewport: { width: 360, height: 740 } }],
] as const) {
  test.describe(input, () => {
    test.use(use);
    for (const name of NAMES) {
      test(`everything that can be pressed has room for ${input}: ${name}`, async ({ page, open, show }) => {
        await answerElsewhere(page);
        await open(host);
        const element = await present(page, show, name);
        const small: string[] = [];
        // A link in the middle of a sentence is as high as the sentence.
        for (const button of await element.locator('button, a:not([part=link])').all()) {
          const { width, height } = await boxOf(button);
          if (Math.min(width, height) < least) small.push(`${await button.textContent()} ${width} × ${height}`);
        }
        expect(small).toEqual([]);
      });
    }
  });
}

test('a banner with a long text stays inside its card, also on a wide screen', async ({ page, open, show }) => {
  await open(host);
  const text = 'One more sentence. '.repeat(200);
  await show({
    step: { kind: 'banner' },
    content: {
      title: 'Start here',
      body: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] },
    },
  });
  expect(await cutOff(page)).toEqual([]);
});

test('a long label of a beacon can be read to its end', async ({ page, open, show }) => {
  await open(host);
  for (const beaconLabel of [
    'Thirty letters, all to be read',
    '三十文字まで書けるので、最後まで読めることが大切なのです。',
  ]) {
    await show({ step: { kind: 'hotspot' }, beaconLabel });
    expect(await cutOff(page)).toEqual([]);
  }
});

test.describe('with a finger, from right to left', () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 360, height: 740 } });
  test('the cross lies beside the title, not on it', async ({ page, open, show }) => {
    await open(host);
    for (const locale of ['en', 'ar']) {
      await show({ locale, content: { title: 'A title that is longer than one line of the card can be '.repeat(2) } });
      const [title, cross] = [await boxOf(page.locator('[part=title]')), await boxOf(page.locator('[part=close]'))];
      const padding = 28;
      if (locale === 'en') expect(cross.x).toBeGreaterThanOrEqual(title.x + title.width - padding);
      else expect(cross.x + cross.width).toBeLessThanOrEqual(title.x + padding);
    }
  });
});
