import { boxOf, expect, inputs, test } from './harness/viewTest.ts';

const banner = { kind: 'banner' } as const;

test('a banner lies along the whole edge that was asked for', async ({ page, open, show }) => {
  await page.setViewportSize({ width: 1000, height: 700 });
  await open({});
  const strip = page.getByRole('region', { name: 'Start here' });
  await show({ step: banner });
  expect(await boxOf(strip)).toMatchObject({ x: 8, y: 8, width: 984 });
  await show({ step: { ...banner, position: 'bottom' } });
  const { x, y, width, height } = await boxOf(strip);
  expect([x, y + height, width]).toEqual([8, 692, 984]);
  await page.getByRole('button', { name: 'Next' }).click();
  expect(await inputs(page)).toEqual([{ type: 'next' }]);
});
