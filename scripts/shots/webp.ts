import type { Page } from '@playwright/test';

const QUALITY = 0.8;

/** A picture as WebP, packed by the browser itself, so that nothing more has to be installed. */
export const webpOf = async (easel: Page, png: Buffer): Promise<Buffer> => {
  const webp = await easel.evaluate(
    async ({ src, quality }) => {
      const image = new Image();
      image.src = src;
      await image.decode();
      const canvas = document.createElement('canvas');
      Object.assign(canvas, { width: image.width, height: image.height });
      canvas.getContext('2d')?.drawImage(image, 0, 0);
      return canvas.toDataURL('image/webp', quality);
    },
    { src: `data:image/png;base64,${png.toString('base64')}`, quality: QUALITY },
  );
  return Buffer.from(webp.slice(webp.indexOf(',') + 1), 'base64');
};
