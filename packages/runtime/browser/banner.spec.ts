import { boxOf, expect, inputs, test } from './harness/viewTest.ts';

const banner = { kind: 'banner' } as const;

test('a banner lies along the whole edge that was asked for', async ({ page, open, show }) => {
  await page.setViewportSize({ width: 1000, height: 700 });
  await open({});
  const strip = page.getByRole('region', { name: 'Start here' });
  await show({ step: banner });
  expect(await boxOf(strip)).toMatchObject({ x: 8, y: 8, width: 984 });
  await show({ step: { ...banner, position: 'bottom' } });
  const { x, y, width, height } = await boxOf(strip);
  expect([x, y + height, width]).toEqual([8, 692, 984]);
  await page.getByRole('button', { name: 'Next' }).click();
  expect(await inputs(page)).toEqual([{ type: 'next' }]);
});

test("it lies below the app's header: one that stays, and one that scrolls away", async ({ page, open, show }) => {
  const strip = page.getByRole('region', { name: 'Start here' });
  for (const position of ['sticky', 'static']) {
    await open({
      body: `<header style="position:${position};top:0;margin:-8px;height:52px;background:#fff">App</header><main style="height:3000px">Text</main>`,
    });
    await show({ step: banner });
    expect(Math.round((await boxOf(strip)).y), position).toBe(60);
    await page.mouse.wheel(0, 1000);
    await expect.poll(async () => Math.round((await boxOf(strip)).y)).toBe(position === 'sticky' ? 60 : 8);
  }
});

test('it shifts nothing of the page, writes nothing to it, and leaves nothing behind', async ({ page, open, show }) => {
  await open({});
  const before = await page.content();
  const place = await boxOf(page.locator('#target'));
  await show({ step: banner });
  expect(await boxOf(page.locator('#target'))).toEqual(place);
  const ours = await page.evaluate(() => {
    const copy = document.documentElement.cloneNode(true) as Element;
    copy.querySelector('shirube-banner')?.remove();
    return `<!DOCTYPE html>${copy.outerHTML}`;
  });
  expect(ours).toBe(before);
  await page.evaluate(() => parts.presenter.dispose());
  expect(await page.content()).toBe(before);
});

test('an app can make room for it in its own style sheet, while it is there', async ({ page, open, show }) => {
  await open({ css: 'html:has(shirube-banner) body { padding-top: 72px }' });
  const padding = (): Promise<string> => page.evaluate(() => getComputedStyle(document.body).paddingTop);
  await show({ step: banner });
  expect(await padding()).toBe('72px');
  await page.evaluate(() => parts.presenter.dispose());
  expect(await padding()).toBe('0px');
});

test('a long text stays where it has been read to, whatever stirs in the page, and in another window size', async ({
  page,
  open,
  show,
}) => {
  await open();
  const long = {
    type: 'paragraph' as const,
    content: [{ type: 'text' as const, text: 'One more line. '.repeat(300) }],
  };
  await show({ step: { kind: 'banner' }, content: { title: 'Start here', body: { type: 'doc', content: [long] } } });
  const text = page.locator('[part=card] .scroll');
  await text.evaluate((it) => it.scrollTo(0, 120));
  await page.evaluate(async () => {
    dispatchEvent(new Event('transitionrun'));
    for (let frames = 0; frames < 3; frames++) await new Promise(requestAnimationFrame);
  });
  expect(await text.evaluate((it) => it.scrollTop)).toBe(120);
  await page.setViewportSize({ width: 1100, height: 640 });
  await expect.poll(() => text.evaluate((it) => it.clientHeight)).toBeLessThan(280);
  expect(await text.evaluate((it) => it.scrollTop)).toBe(120);
});

test.describe('on a screen 320 px wide, in Japanese', () => {
  test.use({ viewport: { width: 320, height: 400 } });
  test('it is whole on the screen, takes half of it at most, and its buttons stand below the text', async ({
    page,
    open,
    show,
  }) => {
    await open({});
    const long = { type: 'text' as const, text: '長い文章が続きます。'.repeat(60) };
    await show({
      locale: 'ja',
      step: banner,
      content: { title: 'お知らせ', body: { type: 'doc', content: [{ type: 'paragraph', content: [long] }] } },
    });
    const { x, y, width, height } = await boxOf(page.getByRole('region', { name: 'お知らせ' }));
    expect([x, y, width]).toEqual([8, 8, 304]);
    expect(height).toBeLessThanOrEqual(200);
    await page.getByRole('button', { name: '次へ' }).click();
    expect(await inputs(page)).toEqual([{ type: 'next' }]);
  });
});
