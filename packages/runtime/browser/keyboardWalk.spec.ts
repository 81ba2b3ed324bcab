import type { Locator, Page } from '@playwright/test';
import { answerElsewhere, host, MEDIA, present, type SurfaceName } from './harness/everySurface.ts';
import { expect, inputs, settled, test } from './harness/viewTest.ts';

/** A key, and what has the focus after it: a role and a name. `page`: nothing has. */
type Move = readonly [key: string, stop: string];
const forward = (...stops: readonly string[]): readonly Move[] => stops.map((stop) => ['Tab', stop]);
const backward = (...stops: readonly string[]): readonly Move[] => stops.map((stop) => ['Shift+Tab', stop]);

const [BEFORE, TARGET, AFTER] = ['button Before', 'button Export', 'button After'] as const;
const [BACK, NEXT, CLOSE] = ['button Back', 'button Next', 'button Close'] as const;
const STEP = 'dialog Start here';
const TIP = 'button Show tip: Start here';

/** What someone presses who begins on the page's button before the target; the way back; and where the focus is when the step has gone. */
const WALKS: Readonly<Partial<Record<SurfaceName, { readonly moves: readonly Move[]; readonly end: string }>>> = {
  tooltip: {
    moves: [
      ...forward(TARGET, BACK, NEXT, CLOSE, AFTER),
      ...backward(TARGET),
      ...forward(BACK),
      ...backward(TARGET, BEFORE),
      ...forward(TARGET, BACK),
    ],
    end: TARGET,
  },
  'a spotlight on a target that can be used': {
    moves: [['', STEP], ...forward(BACK, NEXT, CLOSE, TARGET, BACK), ...backward(TARGET, CLOSE, NEXT)],
    end: BEFORE,
  },
  'a spotlight': { moves: [['', STEP], ...forward(BACK, NEXT, CLOSE, BACK), ...backward(CLOSE)], end: BEFORE },
  modal: { moves: [['', STEP], ...backward(CLOSE, NEXT, BACK, CLOSE), ...forward(BACK)], end: BEFORE },
  slideout: {
    moves: [['F6', STEP], ...forward(BACK, NEXT, CLOSE), ...backward(NEXT), ['F6', BEFORE], ['F6', STEP]],
    end: BEFORE,
  },
  banner: {
    moves: [['F6', 'region Start here'], ...forward(BACK, NEXT, CLOSE), ['F6', BEFORE], ['F6', 'region Start here']],
    end: BEFORE,
  },
  'a closed hotspot': {
    moves: [
      ...forward(TARGET, `button New – Show tip: Start here`, AFTER),
      ...backward(TARGET, BEFORE),
      ['F6', `button New – Show tip: Start here`],
      ['F6', BEFORE],
      ...forward(TARGET, `button New – Show tip: Start here`),
    ],
    end: TARGET,
  },
  'an open hotspot': {
    moves: [
      ['', TIP],
      ...forward(BACK, NEXT, CLOSE, AFTER),
      ...backward(TARGET),
      ...forward(TIP, BACK),
      ['Escape', TIP],
      ['Enter', TIP],
      ...forward(BACK),
    ],
    end: TIP,
  },
  'a picture, a list and a link': {
    moves: [
      ...forward(TARGET, 'link Read on', BACK, NEXT, CLOSE, AFTER),
      ...backward(TARGET),
      ...forward('link Read on'),
    ],
    end: TARGET,
  },
  'a video': {
    moves: [...forward(TARGET, 'button Play video: A short look', 'link Open on YouTube', BACK, NEXT, CLOSE, AFTER)],
    end: AFTER,
  },
};

const stopOf = (page: Page, stop: string): Locator => {
  const [role, name] = [stop.slice(0, stop.indexOf(' ')), stop.slice(stop.indexOf(' ') + 1)];
  return page.getByRole(role as 'button', { name, exact: true });
};

