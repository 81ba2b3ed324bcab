import type { Page } from '@playwright/test';
import { expect, label, test } from './harness/pickTest.ts';

/** ms of the main thread for one move of the pointer, of which a frame has 16. */
const MOVE_MS = 8;
/** On a machine that is busy with something else a move in a small page takes longer, too; one in a page ten times as large so much longer at most. */
const GROWTH = 4;

/** A page with five elements in each row. */
const withRows = (rows: number) => ({
  body: `<main>${Array.from(
    { length: rows },
    (_, index) =>
      `<div class="row"><span>${index}</span><b>Item ${index}</b><i></i><a href="/item/${index}">Open</a></div>`,
  ).join('')}</main>`,
  css: '.row { display: flex; gap: 8px; height: 24px }',
});

/** Median of what the picker takes of a frame in which the pointer moved, ms. */
const moveMs = async (page: Page): Promise<number> => {
  await page.mouse.move(40, 40);
  await expect(label(page)).toBeVisible();
  await page.evaluate(() => {
    const original = requestAnimationFrame;
    const taken: number[] = [];
    // The picker's turn in each frame is timed, from when it asks for its next one on.
    globalThis.requestAnimationFrame = (callback) =>
      original((at) => {
        const start = performance.now();
        callback(at);
        taken.push(performance.now() - start);
      });
    Object.assign(globalThis, { taken });
  });
  for (let step = 0; step < 60; step++) await page.mouse.move(40 + (step % 7) * 20, 40 + step * 10);
  const taken = ((await page.evaluate('taken')) as number[]).toSorted((a, b) => a - b);
  expect(taken.length).toBeGreaterThan(30);
  return taken[Math.floor(taken.length / 2)] ?? 0;
};

test('a move of the pointer takes less than 8 ms in a page of 10,000 elements, and grows little with the page', async ({
  openPicker,
}) => {
  const small = await moveMs(await openPicker(withRows(200)));
  const large = await moveMs(await openPicker(withRows(2000)));
  expect(large).toBeLessThan(Math.max(MOVE_MS, GROWTH * small));
});
