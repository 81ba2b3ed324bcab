/**
 * Pictures of everything that end users see, in every language, light and dark, on a wide and a small screen: `node scripts/shots.ts [surface…]`.
 * They go to docs/screens, one file for each surface, with a page in English and one in Japanese. Then those of the guide "Your first tour"
 * (`first-tour` alone takes only these), by an author who makes one in the demo. Needs no network, and the demo's ports free.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, extname, join } from 'node:path';
import { type Browser, chromium, type Page, type Route } from '@playwright/test';
import { parseTour } from '../packages/schema/src/index.ts';
import { browserPath } from '../test/harness/browser.ts';
import { build } from './build.ts';
import { root } from './lib/workspace.ts';
import { takeFirstTour } from './shots/firstTour.ts';
import { HOST_CSS, hostPage, LANGUAGES, type Language, PICTURES } from './shots/hostPage.ts';
import { type Shot, sheetOf } from './shots/sheet.ts';
import { SURFACES, type Surface, THEME, tourOf } from './shots/surfaces.ts';

const ORIGIN = 'https://app.hinode.example';
const SCREENS = { wide: { width: 1280, height: 800 }, small: { width: 320, height: 640 } } as const;
const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
};
const require = createRequire(import.meta.url);
const FONTS: Readonly<Record<string, string>> = {
  'noto-sans-jp': dirname(require.resolve('@fontsource/noto-sans-jp/400.css')),
  'noto-sans-arabic': dirname(require.resolve('@fontsource/noto-sans-arabic/400.css')),
};

/** Everything that the page asks for, from this folder alone: the page, its fonts and pictures, Shirube and its bundle. */
const answer =
  (bundle: string, language: Language) =>
  async (route: Route): Promise<void> => {
    const { origin, pathname } = new URL(route.request().url());
    const file = (path: string): Promise<void> =>
      route.fulfill({ contentType: TYPES[extname(path)] ?? 'text/plain', body: readFileSync(path) });
    const [, folder = '', name = '', ...rest] = pathname.split('/');
    if (origin !== ORIGIN) await route.abort();
    else if (pathname === '/') await route.fulfill({ contentType: 'text/html', body: hostPage(language) });
    else if (pathname === '/app.css') await route.fulfill({ contentType: 'text/css', body: HOST_CSS });
    else if (pathname === '/v1/bundle') await route.fulfill({ contentType: 'application/json', body: bundle });
    else if (pathname === '/v1/events')
      await route.fulfill({ status: 202, contentType: 'application/json', body: '{"accepted":0,"rejected":[]}' });
    else if (folder === 'fonts') await file(join(FONTS[name] ?? '', ...rest));
    else if (pathname === '/shirube.js' || folder === 'assets')
      await file(join(root, 'packages/runtime/dist', pathname));
    else if (PICTURES[pathname]) await route.fulfill({ contentType: 'image/svg+xml', body: PICTURES[pathname] });
    else await route.fulfill({ status: 404, body: '' });
  };

/** A tour that the schema refuses would show nothing, and no picture would say why. */
const bundleOf = (surfaces: readonly Surface[]): string => {
  const tours = surfaces.map((surface) => {
    const parsed = parseTour(tourOf(surface));
    if (!parsed.ok) throw new Error(`${surface.id}: ${JSON.stringify(parsed.problems)}`);
    return { version: 1, tour: parsed.value };
  });
  const now = Date.UTC(2026, 10, 24);
  const rest = { segments: [], skills: [], themes: [THEME], killed: [] };
  return JSON.stringify({ bundleVersion: 1, environment: 'shots', updatedAt: now, tours, ...rest });
};

