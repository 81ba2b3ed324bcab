import { current, expect, type HostPage, label, outline, state, test } from './harness/pickTest.ts';

const invoices: HostPage = {
  body: `<main><h1>Invoices</h1>
    <div id="bar"><button data-tour="new-invoice"><svg width="16" height="16" viewBox="0 0 16 16"><path id="line" d="M0 8h16v4h-16z"/></svg>
    <span id="words">New invoice</span></button> <a href="/settings">Settings</a> <button disabled>Export</button></div>
    <form><label>Customer <input name="customer"></label> <button>Save</button></form></main>`,
  css: 'body { font: 16px sans-serif; margin: 80px 40px } button, form, #bar { padding: 8px 16px }',
};

test('outlines the button whose icon is under the pointer, and says what it is and how well it will be found', async ({
  openPicker,
}) => {
  const page = await openPicker(invoices);
  await page.locator('#line').hover();
  await expect(label(page)).toContainText('Button “New invoice”');
  await expect(label(page)).toContainText('Stable');
  await expect(label(page)).toContainText('Found by data-tour');
  const button = await page.getByRole('button', { name: 'New invoice' }).boundingBox();
  if (!button) throw new Error('the button has a box');
  const { x, y, width, height } = button;
  expect(await outline(page)).toEqual({ x: x - 4, y: y - 4, width: width + 8, height: height + 8 });
  expect((await state(page)).hovered).toEqual(['Button “New invoice”']);
});

test('widens to what is around it, narrows back on the way of the pointer and goes to neighbours by the arrow keys', async ({
  openPicker,
}) => {
  const page = await openPicker(invoices);
  await page.locator('#words').hover();
  await expect(label(page)).toContainText('New invoice');
  for (const [key, name] of [
    ['ArrowUp', 'Area'],
    ['ArrowUp', 'Main area “Invoices”'],
    ['ArrowUp', 'Main area “Invoices”'],
    ['ArrowDown', 'Area'],
    ['ArrowDown', 'Button “New invoice”'],
    ['ArrowDown', 'Text “New invoice”'],
    ['ArrowLeft', 'Icon'],
    ['ArrowUp', 'Button “New invoice”'],
    ['ArrowRight', 'Link “Settings”'],
    ['ArrowRight', 'Button “Export”'],
    ['ArrowRight', 'Button “Export”'],
  ] as const) {
    await page.keyboard.press(key);
    expect(await current(page), key).toBe(name);
  }
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  expect(await state(page)).toMatchObject({ picked: ['Button “Export”'], left: 1 });
});

test('is used from start to end by the keyboard, and tells a screen reader what Enter would pick', async ({
  openPage,
}) => {
  const page = await openPage({
    ...invoices,
    body: `${invoices.body}<div id="shady"></div><iframe src="/frame" title="Billing"></iframe><button>Last</button>`,
    script: `shady.attachShadow({ mode: 'open' }).append(Object.assign(document.createElement('button'), { textContent: 'Shady' }));`,
    pages: { '/frame': '<!doctype html><button>Framed</button>' },
  });
  await page.frameLocator('iframe').getByText('Framed').waitFor();
  await page.getByRole('button', { name: 'Editor' }).focus();
  await page.evaluate('harness.picker = harness.startPicker()');
  const keys = page.getByRole('application', { name: 'Pick an element of the page' });
  await expect(keys).toBeFocused();
  const names: (string | undefined)[] = [];
  for (let step = 0; step < 8; step++) {
    await page.keyboard.press('Tab');
    names.push(await current(page));
  }
  expect(names).toEqual([
    'Button “New invoice”',
    'Link “Settings”',
    'Button “Export”',
    'Field “Customer”',
    'Button “Save”',
    'Button “Shady”',
    'Button “Framed”',
    'Button “Last”',
  ]);
  await page.keyboard.press('Tab');
  expect(await current(page)).toBe('Button “New invoice”');
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Shift+Tab');
  await expect(page.locator('#editor').getByRole('status')).toHaveText(
    /^Button “Framed”\. (Stable|Fair)\. Found by its name/,
  );
  await page.keyboard.press('Enter');
  expect((await state(page)).picked).toEqual(['Button “Framed”']);
  await page.evaluate('harness.picker.dispose()');
  await expect(page.getByRole('button', { name: 'Editor' })).toBeFocused();
});

test('goes to what lies beneath at each press of Shift, and round', async ({ openPage }) => {
  const page = await openPage({
    body: `<button class="at">Below</button><section class="at" aria-label="Veil"><i></i></section><a class="at" href="/x"><b>Top</b></a>`,
    css: '.at { position: fixed; top: 100px; left: 100px; width: 200px; height: 100px; background: #fff8 }',
  });
  // Started in the editor, which then has the focus.
  await page.getByRole('button', { name: 'Editor' }).focus();
  await page.evaluate('harness.picker = harness.startPicker()');
  await page.mouse.move(150, 150);
  await expect(label(page)).toContainText('Link “Top”');
  for (const name of ['Section “Veil”', 'Button “Below”', 'Link “Top”']) {
    await page.keyboard.press('Shift');
    expect(await current(page)).toBe(name);
  }
});

