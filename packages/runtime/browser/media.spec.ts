import type { Page, Route } from '@playwright/test';
import { findings } from './harness/findings.ts';
import type { PlainView } from './harness/viewPage.ts';
import { boxOf, card, expect, inputs, test } from './harness/viewTest.ts';

type Content = NonNullable<PlainView['content']>;
type Block = NonNullable<NonNullable<Content['body']>['content']>[number];
type VideoAttributes = Extract<Block, { type: 'video' }>['attrs'];
type ImageAttributes = Extract<Block, { type: 'image' }>['attrs'];

const YOUTUBE: VideoAttributes = { src: 'https://www.youtube.com/watch?v=dQw4w9WgXcQ', title: 'Sending an invoice' };
const FILE: VideoAttributes = { src: 'https://cdn.example/intro.mp4', title: 'A short look' };
const STRICT = "default-src 'self'; style-src 'self'; require-trusted-types-for 'script'";
/** A picture of the size that its address names, else 600 by 300. */
const picture = (url: string): string => {
  const [, width = 600, height = 300] = /(\d+)x(\d+)/.exec(url) ?? [];
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="#2b5c8a"/></svg>`;
};

const withBlocks = (...content: Block[]): Content => ({ title: 'Start here', body: { type: 'doc', content } });
const video = (attrs: VideoAttributes): Content => withBlocks({ type: 'video', attrs });
const image = (attrs: Partial<ImageAttributes> = {}): Content =>
  withBlocks({ type: 'image', attrs: { src: 'https://cdn.example/chart.svg', alt: 'A chart', ...attrs } });

/** The other hosts, answered by the test. What they were asked for, in order. */
const elsewhere = async (
  page: Page,
  answer: (route: Route) => Promise<void> = answerAll,
): Promise<readonly string[]> => {
  const asked: string[] = [];
  await page.route(/^https:/, async (route) => {
    asked.push(route.request().url());
    await answer(route);
  });
  return asked;
};
const PLAYER = '<!doctype html><title>Player</title><button autofocus>Pause</button>';
const answerAll = (route: Route): Promise<void> =>
  route.request().resourceType() === 'document'
    ? route.fulfill({ contentType: 'text/html', body: PLAYER })
    : route.request().url().endsWith('.svg')
      ? route.fulfill({ contentType: 'image/svg+xml', body: picture(route.request().url()) })
      : route.fulfill({ contentType: 'video/webm', body: FILM });

/** What went wrong without anybody catching it. */
const watchTroubles = (page: Page): readonly string[] => {
  const troubles: string[] = [];
  page.on('pageerror', (error) => troubles.push(String(error)));
  return troubles;
};
const play = (page: Page, title = YOUTUBE.title) => page.getByRole('button', { name: `Play video: ${title}` });
const diagnoses = (page: Page) => page.evaluate(() => parts.diagnoses);

/** A second of silence, which a video element plays like any file. */
const FILM = ((): Buffer => {
  const film = Buffer.alloc(44 + 8000, 128);
  film.write('RIFF');
  film.writeUInt32LE(36 + 8000, 4);
  film.write('WAVEfmt ', 8);
  film.writeUInt32LE(16, 16);
  film.writeUInt16LE(1, 20);
  film.writeUInt16LE(1, 22);
  film.writeUInt32LE(8000, 24);
  film.writeUInt32LE(8000, 28);
  film.writeUInt16LE(1, 32);
  film.writeUInt16LE(8, 34);
  film.write('data', 36);
  film.writeUInt32LE(8000, 40);
  return film;
})();

test('nothing of a video is loaded before someone presses play; then the player stands in its place, with the focus, and follows nobody', async ({
  page,
  open,
  show,
}) => {
  const asked = await elsewhere(page);
  const troubles = watchTroubles(page);
  await open();
  await show({ content: video(YOUTUBE) });
  const button = play(page);
  await expect(button).toBeVisible();
  expect(asked).toEqual([]);
  const [cardBefore, before] = [await boxOf(card(page)), await boxOf(button)];
  expect(before.height).toBeGreaterThanOrEqual(44);
  expect(before.width / before.height).toBeCloseTo(16 / 9, 1);

  await button.press('Enter');
  const frame = card(page).locator('iframe');
  await expect(frame).toBeFocused();
  await expect(page.frameLocator('iframe').getByRole('button', { name: 'Pause' })).toBeVisible();
  expect(asked).toEqual(['https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?autoplay=1&playsinline=1&rel=0&hl=en']);
  expect(await boxOf(frame)).toEqual(before);
  expect(await boxOf(card(page))).toEqual(cardBefore);
  await expect(frame).toHaveAttribute('title', YOUTUBE.title);
  expect(((await frame.getAttribute('sandbox')) ?? '').split(' ')).not.toContain('allow-top-navigation');
  expect(troubles).toEqual([]);
});

test('Escape closes the step while the focus is outside of the player, and the player goes with it', async ({
  page,
  open,
  show,
}) => {
  await elsewhere(page);
  await open();
  await show({ step: { kind: 'modal' }, content: video(YOUTUBE) });
  await play(page).click();
  await expect(card(page).locator('iframe')).toBeFocused();
  await page.getByRole('button', { name: 'Next' }).focus();
  await page.keyboard.press('Escape');
  expect(await inputs(page)).toEqual([{ type: 'dismiss', via: 'escape' }]);
  await page.evaluate(() => parts.presenter.dispose());
  expect(page.frames()).toHaveLength(1);
});

test('a file plays in the browser itself, with its captions; Tab leads through its controls and on', async ({
  page,
  open,
  show,
}) => {
  const asked = await elsewhere(page, (route) =>
    route.request().url().endsWith('.vtt')
      ? route.fulfill({
          contentType: 'text/vtt',
          headers: { 'access-control-allow-origin': '*' },
          body: 'WEBVTT\n\n00:00.000 --> 00:01.000\nHello',
        })
      : route.fulfill({ contentType: 'audio/wav', headers: { 'access-control-allow-origin': '*' }, body: FILM }),
  );
  await open();
  await show({
    step: { kind: 'modal' },
    locale: 'ja',
    content: video({ ...FILE, captions: 'https://cdn.example/intro.vtt' }),
  });
  expect(asked).toEqual([]);
  await page.getByRole('button', { name: `動画を再生: ${FILE.title}` }).click();
  const player = card(page).locator('video');
  await expect(player).toBeFocused();
  await expect.poll(() => player.evaluate((it: HTMLVideoElement) => it.ended || !it.paused)).toBe(true);
  await expect
    .poll(() => player.evaluate((it: HTMLVideoElement) => [it.textTracks[0]?.mode, it.textTracks[0]?.cues?.length]))
    .toEqual(['showing', 1]);
  expect(asked.toSorted()).toEqual(['https://cdn.example/intro.mp4', 'https://cdn.example/intro.vtt']);
  await page.keyboard.press('Tab');
  // Still in it: its own controls come next.
  await expect(player).toBeFocused();
});

for (const [what, attrs] of Object.entries({ 'a frame': YOUTUBE, 'a file': FILE })) {
  test(`under a strict policy ${what} gives way to a link that opens beside the app; nothing is loaded, thrown or told as broken`, async ({
    page,
    open,
    show,
  }) => {
    const asked = await elsewhere(page);
    const troubles = watchTroubles(page);
    await open({ policy: STRICT });
    await show({ content: video(attrs) });
    const before = await boxOf(card(page));
    await play(page, attrs.title).press('Enter');
    const link = card(page).getByRole('link');
    await expect(link).toHaveAttribute('href', attrs.src);
    await expect(link).toBeFocused();
    await expect(link).toHaveAttribute('target', '_blank');
    await expect(link).toHaveAttribute('rel', 'noopener noreferrer');
    await expect(card(page)).toContainText('Cannot be played here');
    expect(await boxOf(card(page))).toEqual(before);
    await expect(card(page).locator('iframe, video')).toHaveCount(0);
    await page.keyboard.press('Escape');
    expect(await inputs(page)).toEqual([{ type: 'dismiss', via: 'escape' }]);
    expect([asked, troubles, await diagnoses(page)]).toEqual([[], [], []]);
  });
}

test('the policy that the README names lets pictures, frames and files in', async ({ page, open, show }) => {
  const seen: string[] = [];
  page.on('console', (message) => {
    if (/Content Security Policy/.test(message.text())) seen.push(message.text());
  });
  await elsewhere(page);
  await open({
    policy: `${STRICT}; img-src 'self' https://cdn.example; media-src https://cdn.example; frame-src https://www.youtube-nocookie.com`,
  });
  for (const attrs of [YOUTUBE, FILE]) {
    await show({ content: withBlocks(...(image().body?.content ?? []), { type: 'video', attrs }) });
    await play(page, attrs.title).click();
    await expect(card(page).locator('[part=player]')).toBeVisible();
    await expect(card(page).getByRole('img', { name: 'A chart' })).toHaveClass(/here/);
  }
  expect(seen).toEqual([]);
});

