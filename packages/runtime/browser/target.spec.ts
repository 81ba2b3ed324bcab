import type { Page } from '@playwright/test';
import type { Target } from './harness/parts.ts';
import { expect, test } from './harness/viewTest.ts';

/** "status id": what a target resolves to. */
const resolve = (page: Page, target: Target): Promise<string> =>
  page.evaluate((it) => {
    const { status, element } = parts.resolveTarget(it, document);
    return [status, element?.id].filter(Boolean).join(' ');
  }, target);

test('the first selector that finds one visible element wins', async ({ page, open }) => {
  await open({
    body: '<nav hidden><a class="new" id="menu">New</a></nav><a class="new" id="wide">New</a><p class="many" id="p1">1</p><p class="many" id="p2">2</p>',
  });
  expect(await resolve(page, { selectors: ['.new'] })).toBe('found wide');
  expect(await resolve(page, { selectors: ['.gone', '#wide'] })).toBe('found wide');
  expect(await resolve(page, { selectors: ['.many', '#p2'] })).toBe('found p2');
  expect(await resolve(page, { selectors: ['.many'] })).toBe('ambiguous p1');
  expect(await resolve(page, { selectors: ['.many'], text: ' 2 ' })).toBe('found p2');
  expect(await resolve(page, { selectors: ['#menu'] })).toBe('hidden');
  expect(await resolve(page, { selectors: ['.gone'] })).toBe('missing');
});

test('an invalid selector is a reason, not an exception', async ({ page, open }) => {
  await open({});
  expect(await resolve(page, { selectors: ['##', ':nope(', '#target'] })).toBe('found target');
  const because = await page.evaluate(() => parts.resolveTarget({ selectors: ['a[[b'] }, document));
  expect(because.status).toBe('missing');
  expect(because.because.join()).toContain('a[[b: not a valid selector');
});

for (const [what, style] of Object.entries({
  'not displayed': 'display:none',
  invisible: 'visibility:hidden',
  'without a size': 'width:0;height:0;padding:0;border:0;overflow:hidden',
  'only for screen readers': 'position:absolute;width:1px;height:1px;padding:0;border:0;overflow:hidden',
})) {
  test(`an element that is ${what} is hidden`, async ({ page, open }) => {
    await open({ body: `<button id="a" style="${style}">A</button><button id="b">A</button>` });
    expect(await resolve(page, { selectors: ['#a'] })).toBe('hidden');
    expect(await resolve(page, { selectors: ['button'] })).toBe('found b');
  });
}

test('text alone finds the control, whatever markup and white space is in it', async ({ page, open }) => {
  await open({
    body: '<script>// Save all</script><p id="not">Save all of it</p><button id="save"><b> Save\n</b> <i>all</i></button><input type="submit" id="send" value="Send">',
  });
  expect(await resolve(page, { text: 'Save all' })).toBe('found save');
  expect(await resolve(page, { selectors: ['button'], text: 'Save' })).toBe('missing');
  expect(await resolve(page, { selectors: ['input'], text: 'Send' })).toBe('found send');
});

test('open shadow roots, however deep, and frames of the same origin are looked through', async ({ page, open }) => {
  await open({
    body: '<div id="host"></div><iframe id="frame" srcdoc="<button id=inner>Pay</button>"></iframe><iframe id="far" sandbox srcdoc="<button id=inner>Pay</button>"></iframe>',
  });
  await page.evaluate(() => {
    const outer = document.getElementById('host')?.attachShadow({ mode: 'open' });
    const middle = document.createElement('section');
    outer?.append(middle);
    middle.attachShadow({ mode: 'open' }).innerHTML = '<button id="deep" class="save">Deep</button>';
  });
  await expect(page.frameLocator('#frame').locator('#inner')).toBeVisible();
  expect(await resolve(page, { selectors: ['.save'] })).toBe('found deep');
  expect(await resolve(page, { text: 'Deep' })).toBe('found deep');
  expect(await resolve(page, { within: { selectors: ['#host'] }, selectors: ['button'] })).toBe('found deep');
  expect(await resolve(page, { within: { selectors: ['#nowhere'] }, selectors: ['button'] })).toBe('missing');
  expect(await resolve(page, { frame: { selectors: ['#frame'] }, selectors: ['#inner'] })).toBe('found inner');
  expect(await resolve(page, { frame: { selectors: ['#far'] }, selectors: ['#inner'] })).toBe('missing');
});

