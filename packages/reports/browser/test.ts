import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { test as base } from '@playwright/test';
import { build } from 'vite';
import { type Dashboard, serveDashboard } from './serveDashboard.ts';

export { expect } from '@playwright/test';

/** `dashboard`: the built dashboard before a stand-in API. Every test also asserts that the page broke no policy and threw nothing. */
export const test = base.extend<{ dashboard: Dashboard; complaints: string[] }, { folder: string }>({
  folder: [
    async ({ browserName }, use) => {
      const folder = await mkdtemp(join(tmpdir(), `shirube-reports-${browserName}-`));
      const root = fileURLToPath(new URL('..', import.meta.url));
      await build({ configFile: join(root, 'vite.config.ts'), logLevel: 'error', build: { outDir: folder } });
      await use(folder);
      await rm(folder, { recursive: true });
    },
    { scope: 'worker' },
  ],
  dashboard: async ({ folder }, use) => {
    const dashboard = await serveDashboard(folder);
    await use(dashboard);
    await dashboard.close();
  },
  complaints: [
    async ({ page }, use) => {
      const complaints: string[] = [];
      page.on('pageerror', (error) => complaints.push(`threw: ${error.message}`));
      page.on('console', (message) => {
        if (/Content.Security.Policy|Trusted ?Type|violates/i.test(message.text())) complaints.push(message.text());
      });
      await use(complaints);
      base.expect(complaints, 'no broken policy and no uncaught error').toEqual([]);
    },
    { auto: true },
  ],
});
