import {
  button,
  card,
  expect,
  expectBeside,
  frames,
  type Page,
  rectOf,
  seen,
  stepAt,
  test,
  told,
} from './harness/situation.ts';

const dialog =
  '<button id="outside">Outside</button><dialog id="d" style="padding:80px"><button id="target">Save</button> <input id="field"></dialog>';
const open = (page: Page): Promise<void> => page.locator('#d').evaluate((it: HTMLDialogElement) => it.showModal());
const usable = async (page: Page): Promise<void> => {
  await expect(button(page, 'Next')).toBeVisible();
  const { x, y, width, height } = await rectOf(button(page, 'Next'));
  await page.mouse.click(x + width / 2, y + height / 2);
};

test('the app has opened a modal dialog before the step whose target is in it: the step is above it and can be used by mouse and by keyboard', async ({
  page,
  host,
  guide,
}) => {
  await host(dialog);
  await guide([stepAt('z', '#outside'), stepAt('a', '#target'), stepAt('b', '#target'), stepAt('c', '#outside')]);
  await button(page, 'Next').click();
  await open(page);
  await seen(page, 'a');
  await expectBeside(page, page.locator('#target'));
  await usable(page);
  await seen(page, 'b');
  await page.locator('#target').focus();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect.poll(() => told(page)).toContain('step_completed b button');
  await page.locator('#d').evaluate((it: HTMLDialogElement) => it.close());
  await seen(page, 'c');
});

for (const [name, show] of Object.entries({
  'a modal dialog': '<dialog id="host"><p style="margin:0;width:500px;height:400px">Dialog</p></dialog>',
  'a modal dialog in a shadow root':
    '<app-part><template shadowrootmode="open"><dialog id="host"><p style="margin:0;width:500px;height:400px">Dialog</p></dialog></template></app-part>',
  'a popover': '<div id="host" popover="manual" style="width:500px;height:400px">Popover</div>',
}))
  test(`the app opens ${name} during the step: its buttons can be pressed all the same`, async ({
    page,
    host,
    guide,
  }) => {
    await host(`<main style="padding:200px"><button id="target">New</button></main><div id="root">${show}</div>`);
    if (show.includes('template'))
      await page.evaluate((html) => {
        document.querySelector('#root')?.setHTMLUnsafe(html);
      }, show);
    await guide([stepAt('a', '#target'), stepAt('b', '#target')]);
    await page.evaluate(() => {
      const part = document.querySelector('app-part')?.shadowRoot ?? document;
      const it = part.querySelector<HTMLDialogElement>('#host');
      if (it?.popover) it.showPopover();
      else it?.showModal();
    });
    await frames(page, 5);
    await usable(page);
    await seen(page, 'b');
    await usable(page);
    await expect.poll(() => told(page)).toContain('tour_completed');
  });

test('the target is in a popover of the app: the step stands beside it, and a press on the step leaves it open', async ({
  page,
  host,
  guide,
}) => {
  await host(
    '<button popovertarget="menu" id="opener">Menu</button><div id="menu" popover style="padding:50px"><button id="target">Save</button></div>',
  );
  await guide([stepAt('a', '#opener'), stepAt('b', '#target'), stepAt('c', '#target')]);
  await button(page, 'Next').click();
  await page.locator('#opener').click();
  await seen(page, 'b');
  await expectBeside(page, page.locator('#target'));
  await button(page, 'Next').click();
  await seen(page, 'c');
  await expect(page.locator('#menu')).toBeVisible();
});

for (const style of [
  'position:relative;z-index:2147483647',
  'position:fixed;inset:0;z-index:2147483647;pointer-events:none',
  'transform:translateZ(0);z-index:99999;position:absolute',
  'isolation:isolate;will-change:transform;position:relative;z-index:9',
])
  test(`the target is in a stacking context of its own (${style}): it is not changed, and can be used under its spotlight`, async ({
    page,
    host,
    guide,
  }) => {
    await host(
      `<main><div style="${style}"><button id="target" style="margin:120px;pointer-events:auto">New</button></div></main>`,
    );
    const html = (): Promise<string> => page.locator('main').evaluate((it) => it.outerHTML);
    const before = await html();
    await guide([
      stepAt('a', '#target', { spotlight: { interactive: true }, advance: [{ on: 'click' }] }),
      stepAt('b', undefined),
    ]);
    expect(await html()).toBe(before);
    const { x, y, width, height } = await rectOf(page.locator('#target'));
    await page.mouse.click(x + width / 2, y + height / 2);
    await seen(page, 'b');
    expect(await html()).toBe(before);
  });

test('nothing of the app is written to, from the first step to the end', async ({ page, host, guide }) => {
  await host(
    '<main style="overflow:hidden"><section class="card"><button id="target" class="x">New</button></section></main>',
  );
  await page.evaluate(() => {
    const written: string[] = [];
    Object.assign(window, { written });
    new MutationObserver((records) => {
      for (const { target, type, attributeName, addedNodes, removedNodes } of records) {
        const ours = [...addedNodes, ...removedNodes].every((it) => it.nodeName.startsWith('SHIRUBE-'));
        const inOurs = target.nodeName.startsWith('SHIRUBE-');
        if (!inOurs && (type === 'attributes' || !ours)) written.push(`${target.nodeName} ${attributeName ?? type}`);
      }
    }).observe(document.documentElement, { attributes: true, childList: true, subtree: true });
  });
  const before = await page.evaluate(() => document.body.outerHTML);
  await guide([
    stepAt('a', '#target', { spotlight: { interactive: true } }),
    stepAt('b', undefined),
    stepAt('c', '#target'),
  ]);
  for (const id of ['b', 'c']) {
    await button(page, 'Next').click();
    await seen(page, id);
  }
  await button(page, 'Next').click();
  await expect.poll(() => told(page)).toContain('tour_completed');
  expect(await page.evaluate(() => document.body.outerHTML)).toBe(before);
  expect(await page.evaluate(() => (window as unknown as { written: string[] }).written)).toEqual([]);
  await expect(card(page)).toHaveCount(0);
});