test('a fingerprint heals only when one visible element agrees exactly', async ({ page, open }) => {
  await open({
    body: '<button id="a">Send</button><button id="b">Send now</button><button id="c">Twin</button><button id="d">Twin</button><button id="e" hidden>Gone</button>',
  });
  const like = (name: string): Target => ({
    selectors: ['.old'],
    fingerprint: { tag: 'button', role: 'button', name },
  });
  expect(await resolve(page, like('Send'))).toBe('healed a');
  expect(await resolve(page, like('Twin'))).toBe('missing');
  expect(await resolve(page, like('Gone'))).toBe('hidden');
  expect(await resolve(page, { selectors: ['.old'], fingerprint: { tag: 'button', role: 'button' } })).toBe('missing');
  expect(await resolve(page, { ...like('Send now'), selectors: ['button'] })).toBe('healed b');
});

test('what describeElement writes, resolveTarget finds', async ({ page, open }) => {
  await open({
    body: '<main><button data-testid="new" id="one">A</button><ul><li>x</li><li id="radix-12">y</li></ul><label>Name<input name="customer" id="i3"></label><a href="#" aria-label="Home" id="x1234">i</a><p>one</p><p>two</p><div id="host"></div></main>',
  });
  await page.evaluate(() => {
    const root = document.getElementById('host')?.attachShadow({ mode: 'open' });
    root?.append(document.createElement('button'), document.createElement('button'));
    for (const [index, button] of [...(root?.querySelectorAll('button') ?? [])].entries())
      button.textContent = `B${index}`;
  });
  const wrong = await page.evaluate(() => {
    const shadow = [...(document.getElementById('host')?.shadowRoot?.querySelectorAll('button') ?? [])];
    return [...document.querySelectorAll('main, main *'), ...shadow]
      .filter((element) => element.id !== 'host')
      .filter((element) => parts.resolveTarget(parts.describeElement(element), document).element !== element)
      .map((element) => JSON.stringify(parts.describeElement(element)));
  });
  expect(wrong).toEqual([]);
  expect(
    await page.evaluate(
      () =>
        document.querySelector('li:last-child') &&
        parts.describeElement(document.querySelector('li:last-child') as Element).selectors?.join(),
    ),
  ).not.toContain('radix');
});

/** Records the answers of a watch as "status id". */
const watch = (page: Page, target: Target): Promise<void> =>
  page.evaluate((it) => {
    const answers: string[] = [];
    Object.assign(globalThis, {
      answers,
      unwatch: parts.watchTarget(it, document, ({ status, element }) =>
        answers.push(`${status} ${element?.id ?? ''}`.trim()),
      ),
    });
  }, target);
const answers = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => (globalThis as unknown as { readonly answers: string[] }).answers);

test('a late target is answered in the frame in which it comes, also inside a shadow root; then its leaving, hiding and coming again', async ({
  page,
  open,
}) => {
  await open({ body: '<div id="app"></div>' });
  await watch(page, { selectors: ['.late'] });
  await expect.poll(() => answers(page)).toEqual(['missing']);
  const frames = await page.evaluate(async () => {
    const host = document.createElement('div');
    host.attachShadow({ mode: 'open' });
    document.getElementById('app')?.append(host);
    await new Promise(requestAnimationFrame);
    await new Promise(requestAnimationFrame);
    host.shadowRoot?.append(
      Object.assign(document.createElement('button'), { className: 'late', id: 'one', textContent: 'New' }),
    );
    await new Promise((done) => requestAnimationFrame(() => queueMicrotask(() => setTimeout(done))));
    return (globalThis as unknown as { readonly answers: string[] }).answers;
  });
  expect(frames).toEqual(['missing', 'found one']);
  await page.evaluate(() => document.getElementById('app')?.style.setProperty('display', 'none'));
  await expect.poll(() => answers(page)).toEqual(['missing', 'found one', 'hidden']);
  await page.evaluate(() => {
    const app = document.getElementById('app');
    if (app) app.style.display = '';
    app?.replaceChildren(
      Object.assign(document.createElement('button'), { className: 'late', id: 'two', textContent: 'New' }),
    );
  });
  await expect.poll(() => answers(page)).toEqual(['missing', 'found one', 'hidden', 'found two']);
  await page.evaluate(() => {
    (globalThis as unknown as { readonly unwatch: () => void }).unwatch();
    document.getElementById('app')?.replaceChildren();
  });
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  expect((await answers(page)).length).toBe(4);
});

