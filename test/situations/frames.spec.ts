import {
  begin,
  button,
  card,
  expect,
  expectBeside,
  expectOnScreen,
  seen,
  stepAt,
  test,
  told,
  tourOf,
} from './harness/situation.ts';

const frame = (target: string, outer = '#frame') => ({
  target: { frame: { selectors: [outer] }, selectors: [target] },
});

test('the target is in a frame of another origin: the step says so as frame_blocked, the app is told, and nothing holds the page', async ({
  page,
  host,
}) => {
  const url = 'https://pay.example/';
  await page.route(url, (route) => route.fulfill({ contentType: 'text/html', body: '<button id="pay">Pay</button>' }));
  const lines: string[] = [];
  page.on('console', (message) => lines.push(message.text()));
  await host(`<button id="own">Own</button><iframe id="frame" src="${url}" style="width:300px;height:200px"></iframe>`);
  await expect(page.frameLocator('#frame').locator('#pay')).toBeVisible();
  const missing = { timeoutMs: 1500, spotlight: {} };
  await begin(page, [
    tourOf('guide', [
      stepAt('a', undefined, { ...frame('#pay'), ...missing, kind: 'tooltip', onMissing: 'skip' }),
      stepAt('b', undefined, { ...frame('#pay'), ...missing, kind: 'tooltip', onMissing: 'center' }),
    ]),
  ]);
  await seen(page, 'b');
  expect(await told(page)).toEqual([
    'target_missing a frame_blocked',
    'step_skipped a target_missing',
    'target_missing b frame_blocked',
    'step_viewed b',
  ]);
  expect(lines.filter((line) => /\[shirube\].*frame/.test(line))).toHaveLength(2);
  await page.click('#own');
  await expectOnScreen(page);
});

test('the target is in a sandboxed frame that shares nothing: frame_blocked, too', async ({ page, host }) => {
  await host('<iframe id="frame" sandbox srcdoc="<button id=pay>Pay</button>"></iframe>');
  await expect(page.frameLocator('#frame').locator('#pay')).toBeVisible();
  await begin(page, [
    tourOf('guide', [stepAt('a', undefined, { ...frame('#pay'), kind: 'tooltip', timeoutMs: 1500, onMissing: 'end' })]),
  ]);
  await expect.poll(() => told(page)).toEqual(['target_missing a frame_blocked', 'tour_ended a target_missing']);
});

for (const [name, style] of Object.entries({
  'with a border and padding': 'border:7px solid;padding:11px;margin:40px 90px',
  'scaled by its parent': 'transform:scale(0.6);transform-origin:0 0;margin:30px',
}))
  test(`the target is in a frame ${name}, scrolled out of its view: it comes into view, and the step beside it`, async ({
    page,
    host,
    guide,
    browserName,
  }) => {
    test.skip(
      browserName !== 'chromium' && style.includes('scale'),
      'the driver of Firefox cannot say where something in a scaled frame is',
    );
    await host(
      `<iframe id="frame" style="width:400px;height:220px;${style}" srcdoc="<div style='height:500px'></div><button id=pay>Pay</button><div style='height:900px'></div>"></iframe>`,
    );
    const pay = page.frameLocator('#frame').locator('#pay');
    await expect(pay).toBeAttached();
    await guide([
      stepAt('a', undefined, { ...frame('#pay'), kind: 'tooltip', advance: [{ on: 'click' }] }),
      stepAt('b', undefined),
    ]);
    await expect(pay).toBeInViewport();
    await expectBeside(page, pay);
    await pay.click();
    await seen(page, 'b');
    await button(page, 'Next').click();
    await expect(card(page)).toHaveCount(0);
  });

test('the frame loads another document: the step finds its target there', async ({ page, host, guide }) => {
  await host('<iframe id="frame" srcdoc="<button id=pay>Pay</button>"></iframe>');
  await guide([stepAt('a', undefined, { ...frame('#pay'), kind: 'tooltip' })]);
  await page.evaluate(() => {
    const it = document.querySelector<HTMLIFrameElement>('#frame');
    if (it) it.srcdoc = '<p>Wait</p><p>Wait</p><button id=pay>Pay again</button>';
  });
  await expect(page.frameLocator('#frame').getByText('Pay again')).toBeVisible();
  await expectBeside(page, page.frameLocator('#frame').locator('#pay'));
});
