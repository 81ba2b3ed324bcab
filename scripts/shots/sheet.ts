import type { Page } from '@playwright/test';
import { LANGUAGES, type Language } from './hostPage.ts';

/** One picture of a surface: in which language, light or dark, on which screen. */
export interface Shot {
  readonly language: Language;
  readonly scheme: 'light' | 'dark';
  readonly screen: 'wide' | 'small';
  readonly png: Buffer;
}
const HEIGHT = 480;
const GAP = 16;
const WIDTHS = { wide: 768, small: 240 };
const QUALITY = 0.8;

/**
 * All pictures of one surface as one: a row for each language, light beside dark, both screens at the same height. Drawn and packed by the
 * browser itself, so that nothing more has to be installed.
 */
export const sheetOf = async (page: Page, shots: readonly Shot[]): Promise<Buffer> => {
  const pair = WIDTHS.wide + WIDTHS.small + 3 * GAP;
  const placed = shots.map(({ language, scheme, screen, png }) => ({
    src: `data:image/png;base64,${png.toString('base64')}`,
    x: GAP + (scheme === 'dark' ? pair : 0) + (screen === 'small' ? WIDTHS.wide + GAP : 0),
    y: GAP + LANGUAGES.indexOf(language) * (HEIGHT + GAP),
    width: WIDTHS[screen],
  }));
  const webp = await page.evaluate(
    async ({ pictures, width, height, tall, quality }) => {
      const canvas = document.createElement('canvas');
      Object.assign(canvas, { width, height });
      const pen = canvas.getContext('2d');
      if (!pen) throw new Error('There is no canvas.');
      pen.imageSmoothingQuality = 'high';
      pen.fillStyle = '#8a8f98';
      pen.fillRect(0, 0, width, height);
      for (const picture of pictures) {
        const image = new Image();
        image.src = picture.src;
        await image.decode();
        pen.drawImage(image, picture.x, picture.y, picture.width, tall);
      }
      return canvas.toDataURL('image/webp', quality);
    },
    {
      pictures: placed,
      width: 2 * pair,
      height: LANGUAGES.length * (HEIGHT + GAP) + GAP,
      tall: HEIGHT,
      quality: QUALITY,
    },
  );
  return Buffer.from(webp.slice(webp.indexOf(',') + 1), 'base64');
};
