import {
  button,
  card,
  expect,
  expectBeside,
  expectOnScreen,
  frames,
  gapBetween,
  type Page,
  rectOf,
  seen,
  stepAt,
  test,
  told,
} from './harness/situation.ts';

const nested = `<div id="a" style="height:400px;overflow:auto;margin-top:60px"><div style="height:300px"></div>
  <div id="b" style="height:300px;overflow:auto;transform:translateX(20px)"><div style="height:500px"></div>
  <div id="c" style="width:400px;height:200px;overflow:auto;display:flex"><div style="flex:0 0 900px"></div><button id="target" style="flex:none;height:40px">New</button><div style="flex:0 0 900px"></div></div>
  <div style="height:900px"></div></div><div style="height:900px"></div></div><div style="height:2000px"></div>`;

/** How far the card is from where it should be, in each of the frames after something has moved; at most this many frames are looked at. */
const lags = (page: Page, move: string): Promise<readonly number[]> =>
  page.evaluate(async (script) => {
    const off = (): number => {
      const tip = document
        .querySelector('shirube-tooltip')
        ?.shadowRoot?.querySelector('[part=card]')
        ?.getBoundingClientRect();
      const target = document.querySelector('#target')?.getBoundingClientRect();
      return tip && target ? Math.abs(tip.top - target.bottom - 12) : 1000;
    };
    // Until following has gone to sleep: what wakes it is the point.
    for (let frame = 0; frame < 15; frame++) await new Promise(requestAnimationFrame);
    new Function(script)();
    const seenLags: number[] = [];
    for (let frame = 0; frame < 4; frame++) {
      await new Promise(requestAnimationFrame);
      // After this frame's callbacks and layout: what the person sees of it.
      await new Promise((done) => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = done;
        port2.postMessage(0);
      });
      seenLags.push(off());
    }
    return seenLags;
  }, move);

test('the target is in three scrollers, one in another, with a transform between: it is brought into view, and the card stands beside it', async ({
  page,
  host,
  guide,
}) => {
  await host({ body: nested, css: 'body{margin:0}' });
  await guide([stepAt('a', '#target', { spotlight: { interactive: true } })]);
  await expectBeside(page, page.locator('#target'), 8);
  // Firefox counts in 60ths of a pixel: 0.998 is all of it.
  await expect(page.locator('#target')).toBeInViewport({ ratio: 0.99 });
  await expectOnScreen(page);
});

for (const [name, move] of Object.entries({
  'the page scrolls': 'scrollBy(0, 40)',
  'the outer scroller scrolls': 'document.querySelector("#a").scrollTop += 30',
  'the middle one scrolls': 'document.querySelector("#b").scrollTop += 30',
  'the inner one scrolls sideways': 'document.querySelector("#c").scrollLeft += 60',
  'a box above it grows, and nothing tells': 'document.querySelector("#b").firstElementChild.style.height = "520px"',
  'a script moves it': 'document.querySelector("#target").style.translate = "20px 10px"',
}))
  test(`the card is beside its target again within two frames when ${name}`, async ({ page, host, guide }) => {
    await page.setViewportSize({ width: 900, height: 900 });
    await host({ body: nested, css: 'body{margin:0}' });
    await guide([stepAt('a', '#target', { placement: 'bottom' })]);
    await expectBeside(page, page.locator('#target'));
    await expect.poll(() => lags(page, '')).toEqual([0, 0, 0, 0].map(() => expect.closeTo(0, 0)));
    const [, ...later] = await lags(page, move);
    expect(later).toEqual(later.map(() => expect.closeTo(0, 0)));
  });

test('the target is scrolled out of its box: the card stays at the edge of the box, points at nothing, and comes back with it', async ({
  page,
  host,
  guide,
}) => {
  await host({
    css: 'body{margin:0}',
    body: '<div style="height:200px"></div><div id="box" style="height:200px;overflow:auto;background:#eee"><div style="height:80px"></div><button id="target">New</button><div style="height:900px"></div></div>',
  });
  await guide([stepAt('a', '#target', { placement: 'bottom', spotlight: { interactive: true } })]);
  await expectBeside(page, page.locator('#target'), 8);
  await page.locator('#box').evaluate((it) => it.scrollTo(0, 500));
  await expect(page.locator('shirube-tooltip [part=arrow]')).toBeHidden();
  const box = await rectOf(page.locator('#box'));
  await expect.poll(async () => Math.abs((await rectOf(card(page))).y - box.y)).toBeLessThan(30);
  // There is no hole where something else has come.
  await page.mouse.click(box.x + 20, box.y + 5);
  await page.locator('#box').evaluate((it) => it.scrollTo(0, 0));
  await expectBeside(page, page.locator('#target'), 8);
  await expect(page.locator('shirube-tooltip [part=arrow]')).toBeVisible();
});

test('the target is to the right, behind a horizontal scroll bar', async ({ page, host, guide }) => {
  await host(
    '<div id="wide" style="width:600px;overflow-x:auto"><div style="width:3000px"><button id="target" style="margin-left:2000px">New</button></div></div>',
  );
  await guide([stepAt('a', '#target')]);
  await expect(page.locator('#target')).toBeInViewport({ ratio: 0.99 });
  await expectBeside(page, page.locator('#target'));
});

