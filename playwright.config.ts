import { defineConfig } from '@playwright/test';
import { browserPath } from './test/harness/browser.ts';

export default defineConfig({
  testDir: '.',
  testMatch: ['test/**/*.spec.ts', 'packages/*/browser/**/*.spec.ts'],
  testIgnore: ['**/node_modules/**', '**/dist/**'],
  fullyParallel: true,
  workers: 2,
  retries: 0,
  // Generous, for a machine that is busy with something else: what is right does not get there sooner, and what is wrong never.
  timeout: 120_000,
  expect: { timeout: 15_000 },
  forbidOnly: true,
  use: {
    headless: true,
    launchOptions: {
      executablePath: await browserPath(),
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
    },
  },
});
