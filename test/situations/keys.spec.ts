import { button, card, expect, frames, type Page, rectOf, seen, stepAt, test, told } from './harness/situation.ts';

const steps = [stepAt('a', '#target'), stepAt('b', '#target'), stepAt('c', '#target')];
const next = (list: readonly string[]): number => list.filter((it) => it.startsWith('step_completed')).length;

for (const [name, script] of Object.entries({
  'stops every click on the document before it arrives': `document.addEventListener('click', (e) => e.stopImmediatePropagation(), true)`,
  'stops and prevents every event on the document': `for (const type of ['click','pointerdown','pointerup','mousedown','mouseup','keydown','keyup','keypress','touchstart','touchend','focusin','focus'])
      document.addEventListener(type, (e) => { e.stopImmediatePropagation(); e.preventDefault(); }, true)`,
  'stops every click on the window, before we are there': `addEventListener('click', (e) => e.stopImmediatePropagation(), true)`,
  'stops and prevents every click on the window': `addEventListener('click', (e) => { e.stopImmediatePropagation(); e.preventDefault(); }, true)`,
  'wraps addEventListener': `const add = EventTarget.prototype.addEventListener;
      EventTarget.prototype.addEventListener = function (type, hear, options) { return add.call(this, type, hear && function (e) { return hear.handleEvent ? hear.handleEvent(e) : hear.call(this, e); }, options); }`,
}))
  test(`an app that ${name}: a button is pressed by mouse and by keyboard, once each`, async ({
    page,
    host,
    guide,
  }) => {
    await host({ body: '<main style="padding:150px"><button id="target">New</button></main>', before: script });
    await guide([...steps, stepAt('d', '#target'), stepAt('e', '#target')]);
    const { x, y, width, height } = await rectOf(button(page, 'Next'));
    await page.mouse.click(x + width / 2, y + height / 2);
    await seen(page, 'b');
    expect(next(await told(page))).toBe(1);
    for (const [key, id, count] of [
      ['Enter', 'c', 2],
      [' ', 'd', 3],
    ] as const) {
      await page.evaluate(() =>
        document.querySelector('shirube-tooltip')?.shadowRoot?.querySelector<HTMLElement>('[data-go=next]')?.focus(),
      );
      await page.keyboard.press(key);
      await seen(page, id);
      expect(next(await told(page))).toBe(count);
    }
    // And no press is counted late.
    await frames(page, 40);
    expect(next(await told(page))).toBe(3);
  });

const fields: Readonly<Record<string, string>> = {
  'a text field': '<input id="field">',
  'a text area': '<textarea id="field"></textarea>',
  'an editor': '<div id="field" contenteditable="true" style="min-height:30px">a</div>',
  'an editor in a shadow root': '<app-editor><template></template></app-editor>',
  'a slider': '<input id="field" type="range">',
  'a list': '<select id="field"><option>a<option>b</select>',
  'a tab of a tab list': '<div role="tablist"><div id="field" role="tab" tabindex="0">Tab</div></div>',
};
for (const [name, field] of Object.entries(fields))
  test(`someone works in ${name}: no key is taken from them`, async ({ page, host, guide }) => {
    await host(`<main style="padding:100px"><button id="target">New</button>${field}</main>`);
    if (field.includes('app-editor'))
      await page.locator('app-editor').evaluate((it) => {
        it.attachShadow({ mode: 'open' }).innerHTML = '<div id="field" contenteditable="true">a</div>';
      });
    await guide(steps);
    await page.locator('#field').focus();
    for (const key of ['ArrowRight', 'ArrowLeft', 'Enter', 'Home', 'x']) await page.keyboard.press(key);
    expect(await told(page)).toEqual(['step_viewed a']);
  });

test('someone writes Japanese: the keys that choose among the candidates, and Escape and Enter that end it, are theirs', async ({
  page,
  host,
  guide,
}) => {
  await host('<main style="padding:100px"><button id="target">New</button><input id="field"></main>');
  await guide(steps);
  await page.locator('#field').focus();
  const session = await page.context().newCDPSession(page);
  await session.send('Input.imeSetComposition', { text: 'にほん', selectionStart: 3, selectionEnd: 3 });
  await page.evaluate(() => {
    for (const key of ['ArrowRight', 'Escape', 'Enter'])
      for (const more of [{ isComposing: true }, { keyCode: 229 }])
        document.activeElement?.dispatchEvent(
          new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true, ...more }),
        );
  });
  await session.send('Input.insertText', { text: '日本' });
  await expect(page.locator('#field')).toHaveValue('日本');
  expect(await told(page)).toEqual(['step_viewed a']);
});