const header = '<header style="position:sticky;top:0;height:90px;background:#ccd;z-index:5">Head</header>';
for (const [name, more] of Object.entries({
  'a sticky header': '',
  'a header that is fixed': 'header{position:fixed !important;inset:0 0 auto}',
  'a sticky header, and the page says so by scroll-padding': 'html{scroll-padding-top:110px}',
  'a sticky header, and the target says so by scroll-margin': '#target{scroll-margin-top:110px}',
}))
  test(`the target is scrolled to, and not left under ${name}`, async ({ page, host, guide }) => {
    await host({
      css: `body{margin:0} ${more}`,
      body: `${header}<div style="height:1800px"></div><button id="first">First</button><div style="height:300px"></div><button id="target">New</button><div style="height:2000px"></div>`,
    });
    await page.evaluate(() => scrollTo(0, 2170));
    await guide([stepAt('a', '#target', { spotlight: { interactive: true } })]);
    await expectBeside(page, page.locator('#target'), 8);
    expect((await rectOf(page.locator('#target'))).y).toBeGreaterThan(90);
  });

test('the target is in view: nothing scrolls, also not to the middle', async ({ page, host, guide }) => {
  await host('<div style="height:500px"></div><button id="target">New</button><div style="height:3000px"></div>');
  await page.evaluate(() => addEventListener('scroll', () => document.body.append('scrolled'), true));
  await guide([stepAt('a', '#target')]);
  await frames(page, 10);
  await expect(page.getByText('scrolled')).toHaveCount(0);
  expect(await page.evaluate(() => scrollY)).toBe(0);
});

test('the layout shifts without a scroll or a resize: a sidebar opens, a picture loads', async ({
  page,
  host,
  guide,
}) => {
  await host(
    '<div style="display:flex"><aside id="side" style="width:0"></aside><main style="padding:80px"><img id="picture" alt="" width="10" height="10"><br><button id="target">New</button></main></div>',
  );
  await guide([stepAt('a', '#target', { spotlight: { interactive: true } })]);
  await expectBeside(page, page.locator('#target'), 8);
  await frames(page, 15);
  await page.locator('#side').evaluate((it) => it.style.setProperty('width', '240px'));
  await expectBeside(page, page.locator('#target'), 8);
  await frames(page, 15);
  await page.locator('#picture').evaluate((it) => it.setAttribute('height', '150'));
  await expectBeside(page, page.locator('#target'), 8);
  const target = await rectOf(page.locator('#target'));
  expect(target.x).toBeGreaterThan(300);
  expect(await told(page)).toEqual(['step_viewed a']);
});

test('the keyboard of a phone covers half the screen: the card stays above it, beside its target', async ({
  page,
  host,
  guide,
}) => {
  await page.setViewportSize({ width: 375, height: 700 });
  await host('<main style="padding-top:300px"><input id="target"></main>');
  await guide([stepAt('a', '#target', { placement: 'bottom' }), stepAt('b', undefined)]);
  await expectBeside(page, page.locator('#target'));
  const keyboard = (height: number): Promise<void> =>
    page.evaluate((it) => {
      const size = visualViewport;
      if (!size) return;
      Object.defineProperty(size, 'height', { value: it, configurable: true });
      size.dispatchEvent(new Event('resize'));
    }, height);
  await frames(page, 15);
  await keyboard(400);
  await expect
    .poll(async () => (await rectOf(card(page))).y + (await rectOf(card(page))).height)
    .toBeLessThanOrEqual(400);
  await expectBeside(page, page.locator('#target'));
  await button(page, 'Next').click();
  await seen(page, 'b');
  await expectOnScreen(page);
  await keyboard(700);
  await expectOnScreen(page);
});

test('the person zooms in with two fingers: the card stays inside what they see', async ({ page, host, guide }) => {
  await page.setViewportSize({ width: 800, height: 600 });
  await host('<main style="padding:400px 0 0 500px"><button id="target">New</button></main>');
  await guide([stepAt('a', '#target'), stepAt('b', undefined)]);
  const session = await page.context().newCDPSession(page);
  for (const scale of [2, 1, 1.5]) {
    await session.send('Emulation.setPageScaleFactor', { pageScaleFactor: scale });
    await expect.poll(() => page.evaluate(() => Math.round((visualViewport?.scale ?? 1) * 10) / 10)).toBe(scale);
    await frames(page, 10);
    await expectOnScreen(page);
  }
  await page.keyboard.press('ArrowRight');
  await seen(page, 'b');
  await expectOnScreen(page);
});

test('a phone is turned: the card is on the screen and beside its target at once', async ({ page, host, guide }) => {
  await page.setViewportSize({ width: 375, height: 700 });
  await host(
    '<main style="padding:200px 20px"><button id="target">New</button></main><div style="height:1000px"></div>',
  );
  await guide([stepAt('a', '#target', { spotlight: { interactive: true } })]);
  await page.setViewportSize({ width: 700, height: 375 });
  await frames(page, 3);
  await expectOnScreen(page);
  await expectBeside(page, page.locator('#target'), 8);
});

test('there is little room above and below: the card is made lower and its text scrolls, before it covers what it points at', async ({
  page,
  host,
  guide,
}) => {
  await page.setViewportSize({ width: 320, height: 480 });
  await host({
    css: 'body{margin:0} dialog{width:300px;height:460px;padding:0;border:0}',
    body: '<dialog id="d"><button id="target" style="margin-top:215px;width:100%">Save</button></dialog>',
  });
  await page.locator('#d').evaluate((it: HTMLDialogElement) => it.showModal());
  const long = { type: 'text' as const, text: 'A sentence that goes on. '.repeat(30) };
  const content = {
    en: { title: 'Long', body: { type: 'doc' as const, content: [{ type: 'paragraph' as const, content: [long] }] } },
  };
  await guide([stepAt('a', '#target', { content }), stepAt('b', '#target')], { trigger: { on: 'manual' } });
  await expectOnScreen(page);
  expect(gapBetween(await rectOf(card(page)), await rectOf(page.locator('#target')))).toBeGreaterThanOrEqual(10);
  await button(page, 'Next').click();
  await seen(page, 'b');
});
