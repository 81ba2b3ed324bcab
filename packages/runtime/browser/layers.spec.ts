import { boxOf, card, expect, inputs, test } from './harness/viewTest.ts';

const hostDialog = `<button id="outside">Outside</button><dialog id="host"><p>A dialog of the page</p><button id="target">Save</button><button id="other">Other</button></dialog>`;
const press = 'Next';

test('a step in a modal dialog of the page stands above it and can be used', async ({ page, open, show }) => {
  await open({ body: hostDialog });
  await page.evaluate(() => document.querySelector<HTMLDialogElement>('#host')?.showModal());
  await show();
  await page.getByRole('button', { name: press }).click();
  expect(await inputs(page)).toEqual([{ type: 'next' }]);
});

test('a dialog that the page opens during a step does not bury it', async ({ page, open, show }) => {
  await open({
    body: hostDialog.replace('id="target"', 'id="x"').replace('id="outside"', 'id="target"'),
  });
  await show();
  await page.evaluate(() => document.querySelector<HTMLDialogElement>('#host')?.showModal());
  await page.getByRole('button', { name: press }).click();
  await page.evaluate(() => document.querySelector<HTMLDialogElement>('#host')?.close());
  await page.getByRole('button', { name: press }).click();
  await page.evaluate(() => {
    document.querySelector<HTMLDialogElement>('#host')?.showModal();
  });
  await page.getByRole('button', { name: press }).click();
  await page.evaluate(() => document.querySelector('#host')?.remove());
  await page.getByRole('button', { name: press }).click();
  expect(await inputs(page)).toEqual([1, 2, 3, 4].map(() => ({ type: 'next' })));
});

test('a modal step comes up again above a dialog that the page opens', async ({ page, open, show }) => {
  await open({ body: hostDialog });
  await show({ step: { kind: 'modal' } });
  await page.evaluate(() => document.querySelector<HTMLDialogElement>('#host')?.showModal());
  await page.getByRole('button', { name: press }).click();
  await page.keyboard.press('Escape');
  expect(await inputs(page)).toEqual([{ type: 'next' }, { type: 'dismiss', via: 'escape' }]);
  await page.evaluate(() => parts.presenter.dispose());
  await page.locator('#other').click();
});

test('a step is on the screen also where the page is in full screen', async ({ page, open, show }) => {
  await open({ body: '<div id="stage" style="background:#fff"><button id="target">Play</button></div>' });
  await page.locator('#target').click();
  await page.evaluate(() => document.getElementById('stage')?.requestFullscreen());
  await show();
  await page.getByRole('button', { name: press }).click();
  await page.evaluate(() => document.exitFullscreen());
  await page.evaluate(() => document.getElementById('stage')?.requestFullscreen());
  await page.getByRole('button', { name: press }).click();
  expect(await inputs(page)).toEqual([{ type: 'next' }, { type: 'next' }]);
});

test('a page that replaces its own content does not take the step away', async ({ page, open, show }) => {
  await open({});
  await show({ step: { kind: 'modal' } });
  await page.evaluate(() => document.querySelector('shirube-modal')?.remove());
  await page.getByRole('button', { name: press }).click();
  expect(await inputs(page)).toEqual([{ type: 'next' }]);
});

test('a spotlight dims the page around the target, and the target can be used when it may be', async ({
  page,
  open,
  show,
}) => {
  await open({ body: '<button id="target" style="margin:80px">New</button><button id="other">Other</button>' });
  await page.evaluate(() =>
    document.addEventListener('click', ({ target }) => {
      document.title = (target as Element).id;
    }),
  );
  await show({ step: { spotlight: { interactive: true } } });
  await page.locator('#target').click();
  expect(await page.title()).toBe('target');
  const other = await boxOf(page.locator('#other'));
  await page.mouse.click(other.x + 5, other.y + 5);
  expect(await page.title()).not.toBe('other');
});

test('under a spotlight that is not interactive, and under a modal, no pointer reaches the page', async ({
  page,
  open,
  show,
}) => {
  await open({
    body: '<label for="box">Label</label><input type="checkbox" id="box"><button id="target">New</button>',
  });
  await page.evaluate(() =>
    document.addEventListener('click', () => {
      document.title = 'reached';
    }),
  );
  for (const step of [{ spotlight: {} }, { kind: 'modal' as const }]) {
    await show({ step });
    for (const place of ['#target', 'label', '#box']) {
      const { x, y } = await boxOf(page.locator(place));
      await page.mouse.click(x + 3, y + 3);
    }
  }
  await expect(page.locator('#box')).not.toBeChecked();
  expect(await inputs(page)).toEqual([]);
  expect(await page.title()).not.toBe('reached');
});

test("the page's hostile style sheet does not reach the step", async ({ page, open, show }) => {
  const css = `* { all: unset !important; } div { display: none !important } :empty { display: none !important } html > * { visibility: hidden !important; opacity: 0 !important }
    shirube-tooltip, dialog, button, h2 { display: none !important; position: static !important; font-size: 40px !important; transform: scale(3) !important }`;
  await open({});
  await show();
  const calm = await boxOf(card(page));
  await open({ css });
  await page.evaluate(() => {
    parts.show({ target: null });
  });
  await expect(card(page)).toBeVisible();
  const box = await boxOf(card(page));
  expect(Math.abs(box.height - calm.height)).toBeLessThan(2);
  await page.getByRole('button', { name: press }).click();
  expect(await inputs(page)).toEqual([{ type: 'next' }]);
});

test("a press on a step does not close the page's popover that its target is in", async ({ page, open, show }) => {
  await open({ body: '<div id="menu" popover><button id="target">Save</button></div>' });
  await page.evaluate(() => document.getElementById('menu')?.showPopover());
  await show();
  await page.getByRole('button', { name: press }).click();
  expect(await inputs(page)).toEqual([{ type: 'next' }]);
  await expect(page.locator('#menu')).toBeVisible();
  await page.evaluate(() => document.getElementById('menu')?.hidePopover());
  await expect.poll(() => inputs(page)).toEqual([{ type: 'next' }, { type: 'lost' }]);
});