test('an arrow key does what the button does, and only where there is one', async ({ page, host, guide }) => {
  await host('<main style="padding:100px"><button id="target">New</button></main>');
  await guide([
    stepAt('a', '#target', { buttons: [{ id: 'go', action: 'goto', goto: 'c', label: { en: 'Go' } }] }),
    ...steps.slice(1),
  ]);
  for (const key of ['ArrowRight', 'ArrowLeft', 'ArrowDown', 'Enter']) await page.keyboard.press(key);
  await frames(page, 5);
  expect(await told(page)).toEqual(['step_viewed a']);
  await button(page, 'Go').click();
  await seen(page, 'c');
  await page.keyboard.press('ArrowLeft');
  await expect.poll(() => told(page)).toContain('step_back c');
});

const outer = '<button id="target"><span><i id="child">New</i></span></button>';
for (const [name, press] of Object.entries({
  'on a child of a child': '#child',
  'on the target itself': '#target',
}))
  test(`a click ${name} moves the tour on, once, and reaches the app`, async ({ page, host, guide }) => {
    await host(`<main style="padding:100px">${outer}</main>`);
    await page.evaluate(() =>
      document.querySelector('#target')?.addEventListener('click', (e) => {
        e.stopPropagation();
        document.title = 'pressed';
      }),
    );
    await guide([stepAt('a', '#target', { advance: [{ on: 'click' }] }), stepAt('b', '#target')]);
    await page.locator(press).click();
    await seen(page, 'b');
    expect(await page.title()).toBe('pressed');
    await page.locator(press).click();
    expect((await told(page)).filter((it) => it === 'step_completed a click')).toHaveLength(1);
  });

test('the target leaves the page at the press, or at the click: the step is completed once', async ({
  page,
  host,
  guide,
}) => {
  await host(
    '<main style="padding:100px"><p><button id="one">One</button></p><p><button id="two">Two</button></p></main>',
  );
  await page.evaluate(() => {
    document.querySelector('#one')?.addEventListener('pointerdown', ({ target }) => (target as Element).remove());
    document.querySelector('#two')?.addEventListener('click', ({ target }) => (target as Element).remove());
  });
  await guide([
    stepAt('a', '#one', { advance: [{ on: 'click' }] }),
    stepAt('b', '#two', { advance: [{ on: 'click' }] }),
    stepAt('c', undefined),
  ]);
  for (const [from, to] of [
    ['one', 'b'],
    ['two', 'c'],
  ] as const) {
    const { x, y } = await rectOf(page.locator(`#${from}`));
    await page.mouse.click(x + 5, y + 5);
    await seen(page, to);
  }
  expect(await told(page)).toEqual([
    'step_viewed a',
    'step_completed a click',
    'step_viewed b',
    'step_completed b click',
    'step_viewed c',
  ]);
});

test('after Back, what the left step waited for moves nothing on', async ({ page, host, guide }) => {
  await host('<main style="padding:100px"><button id="one">One</button><input id="two"></main>');
  await guide([stepAt('a', '#one'), stepAt('b', '#two', { advance: [{ on: 'input' }] })]);
  await button(page, 'Next').click();
  await seen(page, 'b');
  await button(page, 'Back').click();
  await expect(card(page).getByText('Title of a')).toBeVisible();
  await page.locator('#two').fill('x');
  await page.locator('#two').blur();
  await frames(page, 5);
  expect((await told(page)).filter((it) => it.startsWith('step_completed b'))).toEqual([]);
});

test.describe('on a touch screen', () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 375, height: 700 } });
  test.skip(({ browserName }) => browserName !== 'chromium', 'the driver of Firefox taps, and no event comes of it');
  const under = async (page: Page): Promise<void> => {
    await page.evaluate(() => {
      const cover = Object.assign(document.createElement('button'), { id: 'under', textContent: 'Under' });
      cover.style.cssText = 'position:fixed;inset:0;z-index:1;opacity:.3';
      for (const type of ['click', 'pointerdown', 'mousedown', 'touchstart'])
        cover.addEventListener(type, () => {
          document.title += type;
        });
      document.title = '';
      document.body.append(cover);
    });
  };
  for (const name of ['Next', 'Close'])
    test(`a tap on ${name} takes the step away: what lies under it hears nothing of the tap`, async ({
      page,
      host,
      guide,
    }) => {
      await host('<main style="padding:120px 20px"><button id="target">New</button></main>');
      await guide([stepAt('a', '#target', { advance: [{ on: 'click' }] })]);
      await under(page);
      await button(page, name).tap();
      await expect(card(page)).toHaveCount(0);
      await frames(page, 40);
      expect(await page.title()).toBe('');
    });

  test('a tap presses a button once, also where the app swallows clicks', async ({ page, host, guide }) => {
    await host({
      body: '<main style="padding:120px 20px"><button id="target">New</button></main>',
      before: `addEventListener('click', (e) => e.stopImmediatePropagation(), true)`,
    });
    await guide(steps);
    await button(page, 'Next').tap();
    await seen(page, 'b');
    await frames(page, 60);
    expect(await told(page)).toEqual(['step_viewed a', 'step_completed a button', 'step_viewed b']);
  });
});
