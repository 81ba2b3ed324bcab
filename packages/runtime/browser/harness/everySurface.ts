import type { Locator, Page } from '@playwright/test';
import type { PlainView } from './viewPage.ts';
import { expect, settled } from './viewTest.ts';

/** Everything that end users see, for what has to hold for all of it: axe, keys, what a screen reader is told, and what can be read. */
export const LOCALES = ['en', 'ja', 'ar'] as const;
type Locale = (typeof LOCALES)[number];
export const MEDIA = [
  { colorScheme: 'light', forcedColors: 'none' },
  { colorScheme: 'dark', forcedColors: 'none' },
  { colorScheme: 'light', forcedColors: 'active' },
  { colorScheme: 'dark', forcedColors: 'active' },
] as const;

export interface Surface {
  readonly element: string;
  readonly view: (locale: Locale) => PlainView;
  /** What a person does until it is as meant. */
  readonly act?: (page: Page, locale: Locale) => Promise<void>;
}

type Block = NonNullable<NonNullable<NonNullable<PlainView['content']>['body']>['content']>[number];
const words = {
  title: { en: 'Start here', ja: 'ここから始めます', ar: 'ابدأ هنا' },
  text: { en: 'Make your first invoice.', ja: '最初の請求書を作成します。', ar: 'أنشئ فاتورتك الأولى.' },
  first: { en: 'Choose a customer', ja: '取引先を選びます', ar: 'اختر عميلاً' },
  second: { en: 'Enter an amount', ja: '金額を入力します', ar: 'أدخل المبلغ' },
  chart: { en: 'Sales by month', ja: '月別の売上', ar: 'المبيعات حسب الشهر' },
  video: { en: 'A short look', ja: '短い紹介', ar: 'نظرة قصيرة' },
  link: { en: 'Read on', ja: '詳しく見る', ar: 'اقرأ المزيد' },
  label: { en: 'New', ja: '新機能', ar: 'جديد' },
} as const;
const PLAY = { en: 'Play video', ja: '動画を再生', ar: 'Play video' } as const;

const paragraph = (text: string): Block => ({ type: 'paragraph', content: [{ type: 'text', text }] });
const content = (locale: Locale, ...blocks: readonly Block[]): NonNullable<PlainView['content']> => ({
  title: words.title[locale],
  body: { type: 'doc', content: [paragraph(words.text[locale]), ...blocks] },
});
const list = (locale: Locale): Block => ({
  type: 'bulletList',
  content: [words.first, words.second].map((it) => ({ type: 'listItem', content: [paragraph(it[locale])] })),
});
const video = (locale: Locale): Block => ({
  type: 'video',
  attrs: { src: 'https://www.youtube.com/watch?v=dQw4w9WgXcQ', title: words.video[locale] },
});
const image = (locale: Locale): Block => ({
  type: 'image',
  attrs: { src: 'https://cdn.example/chart.svg', alt: words.chart[locale], width: 600, height: 300 },
});
const link = (locale: Locale): Block => ({
  type: 'paragraph',
  content: [
    { type: 'text', text: `${words.text[locale]} ` },
    { type: 'text', text: words.link[locale], marks: [{ type: 'link', attrs: { href: 'https://a.example' } }] },
  ],
});
const openTip = async (page: Page): Promise<void> => {
  await page.locator('[part~=beacon]').press('Enter');
  await expect(page.locator('shirube-tooltip [part=card]')).toBeVisible();
};

const kind = (element: string, more: PlainView, act?: Surface['act']): Surface => ({
  element: `shirube-${element}`,
  view: (locale) => ({ locale, content: content(locale), ...more }),
  ...(act && { act }),
});
const filled = (blocks: readonly ((locale: Locale) => Block)[], act?: Surface['act']): Surface => ({
  ...kind('tooltip', {}, act),
  view: (locale) => ({ locale, content: content(locale, ...blocks.map((it) => it(locale))) }),
});

export const SURFACES = {
  tooltip: kind('tooltip', {}),
  'a spotlight on a target that can be used': kind('tooltip', { step: { spotlight: { interactive: true } } }),
  'a spotlight': kind('tooltip', { step: { spotlight: {} }, progress: { kind: 'bar', current: 2, total: 3 } }),
  modal: kind('modal', { step: { kind: 'modal' }, progress: { kind: 'count', current: 2, total: 3 } }),
  slideout: kind('slideout', { step: { kind: 'slideout' } }),
  banner: kind('banner', { step: { kind: 'banner' } }),
  'a closed hotspot': {
    ...kind('hotspot', {}),
    view: (locale) => ({
      locale,
      content: content(locale),
      step: { kind: 'hotspot' },
      beaconLabel: words.label[locale],
    }),
  },
  'an open hotspot': kind('tooltip', { step: { kind: 'hotspot' } }, openTip),
  'a picture, a list and a link': filled([image, list, link]),
  'a video': filled([video]),
  'a playing video': filled([video], async (page, locale) => {
    await page.getByRole('button', { name: PLAY[locale] }).press('Enter');
    await expect(page.locator('shirube-tooltip iframe')).toBeVisible();
  }),
} as const satisfies Readonly<Record<string, Surface>>;
export type SurfaceName = keyof typeof SURFACES;
export const NAMES = Object.keys(SURFACES) as readonly SurfaceName[];

/** A page that passes by itself: every finding on it is ours. */
export const host = {
  body: `<main><h1>Invoices</h1><p style="margin:160px 40px 400px"><button id="before">Before</button> <button id="target">Export</button> <button id="after">After</button></p></main>`,
  css: `body{background:#fff;color:#111}button{min-height:32px}@media(prefers-color-scheme:dark){body{background:#111;color:#fff}button{background:#333;color:#fff}}`,
};

/** The other hosts, answered by the test. */
export const answerElsewhere = (page: Page): Promise<unknown> =>
  page.route(/^https:/, (route) =>
    route.request().resourceType() === 'document'
      ? route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Player</title><button>Pause</button>' })
      : route.fulfill({
          contentType: 'image/svg+xml',
          body: '<svg xmlns="http://www.w3.org/2000/svg" width="600" height="300"><rect width="100%" height="100%" fill="#2b5c8a"/></svg>',
        }),
  );

/** Shows it and does what it takes. */
export const present = async (
  page: Page,
  show: (view: PlainView) => Promise<void>,
  name: SurfaceName,
  locale: Locale = 'en',
): Promise<Locator> => {
  const surface: Surface = SURFACES[name];
  await show(surface.view(locale));
  await surface.act?.(page, locale);
  await settled(page);
  return page.locator(surface.element);
};
