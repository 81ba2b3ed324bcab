import { defineConfig, firefox } from '@playwright/test';
import base from './playwright.config.ts';
import { skipChromiumSessions } from './test/firefox/chromiumSessions.ts';
import { skipDownloads } from './test/firefox/downloads.ts';
import { fillOverWhatIsThere } from './test/firefox/filledFields.ts';
import { findFirefox } from './test/firefox/findFirefox.ts';
import { answerMediaFeatures } from './test/firefox/mediaFeatures.ts';

const launch = firefox.launch.bind(firefox);
firefox.launch = async (options) => {
  const browser = await launch(options);
  answerMediaFeatures(browser);
  skipChromiumSessions(browser);
  skipDownloads(browser);
  fillOverWhatIsThere(browser);
  return browser;
};

export default defineConfig({
  ...base,
  workers: 1,
  fullyParallel: false,
  use: {
    browserName: 'firefox',
    channel: 'moz-firefox',
    headless: true,
    launchOptions: {
      executablePath: findFirefox() ?? 'firefox',
      args: ['--remote-allow-system-access'],
      firefoxUserPrefs: {
        // As the Chromium of `pnpm test` is: no scroll bar that takes room, and no request for a favicon that a page's policy refuses.
        'ui.useOverlayScrollbars': 1,
        // Nor are left pages kept: the driver would wait for the load of one that comes back as it was.
        'browser.sessionhistory.max_total_viewers': 0,
        'browser.chrome.site_icons': false,
      },
    },
  },
});
