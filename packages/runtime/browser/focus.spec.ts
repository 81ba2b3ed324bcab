import type { Page } from '@playwright/test';
import { card, expect, inputs, test } from './harness/viewTest.ts';

const form = `<a href="#x" id="before">Before</a><button id="target">New</button><a href="#y" id="after">After</a><input id="typing">`;

/** The name of what has the focus, through shadow roots. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    let active = document.activeElement;
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
    return active?.id || active?.getAttribute('aria-label') || active?.textContent?.trim() || '';
  });
const tabs = async (page: Page, key: string, times: number): Promise<readonly string[]> => {
  const names: string[] = [];
  for (let time = 0; time < times; time++) {
    await page.keyboard.press(key);
    names.push(await focused(page));
  }
  return names;
};

test('a tooltip does not take the focus from someone who is typing, and is announced', async ({ page, open, show }) => {
  await open({ body: form });
  await page.locator('#typing').focus();
  await show();
  await page.keyboard.type('hello');
  await expect(page.locator('#typing')).toHaveValue('hello');
  await expect(page.getByRole('status')).toHaveText('Start here Make your first invoice. Step 2 of 3');
});

test('Tab leads from the button that is pointed at into the tooltip, and on behind it', async ({
  page,
  open,
  show,
}) => {
  await open({ body: form });
  await show();
  await page.locator('#target').focus();
  expect(await tabs(page, 'Tab', 4)).toEqual(['Back', 'Next', 'Close', 'after']);
  await page.locator('#target').focus();
  await page.keyboard.press('Tab');
  expect(await tabs(page, 'Shift+Tab', 2)).toEqual(['target', 'before']);
});

test('from a form field that is pointed at, Tab goes to the next field', async ({ page, open, show }) => {
  await open({ body: '<input id="target"><input id="second">' });
  await show();
  await page.locator('#target').focus();
  expect(await tabs(page, 'Tab', 1)).toEqual(['second']);
});

test('a modal takes the focus, keeps it and gives it back', async ({ page, open, show }) => {
  await open({ body: form });
  await page.locator('#typing').focus();
  await show({ step: { kind: 'modal' } });
  await expect(card(page)).toBeFocused();
  expect(await tabs(page, 'Tab', 4)).toEqual(['Back', 'Next', 'Close', 'Back']);
  await page.evaluate(() => parts.presenter.dispose());
  expect(await focused(page)).toBe('typing');
});

test('the first Shift+Tab in a modal wraps to its end', async ({ page, open, show }) => {
  await open({ body: form });
  await show({ step: { kind: 'modal' } });
  expect(await tabs(page, 'Shift+Tab', 4)).toEqual(['Close', 'Next', 'Back', 'Close']);
});

test('under a spotlight, Tab goes round the step and the target that the person may use', async ({
  page,
  open,
  show,
}) => {
  await open({ body: form });
  await page.locator('#before').focus();
  await show({ step: { spotlight: { interactive: true } } });
  expect(await tabs(page, 'Tab', 5)).toEqual(['Back', 'Next', 'Close', 'target', 'Back']);
  expect(await tabs(page, 'Shift+Tab', 2)).toEqual(['target', 'Close']);
  await page.evaluate(() => document.getElementById('typing')?.focus());
  expect(await focused(page)).toBe('Close');
});

test('under a spotlight that is not interactive, neither keyboard nor script reaches the target', async ({
  page,
  open,
  show,
}) => {
  await open({ body: form });
  await show({ step: { spotlight: {} } });
  expect(await tabs(page, 'Tab', 4)).toEqual(['Back', 'Next', 'Close', 'Back']);
  await page.evaluate(() => document.getElementById('target')?.focus());
  expect(await focused(page)).toBe('Back');
});

test('the focus stays in the tour from step to step, and returns at the end to where it was', async ({
  page,
  open,
  show,
}) => {
  await open({ body: form });
  await page.locator('#typing').focus();
  await show({ step: { kind: 'modal' } });
  await show();
  await expect(card(page)).toBeFocused();
  await page.evaluate(() => parts.presenter.dispose());
  expect(await focused(page)).toBe('typing');
});

test("two traps do not fight: the page's own modal keeps the focus", async ({ page, open, show }) => {
  await open({
    body: `${form}<div role="dialog" aria-modal="true" id="trap"><button id="inside">Inside</button></div>`,
  });
  await page.evaluate(() =>
    document.addEventListener('focusin', ({ target }) => {
      const trap = document.getElementById('trap');
      if (!trap?.contains(target as Node)) document.getElementById('inside')?.focus();
    }),
  );
  await show({ step: { spotlight: { interactive: true } } });
  expect(await focused(page)).toBe('inside');
  await page.getByRole('button', { name: 'Next' }).click();
  expect(await inputs(page)).toEqual([{ type: 'next' }]);
});
