import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, type Page } from '@playwright/test';
import type { Tour } from '@shirube/schema/tour';
import type { createShirube, Shirube, ShirubeOptions } from '../../src/index.ts';
import { buildRuntime, startServer, type TestServer } from '../pages.ts';

declare global {
  interface Window {
    createShirube: typeof createShirube;
    guide: Shirube;
    heard: { readonly type: string; readonly runId?: string | undefined; readonly stepId?: string | undefined }[];
    /** The script tag's. */
    shirube: Shirube;
  }
}

/** A page on a small server of its own, with the runtime as it is built. */
export const test = base.extend<{ readonly server: TestServer }, { readonly folder: string }>({
  folder: [
    async ({ browserName: _ }, use) => {
      const folder = mkdtempSync(join(tmpdir(), 'shirube-runtime-'));
      buildRuntime(folder);
      await use(folder);
      rmSync(folder, { recursive: true, force: true });
    },
    { scope: 'worker' },
  ],
  server: async ({ folder }, use) => {
    const server = await startServer(folder);
    await use(server);
    await server.close();
  },
});

const NO_BUDGET = { everyMinutes: 0, perDay: 100 };

/** What can be handed into a page. */
export type PlainOptions = Omit<ShirubeOptions, 'after' | 'onEvent' | 'diagnose'>;

/** Starts Shirube on the page that is open, without a server, as `window.guide`; `window.heard` has its events. */
export const begin = async (page: Page, tours: readonly unknown[], options: PlainOptions = {}): Promise<void> => {
  await page.waitForFunction(() => window.createShirube);
  await page.evaluate(
    ([given, more]) => {
      window.heard = [];
      window.guide = window.createShirube({ ...more, tours: given, onEvent: (event) => window.heard.push(event) });
    },
    [tours as readonly Tour[], { interruptions: NO_BUDGET, ...options }] as const,
  );
};
export const heard = (page: Page): Promise<string[]> => page.evaluate(() => window.heard.map(({ type }) => type));
export const title = (page: Page, text: string) => page.getByText(text, { exact: true });
