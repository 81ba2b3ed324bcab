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
