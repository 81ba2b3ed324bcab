import { test as base, type Page } from '@playwright/test';
import { type App, type AppOptions, startApp } from './app.ts';
import { buildEditor } from './editorCode.ts';
import { type MockServer, startMockServer } from './mockServer.ts';
import { standardData } from './tours.ts';

interface Fixtures {
  readonly server: MockServer;
  /** Starts the host app; closed at the end of the spec. */
  readonly hostApp: (options?: Partial<AppOptions>) => Promise<App>;
}

export const test = base.extend<Fixtures, { readonly editorCode: string }>({
  editorCode: [async ({ browserName: _ }, use) => use(await buildEditor()), { scope: 'worker' }],
  server: async ({ editorCode }, use) => {
    const server = await startMockServer(editorCode, standardData);
    await use(server);
    await server.close();
  },
  hostApp: async ({ server }, use) => {
    const apps: App[] = [];
    await use(async (options) => {
      const app = await startApp({ endpoint: server.origin, ...options });
      apps.push(app);
      return app;
    });
    await Promise.all(apps.map((app) => app.close()));
  },
});

/** Opens the editor over the app and signs in through the window. */
export const signIn = async (page: Page, app: App, path = '/invoices'): Promise<void> => {
  await page.goto(`${app.origin}${path}?shirube=edit`);
  const opened = page.waitForEvent('popup');
  await page.getByRole('button', { name: /^(Sign in|サインイン)$/ }).click();
  const popup = await opened;
  await popup.getByRole('button', { name: 'Allow' }).click();
};
