import {
  button,
  card,
  expect,
  expectBeside,
  frames,
  gapBetween,
  type Page,
  rectOf,
  seen,
  stepAt,
  test,
  told,
} from './harness/situation.ts';

/** A menu as component libraries make it: at the end of the body, some frames after the press, below the button. */
const MENU = `
  const button = document.querySelector('#target');
  const close = () => { document.querySelector('#menu')?.remove(); button.setAttribute('aria-expanded', 'false'); button.removeAttribute('aria-controls'); };
  button.addEventListener('click', async () => {
    if (document.querySelector('#menu')) return close();
    button.setAttribute('aria-expanded', 'true');
    await new Promise(requestAnimationFrame);
    const menu = Object.assign(document.createElement('div'), { id: 'menu', innerHTML: '<button role="menuitem" id="first">Rename</button><br><button role="menuitem">Copy</button>' });
    menu.setAttribute('role', 'menu');
    const { left, bottom } = button.getBoundingClientRect();
    menu.style.cssText = 'position:fixed;z-index:1000;background:#eee;padding:20px;width:180px;height:200px;left:' + left + 'px;top:' + (bottom + 4) + 'px';
    document.body.append(menu);
    LINK
    menu.querySelector('button').focus();
    menu.addEventListener('click', () => { close(); window.chosen = true; });
    menu.addEventListener('keydown', (event) => { if (event.key === 'Escape') { close(); button.focus(); } });
  });`;
const pageWith = (
  kind: string,
) => `<main style="padding:260px 300px 60px"><button id="target" aria-haspopup="menu" aria-expanded="false">Actions</button> <button id="other">Other</button></main>
  <script>${MENU.replace('LINK', kind === 'named' ? "menu.id = 'menu'; button.setAttribute('aria-controls', 'menu');" : '')}</script>`;
const popover = `<main style="padding:260px 300px 60px"><button id="target" popovertarget="menu">Actions</button></main>
  <div id="menu" popover style="inset:290px auto auto 300px;margin:0;width:180px;height:200px;padding:20px"><button id="first" onclick="chosen=true;this.parentNode.hidePopover()">Rename</button></div>`;
const nested = `<main style="padding:260px 300px 60px"><div id="target" style="width:100px;position:relative"><button aria-expanded="false" onclick="const menu=this.nextElementSibling;menu.hidden=!menu.hidden;this.setAttribute('aria-expanded',!menu.hidden)">Actions</button><div id="menu" role="menu" hidden style="position:absolute;top:24px;left:0;width:180px;height:200px;background:#eee"><button id="first" onclick="chosen=true;this.parentNode.hidden=true;this.parentNode.previousElementSibling.setAttribute('aria-expanded',false)">Rename</button></div></div></main>`;

const opener = (page: Page) => page.getByRole('button', { name: 'Actions' });
const clear = async (page: Page): Promise<number> =>
  gapBetween(await rectOf(card(page)), await rectOf(page.locator('#menu')));

for (const [name, body] of Object.entries({
  'a menu that it names': pageWith('named'),
  'a menu that it does not name': pageWith('unnamed'),
  'a popover': popover,
  'a list inside itself': nested,
}))
  for (const [how, step] of Object.entries({
    'a plain step': stepAt('a', '#target', { placement: 'bottom' }),
    'a spotlight': stepAt('a', '#target', { placement: 'bottom', spotlight: { interactive: true } }),
  }))
    test(`the target opens ${name} under ${how}: the step makes room, the menu can be used, and the step comes back`, async ({
      page,
      host,
      guide,
    }) => {
      await page.setViewportSize({ width: 1000, height: 800 });
      await host({ body });
      await guide([step, stepAt('b', undefined)]);
      const padding = step.spotlight ? 8 : 0;
      await expectBeside(page, page.locator('#target'), padding);
      const before = await rectOf(card(page));
      await opener(page).click();
      await expect(page.locator('#menu')).toBeVisible();
      await expect.poll(() => clear(page)).toBeGreaterThanOrEqual(0);
      await page.locator('#first').click();
      expect(await page.evaluate(() => (window as unknown as { chosen?: boolean }).chosen)).toBe(true);
      await expect(page.locator('#menu')).not.toBeVisible();
      await expect.poll(() => rectOf(card(page))).toEqual(before);
      expect(await told(page)).toEqual(['step_viewed a']);
      await button(page, 'Next').click();
      await seen(page, 'b');
    });

test('on a phone the menu fills the screen: the step steps back until it has closed', async ({ page, host, guide }) => {
  await page.setViewportSize({ width: 320, height: 480 });
  await host({
    body: pageWith('named').replace('260px 300px 60px', '120px 20px'),
    css: '#menu { inset: 0 !important; width: auto !important; height: auto !important }',
  });
  await guide([stepAt('a', '#target')]);
  await opener(page).click();
  await expect(page.locator('#menu')).toBeVisible();
  await expect(card(page)).not.toBeVisible();
  await page.locator('#first').click();
  await expect(card(page)).toBeVisible();
  expect(await told(page)).toEqual(['step_viewed a']);
});

test('Escape closes the menu that the target opened, not the tour; the next one is the tour’s', async ({
  page,
  host,
  guide,
}) => {
  await host({ body: popover });
  await guide([stepAt('a', '#target')]);
  await opener(page).click();
  await expect(page.locator('#menu')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.locator('#menu')).not.toBeVisible();
  await expect(card(page)).toBeVisible();
  expect(await told(page)).toEqual(['step_viewed a']);
  await page.keyboard.press('Escape');
  await expect(card(page)).toHaveCount(0);
  expect(await told(page)).toEqual(['step_viewed a', 'tour_dismissed a escape']);
});

test('under a spotlight the keyboard reaches the menu that the target opened, and its focus is not fetched back', async ({
  page,
  host,
  guide,
}) => {
  await host({ body: pageWith('named') });
  await guide([stepAt('a', '#target', { spotlight: { interactive: true } })]);
  await opener(page).focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('#first')).toBeFocused();
  await frames(page, 5);
  await expect(page.locator('#first')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('#menu')).toHaveCount(0);
  await expect(card(page)).toBeVisible();
});

test('the target is a select: its list is chosen from by keyboard and by script, and the tour goes on when it changed', async ({
  page,
  host,
  guide,
}) => {
  await host('<select id="target"><option>One<option>Two<option>Three</select>');
  await guide([
    stepAt('a', '#target', { spotlight: { interactive: true }, advance: [{ on: 'input' }] }),
    stepAt('b', undefined),
  ]);
  await page.locator('#target').focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Tab');
  await seen(page, 'b');
  expect(await page.locator('#target').inputValue()).toBe('Two');
  expect(await told(page)).toContain('step_completed a input');
});

test('the target is replaced while its menu is open, by one that is still moving in: nothing is thrown, and the step stays with it', async ({
  page,
  host,
  guide,
}) => {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  await page.setViewportSize({ width: 1000, height: 800 });
  await host({ body: pageWith('named') });
  await guide([stepAt('a', '#target')]);
  await opener(page).click();
  await expect.poll(() => clear(page)).toBeGreaterThanOrEqual(0);
  await opener(page).evaluate(async (old) => {
    const next = old.cloneNode(true) as HTMLElement;
    next.setAttribute('aria-expanded', 'false');
    document.querySelector('#menu')?.remove();
    old.replaceWith(next);
    await next.animate({ translate: ['-100px', '0'] }, 300).finished;
  });
  await expectBeside(page, opener(page));
  expect(errors).toEqual([]);
});
