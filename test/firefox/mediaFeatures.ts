import type { Browser } from '@playwright/test';

/**
 * Playwright sets colours, motion and forced colours with `emulation.setMediaFeaturesOverride`, which no released Firefox has, and so refuses to open a page at all.
 * This answers that one command instead, by what Firefox's own developer tools set on a tab. It leans on Playwright's inside, whose version is pinned;
 * when that changes, the first page of `pnpm test:firefox` fails here and says so.
 */
export const answerMediaFeatures = (browser: Browser): void => {
  adapt((browser as Browser & Inner<BidiBrowser>)._connection.toImpl(browser));
};

interface Inner<Outer> {
  readonly _connection: { readonly toImpl: (it: object) => Outer };
}
interface MediaFeatures {
  readonly colorScheme?: string | null;
  readonly reducedMotion?: string | null;
  readonly forcedColors?: string | null;
  readonly media?: string | null;
}
interface BidiPage {
  readonly emulatedMedia: () => MediaFeatures;
  readonly browserContext: { readonly _options: { readonly hasTouch?: boolean } };
  readonly delegate: { readonly _session: BidiSession };
}
interface BidiSession {
  readonly sessionId: string;
  readonly isDisposed: () => boolean;
  send: (method: string, params: unknown) => Promise<unknown>;
}
interface BidiContext {
  doCreateNewPage: () => Promise<BidiPage>;
}
interface BidiBrowser {
  readonly _browserSession: BidiSession;
  readonly _bidiPages: ReadonlyMap<string, { readonly _page: BidiPage }>;
  doCreateNewContext: (options: unknown) => Promise<BidiContext>;
}

const adapt = (browser: BidiBrowser): void => {
  const sessions = Object.getPrototypeOf(browser._browserSession) as BidiSession;
  const send = sessions.send;
  const apply = async (id: string, page: BidiPage): Promise<void> => {
    const { colorScheme, reducedMotion, forcedColors, media } = page.emulatedMedia();
    const touch = page.browserContext._options.hasTouch === true;
    const tree = (await send.call(browser._browserSession, 'browsingContext.getTree', { 'moz:scope': 'chrome' })) as {
      readonly contexts: readonly { readonly context: string }[];
    };
    const answer = (await send.call(browser._browserSession, 'script.callFunction', {
      functionDeclaration: String(setOnTab),
      arguments: [id, colorScheme ?? '', reducedMotion ?? '', forcedColors ?? '', media ?? '', String(touch)].map(
        (value) => ({ type: 'string', value }),
      ),
      target: { context: tree.contexts[0]?.context },
      awaitPromise: true,
    })) as { readonly type: string; readonly exceptionDetails?: { readonly text: string } };
    if (answer.exceptionDetails)
      throw new Error(`Firefox did not take the media features: ${answer.exceptionDetails.text}`);
  };
  sessions.send = async function (this: BidiSession, method, params) {
    if (method === 'input.performActions') {
      // A window that a press closes takes the answer to the press with it.
      return send.call(this, method, params).catch((error: unknown) => {
        if (!this.isDisposed()) throw error;
      });
    }
    if (method !== 'emulation.setMediaFeaturesOverride') return send.call(this, method, params);
    const { contexts = [] } = params as { readonly contexts?: readonly string[] };
    for (const id of contexts) {
      const page = browser._bidiPages.get(id);
      if (page) await apply(id, page._page);
    }
    return {};
  };
  const createContext = browser.doCreateNewContext.bind(browser);
  browser.doCreateNewContext = async (options) => {
    const context = await createContext(options);
    const createPage = context.doCreateNewPage.bind(context);
    context.doCreateNewPage = async () => {
      const page = await createPage();
      await apply(page.delegate._session.sessionId, page);
      return page;
    };
    return context;
  };
};

/** Runs inside Firefox, with the rights of its own window. What points is a setting of the whole browser: one test at a time. */
const setOnTab = `(id, colorScheme, reducedMotion, forcedColors, media, touch) => {
  const { NavigableManager } = ChromeUtils.importESModule('chrome://remote/content/shared/NavigableManager.sys.mjs');
  const tab = NavigableManager.getBrowsingContextById(id);
  tab.prefersColorSchemeOverride = ['light', 'dark'].includes(colorScheme) ? colorScheme : 'none';
  tab.prefersReducedMotionOverride = reducedMotion === 'reduce' ? 'reduce' : 'none';
  tab.forcedColorsOverride = forcedColors === 'active' ? 'active' : 'none';
  tab.mediumOverride = media;
  tab.touchEventsOverride = touch === 'true' ? 'enabled' : 'none';
  const COARSE = 1, FINE_AND_HOVER = 6, capabilities = touch === 'true' ? COARSE : FINE_AND_HOVER;
  Services.prefs.setIntPref('ui.primaryPointerCapabilities', capabilities);
  Services.prefs.setIntPref('ui.allPointerCapabilities', capabilities);
}`;
