import { button, card, expect, expectBeside, frames, seen, stepAt, test, told } from './harness/situation.ts';

const body = `<main style="padding:40px">
  <form id="form" onsubmit="event.preventDefault();hits.push('submit')">
    <label for="box" id="label">Label</label><input type="checkbox" id="box" onchange="hits.push('change')">
    <label id="around">Around <input id="field" accesskey="f" oninput="hits.push('input')"></label>
    <button id="send" accesskey="s" onclick="hits.push('click')"><span id="icon">Send</span></button>
    <a id="link" href="#gone" onclick="hits.push('link')">Link</a>
    <div id="rich" contenteditable="true" oninput="hits.push('input')">Rich</div>
    <details id="more"><summary>More</summary>Inside</details>
  </form></main>
  <script>window.hits = []; for (const type of ['pointerdown','mousedown','touchstart','dblclick','contextmenu','dragstart','wheel']) document.querySelector('main').addEventListener(type, () => hits.push(type));</script>`;
const hits = (page: import('@playwright/test').Page) =>
  page.evaluate(() => (window as unknown as { hits: string[] }).hits);

for (const target of ['#send', '#form', '#around', '#rich', '#more'])
  test(`the target ${target} may not be used: neither by pointer, key, label, access key nor through what is inside it`, async ({
    page,
    host,
    guide,
  }) => {
    await host(body);
    await guide([stepAt('a', target, { spotlight: {} }), stepAt('b', undefined)]);
    const boxes = await page.evaluate(() =>
      ['#send', '#icon', '#label', '#box', '#around', '#field', '#link', '#rich', 'summary'].map((it) =>
        document.querySelector(it)?.getBoundingClientRect().toJSON(),
      ),
    );
    for (const { x, y, width, height } of boxes) {
      const covered = await page.evaluate(
        ([px, py]) => !!document.elementFromPoint(px, py)?.localName.startsWith('shirube'),
        [x + width / 2, y + height / 2] as const,
      );
      expect(covered).toBe(true);
      const {
        x: cx,
        y: cy,
        width: cw,
        height: ch,
      } = (await card(page).boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
      const [px, py] = [x + Math.min(4, width / 2), y + Math.min(4, height / 2)];
      // Not where the step itself stands: its own buttons may be pressed.
      if (px > cx && px < cx + cw && py > cy && py < cy + ch) continue;
      await page.mouse.click(px, py);
      await page.mouse.dblclick(px, py);
    }
    for (const key of ['Tab', 'Tab', 'Tab', 'Tab', 'Tab', 'Tab', 'Shift+Tab', 'Alt+f', 'Alt+s', 'a', ' ']) {
      await page.keyboard.press(key);
      expect(await page.evaluate(() => document.activeElement?.closest('main'))).toBeNull();
      if (!(await told(page)).includes('step_viewed a') || (await card(page).getByText('Title of a').count()) === 0)
        break;
    }
    // A key may have pressed Next: the following step holds the page as well, once it is there.
    await expect(card(page)).toBeVisible();
    await page.evaluate((it) => document.querySelector<HTMLElement>(it)?.focus(), target);
    await page.keyboard.type('x');
    expect(await page.evaluate(() => document.activeElement?.closest('main'))).toBeNull();
    expect(await hits(page)).toEqual([]);
    expect(
      await page.evaluate(() =>
        [...document.querySelectorAll('main, main *')].some(
          (it) => it.hasAttribute('inert') || it.hasAttribute('aria-hidden'),
        ),
      ),
    ).toBe(false);
  });

test('a step without a spotlight holds nothing: every control of the page works beside it', async ({
  page,
  host,
  guide,
}) => {
  await host(body);
  await guide([stepAt('a', '#send', { placement: 'bottom' })]);
  await page.locator('#label').click();
  await page.locator('#field').fill('x');
  await page.locator('#icon').click();
  await expect(page.locator('#box')).toBeChecked();
  expect((await hits(page)).filter((it) => /change|input|click|submit/.test(it))).toEqual([
    'change',
    'input',
    'click',
    'submit',
  ]);
  expect(await told(page)).toEqual(['step_viewed a']);
});

test('what the page has after a step that held it is what it had before: focus, scroll, selection', async ({
  page,
  host,
  guide,
}) => {
  await host(`<div style="height:300px"></div>${body}<div style="height:3000px"></div>`);
  await page.evaluate(() => {
    scrollTo(0, 200);
    const field = document.querySelector<HTMLInputElement>('#field');
    if (field) field.value = 'some words';
    field?.focus({ preventScroll: true });
    field?.setSelectionRange(2, 6);
  });
  await guide([stepAt('a', undefined), stepAt('b', '#send', { spotlight: {} })]);
  await button(page, 'Next').click();
  await seen(page, 'b');
  await button(page, 'Next').click();
  await expect(card(page)).toHaveCount(0);
  expect(
    await page.evaluate(() => {
      const field = document.activeElement as HTMLInputElement;
      return [field.id, field.selectionStart, field.selectionEnd, scrollY];
    }),
  ).toEqual(['field', 2, 6, 200]);
});

for (const [name, fill] of Object.entries({
  'a part of the page': '#stage',
  'the whole document': 'html',
}))
  test(`the app goes to full screen with ${name} in the middle of a step, and comes back: the step is there, at its target`, async ({
    page,
    host,
    guide,
  }) => {
    await host('<div id="stage" style="background:#fff;padding:120px"><button id="play">Play</button></div>');
    await guide([
      stepAt('a', '#play'),
      stepAt('b', '#play', { spotlight: { interactive: true } }),
      stepAt('c', undefined),
    ]);
    await page.locator('#play').click();
    await page.evaluate((it) => document.querySelector(it)?.requestFullscreen(), fill);
    await frames(page, 3);
    for (const id of ['a', 'b', 'c']) {
      await expect(card(page).getByText(`Title of ${id}`)).toBeVisible();
      if (id !== 'c') await expectBeside(page, page.locator('#play'), id === 'b' ? 8 : 0);
      if (id !== 'c') await button(page, 'Next').click();
    }
    await page.evaluate(() => document.exitFullscreen());
    await frames(page, 3);
    await expect(card(page).getByText('Title of c')).toBeVisible();
    await button(page, 'Back').click();
    await expect(card(page).getByText('Title of b')).toBeVisible();
    await expectBeside(page, page.locator('#play'), 8);
  });
