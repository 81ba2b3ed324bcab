import type { PlainView } from './harness/viewPage.ts';
import { card, expect, inputs, test } from './harness/viewTest.ts';

const fields = `<button id="target">New</button><input id="text"><input id="range" type="range" value="50"><div id="rich" contenteditable="true">a</div>
  <select id="select"><option>a<option>b</select><div id="tab" role="tab" tabindex="0">Tab</div>`;

test('the arrow keys press the buttons, and Escape dismisses', async ({ page, open, show }) => {
  await open({ body: fields });
  await show();
  for (const key of ['ArrowRight', 'ArrowLeft', 'Escape']) await page.keyboard.press(key);
  expect(await inputs(page)).toEqual([{ type: 'next' }, { type: 'back' }, { type: 'dismiss', via: 'escape' }]);
});

test('in a language written from right to left, the arrow keys are the other way round', async ({
  page,
  open,
  show,
}) => {
  await open();
  await show({ locale: 'he' });
  for (const key of ['ArrowRight', 'ArrowLeft']) await page.keyboard.press(key);
  expect(await inputs(page)).toEqual([{ type: 'back' }, { type: 'next' }]);
});

test("an arrow key does what the author's own button does, and nothing where there is none", async ({
  page,
  open,
  show,
}) => {
  await open();
  await show({
    step: { buttons: [{ id: 'go', action: 'next', label: {} }] },
    buttons: [{ id: 'go', label: 'Go on', style: 'primary' }],
  });
  for (const key of ['ArrowRight', 'ArrowLeft']) await page.keyboard.press(key);
  expect(await inputs(page)).toEqual([{ type: 'button', id: 'go' }]);
});

test('no key is taken from someone who types, slides, picks or composes', async ({ page, open, show }) => {
  await open({ body: fields });
  await show({ dismissible: false });
  for (const field of ['#text', '#range', '#rich', '#select', '#tab']) {
    await page.locator(field).focus();
    for (const key of ['ArrowRight', 'ArrowLeft', 'Enter']) await page.keyboard.press(key);
  }
  await page.locator('#target').focus();
  for (const key of ['Shift+ArrowRight', 'Control+ArrowRight', 'Alt+ArrowRight']) await page.keyboard.press(key);
  await page.evaluate(() =>
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', isComposing: true, bubbles: true })),
  );
  expect(await inputs(page)).toEqual([]);
});

test('a key that the page has used itself is left alone', async ({ page, open, show }) => {
  await open();
  await show();
  await page.evaluate(() => document.addEventListener('keydown', (event) => event.preventDefault()));
  for (const key of ['ArrowRight', 'Escape']) await page.keyboard.press(key);
  expect(await inputs(page)).toEqual([]);
});

test('the first step does not go back, and a step that cannot be dismissed stays', async ({ page, open, show }) => {
  await open();
  await show({ canGoBack: false, dismissible: false, step: { kind: 'modal' } });
  for (const key of ['ArrowLeft', 'Escape', 'Escape']) await page.keyboard.press(key);
  await expect(card(page)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Close' })).toHaveCount(0);
  expect(await inputs(page)).toEqual([]);
});

for (const [name, view] of Object.entries({
  'a modal': { step: { kind: 'modal' } },
  'a spotlight': { step: { spotlight: {} } },
} satisfies Record<string, PlainView>)) {
  test(`${name} keeps its keys from the page's shortcuts`, async ({ page, open, show }) => {
    await open();
    await page.evaluate(() => {
      document.title = '';
      document.addEventListener('keydown', ({ key }) => {
        document.title += key;
      });
    });
    await show(view);
    for (const key of ['j', 'Tab', 'x']) await page.keyboard.press(key);
    expect(await page.title()).toBe('');
  });
}