test('keeps what the keyboard chose while the page moves under a resting pointer, until the pointer moves', async ({
  openPicker,
}) => {
  const page = await openPicker({
    body: '<button>First</button><div></div><button>Second</button><p>Text</p>',
    css: 'div { height: 3000px }',
  });
  await page.mouse.move(300, 300);
  await page.keyboard.press('Tab');
  await expect(label(page)).toContainText('Button “Second”');
  // What the browser does by itself, sooner or later, after it has scrolled.
  await page.mouse.move(302, 301);
  await page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');
  expect(await current(page)).toBe('Button “Second”');
  await page.mouse.move(310, 310);
  await expect(label(page)).not.toContainText('Second');
});

test('is driven by buttons of the editor, too, where there are no arrow keys', async ({ openPicker }) => {
  const page = await openPicker(invoices);
  await page.evaluate(
    `harness.picker.go('nextStop'); harness.picker.go('next'); harness.picker.pick(); harness.picker.go('wider'); harness.picker.pick()`,
  );
  expect((await state(page)).picked).toEqual(['Link “Settings”', 'Area']);
});

test('reaches into shadow roots and scaled frames, and outlines what is there where it is seen', async ({
  openPicker,
  browserName,
}) => {
  test.skip(browserName !== 'chromium', 'the driver of Firefox cannot say where something in a scaled frame is');
  const page = await openPicker({
    body: '<div id="shady"></div><iframe src="/frame"></iframe>',
    css: 'iframe { position: fixed; top: 200px; left: 60px; width: 300px; height: 200px; border: 7px solid; padding: 11px; transform: scale(0.5); transform-origin: 0 0 }',
    script: `shady.attachShadow({ mode: 'open' }).append(Object.assign(document.createElement('button'), { textContent: 'Shady' }));`,
    pages: { '/frame': '<!doctype html><p>Text</p><button id="framed">Framed</button>' },
  });
  const framed = page.frameLocator('iframe').locator('#framed');
  for (const target of [page.getByRole('button', { name: 'Shady' }), framed]) {
    await target.hover();
    await expect(label(page)).toContainText((await target.textContent()) ?? '');
    const box = await target.boundingBox();
    const drawn = await outline(page);
    expect(drawn?.x).toBeCloseTo((box?.x ?? 0) - 4, 1);
    expect(drawn?.y).toBeCloseTo((box?.y ?? 0) - 4, 1);
    expect(drawn?.width).toBeCloseTo((box?.width ?? 0) + 8, 1);
  }
  await framed.click();
  expect((await state(page)).picked).toEqual(['Button “Framed”']);
  expect(await page.evaluate('harness.heard.picked[0].target.frame !== undefined')).toBe(true);
});

test('never takes the editor, anything of Shirube’s, or the page as a whole', async ({ openPicker }) => {
  const page = await openPicker({
    body: '<shirube-tooltip><button>Next</button></shirube-tooltip>',
    css: 'shirube-tooltip { position: fixed; top: 100px; left: 100px } html, body { height: 100% }',
  });
  await page.getByRole('button', { name: 'Next' }).hover();
  expect(await current(page)).toBeUndefined();
  await page.mouse.move(600, 400);
  expect(await current(page)).toBeUndefined();
  await page.getByRole('button', { name: 'Editor' }).hover();
  expect(await current(page)).toBeUndefined();
  await page.keyboard.press('Tab');
  expect(await current(page)).toBeUndefined();
  expect(await outline(page)).toBeNull();
});

test('picks in a modal dialog, which it is drawn over', async ({ openPicker }) => {
  const page = await openPicker({
    body: '<button id="behind">Behind</button><dialog><p>Settings</p><button id="save">Save</button></dialog>',
    script: 'document.querySelector("dialog").showModal()',
  });
  await page.keyboard.press('Tab');
  expect(await current(page)).toBe('Button “Save”');
  await page.keyboard.press('Tab');
  expect(await current(page)).toBe('Button “Save”');
  await page.locator('#save').click();
  await page.keyboard.press('Escape');
  expect(await state(page)).toMatchObject({ picked: ['Button “Save”'], left: 1 });
  expect(await page.evaluate('document.querySelector("dialog").open')).toBe(true);
});

test.describe('by touch', () => {
  test.use({ hasTouch: true });
  test('shows at the first tap and picks at the second', async ({ openPicker, browserName }) => {
    test.skip(browserName !== 'chromium', 'the driver of Firefox taps, and no event comes of it');
    const page = await openPicker(invoices);
    const settings = page.getByRole('link', { name: 'Settings' });
    await settings.tap();
    await expect(label(page)).toContainText('Link “Settings”');
    expect((await state(page)).picked).toEqual([]);
    await settings.tap();
    await expect.poll(async () => (await state(page)).picked).toEqual(['Link “Settings”']);
    expect(page.url()).toBe('https://app.example/');
  });
});
