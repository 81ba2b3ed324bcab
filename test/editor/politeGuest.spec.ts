import { expect } from '@playwright/test';
import { recording } from './author.ts';
import { test } from './guestTest.ts';

/** The editor leaves the app as it is: nothing of what is done in it is seen, changed or left behind. */

/** Hears every type of event that a browser knows, on the window and the document, after everyone else. */
const listening = `
globalThis.heard = [];
globalThis.changes = [];
addEventListener('DOMContentLoaded', () => {
  const names = new Set(['focusin', 'focusout', 'compositionstart', 'compositionupdate', 'compositionend', 'textInput', 'DOMActivate', 'pointerrawupdate']);
  for (const of of [HTMLElement.prototype, Document.prototype, window]) for (const name in of) if (name.startsWith('on')) names.add(name.slice(2));
  for (const type of names) document.body.parentElement.addEventListener(type, (event) => {
    if (String(event.target.localName).startsWith('shirube')) heard.push(type + ' ' + event.target.localName);
  });
  new MutationObserver((records) => {
    for (const { type, target, attributeName, addedNodes, removedNodes } of records) {
      const nodes = [...addedNodes, ...removedNodes];
      if (target.closest?.('[data-shirube], shirube-editor') || nodes.length > 0 && nodes.every((node) => String(node.localName).startsWith('shirube-'))) continue;
      if (String(target.localName).startsWith('shirube-')) continue;
      changes.push(type + ' ' + target.localName + ' ' + (attributeName ?? nodes.map((node) => node.localName)));
    }
  }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
});`;

test('a whole round of authoring is neither heard nor felt by the app', async ({ guest, page, context }) => {
  await guest.openSignedIn({ early: listening });
  await guest.record('#new-invoice', 'Begin here');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Some words');
  await page.keyboard.press('Control+A');
  await page.keyboard.press('Control+C');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Control+V');
  await page.keyboard.press('Control+X');
  const input = await context.newCDPSession(page);
  await input.send('Input.imeSetComposition', { text: 'にほ', selectionStart: 2, selectionEnd: 2 });
  await input.send('Input.insertText', { text: '日本' });
  await expect(guest.card).toContainText('日本');
  await page.locator('#archive').click();
  await expect(guest.title).toBeFocused();
  await page.keyboard.type('Then here');
  const tiles = guest.editor.locator('[data-step] .tile');
  await expect(tiles).toHaveCount(2);
  await tiles.first().dragTo(tiles.last());
  await expect(tiles.last()).toHaveAccessibleName(/Begin here/);
  const name = guest.editor.getByRole('textbox', { name: 'Name of the tour' });
  await name.dblclick();
  await page.keyboard.press('Control+X');
  await page.keyboard.press('Control+V');
  await page.mouse.wheel(0, 50);
  for (const panel of await guest.editor.locator('.panels [data-open]').all()) {
    await panel.click();
    await panel.hover();
  }
  await guest.editor.getByRole('button', { name: 'Keyboard shortcuts' }).click();
  await page.keyboard.press('Escape');
  await guest.editor.getByRole('button', { name: /^Undo/ }).click({ button: 'right' });
  await guest.editor.getByRole('button', { name: /^Undo/ }).click();
  await guest.saved();
  await guest.close();
  expect([...new Set(await page.evaluate<string[]>('heard'))]).toEqual([]);
  expect(await page.evaluate('changes')).toEqual([]);
});

test('takes no focus when it opens, gives it back when it closes, and keeps what is typed in the app where it is', async ({
  guest,
  page,
}) => {
  const early = `addEventListener('DOMContentLoaded', () => document.querySelector('#search').focus());`;
  await guest.openSignedIn({ early });
  const search = page.locator('#search');
  await expect(search).toBeFocused();
  await page.keyboard.type('acme');
  await expect(search).toHaveValue('acme');
  await guest.editor.getByRole('button', { name: 'New tour' }).click();
  await recording(page);
  await guest.editor.getByRole('textbox', { name: 'Name of the tour' }).fill('Search');
  await guest.close();
  await expect(search).toBeFocused();
});

/** Tells which listeners on the window, the document and the root were added by the editor's own script, and are there still. */
const counting = `
globalThis.listeners = [];
const add = EventTarget.prototype.addEventListener, remove = EventTarget.prototype.removeEventListener;
const captureOf = (options) => typeof options === 'object' ? !!options?.capture : !!options;
const isPages = (it) => it === window || it === document || it === document.documentElement || it === document.body || it === globalThis.navigation;
EventTarget.prototype.addEventListener = function (type, listener, options) {
  if (isPages(this ?? window) && /\\/editor\\//.test(new Error().stack) && !options?.signal?.aborted) {
    const entry = { on: this ?? window, type, listener, capture: captureOf(options) };
    listeners.push(entry);
    if (options?.signal) add.call(options.signal, 'abort', () => { listeners = listeners.filter((it) => it !== entry); });
  }
  return add.call(this ?? window, type, listener, options);
};
EventTarget.prototype.removeEventListener = function (type, listener, options) {
  listeners = listeners.filter((it) => !(it.on === (this ?? window) && it.type === type && it.listener === listener && it.capture === captureOf(options)));
  return remove.call(this ?? window, type, listener, options);
};
globalThis.named = () => Object.getOwnPropertyNames(globalThis).sort();`;

test('closing leaves no element, listener, name or entry behind, and a reload does not open it again', async ({
  guest,
  page,
}) => {
  const url = guest.app.page({ early: counting });
  await page.goto(url);
  await page.evaluate(() => history.replaceState({ mine: 1 }, '', '?tab=open&shirube=edit#list'));
  const before = await page.evaluate(() => ({ html: document.documentElement.outerHTML, length: history.length }));
  const names = await page.evaluate<string[]>('named()');
  await page.reload();
  await guest.signIn();
  await guest.record();
  await guest.saved();
  expect(await page.evaluate<number>('listeners.length')).toBeGreaterThan(0);
  const ended = page.waitForResponse(
    (answer) => answer.url().endsWith('/v1/editor-tokens/current') && answer.status() === 204,
  );
  await guest.close();
  await ended;
  const after = await page.evaluate(() => ({ html: document.documentElement.outerHTML, length: history.length }));
  expect(after).toEqual(before);
  await expect.poll(() => page.evaluate(`listeners.map(({ type, on }) => type + ' ' + on)`)).toEqual([]);
  // Libraries of the editor that an app may have as well tell each other that they are there.
  const more = (await page.evaluate<string[]>('named()')).filter((name) => !names.includes(name));
  expect(more.filter((name) => !/^(lit|reactiveElement|__zod_)/.test(name))).toEqual([]);
  expect(page.url()).toBe(`${url}?tab=open#list`);
  expect(await page.evaluate('[history.state, document.title, Object.keys(sessionStorage), document.cookie]')).toEqual([
    { mine: 1 },
    'Strict app',
    [],
    '',
  ]);
  await page.reload();
  await expect(page.locator('#new-invoice')).toBeVisible();
  await expect(guest.editor).toHaveCount(0);
});
