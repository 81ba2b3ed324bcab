import { expect, type Locator } from '@playwright/test';
import { recording } from './author.ts';
import { test } from './guestTest.ts';

/** What an app does to whatever is on its pages must not reach the editor. */

const plainCss =
  'body { font: 16px/1.5 sans-serif; margin: 24px } main { display: grid; gap: 16px; justify-items: start }';
const hostileCss = `${plainCss}
  *, *::before, *::after { all: unset !important; }
  div:empty, shirube-editor, p { display: none !important; opacity: 0 !important; }
  html * { visibility: hidden !important; filter: blur(2px) !important; }
  button { transform: rotate(3deg) !important; letter-spacing: 1em !important; }
  :root { --ink: red; --surface: lime; --line: red; font-size: 40px; direction: rtl; }
  shirube-editor { zoom: 3 !important; position: static !important; pointer-events: none !important; }
  @keyframes arrive { from { opacity: 0; transform: rotate(180deg); } }`;

/** Draws nothing of what still moves. */
const shotOf = async (of: Locator): Promise<Buffer> => {
  await of.evaluate((element) => {
    for (const animation of element.getAnimations({ subtree: true })) animation.finish();
  });
  return of.screenshot({ animations: 'disabled' });
};

test('looks the same under the most hostile style sheet, on a page from right to left', async ({ guest }) => {
  await guest.openSignedIn();
  const card = guest.editor.locator('.side-card');
  const wanted = await shotOf(card);
  await guest.openSignedIn({ css: hostileCss, attributes: 'dir="rtl"' });
  expect((await shotOf(card)).equals(wanted)).toBe(true);
});

test('covers the window and points at the right place in an app that is zoomed', async ({ guest, page }) => {
  await guest.openSignedIn({ css: `${plainCss} html { zoom: 1.25 }` });
  await guest.record();
  const dock = await guest.editor.locator('.dock').boundingBox();
  const view = page.viewportSize();
  expect((dock?.x ?? 0) + (dock?.width ?? 0)).toBeLessThanOrEqual(view?.width ?? 0);
  expect((dock?.y ?? 0) + (dock?.height ?? 0)).toBeLessThanOrEqual(view?.height ?? 0);
});

/** Registers the listeners that an app may have, before Shirube is there. */
const shortcuts = `
globalThis.heard = [];
for (const [name, target] of [['document', document], ['window', window]]) for (const capture of [false, true]) {
  if (name === 'window' && capture) continue;
  for (const type of ['keydown', 'keypress', 'keyup']) target.addEventListener(type, (event) => {
    heard.push(type + ' ' + event.key + ' ' + event.target.localName);
    if (event.target.localName !== 'input' && /^[a-z ]$|Enter|Escape/.test(event.key)) event.preventDefault();
  }, { capture });
}`;

test('what is typed in the editor and in a step is typed, whatever keys the app takes for itself', async ({
  guest,
  page,
}) => {
  await guest.openSignedIn({ early: shortcuts });
  await guest.record('#new-invoice', 'go home');
  const name = guest.editor.getByRole('textbox', { name: 'Name of the tour' });
  await name.fill('');
  await name.pressSequentially('ask for jkl');
  await expect(name).toHaveValue('ask for jkl');
  await guest.editor.getByRole('button', { name: 'Audience' }).press('Enter');
  await expect(guest.editor.locator('[data-panel=aim]')).toBeVisible();
  const heard = await page.evaluate<string[]>('heard');
  expect(heard.filter((line) => line.includes('shirube'))).toEqual([]);
});

/** As focus-trap, Radix, Headless UI and MUI do it, at once. */
const trap = `
addEventListener('DOMContentLoaded', () => {
  const inside = document.querySelector('#search');
  const isInside = (element) => element === inside;
  const pull = (event) => { if (!isInside(event.target)) { event.stopImmediatePropagation(); inside.focus(); } };
  document.addEventListener('focusin', pull, true);
  document.addEventListener('focusin', pull);
  document.addEventListener('focusout', (event) => { if (event.relatedTarget && !isInside(event.relatedTarget)) inside.focus(); });
  for (const type of ['mousedown', 'pointerdown', 'touchstart', 'click']) document.addEventListener(type, (event) => {
    if (isInside(event.target)) return;
    event.preventDefault(); event.stopImmediatePropagation();
  }, true);
  document.addEventListener('keydown', (event) => { if (event.key === 'Tab') { event.preventDefault(); inside.focus(); } }, true);
  inside.focus();
});`;

test('the editor can be used while the app traps the focus', async ({ guest, page }) => {
  await guest.openSignedIn({ early: trap });
  await guest.record();
  const name = guest.editor.getByRole('textbox', { name: 'Name of the tour' });
  await name.click();
  await expect(name).toBeFocused();
  await page.keyboard.press('End');
  await page.keyboard.type(' now');
  await expect(name).toHaveValue(/ now$/);
  await page.keyboard.press('Tab');
  await expect(guest.editor.locator('.modes button').first()).toBeFocused();
  await guest.title.click();
  await page.keyboard.press('End');
  await page.keyboard.type(' and go on');
  await expect(guest.title).toHaveText('Begin here and go on');
});

