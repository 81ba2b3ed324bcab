import { createServer } from 'node:http';
import { join } from 'node:path';
import { build } from 'vite';
import { close, listen } from './http.ts';

export interface PanelPage {
  readonly origin: string;
  close(): Promise<void>;
}

/** The app under the panel. */
export interface PanelApp {
  /** What is in its <main>. */
  readonly body?: string;
  readonly css?: string;
}

/** One entry of `browser/` (it registers a panel and puts `mount` on the window), built in memory and served in a small app under a strict policy. */
export const startPanelPage = async (entry: string, app: PanelApp = {}): Promise<PanelPage> => {
  const code = await buildEntry(entry);
  const http = createServer((request, response) => {
    if (request.url === '/panel.js') response.writeHead(200, { 'content-type': 'text/javascript' }).end(code);
    else if (request.url === '/app.css') response.writeHead(200, { 'content-type': 'text/css' }).end(app.css ?? '');
    else response.writeHead(200, headers).end(documentOf(app.body ?? standardBody));
  });
  return { origin: await listen(http), close: () => close(http) };
};

const buildEntry = async (entry: string): Promise<string> => {
  const built = await build({
    root: join(import.meta.dirname, '..'),
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: false,
      target: 'es2022',
      modulePreload: false,
      rolldownOptions: {
        input: join(import.meta.dirname, '..', entry),
        output: { format: 'es', codeSplitting: false },
      },
    },
  });
  const outputs = Array.isArray(built) ? built : [built];
  const [chunk] = outputs.flatMap((output) => ('output' in output ? output.output : []));
  if (chunk?.type !== 'chunk') throw new Error(`${entry} was not built`);
  return chunk.code;
};

const headers = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; require-trusted-types-for 'script'; trusted-types lit-html",
};

const standardBody = `<h1>Invoices</h1>
<button id="new-invoice" data-tour="new-invoice">New invoice</button>`;

const documentOf = (
  body: string,
): string => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>App</title>
<meta name="viewport" content="width=device-width"><link rel="stylesheet" href="/app.css"></head><body><main>${body}</main>
<script type="module" src="/panel.js"></script></body></html>`;
