import { begin, button, card, expect, frames, seen, stepAt, test, told, tourOf } from './harness/situation.ts';

const body = '<main id="app"><button id="one">One</button> <button id="two">Two</button></main>';
const steps = [
  stepAt('a', '#one'),
  stepAt('b', '#two', { spotlight: { interactive: true }, advance: [{ on: 'click' }] }),
  stepAt('c', undefined),
];
const walked = [
  'step_viewed a',
  'step_completed a button',
  'step_viewed b',
  'step_completed b click',
  'step_viewed c',
  'step_completed c button',
  'tour_completed',
];
type Page = import('@playwright/test').Page;
const walk = async (page: Page): Promise<void> => {
  await button(page, 'Next').click();
  await seen(page, 'b');
  await page.click('#two');
  await seen(page, 'c');
  await button(page, 'Next').click();
  await expect(card(page)).toHaveCount(0);
  await expect.poll(() => told(page)).toEqual(walked);
};

for (const [name, take] of Object.entries({
  'takes our node out once': () => document.querySelector('shirube-tooltip')?.remove(),
  'renders the whole body anew': () => {
    document.body.innerHTML = `${document.body.innerHTML}<p>Anew</p>`;
  },
  'replaces the body': () => {
    const body = document.createElement('body');
    body.append(...document.body.childNodes);
    document.body.replaceWith(body);
  },
  'keeps only the children of html that it knows': () => {
    document.documentElement.replaceChildren(document.head, document.body);
  },
  'moves our node into its own tree': () => {
    const node = document.querySelector('shirube-tooltip');
    if (node) document.querySelector('#app')?.append(node);
  },
}))
  test(`the app ${name}: the step is on the screen again, and the tour goes on as if nothing was`, async ({
    page,
    host,
    guide,
  }) => {
    await host(body);
    await guide(steps);
    await page.evaluate(take);
    await frames(page, 3);
    await expect(card(page).getByText('Title of a')).toBeVisible();
    await walk(page);
  });

test('the app takes out whatever it does not know, always: the guide gives up, says so, and leaves the page free', async ({
  page,
  host,
}) => {
  await host(body);
  await page.evaluate(() => {
    new MutationObserver((records) => {
      for (const { addedNodes } of records)
        for (const node of addedNodes) if (node.nodeName.startsWith('SHIRUBE')) (node as Element).remove();
    }).observe(document, { childList: true, subtree: true });
  });
  const lines: string[] = [];
  page.on('console', (message) => lines.push(message.text()));
  await begin(page, [tourOf('guide', steps), tourOf('other', [stepAt('x', '#one')], { trigger: { on: 'manual' } })]);
  await expect.poll(() => told(page)).toContain('tour_ended a error');
  expect((await told(page)).filter((line) => line.startsWith('tour_'))).toEqual(['tour_ended a error']);
  expect(lines.filter((line) => line.startsWith('[shirube]'))).toHaveLength(1);
  await expect(page.locator('shirube-tooltip, shirube-modal')).toHaveCount(0);
  await page.click('#two');
  // What holds the screen is given back: another tour may try.
  expect(await page.evaluate(() => window.guide.start('other'))).toBe('started');
});

