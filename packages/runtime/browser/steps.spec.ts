import { expect } from '@playwright/test';
import { begin, heard, test, title } from './harness/runtimeTest.ts';
import { stepAt, tourOf } from './pages.ts';

test('of several visible elements that match, the step shows on the first, and one line on the console says so', async ({
  page,
  server,
}) => {
  const lines: string[] = [];
  page.on('console', (message) => lines.push(message.text()));
  await page.goto(`${server.url}/first`);
  await page.evaluate(() =>
    document
      .querySelector('main')
      ?.insertAdjacentHTML(
        'beforeend',
        '<p><button class="many" hidden>0</button></p><p><button class="many">1</button></p><p><button class="many">2</button></p>',
      ),
  );
  await begin(page, [tourOf('many', [stepAt('a', '.many', { placement: 'right' }), stepAt('b', '#one')])]);
  await expect(title(page, 'Title of a')).toBeVisible();
  const [card, first, second] = await Promise.all(
    [page.getByRole('dialog'), page.locator('.many').nth(1), page.locator('.many').nth(2)].map((it) =>
      it.boundingBox(),
    ),
  );
  const middle = (card?.y ?? 0) + (card?.height ?? 0) / 2;
  const away = (box: typeof card): number => Math.abs(middle - ((box?.y ?? 0) + (box?.height ?? 0) / 2));
  expect(away(first)).toBeLessThan(away(second));
  await page.getByRole('button', { name: 'Next' }).click();
  await expect(title(page, 'Title of b')).toBeVisible();
  const ours = lines.filter((line) => line.includes('[shirube]'));
  expect(ours).toHaveLength(1);
  for (const word of ['"many"', '"a"', '2 visible']) expect(ours[0]).toContain(word);
  expect(await heard(page)).not.toContain('target_missing');
});

test('an empty list of buttons means none; a step that is left to us has Next, unless it waits for what the user does', async ({
  page,
  server,
}) => {
  const plain = (id: string, more: object) => ({ ...stepAt(id, '#one', more), buttons: undefined, ...more });
  await page.goto(`${server.url}/first`);
  await begin(page, [
    tourOf('buttons', [
      plain('a', {}),
      plain('b', { advance: [{ on: 'delay', ms: 600_000 }] }),
      plain('c', { advance: [{ on: 'event', event: 'done' }] }),
      plain('d', { buttons: [], advance: [{ on: 'event', event: 'done' }] }),
      stepAt('e', '#one', { advance: [{ on: 'click' }] }),
    ]),
  ]);
  const seen = (stepId: string) =>
    expect
      .poll(() => page.evaluate((id) => window.heard.some((e) => e.type === 'step_viewed' && e.stepId === id), stepId))
      .toBe(true);
  const drawn = () => page.getByRole('dialog').locator('[part=buttons] button').allTextContents();
  await expect(title(page, 'Title of a')).toBeVisible();
  expect(await drawn()).toEqual(['Next']);
  await page.getByRole('button', { name: 'Next' }).click();
  await expect(title(page, 'Title of b')).toBeVisible();
  expect(await drawn()).toEqual(['Back', 'Next']);
  await page.getByRole('button', { name: 'Next' }).click();
  await seen('c');
  expect(await drawn()).toEqual(['Back']);
  // Nor does the key that presses Next say that it was done.
  await page.keyboard.press('ArrowRight');
  await page.evaluate(() => window.guide.track('done'));
  await seen('d');
  expect(await drawn()).toEqual([]);
  await page.evaluate(() => window.guide.track('done'));
  await expect(title(page, 'Title of e')).toBeVisible();
  expect(await drawn()).toEqual(['Back', 'Next']);
});
