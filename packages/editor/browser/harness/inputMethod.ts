import type { CDPSession, Page } from '@playwright/test';

/** A Japanese input method, as the browser hears of it. */
export interface InputMethod {
  /** What stands underlined in the text, in place of what stood there before. */
  readonly compose: (text: string) => Promise<void>;
  /** A key that the input method takes for itself. */
  readonly press: (key: string) => Promise<void>;
  /** Takes the text over, after Enter. */
  readonly commit: (text: string) => Promise<void>;
  readonly cancel: () => Promise<void>;
}

export const inputMethod = async (page: Page): Promise<InputMethod> => {
  const cdp: CDPSession = await page.context().newCDPSession(page);
  const press = async (key: string): Promise<void> => {
    // 229: whoever reads the key code is told that it is not theirs.
    const event = { key, code: key, windowsVirtualKeyCode: 229, nativeVirtualKeyCode: 229 };
    await cdp.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...event });
    await cdp.send('Input.dispatchKeyEvent', { type: 'keyUp', ...event });
  };
  const compose = async (text: string): Promise<void> => {
    await cdp.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
  };
  return {
    compose,
    press,
    commit: async (text) => {
      await press('Enter');
      await cdp.send('Input.insertText', { text });
    },
    cancel: async () => {
      await press('Escape');
      await compose('');
    },
  };
};
