import { button, card, expect, frames, type Page, rectOf, seen, stepAt, test, told } from './harness/situation.ts';

const form =
  '<main style="padding:120px"><a href="#a" id="before">Before</a> <input id="target"> <input id="second"> <button id="after">After</button></main>';
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

test('under a spotlight, Tab goes round the step and the field that is pointed at, and the first Shift+Tab wraps', async ({
  page,
  host,
  guide,
}) => {
  await host(form);
  await page.locator('#before').focus();
  await guide([stepAt('a', '#target', { spotlight: { interactive: true } })]);
  expect(await tabs(page, 'Shift+Tab', 2)).toEqual(['target', 'Close']);
  expect(await tabs(page, 'Tab', 3)).toEqual(['target', 'Back', 'Next']);
});

test('the field that is pointed at is filled in while its step is shown, and Tab goes on in the form', async ({
  page,
  host,
  guide,
}) => {
  await host(form);
  await guide([stepAt('a', '#target')]);
  await page.locator('#target').click();
  await page.keyboard.type('Aiko');
  expect(await tabs(page, 'Tab', 2)).toEqual(['second', 'after']);
  await expect(page.locator('#target')).toHaveValue('Aiko');
  expect(await told(page)).toEqual(['step_viewed a']);
});

test('a field is filled in under its spotlight, and the step advances when it is done', async ({
  page,
  host,
  guide,
}) => {
  await host(form);
  await guide([
    stepAt('a', '#target', { spotlight: { interactive: true }, advance: [{ on: 'input' }] }),
    stepAt('b', '#second'),
  ]);
  await page.locator('#target').click();
  await page.keyboard.type('Aiko');
  await page.keyboard.press('Tab');
  await seen(page, 'b');
  await expect(page.locator('#target')).toHaveValue('Aiko');
});

for (const [name, more] of [
  ['a modal', { kind: 'modal' as const }],
  ['a spotlight that is only to be looked at', { spotlight: {} }],
] as const)
  test(`the page behind ${name} can be used neither by mouse, nor by Tab, nor by a key of its own, nor by a label`, async ({
    page,
    host,
    guide,
  }) => {
    await host(
      `${form}<label id="label" for="box">Label</label><input type="checkbox" id="box"><button accesskey="k" id="key">K</button>`,
    );
    await page.evaluate(() => {
      document.addEventListener('click', ({ target }) => {
        document.title += (target as Element).id;
      });
      document.addEventListener('keydown', ({ key }) => {
        document.title += key;
      });
      document.title = '';
    });
    await guide([stepAt('a', 'kind' in more ? undefined : '#target', more)]);
    for (const id of ['before', 'target', 'second', 'after', 'label', 'box']) {
      const { x, y, width, height } = await rectOf(page.locator(`#${id}`));
      const own = await rectOf(card(page));
      const at = { x: x + width / 2, y: y + height / 2 };
      const behind = at.x < own.x || at.x > own.x + own.width || at.y < own.y || at.y > own.y + own.height;
      if (behind) await page.mouse.click(at.x, at.y);
    }
    expect((await tabs(page, 'Tab', 8)).filter((it) => !['Back', 'Next', 'Close'].includes(it))).toEqual([]);
    for (const key of ['j', 'x']) await page.keyboard.press(key);
    await expect(page.locator('#box')).not.toBeChecked();
    expect(await page.title()).not.toMatch(/before|target|second|after|label|box|[jx]/);
  });

const traps: Readonly<Record<string, string>> = {
  'on focusin': `document.addEventListener('focusin', ({ target }) => { if (!trap.contains(target)) inside.focus(); })`,
  'on focusin and on every press outside it, before it arrives': `
    document.addEventListener('focusin', (e) => { if (!trap.contains(e.target)) { e.stopImmediatePropagation(); inside.focus(); } }, true);
    for (const type of ['mousedown', 'pointerdown', 'touchstart', 'click']) document.addEventListener(type, (e) => { if (!trap.contains(e.target)) { e.preventDefault(); e.stopImmediatePropagation(); } }, true)`,
  'on blur, again and again': `trap.addEventListener('focusout', () => setTimeout(() => { if (!trap.contains(document.activeElement)) inside.focus(); }))`,
  'and puts everything else out of use': `for (const it of document.body.children) if (it !== trap) it.inert = true;
    document.addEventListener('focusin', ({ target }) => { if (!trap.contains(target)) inside.focus(); })`,
};
for (const [name, script] of Object.entries(traps))
  for (const spotlight of [undefined, { interactive: true }])
    test(`the app's own dialog traps the focus ${name}${spotlight ? ', under a spotlight' : ''}: no fight, nothing freezes, and the step can be used`, async ({
      page,
      host,
      guide,
    }) => {
      const errors: Error[] = [];
      page.on('pageerror', (error) => errors.push(error));
      await host(
        '<main><button id="behind">Behind</button></main><div role="dialog" aria-modal="true" id="trap" style="position:fixed;inset:60px;padding:150px;background:#fff"><button id="inside">Inside</button> <button id="other">Other</button></div>',
      );
      await page.evaluate((code) => {
        const trap = document.querySelector('#trap');
        const inside = document.querySelector('#inside');
        new Function('trap', 'inside', code)(trap, inside);
        let count = 0;
        document.addEventListener(
          'focusin',
          () => {
            document.body.dataset.focused = String(++count);
          },
          true,
        );
        (inside as HTMLElement).focus();
      }, script);
      const steps = [stepAt('a', '#other', spotlight ? { spotlight } : {}), stepAt('b', '#other')];
      await guide(steps, { trigger: { on: 'manual' } });
      await frames(page, 20);
      expect(Number(await page.evaluate(() => document.body.dataset.focused ?? '0'))).toBeLessThan(20);
      const { x, y, width, height } = await rectOf(button(page, 'Next'));
      await page.mouse.click(x + width / 2, y + height / 2);
      await seen(page, 'b');
      expect(errors).toEqual([]);
    });

test('a step that holds nothing takes the focus from nobody', async ({ page, host, guide }) => {
  await host(form);
  await page.locator('#second').focus();
  await guide([stepAt('a', '#target')], {}, {});
  await page.keyboard.type('on');
  await expect(page.locator('#second')).toHaveValue('on');
});
