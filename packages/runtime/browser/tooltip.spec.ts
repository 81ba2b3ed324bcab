import { boxOf, card, expect, inputs, test } from './harness/viewTest.ts';

const centred = '<button id="target" style="position:absolute;left:45%;top:45%;width:120px;height:40px">New</button>';

test('a tooltip stands beside its target, and its arrow points at it', async ({ page, open, show }) => {
  await open({ body: centred });
  for (const placement of ['top', 'bottom', 'left', 'right', 'bottom-start', 'top-end'] as const) {
    await show({ placement });
    const target = await boxOf(page.locator('#target'));
    const tip = await boxOf(card(page));
    const arrow = await boxOf(page.locator('[part=arrow]'));
    const at = { x: arrow.x + arrow.width / 2, y: arrow.y + arrow.height / 2 };
    const side = placement.split('-')[0];
    if (side === 'top') expect(tip.y + tip.height).toBeLessThanOrEqual(target.y);
    if (side === 'bottom') expect(tip.y).toBeGreaterThanOrEqual(target.y + target.height);
    if (side === 'left') expect(tip.x + tip.width).toBeLessThanOrEqual(target.x);
    if (side === 'right') expect(tip.x).toBeGreaterThanOrEqual(target.x + target.width);
    const vertical = side === 'top' || side === 'bottom';
    expect(vertical ? at.x : at.y).toBeGreaterThan(vertical ? target.x : target.y);
    expect(vertical ? at.x : at.y).toBeLessThan(vertical ? target.x + target.width : target.y + target.height);
  }
});

test('the buttons, the cross and Escape tell what was asked for', async ({ page, open, show }) => {
  await open({});
  await show();
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

test('only the main button of the mouse presses', async ({ page, open, show }) => {
  await open();
  await show();
  const next = page.getByRole('button', { name: 'Next' });
  await next.click({ button: 'middle' });
  await next.click({ button: 'right' });
  // Whatever these would do is done before what comes after them.
  await next.click();
  expect(await inputs(page)).toEqual([{ type: 'next' }]);
});
