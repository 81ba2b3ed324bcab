import { join } from 'node:path';
import { test as base, expect, type Page } from '@playwright/test';
import { build } from 'vite';
import type { PickHarness } from '../fixtures/pickPage.ts';

export { expect };

declare const harness: PickHarness;

export interface HostPage {
  readonly body: string;
  readonly css?: string;
  /** The app's own script: it runs before the editor is loaded. */
  readonly script?: string;
  /** Other documents of the app, by path. */
  readonly pages?: Readonly<Record<string, string>>;
  readonly head?: string;
}
interface Fixtures {
  /** Opens the app, counts what is changed in its document from then on, and starts the picker. */
  readonly openPicker: (host: HostPage, options?: { readonly locale?: 'en' | 'ja' }) => Promise<Page>;
  /** The same without a picker. */
  readonly openPage: (host: HostPage) => Promise<Page>;
}

const ORIGIN = 'https://app.example';
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; frame-src 'self' https://other.example; require-trusted-types-for 'script'; trusted-types lit-html";

export const test = base.extend<Fixtures, { readonly code: string }>({
  code: [async ({ browserName: _ }, use) => use(await bundle()), { scope: 'worker' }],
  openPage: async ({ page, code }, use) => {
    await use(async (host) => {
      const files: Readonly<Record<string, readonly [type: string, body: string]>> = {
        '/': ['text/html', html(host)],
        '/app.css': ['text/css', host.css ?? ''],
        '/app.js': ['text/javascript', `${COUNT};${host.script ?? ''}`],
        '/pick.js': ['text/javascript', code],
        ...Object.fromEntries(
          Object.entries(host.pages ?? {}).map(([path, body]) => [path, ['text/html', body] as const]),
        ),
      };
      await page.route('**/*', (route) => {
        const { origin, pathname } = new URL(route.request().url());
        const [contentType, body] = (origin === ORIGIN ? files[pathname] : undefined) ?? ['text/html', 'Elsewhere'];
        return route.fulfill({ contentType, body, headers: { 'content-security-policy': POLICY } });
      });
      await page.goto(`${ORIGIN}/`);
      await page.waitForFunction('globalThis.harness !== undefined');
      return page;
    });
  },
  openPicker: async ({ openPage }, use) => {
    await use(async (host, { locale } = {}) => {
      const page = await openPage(host);
      await page.evaluate((wanted) => {
        harness.picker = harness.startPicker(wanted);
      }, locale);
      return page;
    });
  },
});

/** What the app heard, and how often its document was changed. */
const COUNT = `
  globalThis.heard = [];
  for (const type of ['pointerdown', 'pointerup', 'mousedown', 'mouseup', 'click', 'dblclick', 'auxclick', 'contextmenu', 'touchstart', 'touchend',
    'keydown', 'keyup', 'submit', 'focusin', 'focusout', 'mouseover', 'mouseout', 'pointermove'])
    document.addEventListener(type, (event) => heard.push(type), true);
  globalThis.violations = [];
  document.addEventListener('securitypolicyviolation', (event) => violations.push(event.violatedDirective));
  globalThis.mutations = [];
  globalThis.countMutations = () => {
    const observer = new MutationObserver((records) => mutations.push(...records.map((it) => it.type + ' ' + it.target.nodeName)));
    observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  };
`;

const html = ({
  body,
  head,
}: HostPage): string => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>App</title>
<meta name="viewport" content="width=device-width"><link rel="stylesheet" href="/app.css">${head ?? ''}</head><body>${body}
<script src="/app.js"></script><script type="module" src="/pick.js"></script></body></html>`;

const bundle = async (): Promise<string> => {
  const built = await build({
    configFile: false,
    root: join(import.meta.dirname, '..', '..'),
    logLevel: 'error',
    build: {
      write: false,
      minify: false,
      rolldownOptions: { input: 'browser/fixtures/pickPage.ts', output: { format: 'es' } },
    },
  });
  const outputs = Array.isArray(built) ? built : [built];
  const chunks = outputs.flatMap((output) => ('output' in output ? output.output : []));
  return chunks.flatMap((chunk) => (chunk.type === 'chunk' && chunk.isEntry ? [chunk.code] : [])).join('\n');
};

/** What would be picked now, as it is named. */
export const current = (page: Page): Promise<string | undefined> => page.evaluate(() => harness.picker?.current?.name);
/** The outline's rectangle, CSS px; null while it is not drawn. */
export const outline = async (page: Page) => page.locator('#editor .outline').boundingBox();
export const label = (page: Page) => page.locator('#editor .label');
/** What the editor was told. */
export const state = (page: Page) =>
  page.evaluate(() => {
    const { hovered, picked, left } = harness.heard;
    return { hovered, picked: picked.map((it) => it.name), left };
  });