test('an element that slides in is answered when it rests', async ({ page, open }) => {
  await open({
    css: '#slide{position:fixed;left:0;animation:in 400ms linear}@keyframes in{from{translate:-300px}}',
    body: '<div id="app"></div>',
  });
  // Where it is at each answer.
  await page.evaluate(() => {
    const places: (number | null)[] = [];
    parts.watchTarget({ selectors: ['#slide'] }, document, ({ element }) =>
      places.push(element?.getBoundingClientRect().x ?? null),
    );
    Object.assign(globalThis, { answers: places });
  });
  await expect.poll(() => answers(page)).toEqual([null]);
  await page.evaluate(() =>
    document
      .getElementById('app')
      ?.append(Object.assign(document.createElement('button'), { id: 'slide', textContent: 'Menu' })),
  );
  await expect.poll(() => answers(page)).toEqual([null, 0]);
});

test('a storm of changes is looked at once a frame, not once a change', async ({ page, open }) => {
  await open({ body: '<div id="storm"></div>' });
  const { looks, frames } = await page.evaluate(async () => {
    const storm = document.getElementById('storm');
    let looks = 0;
    const query = Document.prototype.querySelectorAll;
    Document.prototype.querySelectorAll = function (this: Document, selector: string) {
      looks++;
      return query.call(this, selector);
    } as typeof query;
    const stop = parts.watchTarget({ selectors: ['.never'] }, document, () => {});
    const frames = 60;
    for (let frame = 0; frame < frames; frame++) {
      for (let change = 0; change < 17; change++) {
        storm?.replaceChildren(document.createElement('i'));
        await undefined;
      }
      await new Promise(requestAnimationFrame);
    }
    stop();
    Document.prototype.querySelectorAll = query;
    return { looks, frames };
  });
  expect(looks).toBeGreaterThan(1);
  // One look asks the document up to four times: the selectors, and the open shadow roots for them and for listening.
  expect(looks).toBeLessThanOrEqual(4 * (frames + 2));
});

for (const [target, waitMs] of [
  [{ selectors: ['#send'] }, 200],
  [{ text: 'Send now' }, 2100],
] as const) {
  test(`where looks are dear, a target that shows up is answered within ${waitMs} ms: ${Object.keys(target)}`, async ({
    page,
    open,
  }) => {
    await page.clock.install({ time: 0 });
    await page.clock.pauseAt(1000);
    await open({ body: '<div id="app"></div><dialog><button id="send">Send now</button></dialog>' });
    // Each look takes half a second, as it seems on a phone whose processor is busy with something else.
    await page.evaluate(() => {
      const [query, now] = [Document.prototype.querySelectorAll, performance.now.bind(performance)];
      let late = 0;
      performance.now = () => now() + late;
      Document.prototype.querySelectorAll = function (this: Document, selector: string) {
        late += 500;
        return query.call(this, selector);
      } as typeof query;
    });
    await watch(page, target);
    await expect.poll(() => answers(page)).toEqual(['hidden']);
    await page.evaluate(() => document.getElementById('app')?.append('Loading'));
    await page.clock.runFor(50);
    await page.evaluate(() => document.querySelector('dialog')?.showModal());
    await page.clock.runFor(waitMs);
    expect(await answers(page)).toEqual(['hidden', 'found send']);
  });
}
