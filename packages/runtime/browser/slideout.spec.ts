import { boxOf, card, expect, inputs, test } from './harness/viewTest.ts';

const slideout = { kind: 'slideout' } as const;

test('a slideout stands in the corner that was asked for, in the direction of the text', async ({
  page,
  open,
  show,
}) => {
  await page.setViewportSize({ width: 1000, height: 700 });
  await open({});
  const corners = {
    'top-start': ['left', 'top'],
    'top-end': ['right', 'top'],
    start: ['left', 'middle'],
    end: ['right', 'middle'],
    'bottom-start': ['left', 'bottom'],
    'bottom-end': ['right', 'bottom'],
  } as const;
  for (const locale of ['en', 'ar'] as const) {
    for (const [position, [side, edge]] of Object.entries(corners)) {
      await show({ locale, step: { ...slideout, position: position as keyof typeof corners } });
      const box = await boxOf(card(page));
      const left = (side === 'left') === (locale === 'en');
      expect(Math.round(left ? box.x : 1000 - box.x - box.width), `${locale} ${position}`).toBe(8);
      const middle = Math.abs(box.y + box.height / 2 - 350);
      if (edge === 'middle') expect(middle).toBeLessThan(1);
      else expect(Math.round(edge === 'top' ? box.y : 700 - box.y - box.height)).toBe(8);
    }
  }
});

test('its buttons, its cross and Escape tell what was asked for', async ({ page, open, show }) => {
  await open({});
  await show({ step: slideout });
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByRole('button', { name: 'Back' }).click();
  await page.getByRole('button', { name: 'Close' }).click();
  await page.keyboard.press('Escape');
  expect(await inputs(page)).toEqual([
    { type: 'next' },
    { type: 'back' },
    { type: 'dismiss', via: 'close' },
    { type: 'dismiss', via: 'escape' },
  ]);
});

test('it takes no focus from someone who is typing, keeps off their field, and is announced', async ({
  page,
  open,
  show,
}) => {
  await page.setViewportSize({ width: 1000, height: 700 });
  await open({
    body: '<input id="field" aria-label="Field" style="position:fixed;right:20px;bottom:20px"><input id="other" aria-label="Other">',
  });
  await page.locator('#field').focus();
  await show({ step: slideout });
  await page.keyboard.type('hello');
  await expect(page.locator('#field')).toHaveValue('hello');
  expect(Math.round((await boxOf(card(page))).y)).toBe(8);
  await page.locator('#other').focus();
  await expect
    .poll(async () => {
      const { y, height } = await boxOf(card(page));
      return Math.round(y + height);
    })
    .toBe(692);
  await expect(page.getByRole('status')).toHaveText(
    'Start here Make your first invoice. Step 2 of 3 Press F6 to go there and back.',
  );
});

test('F6 leads into it and back, and keys of the page are left to the page', async ({ page, open, show }) => {
  await open({ body: '<button id="target">New</button><input id="field" aria-label="Field">' });
  await show({ step: slideout });
  await page.locator('#field').focus();
  for (const key of ['Escape', 'ArrowRight']) await page.keyboard.press(key);
  await page.locator('#target').focus();
  await page.keyboard.press('ArrowRight');
  expect(await inputs(page)).toEqual([]);
  await page.keyboard.press('F6');
  await expect(card(page)).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('F6');
  await expect(page.locator('#target')).toBeFocused();
  expect(await inputs(page)).toEqual([{ type: 'next' }]);
});

test('it is never above a dialog of the page, and comes back when that closes', async ({ page, open, show }) => {
  await open({ body: '<button id="target">New</button><dialog id="modal"><button>OK</button></dialog>' });
  await show({ step: slideout });
  await page.locator('#modal').evaluate((it) => (it as HTMLDialogElement).showModal());
  await expect(card(page)).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(page.locator('#modal')).toBeHidden();
  await expect(card(page)).toBeVisible();
  expect(await inputs(page)).toEqual([]);
});

test('it comes from the edge where it stands', async ({ page, open }) => {
  await open({});
  for (const [locale, sign] of [
    ['en', 1],
    ['ar', -1],
  ] as const) {
    await page.evaluate((it) => parts.show({ locale: it, step: { kind: 'slideout' } }), locale);
    await expect(card(page)).toBeAttached();
    expect(await card(page).evaluate((it) => getComputedStyle(it).getPropertyValue('--_from'))).toBe(
      `${24 * sign}px 0`,
    );
    const timing = await card(page).evaluate((it) => getComputedStyle(it).animationDuration);
    expect(timing).toBe('0.18s');
  }
});

test.describe('on a small touch screen', () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 320, height: 568 } });
  test('it is as wide as the screen, clear of the bar that the app has there, and every button can be touched', async ({
    page,
    open,
    show,
  }) => {
    await open({
      body: '<main>Text</main><nav style="position:fixed;inset:auto 0 0;height:56px;background:#fff">Tabs</nav>',
    });
    const long = { type: 'text' as const, text: 'A long sentence that goes on. '.repeat(60) };
    await show({
      step: slideout,
      content: { title: 'Long', body: { type: 'doc', content: [{ type: 'paragraph', content: [long] }] } },
    });
    const { x, y, width, height } = await boxOf(card(page));
    expect([x, width]).toEqual([8, 304]);
    expect(y).toBeGreaterThanOrEqual(8);
    expect(Math.round(y + height)).toBe(504);
    for (const button of await card(page).getByRole('button').all()) {
      const size = await boxOf(button);
      expect(Math.min(size.width, size.height)).toBeGreaterThanOrEqual(44);
    }
    await page.getByRole('button', { name: 'Next' }).tap();
    expect(await inputs(page)).toEqual([{ type: 'next' }]);
  });
});
