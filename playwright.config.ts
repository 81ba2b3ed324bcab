import { defineConfig } from '@playwright/test';
import { browserPath } from './test/harness/browser.ts';

export default defineConfig({
  testDir: '.',
  testMatch: ['test/**/*.spec.ts', 'packages/*/browser/**/*.spec.ts'],
  testIgnore: ['**/node_modules/**', '**/dist/**'],
  fullyParallel: true,
  workers: 2,
  retries: 0,
  timeout: 60_000,
  forbidOnly: true,
  use: {
    headless: true,
    launchOptions: {
      executablePath: await browserPath(),
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
    },
  },
});
