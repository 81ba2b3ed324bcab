import {
  begin,
  button,
  card,
  expect,
  expectOnScreen,
  frames,
  gapBetween,
  type Page,
  rectOf,
  seen,
  stepAt,
  test,
  told,
  tourOf,
} from './harness/situation.ts';

/** As other products bring them: at the end of the body, with the highest z-index there is. */
const popup = (page: Page, css: string, more = ''): Promise<void> =>
  page.evaluate(
    ([style = '', script = '']) => {
      const box = document.createElement('div');
      box.id = 'popup';
      box.style.cssText = `position:fixed;z-index:2147483647;background:#cde;padding:10px;inset:auto;margin:0;${style}`;
      box.innerHTML =
        '<button class="yes">Accept</button> <button class="no">Decline</button> <input aria-label="Message">';
      box.addEventListener('click', (event) => {
        if ((event.target as Element).matches('.yes')) {
          box.remove();
          Object.assign(window, { accepted: true });
        }
      });
      document.body.append(box);
      if (script === 'top layer') {
        box.popover = 'manual';
        box.showPopover();
      }
      if (script === 'focus') {
        const field = box.querySelector('input');
        field?.focus();
        // It wants the focus, and takes it back whenever it is lost.
        field?.addEventListener('blur', () => {
          Object.assign(window, { blurs: ((window as unknown as { blurs?: number }).blurs ?? 0) + 1 });
          setTimeout(() => box.isConnected && field.focus());
        });
      }
    },
    [css, more],
  );
const body = '<main style="padding:200px 60px"><button id="one">One</button></main>';
const COOKIES = 'left:0;right:0;bottom:0;height:60px';
const CHAT = 'right:20px;bottom:20px;width:300px;height:300px;border-radius:12px';
const reachable = (page: Page) =>
  page.locator('#popup .yes').evaluate((it) => {
    const { left, top, width, height } = it.getBoundingClientRect();
    return document.elementFromPoint(left + width / 2, top + height / 2) === it;
  });

for (const [what, css] of [
  ['a cookie bar', COOKIES],
  ['a chat window', CHAT],
] as const)
  for (const [name, step] of Object.entries({
    'a tooltip': stepAt('a', '#one'),
    'a slideout in the same corner': stepAt('a', undefined, { kind: 'slideout' }),
    'a banner': stepAt('a', undefined, { kind: 'banner', position: 'top' }),
  }))
    for (const first of ['ours', 'theirs'])
      for (const layer of ['', 'top layer']) {
        if (layer && first === 'theirs') continue;
        test(`${what}${layer && ' in the top layer'} and ${name}, ${first} first: both can be read and pressed`, async ({
          page,
          host,
          guide,
        }) => {
          await host(body);
          if (first === 'theirs') await popup(page, css, layer);
          await guide([step]);
          if (first === 'ours') await popup(page, css, layer);
          await expect
            .poll(async () => gapBetween(await rectOf(card(page)), await rectOf(page.locator('#popup'))))
            .toBeGreaterThanOrEqual(0);
          await expectOnScreen(page);
          expect(await reachable(page)).toBe(true);
          await page.fill('#popup input', 'Hello');
          await page.click('#popup .yes');
          await expect(card(page).getByText('Title of a')).toBeVisible();
          await button(page, 'Next').click();
          await expect.poll(() => told(page)).toContain('tour_completed');
        });
      }

for (const [name, step] of Object.entries({
  'a plain step': stepAt('a', '#one'),
  'a spotlight': stepAt('a', '#one', { spotlight: { interactive: true } }),
}))
  test(`another product's popup takes the focus, and takes it back whenever it is lost: ${name} does not fight for it`, async ({
    page,
    host,
    guide,
  }) => {
    await host(body);
    await guide([step]);
    await popup(page, CHAT, 'focus');
    await frames(page, 30);
    const blurs = (): Promise<number> => page.evaluate(() => (window as unknown as { blurs?: number }).blurs ?? 0);
    const fought = await blurs();
    expect(fought).toBeLessThanOrEqual(4);
    await frames(page, 30);
    expect(await blurs()).toBe(fought);
    await button(page, 'Next').click();
    await expect.poll(() => told(page)).toContain('tour_completed');
  });

test('a cookie banner covers the place where the step stands: ours is above it, and what it needs is free', async ({
  page,
  host,
  guide,
}) => {
  await host(body);
  await guide([stepAt('a', '#one')]);
  await popup(page, 'inset:0;height:auto');
  await expect(card(page).getByText('Title of a')).toBeVisible();
  await button(page, 'Next').click();
  await expect.poll(() => told(page)).toContain('tour_completed');
  await page.click('#popup .yes');
});

test('our first step comes while another product asks for consent in a modal dialog: it waits until that is closed', async ({
  page,
  host,
}) => {
  await host(`${body}<dialog id="consent"><button onclick="consent.close()">Agree</button></dialog>`);
  await page.evaluate(() => document.querySelector<HTMLDialogElement>('#consent')?.showModal());
  await begin(page, [tourOf('guide', [stepAt('a', '#one')])]);
  await expect.poll(() => page.evaluate(async () => (await window.guide.explain('guide')).reason)).toBe('dialog_open');
  await page.click('#consent button');
  await seen(page, 'a');
});
