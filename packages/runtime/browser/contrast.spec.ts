import type { Page } from '@playwright/test';
import { answerElsewhere, host, MEDIA, NAMES, present } from './harness/everySurface.ts';
import { expect, settled, test } from './harness/viewTest.ts';

/**
 * What is too faint: text under 4.5:1, marks and borders of controls under 3:1. Measured here, because axe leaves the colours of our cards
 * undecided ("Unable to determine contrast ratio") and so never finds anything in them. `seen`: how much was measured.
 */
const faint = (page: Page): Promise<{ readonly seen: number; readonly found: readonly string[] }> =>
  page.evaluate(() => {
    type Color = readonly [red: number, green: number, blue: number, alpha: number];
    const context = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
    if (!context) throw new Error('no canvas');
    const read = (css: string): Color => {
      context.clearRect(0, 0, 1, 1);
      context.fillStyle = css;
      context.fillRect(0, 0, 1, 1);
      const [r = 0, g = 0, b = 0, a = 0] = context.getImageData(0, 0, 1, 1).data;
      return [r, g, b, a / 255];
    };
    const over = ([r, g, b, a]: Color, [x, y, z]: Color): Color => [
      r * a + x * (1 - a),
      g * a + y * (1 - a),
      b * a + z * (1 - a),
      1,
    ];
    const groundOf = (element: Element | null): Color => {
      if (!element) return read('#fff');
      const color = read(getComputedStyle(element).backgroundColor);
      return color[3] === 1 ? color : over(color, groundOf(element.parentElement));
    };
    const luminance = ([r, g, b]: Color): number => {
      const [x = 0, y = 0, z = 0] = [r, g, b].map((it) =>
        it / 255 <= 0.04045 ? it / 255 / 12.92 : ((it / 255 + 0.055) / 1.055) ** 2.4,
      );
      return 0.2126 * x + 0.7152 * y + 0.0722 * z;
    };
    const ratio = (one: Color, ground: Color): number => {
      const [a, b] = [luminance(over(one, ground)), luminance(ground)];
      return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    };
    const found: string[] = [];
    let seen = 0;
    const note = (element: Element, what: string, color: string, ground: Color, least: number): void => {
      seen++;
      const measured = ratio(read(color), ground);
      if (measured < least)
        found.push(`${what} ${element.getAttribute('part') ?? element.localName} ${measured.toFixed(2)}`);
    };
    const roots = [...document.querySelectorAll('*')].flatMap((it) => it.shadowRoot ?? []);
    for (const element of roots.flatMap((root) => [...root.querySelectorAll<HTMLElement>('*')])) {
      if (element.closest('[role=status],.unseen,iframe') || !element.checkVisibility({ visibilityProperty: true }))
        continue;
      const style = getComputedStyle(element);
      const texts = [...element.childNodes].some((it) => it.nodeType === Node.TEXT_NODE && it.textContent?.trim());
      if (texts) note(element, 'text', style.color, groundOf(element), 4.5);
      if (element.matches('[part~=dot]'))
        note(element, 'mark', style.backgroundColor, groundOf(element.parentElement), 3);
      if (element.matches('svg:not([part])')) note(element, 'icon', style.color, groundOf(element), 3);
      if (element.matches('[part~=secondary]'))
        note(element, 'border', style.borderTopColor, groundOf(element.parentElement), 3);
    }
    return { seen, found };
  });

for (const name of NAMES) {
  test(`all text can be read and every mark be seen, in light, dark and forced colours: ${name}`, async ({
    page,
    open,
    show,
  }) => {
    await answerElsewhere(page);
    await open(host);
    await present(page, show, name);
    for (const media of MEDIA) {
      await page.emulateMedia(media);
      await settled(page);
      const { seen, found } = await faint(page);
      expect(found, JSON.stringify(media)).toEqual([]);
      expect(seen).toBeGreaterThan(0);
    }
  });
}
