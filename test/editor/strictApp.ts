import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One page of the app. Everything is optional: left out, it is a plain product under the strictest policy that a browser knows. */
export interface AppPage {
  /** The app's own style sheet. */
  readonly css?: string;
  /** Runs before Shirube's script tag. */
  readonly early?: string;
  readonly body?: string;
  /** Of `<html>`, beside `lang`. */
  readonly attributes?: string;
  readonly headers?: Readonly<Record<string, string>>;
}
/** A customer's product that trusts nobody. */
export interface StrictApp {
  readonly origin: string;
  /** Answers the address of a new page. */
  page(page?: AppPage): string;
  close(): Promise<void>;
}

/** Starts the app on a free port of 127.0.0.1, with Shirube by the script tag. */
export const startStrictApp = async (endpoint: string, key: string): Promise<StrictApp> => {
  const policy = [
    "default-src 'none'",
    `script-src 'self' ${endpoint}`,
    "style-src 'self'",
    `connect-src ${endpoint}`,
    "require-trusted-types-for 'script'",
    'trusted-types lit-html',
  ].join('; ');
  const pages: AppPage[] = [];
  const server = createServer((request, response) => {
    const [, index = '', file = ''] = new URL(request.url ?? '/', 'http://app').pathname.split('/');
    const page = pages[Number(index)] ?? {};
    if (file.endsWith('.js'))
      response.writeHead(200, { 'content-type': 'text/javascript' }).end(watch + (page.early ?? ''));
    else if (file.endsWith('.css')) response.writeHead(200, { 'content-type': 'text/css' }).end(page.css ?? look);
    else
      response
        .writeHead(200, {
          'content-type': 'text/html; charset=utf-8',
          'content-security-policy': policy,
          ...page.headers,
        })
        .end(
          htmlOf(page, `/${index}`, `<script type="module" src="${endpoint}/shirube.js" data-key="${key}"></script>`),
        );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    page: (page = {}) => `${origin}/${pages.push(page) - 1}/invoices`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
};

const watch = `
globalThis.violations = [];
addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => violations.push(violatedDirective + ' ' + blockedURI));
`;
const look = `body { font: 16px/1.5 sans-serif; margin: 24px } main { display: grid; gap: 16px; justify-items: start }
#archive { position: absolute; left: 500px; top: 24px }`;
const standardBody = `<h1>Invoices</h1>
<button type="button" data-tour="new-invoice" id="new-invoice">New invoice</button>
<label>Search <input id="search" name="search"></label>
<button type="button" data-tour="archive" id="archive">Archive</button>
<dialog id="dialog" aria-label="Settings"><p>Settings</p><button type="button" id="in-dialog">Save</button></dialog>`;

const htmlOf = (
  { attributes = '', body = standardBody }: AppPage,
  base: string,
  tag: string,
): string => `<!doctype html><html lang="en" ${attributes}><head><meta charset="utf-8"><title>Strict app</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${base}/app.css"><script src="${base}/app.js"></script>${tag}</head><body><main>${body}</main></body></html>`;
