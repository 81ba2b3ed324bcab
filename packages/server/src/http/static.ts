import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Context } from 'hono';
import { problem } from './problem.ts';

/** Built files, as absolute paths of folders. */
export interface StaticFolders {
  readonly runtime: string;
  readonly editor: string;
  readonly dashboard: string;
  /** The server's own pages: the editor's sign-in. */
  readonly pages: string;
}

/** Names with a hash never change what they hold. */
const HASHED = /[-.][\w-]{8,}\.\w+$/;
const IMMUTABLE = 'public, max-age=31536000, immutable';
const SHORT = 'public, max-age=300, stale-while-revalidate=86400';
const NONE = 'no-cache';
const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};

/** The file that a path stands for, or undefined: first what host pages load, then the dashboard and its client routes. */
export const staticFile = async (c: Context, folders: StaticFolders): Promise<Response | undefined> => {
  const path = decodedPath(c.req.path);
  if (path === undefined) return undefined;
  const [, first = '', ...rest] = path.split('/');
  if (path === '/shirube.js') return (await served(c, folders.runtime, path, SHORT)) ?? notBuilt('runtime');
  if (path === '/editor.js') return (await served(c, folders.editor, path, SHORT)) ?? notBuilt('editor');
  if (first === 'editor') {
    const inside = `/${rest.join('/')}`;
    return (await served(c, folders.pages, inside, NONE)) ?? served(c, folders.editor, path, SHORT);
  }
  const file =
    (await served(c, folders.runtime, path, SHORT, 'assets')) ?? (await served(c, folders.dashboard, path, SHORT));
  if (file !== undefined) return file;
  if (!isClientRoute(path)) return undefined;
  return (await served(c, folders.dashboard, '/index.html', NONE)) ?? notBuilt('dashboard');
};

const isClientRoute = (path: string): boolean =>
  path === '/' || path === '/sign-in' || path === '/tours' || path === '/targets' || path.startsWith('/tours/');

/** undefined for what cannot be decoded or holds a NUL: no file is called so. */
const decodedPath = (path: string): string | undefined => {
  try {
    const decoded = decodeURIComponent(path);
    return decoded.includes('\0') || decoded.includes('\\') ? undefined : decoded;
  } catch {
    return undefined;
  }
};

interface Kept {
  readonly modified: number;
  readonly etag: string;
  readonly bytes: Buffer<ArrayBuffer>;
  /** Undefined until it is made. */
  brotli: Buffer<ArrayBuffer> | undefined;
  readonly gzip: Buffer<ArrayBuffer> | undefined;
}
const kept = new Map<string, Promise<Kept>>();
const compressBrotli = promisify(brotliCompress);
const compressGzip = promisify(gzip);

const served = async (
  c: Context,
  folder: string,
  path: string,
  caching: string,
  under = '',
): Promise<Response | undefined> => {
  if (under !== '' && !path.startsWith(`/${under}/`)) return undefined;
  const file = join(folder, normalize(path));
  if (!file.startsWith(join(folder, sep)) || types[extname(file)] === undefined) return undefined;
  const found = await stat(file).catch(() => undefined);
  if (found === undefined || !found.isFile()) return undefined;
  const key = `${file} ${found.mtimeMs} ${found.size}`;
  const loading = kept.get(key) ?? load(file, found.mtimeMs);
  kept.set(key, loading);
  loading.catch(() => kept.delete(key));
  return respond(c, file, await loading, HASHED.test(file) ? IMMUTABLE : caching);
};

/** Brotli at its best takes a second and more for this, bytes: who asks first is not kept waiting for it. */
const LARGE = 100_000;

/** Compressed once, on first use, as small as it goes; of a large file the first answers are a little larger. Pictures and fonts are compressed already. */
const load = async (file: string, modified: number): Promise<Kept> => {
  const bytes = Buffer.from(await readFile(file));
  const etag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`;
  const compressible = /javascript|css|html|json|svg/.test(types[extname(file)] ?? '');
  if (!compressible) return { modified, etag, bytes, brotli: undefined, gzip: undefined };
  const large = bytes.length > LARGE;
  const found: Kept = {
    modified,
    etag,
    bytes,
    brotli: undefined,
    gzip: Buffer.from(await compressGzip(bytes, { level: large ? 6 : 9 })),
  };
  const best = compressBrotli(bytes, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }).then((made) => {
    found.brotli = Buffer.from(made);
  });
  // Without it, gzip is served.
  if (large) best.catch(() => {});
  else await best;
  return found;
};

const respond = (c: Context, file: string, found: Kept, caching: string): Response => {
  const accepts = c.req.header('accept-encoding') ?? '';
  const encoding =
    accepts.includes('br') && found.brotli ? 'br' : accepts.includes('gzip') && found.gzip ? 'gzip' : undefined;
  const headers: Record<string, string> = {
    'Content-Type': types[extname(file)] ?? 'application/octet-stream',
    'Cache-Control': caching,
    ETag: found.etag,
    Vary: 'Accept-Encoding',
    // Module scripts are fetched with CORS, and host pages are of any origin.
    'Access-Control-Allow-Origin': '*',
    ...(encoding === undefined ? {} : { 'Content-Encoding': encoding }),
  };
  if ((c.req.header('if-none-match') ?? '').replaceAll('W/', '').split(', ').includes(found.etag)) {
    return new Response(null, { status: 304, headers });
  }
  const body = encoding === 'br' ? found.brotli : encoding === 'gzip' ? found.gzip : found.bytes;
  return new Response(c.req.method === 'HEAD' ? null : (body ?? found.bytes), { headers });
};

const notBuilt = (part: string): Response =>
  problem(503, { code: 'not_built', detail: `The ${part} is not built yet: run "npx pnpm build", then reload.` });
