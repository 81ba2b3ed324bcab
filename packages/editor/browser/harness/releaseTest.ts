import { test as base, type Page } from '@playwright/test';
import { type PanelPage, startPanelPage } from './panelPage.ts';
import type { ReleaseScene, ReleaseWindow } from './releaseEntry.ts';

interface Fixtures {
  /** Opens the app at a path, with one panel over it. */
  readonly open: (scene: ReleaseScene, path?: string) => Promise<void>;
}

export const test = base.extend<Fixtures, { readonly app: PanelPage }>({
  app: [
    async ({ browserName: _ }, use) => {
      const app = await startPanelPage('harness/releaseEntry.ts');
      await use(app);
      await app.close();
    },
    { scope: 'worker' },
  ],
  open: async ({ page, app }, use) => {
    await use(async (scene, path = '/invoices') => {
      await page.goto(`${app.origin}${path}`);
      await page.waitForFunction(() => 'open' in globalThis);
      await page.evaluate((it) => (globalThis as unknown as ReleaseWindow).open(it), scene);
    });
  },
});

export const requests = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => (globalThis as unknown as ReleaseWindow).requests);
export const heard = (page: Page) => page.evaluate(() => (globalThis as unknown as ReleaseWindow).session.heard);
export const draftNow = (page: Page) =>
  page.evaluate(() => (globalThis as unknown as ReleaseWindow).session.draft?.tour);
