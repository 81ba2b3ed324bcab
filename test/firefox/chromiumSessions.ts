import { type Browser, test } from '@playwright/test';

/** A test that asks for a session with Chromium's developer tools is skipped from there on: Firefox has no such thing. */
export const skipChromiumSessions = (browser: Browser): void => {
  const newContext = browser.newContext.bind(browser);
  browser.newContext = async (options) => {
    const context = await newContext(options);
    context.newCDPSession = async () => {
      test.skip(true, 'asks the developer tools of Chromium');
      throw new Error('A test that was skipped went on.');
    };
    return context;
  };
};