test('a policy that is only tried out takes no player away', async ({ page, open, show }) => {
  await elsewhere(page);
  await open();
  await show({ content: video(YOUTUBE) });
  await play(page).click();
  const refuse = (disposition: 'report' | 'enforce', blockedURI: string) =>
    page.evaluate(
      (given) => {
        document.dispatchEvent(
          new SecurityPolicyViolationEvent('securitypolicyviolation', {
            ...given,
            effectiveDirective: 'frame-src',
            violatedDirective: 'frame-src',
            documentURI: location.href,
            originalPolicy: '',
            statusCode: 200,
            bubbles: true,
          }),
        );
      },
      { disposition, blockedURI },
    );
  await refuse('report', 'https://www.youtube-nocookie.com/embed/x');
  await refuse('enforce', 'https://elsewhere.example/frame');
  await expect(card(page).locator('iframe')).toBeVisible();
  await refuse('enforce', 'https://www.youtube-nocookie.com/embed/x');
  await expect(card(page).locator('iframe')).toHaveCount(0);
});

test('a file that does not come gives way to a link', async ({ page, open, show }) => {
  await elsewhere(page, (route) => route.fulfill({ status: 404, body: '' }));
  await open();
  await show({ content: video(FILE) });
  await play(page, FILE.title).click();
  await expect(card(page).getByRole('link', { name: 'Open on cdn.example' })).toBeFocused();
});

