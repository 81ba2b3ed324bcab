import type { Locator, Page } from '@playwright/test';
import { boxOf, card, expect, inputs, test } from './harness/viewTest.ts';

const hotspot = { kind: 'hotspot' } as const;
const body =
  '<main><h1>Invoices</h1><p style="margin:80px"><button id="before">Before</button> <button id="target" style="width:120px;height:40px">Export</button> <button id="after">After</button></p></main>';

test('a beacon opens its tip, and a press on it, Escape, or a press elsewhere closes the tip again', async ({
  page,
  open,
  show,
}) => {
  await open({ body });
  await show({ step: hotspot });
  const beacon = page.getByRole('button', { name: 'Show tip: Start here' });
  await expect(beacon).toHaveAttribute('aria-expanded', 'false');
  await expect(card(page)).toHaveCount(0);
  await beacon.click();
  await expect(card(page)).toBeVisible();
  await expect(beacon).toHaveAttribute('aria-expanded', 'true');
  await beacon.click();
  await expect(card(page)).toHaveCount(0);
  await beacon.click();
  await page.keyboard.press('Escape');
  await expect(card(page)).toHaveCount(0);
  await beacon.click();
  await page.locator('h1').click();
  await expect(card(page)).toHaveCount(0);
  await expect(beacon).toBeVisible();
  expect(await inputs(page)).toEqual([1, 2, 3].map(() => ({ type: 'opened' })));
  await beacon.click();
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByRole('button', { name: 'Close' }).click();
  expect((await inputs(page)).slice(4)).toEqual([{ type: 'next' }, { type: 'dismiss', via: 'close' }]);
});

test('a beacon stands at its corner of the target, and leaves the target free', async ({ page, open, show }) => {
  await open({ body });
  const target = await boxOf(page.locator('#target'));
  for (const [locale, position, right, bottom] of [
    ['en', 'top-end', true, false],
    ['en', 'bottom-start', false, true],
    ['ar', 'top-end', false, false],
  ] as const) {
    await show({ locale, step: { ...hotspot, beacon: { position } } });
    const beacon = await boxOf(page.locator('shirube-hotspot').getByRole('button'));
    expect(Math.min(beacon.width, beacon.height)).toBeGreaterThanOrEqual(24);
    const x = right ? target.x + target.width - beacon.x : beacon.x + beacon.width - target.x;
    const y = bottom ? target.y + target.height - beacon.y : beacon.y + beacon.height - target.y;
    // To whole pixels of the screen.
    for (const over of [x, y]) expect(Math.abs(over - 8)).toBeLessThan(1);
    await page.locator('#target').click({ trial: true });
  }
});

