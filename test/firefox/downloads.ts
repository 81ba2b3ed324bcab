import { type Browser, type Page, test } from '@playwright/test';

/** A test that waits for a download is skipped from there on: over WebDriver BiDi a stock Firefox tells of none. */
export const skipDownloads = (browser: Browser): void => {
  const newContext = browser.newContext.bind(browser);
  browser.newContext = async (options) => {
    const context = await newContext(options);
    context.on('page', (page) => {
      const waitForEvent = page.waitForEvent.bind(page) as (event: string, options?: object) => Promise<unknown>;
      page.waitForEvent = ((event: string, options?: object) => {
        test.skip(event === 'download', 'the driver of Firefox tells of no download');
        return waitForEvent(event, options);
      }) as Page['waitForEvent'];
    });
    return context;
  };
};