test('an address that is no video of a known host is a link from the start, and one that is not https is left out', async ({
  page,
  open,
  show,
}) => {
  await open();
  await show({ content: video({ src: 'https://www.youtube.com.evil.example/embed/dQw4w9WgXcQ', title: 'Alike' }) });
  await expect(card(page).getByRole('link')).toHaveAccessibleName('Open on www.youtube.com.evil.example');
  await expect(play(page, 'Alike')).toHaveCount(0);
  await show({ content: video({ src: 'javascript:alert(1)//.mp4', title: 'A script' }) });
  await expect(card(page).locator('figure')).toHaveCount(0);
});

test('a poster is shown, and its absence leaves the button', async ({ page, open, show }) => {
  const asked = await elsewhere(page, (route) =>
    route.request().url().endsWith('gone.svg') ? route.fulfill({ status: 404 }) : answerAll(route),
  );
  await open();
  await show({ content: video({ ...YOUTUBE, poster: 'https://cdn.example/poster.svg' }) });
  await expect(play(page).locator('img')).toBeVisible();
  expect(asked).toEqual(['https://cdn.example/poster.svg']);
  await show({ content: video({ ...YOUTUBE, poster: 'https://cdn.example/gone.svg' }) });
  await expect(play(page).locator('img')).toHaveCount(0);
  await expect(play(page)).toBeVisible();
});

