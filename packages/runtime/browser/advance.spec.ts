import type { Page } from '@playwright/test';
import type { PlainView } from './harness/viewPage.ts';
import { card, expect, inputs, test } from './harness/viewTest.ts';

const on = (...advance: NonNullable<NonNullable<PlainView['step']>['advance']>): PlainView => ({ step: { advance } });
const click = [{ type: 'advance', via: 'click' }];
const input = [{ type: 'advance', via: 'input' }];
const run = (page: Page, script: () => void): Promise<void> => page.evaluate(script);

test('a click on a child of the target counts, also where the page stops it, and reaches the page', async ({
  page,
  open,
  show,
}) => {
  await open({ body: '<button id="target"><span id="child">New</span></button>' });
  await run(page, () => {
    document.getElementById('child')?.addEventListener('click', (event) => {
      event.stopImmediatePropagation();
      document.title = 'clicked';
    });
  });
  await show(on({ on: 'click' }));
  await page.locator('#child').click();
  expect(await inputs(page)).toEqual(click);
  expect(await page.title()).toBe('clicked');
});

test('a click elsewhere does not count, and a second one is not counted again', async ({ page, open, show }) => {
  await open({ body: '<button id="target">New</button><button id="other">Other</button>' });
  await show(on({ on: 'click' }));
  await page.locator('#other').click();
  expect(await inputs(page)).toEqual([]);
  await page.locator('#target').click();
  await page.locator('#target').click();
  expect(await inputs(page)).toEqual(click);
});

test('a target that leaves at the press is counted once', async ({ page, open, show }) => {
  await open({ body: '<div><button id="target">New</button></div>' });
  await run(page, () =>
    document.getElementById('target')?.addEventListener('pointerdown', ({ target }) => (target as Element).remove()),
  );
  await show(on({ on: 'click' }));
  await page.locator('#target').hover();
  await page.mouse.down();
  await page.mouse.up();
  await expect.poll(() => inputs(page)).toEqual(click);
});

test('a click on another element may be what the step waits for, also in a modal step of none', async ({
  page,
  open,
  show,
}) => {
  await open({ body: '<button id="target">New</button><button id="other">Other</button>' });
  await show(on({ on: 'click', target: { selectors: ['#other'] } }));
  await page.locator('#target').click();
  expect(await inputs(page)).toEqual([]);
  await page.locator('#other').click();
  expect(await inputs(page)).toEqual(click);
});

test('an input counts when it is finished, not at its first letter, and not when it is empty', async ({
  page,
  open,
  show,
}) => {
  await open({ body: '<input id="target"><input id="other">' });
  await show(on({ on: 'input' }));
  await page.locator('#target').focus();
  await page.locator('#other').focus();
  await page.locator('#target').pressSequentially('Aiko');
  expect(await inputs(page)).toEqual([]);
  await page.locator('#other').focus();
  expect(await inputs(page)).toEqual(input);
});

test('an input with a comparison counts as soon as the value is right', async ({ page, open, show }) => {
  await open({
    body: '<input id="target"><input id="number" type="number"><label><input type="checkbox" id="box">Yes</label><div id="rich" contenteditable="true"></div>',
  });
  await show(on({ on: 'input', op: 'startsWith', value: 'Ai' }));
  await page.locator('#target').pressSequentially('A');
  expect(await inputs(page)).toEqual([]);
  await page.locator('#target').pressSequentially('i');
  expect(await inputs(page)).toEqual(input);
  await show(on({ on: 'input', target: { selectors: ['#number'] }, op: 'gte', value: 10 }));
  await page.locator('#number').pressSequentially('9');
  expect(await inputs(page)).toEqual([]);
  await page.locator('#number').pressSequentially('9');
  expect(await inputs(page)).toEqual(input);
  await show(on({ on: 'input', target: { selectors: ['#box'] }, op: 'eq', value: true }));
  await page.locator('#box').check();
  expect(await inputs(page)).toEqual(input);
  await show(on({ on: 'input', target: { selectors: ['#rich'] }, op: 'contains', value: 'ok' }));
  await page.locator('#rich').pressSequentially('ok');
  expect(await inputs(page)).toEqual(input);
});

test('a delay counts only the time in which the page is on the screen', async ({ page, open }) => {
  await page.clock.install();
  await open({});
  await page.clock.pauseAt(Date.now() + 60_000);
  await page.evaluate(
    (view) => {
      parts.show(view);
    },
    on({ on: 'delay', ms: 3000 }),
  );
  await expect(card(page)).toBeVisible();
  await page.clock.runFor(1000);
  const hide = (state: string): Promise<void> =>
    page.evaluate((it) => {
      Object.defineProperty(document, 'visibilityState', { value: it, configurable: true });
      document.dispatchEvent(new Event('visibilitychange'));
    }, state);
  await hide('hidden');
  await page.clock.runFor(60_000);
  expect(await inputs(page)).toEqual([]);
  await hide('visible');
  await page.clock.runFor(1900);
  expect(await inputs(page)).toEqual([]);
  await page.clock.runFor(200);
  expect(await inputs(page)).toEqual([{ type: 'advance', via: 'delay' }]);
});

test('after a step is closed, the page can do what it likes', async ({ page, open, show }) => {
  await open({});
  await show(on({ on: 'click' }, { on: 'delay', ms: 1 }));
  await expect.poll(() => inputs(page)).toEqual([{ type: 'advance', via: 'delay' }]);
  await show(on({ on: 'click' }));
  await run(page, () => parts.presenter.dispose());
  await page.locator('#target').click();
  await page.keyboard.press('Escape');
  expect(await inputs(page)).toEqual([]);
});

test('a step is seen only when the page is on the screen', async ({ page, open }) => {
  await open({});
  await run(page, () => {
    Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
    parts.show();
  });
  await page.evaluate(async () => {
    for (let frame = 0; frame < 5; frame++) await new Promise(requestAnimationFrame);
  });
  expect(await page.evaluate(() => parts.inputs)).toEqual([]);
  await run(page, () => {
    Object.defineProperty(document, 'visibilityState', { value: 'visible', configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
    document.dispatchEvent(new Event('visibilitychange'));
  });
  await expect.poll(() => page.evaluate(() => parts.inputs)).toEqual([{ type: 'viewed' }]);
});

test('a target that is rendered again is followed at once; one that leaves is reported, and its overlay goes', async ({
  page,
  open,
  show,
}) => {
  await open({ body: '<div id="app"><button id="target" style="margin:50px">New</button></div>' });
  await show({ placement: 'bottom', step: { spotlight: { interactive: true }, advance: [{ on: 'click' }] } });
  await run(page, () => {
    const app = document.getElementById('app');
    if (app)
      app.replaceChildren(
        Object.assign(document.createElement('button'), { id: 'target', textContent: 'New', style: 'margin:150px' }),
      );
  });
  const top = (): Promise<number | undefined> =>
    page.evaluate(
      () =>
        document.querySelector('shirube-tooltip')?.shadowRoot?.querySelector('[part=card]')?.getBoundingClientRect()
          .top,
    );
  const bottom = await page.locator('#target').evaluate((it) => it.getBoundingClientRect().bottom);
  await expect.poll(async () => Math.round(((await top()) ?? 0) - bottom)).toBe(20);
  expect(await inputs(page)).toEqual([]);
  await run(page, () => document.getElementById('target')?.style.setProperty('display', 'none'));
  await expect.poll(() => inputs(page)).toEqual([{ type: 'lost' }]);
  await expect(page.locator('shirube-tooltip')).toHaveCount(0);
});
