import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { test as base, expect, type Locator, type Page } from '@playwright/test';
import { build } from 'vite';
import type { parts as Parts, PlainView } from './viewPage.ts';

declare global {
  /** Only inside the page. */
  var parts: typeof Parts;
}

export interface HostPage {
  /** The page's body. */
  readonly body?: string;
  /** CSS of the page, served as a file of its own origin, so that a strict policy lets it in. */
  readonly css?: string;
  /** Content-Security-Policy. */
  readonly policy?: string;
}
interface Fixtures {
  /** Opens a page of its own with the view and target code on it. */
  readonly open: (host?: HostPage) => Promise<void>;
  /** Shows a step and waits until it has been seen. */
  readonly show: (view?: PlainView) => Promise<void>;
}

export const test = base.extend<Fixtures, { readonly origin: string }>({
  origin: [
    async ({ browserName: _ }, use) => {
      const code = await bundle();
      const server = createServer(({ url = '' }, answer) =>
        answer.setHeader('content-type', 'text/javascript').end(code.get(url.slice(1))),
      );
      await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
      await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
      server.close();
    },
    { scope: 'worker' },
  ],
  open: async ({ page, origin }, use) => {
    await use(async ({ body = '<main><button id="target">New invoice</button></main>', css = '', policy } = {}) => {
      await page.route(`${origin}/app`, (route) =>
        route.fulfill({
          contentType: 'text/html',
          headers: policy ? { 'content-security-policy': policy } : {},
          body: `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>App</title><meta name="viewport" content="width=device-width, initial-scale=1"><link rel="stylesheet" href="/app.css"><script type="module" src="/view.js"></script></head><body>${body}</body></html>`,
        }),
      );
      await page.route(`${origin}/app.css`, (route) => route.fulfill({ contentType: 'text/css', body: css }));
      await page.goto(`${origin}/app`);
      await page.waitForFunction(() => 'parts' in globalThis);
    });
  },
  show: async ({ page }, use) => {
    await use(async (view = {}) => {
      await page.evaluate((it) => {
        parts.inputs.length = 0;
        parts.show(it);
      }, view);
      await page.waitForFunction(() => parts.inputs.some(({ type }) => type === 'viewed'));
      await settled(page);
    });
  },
});
export { expect };

/** Every chunk by its file name; the entry is `view.js`. */
const bundle = async (): Promise<ReadonlyMap<string, string>> => {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: false,
      lib: { entry: fileURLToPath(new URL('viewPage.ts', import.meta.url)), formats: ['es'], fileName: 'view' },
    },
  });
  const [output] = Array.isArray(result) ? result : [result];
  if (!output || !('output' in output)) throw new Error('the view could not be built');
  return new Map(output.output.map((it) => [it.fileName, 'code' in it ? it.code : '']));
};

export const card = (page: Page): Locator => page.getByRole('dialog').and(page.locator('[part=card]'));

/** Waits for our own entrance animations; nothing loops. */
export const settled = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const roots = [...document.querySelectorAll('*')].flatMap((it) => it.shadowRoot ?? []);
    await Promise.all(roots.flatMap((root) => root.getAnimations()).map((it) => it.finished));
  });

/** The inputs that the presenter sent since the last `show`, without `viewed`. */
export const inputs = (page: Page): Promise<readonly object[]> =>
  page.evaluate(() => parts.inputs.filter(({ type }) => type !== 'viewed'));

export const boxOf = async (locator: Locator): Promise<{ x: number; y: number; width: number; height: number }> => {
  const box = await locator.boundingBox();
  if (!box) throw new Error('it has no box');
  return box;
};