test('the room of a picture is kept before it arrives; it is no larger than it is, nor taller than the screen allows', async ({
  page,
  open,
  show,
}) => {
  await page.setViewportSize({ width: 1280, height: 400 });
  const waiting: (() => void)[] = [];
  await elsewhere(page, async (route) => {
    await new Promise<void>((go) => waiting.push(go));
    await answerAll(route);
  });
  await open();
  for (const [width, height, shown] of [
    [600, 300, { width: 300, height: 150 }],
    [60, 30, { width: 60, height: 30 }],
    [300, 900, { width: 80, height: 240 }],
  ] as const) {
    await show({ content: image({ src: `https://cdn.example/${width}x${height}.svg`, width, height }) });
    const shownPicture = card(page).getByRole('img', { name: 'A chart' });
    const before = { card: await boxOf(card(page)), picture: await boxOf(shownPicture) };
    expect(before.picture.width / before.picture.height).toBeCloseTo(width / height, 1);
    expect(Math.abs(before.picture.width - shown.width)).toBeLessThanOrEqual(2);
    expect(Math.abs(before.picture.height - shown.height)).toBeLessThanOrEqual(2);
    await expect.poll(() => waiting.length).toBe(1);
    waiting.pop()?.();
    await expect(shownPicture).toHaveClass(/here/);
    expect({ card: await boxOf(card(page)), picture: await boxOf(shownPicture) }).toEqual(before);
    await page.evaluate(() => parts.presenter.dispose());
  }
});

test('a tooltip is placed again when a picture of unknown size arrives', async ({ page, open, show }) => {
  const waiting: (() => void)[] = [];
  await elsewhere(page, async (route) => {
    await new Promise<void>((go) => waiting.push(go));
    await answerAll(route);
  });
  await open({ css: '#target{position:fixed;left:200px;bottom:20px}' });
  await show({ content: image({ src: 'https://cdn.example/wide.svg' }), placement: 'top' });
  const gap = async (): Promise<number> => {
    const [above, below] = [await boxOf(card(page)), await boxOf(page.locator('#target'))];
    return below.y - above.y - above.height;
  };
  const [before, height] = [await gap(), (await boxOf(card(page))).height];
  await expect.poll(() => waiting.length).toBe(1);
  waiting.pop()?.();
  await expect.poll(async () => (await boxOf(card(page))).height).not.toBe(height);
  await expect.poll(gap).toBeCloseTo(before, 0);
});

for (const [why, policy] of Object.entries({ 'does not come': undefined, 'is refused by the policy': STRICT })) {
  test(`a picture that ${why} leaves its text in a calm box`, async ({ page, open, show }) => {
    const troubles = watchTroubles(page);
    await elsewhere(page, (route) => route.fulfill({ status: 404, body: '' }));
    await open(policy ? { policy } : {});
    await show({ content: image({ width: 300, height: 200 }) });
    await expect(card(page).locator('img')).toBeHidden();
    await expect(card(page).getByText('A chart')).toBeVisible();
    expect([troubles, await diagnoses(page)]).toEqual([[], []]);
  });
}

for (const [look, use] of Object.entries({
  light: { locale: 'en' },
  dark: { locale: 'ja', colorScheme: 'dark' },
  'dark, right to left': { locale: 'ar', colorScheme: 'dark' },
  'forced colours': { locale: 'en', contextOptions: { forcedColors: 'active' } },
  'a small touch screen': { locale: 'ja', hasTouch: true, isMobile: true, viewport: { width: 320, height: 640 } },
} as const)) {
  test.describe(look, () => {
    test.use(use);
    test(`axe finds nothing in a video before, while and instead of playing, and in a picture that is missing: ${look}`, async ({
      page,
      open,
      show,
    }) => {
      await elsewhere(page, (route) => (route.request().url().endsWith('.svg') ? route.abort() : answerAll(route)));
      await open({
        body: '<main><h1>Invoices</h1><button id="target">New</button></main>',
        css: 'body{background:#fff;color:#111}@media(prefers-color-scheme:dark){body{background:#111;color:#fff}button{background:#333;color:#fff}}',
      });
      const blocks: readonly Block[] = [
        { type: 'video', attrs: YOUTUBE },
        { type: 'video', attrs: { src: 'https://unknown.example/v', title: 'Elsewhere' } },
      ];
      await show({ locale: use.locale, content: withBlocks(...(image().body?.content ?? []), ...blocks) });
      await expect(card(page).getByText('A chart')).toBeVisible();
      expect(await findings(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
      await card(page).locator('[part=play]').click();
      await expect(card(page).locator('iframe')).toBeVisible();
      expect(await findings(page)).toEqual([]);
    });
  });
}
