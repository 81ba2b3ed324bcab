import { expect } from '@playwright/test';
import { test } from './guestTest.ts';

/** The editor leaves room for the app, and nothing of it lies over anything else of it. */

for (const [width, height] of [
  [1280, 720],
  [1024, 700],
  [768, 700],
  [640, 400], // 1280 at 200 %
  [480, 800],
] as const) {
  for (const locale of ['en-GB', 'ja-JP'] as const) {
    test.describe(`${width} px, ${locale}`, () => {
      test.use({ locale, viewport: { width, height } });

      test(`bar, panel and step stand beside each other: ${width} px, ${locale}`, async ({ guest, page }) => {
        await page.emulateMedia({ reducedMotion: 'reduce' });
        await guest.openSignedIn();
        await guest.record();
        await guest.saved();
        await guest.editor.locator('[data-open=theme]').first().click();
        await expect(guest.editor.locator('[data-panel=theme]')).toBeVisible();
        const trouble = await page.evaluate(() => {
          const root = document.querySelector('shirube-editor')?.shadowRoot as ShadowRoot;
          const found: string[] = [];
          const boxOf = (one: Element): DOMRect => one.getBoundingClientRect();
          const nameOf = (one: Element): string =>
            `${one.localName} ${one.getAttribute('aria-label') ?? one.textContent?.trim() ?? ''}`;
          const meet = (a: DOMRect, b: DOMRect): boolean =>
            a.left < b.right - 0.5 && b.left < a.right - 0.5 && a.top < b.bottom - 0.5 && b.top < a.bottom - 0.5;
          const [dock, panel] = ['.dock', '.inspector'].map((name) => root.querySelector(name) as Element);
          if (dock && panel && meet(boxOf(dock), boxOf(panel))) found.push('the panel lies over the bar');
          for (const one of [dock, panel]) {
            const { left, right, top, bottom } = boxOf(one as Element);
            if (left < 0 || top < 0 || right > innerWidth || bottom > innerHeight)
              found.push(`${one?.className} is cut off`);
          }
          const controls = [
            ...root.querySelectorAll('.dock button, .dock input, .inspector .head button, .save'),
          ].filter((one) => one.checkVisibility());
          for (const [at, one] of controls.entries()) {
            const box = boxOf(one);
            const scrolls = one.closest('.second, .panels, shirube-editor-strip') !== null;
            if (!scrolls && (box.left < 0 || box.right > innerWidth)) found.push(`${nameOf(one)} is outside`);
            for (const other of controls.slice(at + 1))
              if (meet(box, boxOf(other))) found.push(`${nameOf(one)} meets ${nameOf(other)}`);
            if (one.scrollWidth > one.clientWidth + 1 && one.localName === 'button')
              found.push(`${nameOf(one)} is cut off`);
          }
          if ((panel?.clientHeight ?? 0) < 120) found.push(`the panel is ${panel?.clientHeight} px high`);
          return found;
        });
        expect(trouble).toEqual([]);
      });
    });
  }
}