for (const [name, patch] of Object.entries({
  'stops every event on the document': `for (const type of ['click','pointerdown','pointerup','mousedown','keydown','input','change','focusin'])
    document.addEventListener(type, (event) => { event.stopPropagation(); }, true);`,
  'swallows clicks that it did not expect': `document.addEventListener('click', (event) => { if (!event.target.closest('#app')) { event.preventDefault(); event.stopPropagation(); } });`,
  'wraps addEventListener, as a monitor does': `const { addEventListener, removeEventListener } = EventTarget.prototype; const known = new WeakMap();
    EventTarget.prototype.addEventListener = function (type, hear, options) { const own = hear && function (...args) { return (hear.handleEvent ?? hear).apply(hear.handleEvent ? hear : this, args); }; if (hear) known.set(hear, own); return addEventListener.call(this, type, own, options); };
    EventTarget.prototype.removeEventListener = function (type, hear, options) { return removeEventListener.call(this, type, known.get(hear) ?? hear, options); };`,
  'makes every listener passive and drops options that it does not know': `const { addEventListener } = EventTarget.prototype;
    EventTarget.prototype.addEventListener = function (type, hear, options) { return addEventListener.call(this, type, hear, typeof options === 'object' ? { capture: !!options.capture, passive: true, signal: options.signal, once: options.once } : options); };`,
  'counts every shadow root and defines elements through a wrapper': `const { attachShadow } = Element.prototype; Element.prototype.attachShadow = function (...args) { const root = attachShadow.apply(this, args); (window.roots ??= []).push(root); return root; };
    const { define } = CustomElementRegistry.prototype; CustomElementRegistry.prototype.define = function (name, type, options) { return define.call(this, name, class extends type {}, options); };`,
  'wraps requestAnimationFrame and lets one frame in two through': `const raf = window.requestAnimationFrame; window.requestAnimationFrame = (tell) => raf(() => raf(tell));`,
  'has timers for animation frames': `window.requestAnimationFrame = (tell) => setTimeout(() => tell(performance.now()), 16); window.cancelAnimationFrame = clearTimeout;`,
  'wraps history and says nothing': `for (const name of ['pushState', 'replaceState']) { const original = history[name]; history[name] = function (...args) { original.apply(this, args); }; }`,
  'extends the prototypes of arrays, strings and functions': `Array.prototype.surplus = function () {}; String.prototype.surplus = () => {}; Function.prototype.surplus = 1;`,
  'has its own Symbol, Promise and fetch around the real ones': `const real = window.fetch; window.fetch = (...args) => real(...args).then((it) => it); const Own = class extends Promise {}; window.Promise = Own;`,
  'adds to Object.prototype what loops over keys see': `Object.prototype.extend = function () { return this; }; Object.prototype.toJSONString = function () { return ''; };`,
  'has a module loader of another time': `window.define = Object.assign(() => { throw new Error('defined'); }, { amd: {} }); window.module = { exports: {} }; window.exports = window.module.exports; window.require = () => { throw new Error('required'); }; window.process = { env: {} };`,
  'has variables named like ours': `window.shirube = 'ours'; window.name = 'x'; window.guides = {}; var parent2 = 1;`,
}))
  test(`the app ${name}: the tour runs from its start to its end`, async ({ page, host, guide }) => {
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(String(error)));
    await host({ body, before: patch });
    await guide(steps);
    await walk(page);
    expect(errors).toEqual([]);
  });

test('the app closes every shadow root: the tour can be walked by keyboard', async ({ page, host, guide }) => {
  await host({
    body,
    before: `const { attachShadow } = Element.prototype; Element.prototype.attachShadow = function (init) { return attachShadow.call(this, { ...init, mode: 'closed' }); };`,
  });
  await guide(steps);
  await page.keyboard.press('ArrowRight');
  await seen(page, 'b');
  await page.click('#two');
  await seen(page, 'c');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect.poll(() => told(page)).toEqual([...walked.slice(0, 5), 'step_completed c button', 'tour_completed']);
  await expect(page.locator('shirube-tooltip, shirube-modal')).toHaveCount(0);
});

test('the app patches history before and after us: both patches live when we have gone', async ({
  page,
  host,
  guide,
}) => {
  await host({
    body,
    before: `Object.defineProperty(window, 'navigation', { value: undefined });
      const wrap = (mark) => { const original = history.pushState; history.pushState = function (...args) { (window.marks ??= []).push(mark); return original.apply(this, args); }; }; window.wrap = wrap; wrap('before');`,
  });
  await guide([stepAt('a', '#one', { page: '/app' }), stepAt('b', '#two', { page: '/app/next' })]);
  await page.evaluate(() => (window as unknown as { wrap: (mark: string) => void }).wrap('after'));
  await button(page, 'Next').click();
  await expect(card(page)).toHaveCount(0);
  await page.evaluate(() => history.pushState(null, '', '/app/next'));
  await seen(page, 'b');
  const marks = await page.evaluate(() => {
    window.guide.destroy();
    history.pushState(null, '', '/app/other');
    return (window as unknown as { marks: string[] }).marks;
  });
  expect(marks).toEqual(['after', 'before', 'after', 'before']);
  expect(await page.evaluate(() => location.pathname)).toBe('/app/other');
});
