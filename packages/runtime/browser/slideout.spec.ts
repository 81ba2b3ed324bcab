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
