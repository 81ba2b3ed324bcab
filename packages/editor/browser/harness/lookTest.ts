import { test as base, type Page } from '@playwright/test';
import type { Tour } from '@shirube/schema/tour';
import type { LookScene } from '../fixtures/lookPanels.ts';
import { lookApp, lookTour } from './lookApp.ts';
import { type PanelPage, startPanelPage } from './panelPage.ts';

interface Fixtures {
  /** Mounts one panel over the app. */
  readonly open: (scene: Partial<LookScene> & Pick<LookScene, 'panel'>) => Promise<void>;
}

export const test = base.extend<Fixtures, { readonly app: PanelPage }>({
  app: [
    async ({ browserName: _ }, use) => {
      const app = await startPanelPage('fixtures/lookPanels.ts', lookApp);
      await use(app);
      await app.close();
    },
    { scope: 'worker' },
  ],
  open: async ({ page, app }, use) => {
    const thrown: string[] = [];
    page.on('pageerror', ({ message }) => thrown.push(message));
    await use(async (scene) => {
      await page.goto(app.origin);
      await page.waitForFunction(() => 'mount' in window);
      await page.evaluate((it) => window.mount(it), { ui: 'en', tour: lookTour, themes: [], ...scene } as LookScene);
      await page.locator('shirube-editor .section').first().waitFor();
    });
    if (thrown.length > 0) throw new Error(thrown.join('\n'));
  },
});

export const tourNow = (page: Page): Promise<Tour | undefined> => page.evaluate(() => window.session.draft?.tour);
export const undo = (page: Page): Promise<void> => page.evaluate(() => window.session.undo());
/** What the app's policy refused. */
export const violations = (page: Page): Promise<readonly string[]> => page.evaluate(() => window.violations);