const take = async (page: Page, { id, step, press }: Surface): Promise<Buffer> => {
  await page.goto(`${ORIGIN}/`);
  await page.waitForFunction(() => 'explain' in (Reflect.get(window, 'shirube') ?? {}));
  const started = await page.evaluate((tour) => Reflect.get(window, 'shirube').start(tour), id);
  if (started !== 'started') throw new Error(`${id}: ${started}`);
  const element = page.locator('shirube-tooltip, shirube-modal, shirube-slideout, shirube-banner, shirube-hotspot');
  if (press) await element.locator(press).click();
  await element.locator(press || step.kind !== 'hotspot' ? '[part~=card]' : '[part~=beacon]').waitFor();
  for (const image of await element.locator('img').all())
    await image.and(page.locator('.here, :not([part])')).waitFor();
  // Two frames after the last font: fonts may change the card's size, and it is then placed again.
  await page.evaluate(async () => {
    await document.fonts.ready;
    for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
  });
  return page.screenshot({ animations: 'disabled', caret: 'hide' });
};

const takeAll = async (
  browser: Browser,
  surfaces: readonly Surface[],
): Promise<ReadonlyMap<string, readonly Shot[]>> => {
  const shots = new Map<string, Shot[]>(surfaces.map(({ id }) => [id, []]));
  const bundle = bundleOf(surfaces);
  for (const language of LANGUAGES) {
    for (const scheme of ['light', 'dark'] as const) {
      for (const screen of ['wide', 'small'] as const) {
        for (const surface of surfaces) {
          const context = await browser.newContext({
            viewport: SCREENS[screen],
            colorScheme: scheme,
            locale: language,
            timezoneId: 'UTC',
            reducedMotion: 'reduce',
            hasTouch: screen === 'small',
          });
          const page = await context.newPage();
          await page.clock.setFixedTime(Date.UTC(2026, 10, 24, 9));
          await page.route('**', answer(bundle, language));
          shots.get(surface.id)?.push({ language, scheme, screen, png: await take(page, surface) });
          await context.close();
        }
      }
    }
  }
  return shots;
};

/** The pages that show the pictures, from the same list. */
const pageOf = (language: 'en' | 'ja'): string => {
  const [title, lead, columns] = {
    en: [
      '# What end users see',
      'Every surface in English, Japanese and Arabic; light and dark; 1280 × 800 and 320 × 640. `npx pnpm shots` makes these pictures and this page, from `scripts/shots/surfaces.ts`.',
      '[日本語](screens.ja.md)',
    ],
    ja: [
      '# 利用者に見える画面',
      'すべての表示形式を、英語・日本語・アラビア語、ライトとダーク、1280 × 800 と 320 × 640 で示します。画像とこのページは、`npx pnpm shots` が `scripts/shots/surfaces.ts` から作ります。',
      '[English](screens.md)',
    ],
  }[language];
  const parts = SURFACES.map(({ id, name }) => `## ${name[language]}\n\n![${name[language]}](screens/${id}.webp)`);
  return `${[title, columns, lead, ...parts].join('\n\n')}\n`;
};

await build(['runtime']);
const wanted = process.argv.slice(2);
const surfaces = SURFACES.filter(({ id }) => wanted.length === 0 || wanted.includes(id));
const folder = join(root, 'docs', 'screens');
mkdirSync(folder, { recursive: true });
const browser = await chromium.launch({ executablePath: await browserPath(), args: ['--no-sandbox', '--disable-gpu'] });
try {
  const easel = await browser.newPage();
  for (const [id, shots] of await takeAll(browser, surfaces)) {
    const sheet = await sheetOf(easel, shots);
    writeFileSync(join(folder, `${id}.webp`), sheet);
    console.log(`docs/screens/${id}.webp  ${Math.round(sheet.length / 1000)} kB`);
  }
  if (wanted.length === 0 || wanted.includes('first-tour')) await takeFirstTour(browser);
} finally {
  await browser.close();
}
writeFileSync(join(root, 'docs', 'screens.md'), pageOf('en'));
writeFileSync(join(root, 'docs', 'screens.ja.md'), pageOf('ja'));