const swallower = `
for (const type of ['click', 'keydown', 'keyup', 'mousedown', 'mouseup', 'dblclick'])
  addEventListener(type, (event) => event.stopImmediatePropagation(), true);`;

test('a click that the app swallows on the window, before the editor can hear it, presses the button all the same', async ({
  guest,
}) => {
  await guest.openSignedIn({ early: swallower });
  await guest.editor.getByRole('button', { name: 'New tour' }).click();
  await recording(guest.page);
  await expect(guest.editor.locator('.dock')).toBeVisible();
  await guest.editor.getByRole('button', { name: 'Navigate', exact: true }).click();
  await expect(guest.editor.getByRole('button', { name: 'Navigate', exact: true })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
});

test('comes back when the app takes it out, and lets an app live that does so for ever', async ({ guest, page }) => {
  await guest.openSignedIn();
  await guest.record();
  await page.evaluate(() => document.querySelector('shirube-editor')?.remove());
  await expect(guest.editor.locator('.dock')).toBeVisible();
  await page.evaluate(() => document.querySelector('shirube-editor')?.removeAttribute('popover'));
  await guest.editor.getByRole('button', { name: 'All tours' }).click();
  await expect(guest.editor.getByRole('heading', { name: 'Tours' })).toBeVisible();
  await page.evaluate(() => {
    new MutationObserver(() => document.querySelector('html > shirube-editor')?.remove()).observe(
      document.documentElement,
      {
        childList: true,
      },
    );
    document.querySelector('shirube-editor')?.remove();
  });
  // It would never answer if the two were at it still.
  expect(await page.evaluate('1 + 1')).toBe(2);
});

for (const when of ['before', 'after'] as const) {
  test(`is usable with a modal dialog that the app opened ${when} the editor, and when it has closed`, async ({
    guest,
    page,
  }) => {
    const early = `addEventListener('DOMContentLoaded', () => document.querySelector('#dialog').showModal());`;
    await guest.openSignedIn(when === 'before' ? { early } : {});
    if (when === 'after') await page.evaluate(() => document.querySelector<HTMLDialogElement>('#dialog')?.showModal());
    await guest.record('#in-dialog');
    await page.evaluate(() => document.querySelector<HTMLDialogElement>('#dialog')?.close());
    await guest.editor.getByRole('button', { name: 'All tours' }).click();
    await expect(guest.editor.getByRole('heading', { name: 'Tours' })).toBeVisible();
  });
}

/** As a chat does that always wants to be on top. */
const pushy = `
addEventListener('DOMContentLoaded', () => {
  const chat = Object.assign(document.createElement('div'), { popover: 'manual', textContent: 'Chat' });
  document.body.append(chat);
  chat.showPopover();
  document.addEventListener('toggle', ({ target, newState }) => {
    if (target === chat || newState !== 'open') return;
    chat.hidePopover();
    chat.showPopover();
  }, true);
});`;

test('does not fight for ever with a popover of the app that comes on top whenever another one does', async ({
  guest,
  page,
}) => {
  await guest.openSignedIn({ early: pushy });
  const shown = await page.evaluate(async () => {
    let times = 0;
    document.addEventListener('toggle', () => times++, { capture: true });
    for (const start = performance.now(); performance.now() - start < 1500; ) await new Promise(requestAnimationFrame);
    return times;
  });
  expect(shown).toBeLessThan(200);
  await guest.record();
});

test('comes with what fills the screen, and above a popover of the app', async ({ guest, page }) => {
  const body = `<div id="stage">Stage <button type="button" id="inside">Inside</button></div>
    <div id="sheet" popover="manual">A sheet over everything</div>`;
  await guest.openSignedIn({
    body,
    css: '#sheet { inset: 0; width: 100vw; height: 100vh }',
    early: `addEventListener('DOMContentLoaded', () => document.querySelector('#inside').addEventListener('click', () => document.querySelector('#stage').requestFullscreen()))`,
  });
  await page.locator('#inside').click();
  await expect(page.locator('#stage shirube-editor')).toHaveCount(1);
  await guest.editor.getByRole('button', { name: 'New tour' }).click();
  await recording(page);
  await page.evaluate(() => document.exitFullscreen());
  await expect(page.locator('html > shirube-editor')).toHaveCount(1);
  await page.evaluate(() => document.querySelector<HTMLElement>('#sheet')?.showPopover());
  await guest.editor.getByRole('button', { name: 'All tours' }).click();
  await expect(guest.editor.getByRole('heading', { name: 'Tours' })).toBeVisible();
});
