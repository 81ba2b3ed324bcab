import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';
import { build, type InlineConfig } from 'vite';
import { hostPage } from './hostPage.ts';

export const LIBRARIES = {
  shirube: new URL('./guides/shirube.ts', import.meta.url),
  driver: new URL('./guides/driver.ts', import.meta.url),
  shepherd: new URL('./guides/shepherd.ts', import.meta.url),
  intro: new URL('./guides/intro.ts', import.meta.url),
  joyride: new URL('./guides/joyride.js', import.meta.url),
} as const;
export type Library = keyof typeof LIBRARIES;

export interface Site {
  /** Where the host page lies, with the library or, for `none`, without any. */
  url(library: Library | 'none', query?: string): string;
  /** Bytes (brotli 11, each file by itself) of the scripts and styles that were asked for since the last call, without the host page's own. */
  asked(): number;
  close(): void;
}

/** The host page and the libraries, each bundled as an app would, Shirube as its own build makes it; all sent in brotli. */
export const openSite = async (): Promise<Site> => {
  const files = new Map<string, Uint8Array>();
  const keep = (name: string, text: string | Uint8Array): void => {
    files.set(name, brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }));
  };
  for (const [name, text] of await built(bundleOf(new URL('./probes.ts', import.meta.url), 'iife')))
    keep(`/own/${name}`, text);
  for (const [library, entry] of Object.entries(LIBRARIES))
    for (const [name, text] of await built(bundleOf(entry, 'es'))) keep(`/${library}/guide/${name}`, text);
  const runtime = join(import.meta.dirname, '..', '..', 'packages', 'runtime');
  for (const [name, text] of await built({ root: runtime, build: { write: false } })) keep(`/shirube/${name}`, text);

  let asked = 0;
  const server = createServer(({ url = '' }, answer) => {
    const [, library, name] = /^\/(\w+)\/(.*)$/.exec(url) ?? [];
    const file = files.get(url);
    if (library && name !== undefined && /^(\?.*)?$/.test(name)) {
      const styles = [...files.keys()].filter((it) => it.startsWith(`/${library}/guide/`) && it.endsWith('.css'));
      const head = `${styles.map((it) => `<link rel="stylesheet" href="${it}">`).join('')}<script src="/own/main.js"></script>${
        library === 'none' ? '' : `<script type="module" src="/${library}/guide/main.js"></script>`
      }`;
      answer.setHeader('content-type', 'text/html; charset=utf-8').end(hostPage(head));
    } else if (file) {
      if (!url.startsWith('/own/')) asked += file.length;
      answer.setHeader('content-type', url.endsWith('.css') ? 'text/css' : 'text/javascript');
      answer.setHeader('content-encoding', 'br').end(file);
    } else answer.writeHead(404).end();
  });
  // A connection that ends while a browser is about to use it again makes a page wait.
  server.keepAliveTimeout = 600_000;
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: (library, query = '') => `${origin}/${library}/${query}`,
    asked() {
      const bytes = asked;
      asked = 0;
      return bytes;
    },
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
};

const bundleOf = (entry: URL, format: 'es' | 'iife'): InlineConfig => ({
  root: join(import.meta.dirname, '..'),
  configFile: false,
  mode: 'production',
  define: { 'process.env.NODE_ENV': '"production"' },
  build: {
    write: false,
    target: 'es2022',
    minify: true,
    cssCodeSplit: false,
    lib: {
      entry: fileURLToPath(entry),
      formats: [format],
      name: 'bundle',
      fileName: () => 'main.js',
      cssFileName: 'main',
    },
  },
});

/** File names and contents. */
const built = async (config: InlineConfig): Promise<readonly (readonly [string, string | Uint8Array])[]> => {
  const outputs = await build({ ...config, logLevel: 'error' });
  return (Array.isArray(outputs) ? outputs : [outputs])
    .flatMap((output) => ('output' in output ? output.output : []))
    .map((file) => [file.fileName, file.type === 'chunk' ? file.code : file.source]);
};
