import { createServer } from 'node:http';
import { join } from 'node:path';
import { test as base, expect, type Locator, type Page } from '@playwright/test';
import { build } from 'vite';
import { close, listen } from './http.ts';
import type { PlainOptions, writing as Writing } from './writePage.ts';

declare global {
  /** Only inside the page. */
  var writing: typeof Writing;
}

const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  'img-src https:',
  "require-trusted-types-for 'script'",
  'trusted-types lit-html',
].join('; ');

interface Fixtures {
  /** Shows a step on a page with the strictest policy, and opens it for writing. */
  readonly write: (options?: PlainOptions) => Promise<void>;
}

export const test = base.extend<Fixtures, { readonly origin: string }>({
  origin: [
    async ({ browserName: _ }, use) => {
      const code = await bundle();
      const server = createServer(({ url = '' }, answer) => {
        const file = code.get(url.slice(1));
        if (file !== undefined) answer.setHeader('content-type', 'text/javascript').end(file);
        else if (url === '/app.css')
          answer
            .setHeader('content-type', 'text/css')
            .end('html{color-scheme:light dark;font-family:sans-serif}#target{margin:120px 0 0 200px}');
        else
          answer
            .setHeader('content-security-policy', POLICY)
            .setHeader('content-type', 'text/html; charset=utf-8')
            .end(PAGE);
      });
      const at = await listen(server);
      await use(at);
      await close(server);
    },
    { scope: 'worker' },
  ],
  write: async ({ page, origin }, use) => {
    await use(async (options = {}) => {
      await page.goto(`${origin}/app`);
      await page.waitForFunction(() => 'writing' in globalThis);
      await page.evaluate(async (it) => {
        await writing.show(it);
        writing.write(it);
        await Promise.all(
          writing
            .root()
            .getAnimations()
            .map(({ finished }) => finished),
        );
      }, options);
    });
  },
});
export { expect };

const PAGE = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>App</title>
<meta name="viewport" content="width=device-width"><link rel="stylesheet" href="/app.css">
<script type="module" src="/write.js"></script></head><body><main><h1>Invoices</h1><button id="target">New invoice</button></main></body></html>`;

/** Every chunk by its file name; the entry is `write.js`. */
const bundle = async (): Promise<ReadonlyMap<string, string>> => {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: false,
      lib: { entry: join(import.meta.dirname, 'writePage.ts'), formats: ['es'], fileName: 'write' },
    },
  });
  const outputs = Array.isArray(result) ? result : [result];
  return new Map(
    outputs.flatMap((it) => ('output' in it ? it.output : [])).map((it) => [it.fileName, 'code' in it ? it.code : '']),
  );
};

/** Waits for the step's entrance. */
export const settled = (page: Page): Promise<unknown> =>
  page.evaluate(() =>
    Promise.all(
      writing
        .root()
        .getAnimations()
        .map(({ finished }) => finished),
    ),
  );

export const title = (page: Page): Locator =>
  page.getByRole('textbox', { name: /^(Title of step|ステップのタイトル)$/ });
export const body = (page: Page): Locator => page.getByRole('textbox', { name: /^(Text of step|ステップの本文)$/ });
export const tool = (page: Page, name: string): Locator =>
  page.getByRole('toolbar').getByRole('button', { name, exact: true });

/** The content as it was told last. */
export const told = (page: Page): Promise<ReturnType<typeof Writing.last>> => page.evaluate(() => writing.last());
/** The browser tells of a caret that a key has moved a moment later. */
export const caretSettled = (page: Page): Promise<unknown> =>
  page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));

/** What the page's policy refused. */
export const violations = (page: Page): Promise<unknown> => page.evaluate('violations');
