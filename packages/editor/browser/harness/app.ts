import { createServer } from 'node:http';
import { close, KEY, listen } from './mockServer.ts';

/** A host app under the strictest policy that a browser knows; it loads the editor the way the loader does. */
export interface App {
  readonly origin: string;
  close(): Promise<void>;
}

export interface AppOptions {
  readonly endpoint: string;
  readonly body?: string;
  /** The app's own style sheet. */
  readonly css?: string;
  readonly key?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export const startApp = async ({ endpoint, body, css, key, headers }: AppOptions): Promise<App> => {
  const policy = [
    "default-src 'none'",
    `script-src 'self' ${endpoint}`,
    "style-src 'self'",
    `connect-src ${endpoint}`,
    "require-trusted-types-for 'script'",
    'trusted-types lit-html',
  ].join('; ');
  const http = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://app').pathname;
    const file = { '/app.js': ['text/javascript', script(endpoint)], '/app.css': ['text/css', css ?? ''] }[path];
    if (file !== undefined) {
      response.writeHead(200, { 'content-type': String(file[0]) }).end(file[1]);
      return;
    }
    response
      .writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy, ...headers })
      .end(
        page(
          body ?? standardBody,
          `<script type="module" src="${endpoint}/shirube.js" data-key="${key ?? KEY}"></script>`,
        ),
      );
  });
  return { origin: await listen(http), close: () => close(http) };
};

const script = (endpoint: string): string => `
  globalThis.heard = [];
  for (const type of ['keydown', 'keyup', 'click', 'pointerdown', 'focusin']) {
    document.addEventListener(type, (event) => heard.push(type + ' ' + event.target.localName));
  }
  globalThis.violations = [];
  document.addEventListener('securitypolicyviolation', (event) => violations.push(event.violatedDirective));
  globalThis.loadEditor = () => import('${endpoint}/editor.js');
  if (new URL(location.href).searchParams.get('shirube') === 'edit') sessionStorage.setItem('shirube', 'edit');
  if (sessionStorage.getItem('shirube') === 'edit') loadEditor();
`;

const standardBody = `
  <h1>Invoices</h1>
  <label>Search <input id="search" autofocus></label>
  <button id="new-invoice">New invoice</button>
  <button id="archive" hidden>Archive</button>
  <dialog id="dialog"><p>Settings</p><button id="in-dialog">Save</button></dialog>`;

const page = (
  body: string,
  tag: string,
): string => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>App</title>
<meta name="viewport" content="width=device-width"><link rel="stylesheet" href="/app.css"></head><body><main>${body}</main>
${tag}<script type="module" src="/app.js"></script></body></html>`;