/** The ring of what has the focus: its width in px, and its contrast with what it is drawn on. */
const ringOf = (stop: Locator): Promise<{ readonly width: number; readonly contrast: number }> =>
  stop.evaluate((element) => {
    const luminance = (color: string): number => {
      const [r = 0, g = 0, b = 0] = (color.match(/[\d.]+/g) ?? []).map((it) => {
        const share = Number(it) / 255;
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const card = element.parentElement?.closest('[part=card]');
    const [ring, ground] = [getComputedStyle(element), getComputedStyle(card ?? document.body).backgroundColor];
    const [one, other] = [luminance(ring.outlineColor), luminance(ground)];
    return {
      width: ring.outlineStyle === 'none' ? 0 : Number.parseFloat(ring.outlineWidth),
      contrast: (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05),
    };
  });

for (const [name, { moves, end }] of Object.entries(WALKS)) {
  test(`by keyboard alone, everything is reached and left, with the focus in sight: ${name}`, async ({
    page,
    open,
    show,
  }) => {
    await answerElsewhere(page);
    await open(host);
    await page.keyboard.press('Tab');
    await expect(stopOf(page, BEFORE)).toBeFocused();
    await present(page, show, name as SurfaceName);
    for (const [index, [key, stop]] of moves.entries()) {
      if (key) await page.keyboard.press(key);
      await expect(stopOf(page, stop), `after ${index} ${key}`).toBeFocused();
      // A dialog that has taken the whole page needs no ring to be found.
      if (/Before|Export|After/.test(stop) || (stop === STEP && !key)) continue;
      for (const media of MEDIA) {
        await page.emulateMedia(media);
        const { width, contrast } = await ringOf(stopOf(page, stop));
        expect(width, `${stop} ${JSON.stringify(media)}`).toBeGreaterThanOrEqual(2);
        expect(contrast, `${stop} ${JSON.stringify(media)}`).toBeGreaterThanOrEqual(3);
      }
    }
    await page.evaluate(() => parts.presenter.dispose());
    if (end === TIP) await expect(stopOf(page, TARGET)).toBeFocused();
    else await expect(stopOf(page, end)).toBeFocused();
  });

  test(`Enter and Space press once: ${name}`, async ({ page, open, show }) => {
    await page.clock.install();
    await answerElsewhere(page);
    await open(host);
    await present(page, show, name as SurfaceName);
    const labels = [
      [BACK, { type: 'back' }],
      [NEXT, { type: 'next' }],
      [CLOSE, { type: 'dismiss', via: 'close' }],
    ] as const;
    const wanted: object[] = [];
    const buttons = labels.filter(() => name !== 'a closed hotspot');
    for (const [label, input] of buttons) {
      for (const key of ['Enter', 'Space']) {
        await stopOf(page, label).press(key);
        // What follows late, when no click came.
        await page.clock.runFor(1000);
        wanted.push(input);
      }
    }
    expect((await inputs(page)).filter((it) => 'type' in it && it.type !== 'opened')).toEqual(wanted);
  });
}

test('from step to step the focus stays in the tour, in sight, and ends where the person left the page', async ({
  page,
  open,
  show,
}) => {
  await open(host);
  await show();
  for (const stop of [BEFORE, TARGET, BACK, NEXT]) {
    await page.keyboard.press('Tab');
    await expect(stopOf(page, stop)).toBeFocused();
  }
  for (const kind of ['tooltip', 'slideout', 'banner', 'tooltip'] as const) {
    await show({ step: { kind } });
    const card = page.locator('[part=card]');
    await expect(card).toBeFocused();
    expect((await ringOf(card)).width).toBeGreaterThanOrEqual(2);
  }
  await page.evaluate(() => parts.presenter.dispose());
  await expect(stopOf(page, TARGET)).toBeFocused();
});

test('a link that looks like a button is pressed by Enter, not by Space', async ({ page, open, show }) => {
  await page.clock.install();
  await answerElsewhere(page);
  await open(host);
  await show({
    step: { buttons: [{ id: 'docs', action: 'link', href: 'https://a.example', label: {} }] },
    buttons: [{ id: 'docs', label: 'Read on', style: 'primary', href: 'https://a.example' }],
  });
  await stopOf(page, 'link Read on').press('Space');
  await page.clock.runFor(1000);
  expect(await inputs(page)).toEqual([]);
  await stopOf(page, 'link Read on').press('Enter');
  await page.clock.runFor(1000);
  expect(await inputs(page)).toEqual([{ type: 'button', id: 'docs' }]);
});

const long = {
  type: 'paragraph' as const,
  content: [{ type: 'text' as const, text: 'One more sentence. '.repeat(200) }],
};
for (const [name, view] of Object.entries({
  tooltip: {},
  'a spotlight': { step: { spotlight: {} } },
  modal: { step: { kind: 'modal' } },
  slideout: { step: { kind: 'slideout' } },
  banner: { step: { kind: 'banner' } },
} as const)) {
  test(`a text that is longer than the screen can be read to its end by keyboard: ${name}`, async ({
    page,
    open,
    show,
  }) => {
    await open({ ...host, body: '<main><h1>Invoices</h1><button id="target">Export</button></main>' });
    await page.keyboard.press('Tab');
    await show({ ...view, content: { title: 'Start here', body: { type: 'doc', content: [long] } } });
    if (name === 'slideout' || name === 'banner') await page.keyboard.press('F6');
    await page.keyboard.press('Tab');
    const text = page.locator('[part=card] .scroll');
    await expect(text).toBeFocused();
    expect((await ringOf(text)).width).toBeGreaterThanOrEqual(2);
    await page.keyboard.press('End');
    await expect
      .poll(() => text.evaluate((it) => Math.round(it.scrollHeight - it.clientHeight - it.scrollTop)))
      .toBeLessThanOrEqual(1);
    await page.keyboard.press('Tab');
    await expect(stopOf(page, BACK)).toBeFocused();
    await settled(page);
  });
}
