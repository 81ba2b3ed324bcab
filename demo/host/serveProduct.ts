import { readdirSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, relative, sep } from 'node:path';
import { configScript, contentPolicy, pageFor, type ShirubeAddress } from './page.ts';

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};
const MAX_BODY_BYTES = 1_000;

export interface ProductOptions {
  /** The built product. */
  readonly folder: string;
  readonly port: number;
  readonly shirube: ShirubeAddress;
  /** Gives a renewed veteran their past. */
  readonly giveHistory: (userId: string) => Promise<void>;
}
export interface Product {
  readonly url: string;
  close(): Promise<void>;
}

/** Serves the product on 127.0.0.1. Every address without a file is one of its client-side routes. Rejects when the port is taken. */
export const serveProduct = async (options: ProductOptions): Promise<Product> => {
  const files = listFiles(options.folder);
  const template = readFileSync(join(options.folder, 'index.html'), 'utf8');
  const server = createServer((request, response) => {
    answer(request, response).catch(() => {
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = new URL(request.url ?? '/', 'http://host').pathname;
    response.setHeader('x-content-type-options', 'nosniff');
    if (request.method === 'POST' && path === '/demo/history') return history(request, response, options.giveHistory);
    if (request.method !== 'GET' && request.method !== 'HEAD') return send(response, 405, '.txt', '');
    if (path === '/config.js') return send(response, 200, '.js', configScript(options.shirube));
    const file = files.get(path);
    if (file !== undefined) {
      // The build puts a hash into every name under /assets.
      if (path.startsWith('/assets/')) response.setHeader('cache-control', 'public, max-age=31536000, immutable');
      return send(response, 200, extname(path), readFileSync(file));
    }
    if (extname(path) !== '') return send(response, 404, '.txt', '');
    response.setHeader('content-security-policy', contentPolicy(options.shirube));
    send(response, 200, '.html', pageFor(template, options.shirube, path));
  };
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};

/** All files by address; index.html is left out because it is only ever served with its tag. */
const listFiles = (folder: string): ReadonlyMap<string, string> => {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const full = names.map((entry) => join(entry.parentPath, entry.name));
  const servable = full.filter((file) => extname(file) in types);
  return new Map(servable.map((file) => [`/${relative(folder, file).split(sep).join('/')}`, file]));
};

const send = (response: ServerResponse, status: number, extension: string, body: string | Buffer): void => {
  if (!response.hasHeader('cache-control')) response.setHeader('cache-control', 'no-store');
  response.writeHead(status, {
    'content-type': types[extension] ?? (extension === '.html' ? 'text/html; charset=utf-8' : 'text/plain'),
  });
  response.end(body);
};

const history = async (
  request: IncomingMessage,
  response: ServerResponse,
  giveHistory: (userId: string) => Promise<void>,
): Promise<void> => {
  let body = '';
  for await (const chunk of request) {
    body += String(chunk);
    if (body.length > MAX_BODY_BYTES) return send(response, 413, '.txt', '');
  }
  const userId = userIdIn(body);
  if (userId === undefined) return send(response, 400, '.txt', '');
  await giveHistory(userId);
  send(response, 204, '.txt', '');
};
/** Only veterans of this demo may be given a past. */
const userIdIn = (body: string): string | undefined => {
  try {
    const parsed: unknown = JSON.parse(body);
    if (typeof parsed !== 'object' || parsed === null || !('userId' in parsed)) return undefined;
    const { userId } = parsed;
    return typeof userId === 'string' && /^demo-veteran(-[0-9a-f]{8})?$/.test(userId) ? userId : undefined;
  } catch {
    return undefined;
  }
};