/** The name of what has the focus, through shadow roots. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    let active = document.activeElement;
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
    return active?.id || active?.getAttribute('aria-label') || active?.textContent?.trim() || '';
  });
const tabs = async (page: Page, keys: readonly string[]): Promise<readonly string[]> => {
  const names: string[] = [];
  for (const key of keys) {
    await page.keyboard.press(key);
    names.push(await focused(page));
  }
  return names;
};
const beaconOf = (page: Page): Locator => page.locator('shirube-hotspot').getByRole('button');

test('Tab leads from the target to the beacon, into its open tip, and on behind the target', async ({
  page,
  open,
  show,
}) => {
  await open({ body });
  await show({ step: hotspot, canGoBack: false });
  const name = 'Show tip: Start here';
  await page.locator('#target').focus();
  expect(await tabs(page, ['Tab', 'Tab', 'Shift+Tab'])).toEqual([name, 'after', 'target']);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(card(page)).toBeVisible();
  expect(await focused(page)).toBe(name);
  expect(await tabs(page, ['Tab', 'Tab', 'Tab'])).toEqual(['Next', 'Close', 'after']);
  await beaconOf(page).focus();
  expect(await tabs(page, ['Tab', 'Shift+Tab', 'Shift+Tab'])).toEqual(['Next', name, 'target']);
});

test('Escape inside the tip returns to the beacon; F6 leads there and back', async ({ page, open, show }) => {
  await open({ body });
  await show({ step: hotspot, canGoBack: false });
  await page.locator('#before').focus();
  await page.keyboard.press('F6');
  await expect(beaconOf(page)).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Escape');
  await expect(card(page)).toHaveCount(0);
  await expect(beaconOf(page)).toBeFocused();
  expect(await inputs(page)).toEqual([{ type: 'opened' }]);
  await page.keyboard.press('F6');
  expect(await focused(page)).toBe('before');
});

test('a closed beacon leaves the keys to the page, and says its name, and how to get there, once it is on the screen', async ({
  page,
  open,
  show,
}) => {
  await open({ body });
  await show({ step: hotspot, locale: 'ja' });
  for (const key of ['Escape', 'ArrowRight', 'ArrowLeft']) await page.keyboard.press(key);
  expect(await inputs(page)).toEqual([]);
  await expect(page.getByRole('status')).toHaveText(
    'ヒントを表示: Start here F6 キーで移動し、もう一度押すと戻ります。',
  );
});

test('the beacon has gone while its target is scrolled away or covered, and was seen only when it could be', async ({
  page,
  open,
}) => {
  await open({
    body: `<div id="box" style="height:200px;overflow:auto"><p style="height:400px">Above</p><button id="target">Export</button><p style="height:400px">Below</p></div>
      <div id="cover" role="dialog" aria-label="Cover" style="position:fixed;inset:0;background:#fff" hidden>A dialog</div>
      <dialog id="modal"><button>OK</button></dialog>`,
  });
  await page.evaluate(() => {
    parts.inputs.length = 0;
    parts.show({ step: { kind: 'hotspot' } });
  });
  await expect(beaconOf(page)).toHaveCount(0);
  await expect(page.locator('shirube-hotspot')).toBeAttached();
  const scrollTo = (top: number): Promise<void> =>
    page.locator('#box').evaluate((box, to) => box.scrollTo({ top: to, behavior: 'instant' }), top);
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  expect(await page.evaluate(() => parts.inputs)).toEqual([]);
  await scrollTo(300);
  await expect(beaconOf(page)).toBeVisible();
  await page.waitForFunction(() => parts.inputs.some(({ type }) => type === 'viewed'));
  await beaconOf(page).click();
  await expect(card(page)).toBeVisible();
  await scrollTo(0);
  await expect(beaconOf(page)).toHaveCount(0);
  await expect(card(page)).toHaveCount(0);
  await scrollTo(300);
  await expect(beaconOf(page)).toBeVisible();
  await page.locator('#cover').evaluate((it) => it.removeAttribute('hidden'));
  await expect(beaconOf(page)).toHaveCount(0);
  await page.locator('#cover').evaluate((it) => it.setAttribute('hidden', ''));
  await expect(beaconOf(page)).toBeVisible();
  await page.locator('#modal').evaluate((it) => (it as HTMLDialogElement).showModal());
  await expect(beaconOf(page)).toHaveCount(0);
  await page.locator('#modal').evaluate((it) => (it as HTMLDialogElement).close());
  await expect(beaconOf(page)).toBeVisible();
  expect(await page.evaluate(() => parts.inputs.map(({ type }) => type))).toEqual(['viewed', 'opened']);
});

test('the beacon follows its target, and goes over to the element that takes its place', async ({
  page,
  open,
  show,
}) => {
  await open({ body });
  await show({ step: hotspot });
  const before = await boxOf(beaconOf(page));
  await page.locator('p').evaluate((it) => {
    it.style.marginTop = '180px';
  });
  await expect.poll(async () => Math.round((await boxOf(beaconOf(page))).y - before.y)).toBe(100);
  await page.locator('#target').evaluate((it) => it.replaceWith(it.cloneNode(true)));
  await beaconOf(page).click();
  await expect(card(page)).toBeVisible();
  expect(await inputs(page)).toEqual([{ type: 'opened' }]);
});

test('a target that is replaced by one that is still moving in throws nothing into the page', async ({
  page,
  open,
  show,
}) => {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  await open({ body });
  await show({ step: hotspot });
  await page.locator('#target').evaluate(async (old) => {
    const next = old.cloneNode(true) as HTMLElement;
    old.replaceWith(next);
    await next.animate({ translate: ['-100px', '0'] }, 300).finished;
  });
  await beaconOf(page).click();
  await expect(card(page)).toBeVisible();
  expect(errors).toEqual([]);
});

test('Escape inside the tip closes it also where the tour cannot be dismissed', async ({ page, open, show }) => {
  await open({ body });
  await show({ step: hotspot, dismissible: false });
  await beaconOf(page).click();
  await page.getByRole('button', { name: 'Next' }).focus();
  await page.keyboard.press('Escape');
  await expect(card(page)).toHaveCount(0);
  await expect(beaconOf(page)).toBeFocused();
  expect(await inputs(page)).toEqual([{ type: 'opened' }]);
});

test('what the target does moves on also while the tip is closed, once', async ({ page, open, show }) => {
  await open({ body });
  await show({ step: { ...hotspot, advance: [{ on: 'click' }] } });
  await page.locator('#target').click();
  expect(await inputs(page)).toEqual([{ type: 'advance', via: 'click' }]);
  await show({ step: { ...hotspot, advance: [{ on: 'click' }] } });
  await beaconOf(page).click();
  await expect(card(page).getByRole('button', { name: 'Next' })).toHaveCount(0);
  await page.locator('#target').click();
  expect(await inputs(page)).toEqual([{ type: 'opened' }, { type: 'advance', via: 'click' }]);
});

test('a beacon and its tip write nothing to the page, move nothing of it, and leave nothing behind', async ({
  page,
  open,
  show,
}) => {
  await open({ body });
  const before = await page.content();
  await page.evaluate(() => {
    Object.assign(window, { shifts: [] });
    new PerformanceObserver((list) =>
      (window as unknown as { shifts: unknown[] }).shifts.push(...list.getEntries()),
    ).observe({ type: 'layout-shift' });
  });
  await show({ step: hotspot });
  await beaconOf(page).click();
  await expect(card(page)).toBeVisible();
  const ours = await page.evaluate(() => {
    const copy = document.documentElement.cloneNode(true) as Element;
    for (const it of copy.querySelectorAll('shirube-hotspot,shirube-tooltip')) it.remove();
    return `<!DOCTYPE html>${copy.outerHTML}`;
  });
  expect(ours).toBe(before);
  await page.evaluate(() => parts.presenter.dispose());
  expect(await page.content()).toBe(before);
  // What follows an act of the person is no shift that surprises them: the arrow of the tip that they opened finds its place.
  const shifts = await page.evaluate(() => (window as unknown as { shifts: { hadRecentInput: boolean }[] }).shifts);
  expect(shifts.filter(({ hadRecentInput }) => !hadRecentInput)).toEqual([]);
});

test.describe('on a small touch screen', () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 320, height: 568 } });
  test('the beacon can be touched on 44 pixels, is whole on the screen, and leaves its target free', async ({
    page,
    open,
    show,
  }) => {
    for (const place of ['right:0;top:0', 'right:8px;top:200px', 'left:0;bottom:0']) {
      await open({
        body: `<button id="target" style="position:absolute;width:100px;height:40px;${place}">New</button>`,
      });
      await show({ step: hotspot });
      const { x, y, width, height } = await boxOf(beaconOf(page));
      expect(Math.min(width, height)).toBeGreaterThanOrEqual(44);
      expect(Math.min(x, y, 320 - x - width, 568 - y - height)).toBeGreaterThanOrEqual(0);
      await page.locator('#target').click({ trial: true });
      await beaconOf(page).tap();
      await expect(card(page)).toBeVisible();
    }
  });
});

test.describe('where motion is not wanted', () => {
  test.use({ contextOptions: { reducedMotion: 'reduce' } });
  test('nothing of a beacon moves', async ({ page, open, show }) => {
    await open({ body });
    await show({ step: hotspot });
    expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
  });
});

test('a beacon calls once: nothing loops', async ({ page, open, show }) => {
  await open({ body });
  await page.evaluate(() => parts.show({ step: { kind: 'hotspot' } }));
  await expect(beaconOf(page)).toBeVisible();
  const times = await page.evaluate(() =>
    (document.querySelector('shirube-hotspot')?.shadowRoot?.getAnimations() ?? []).map(
      (it) => it.effect?.getComputedTiming().iterations,
    ),
  );
  expect(times.length).toBeGreaterThan(0);
  expect(new Set(times)).toEqual(new Set([1]));
  await show({ step: hotspot, opened: true });
  await expect(beaconOf(page)).toHaveAttribute('part', 'beacon opened');
});
