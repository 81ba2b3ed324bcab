import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { type Bytes, measure } from './bytes.ts';

const root = join(import.meta.dirname, '..');

/**
 * Bundles a file of `uses/` the way an app would, and measures the download, CSS included: minified, target es2022, dead code removed.
 * `external` modules are left out, as if the app had them already.
 */
export const bundle = async (use: URL, external: readonly string[] = []): Promise<Bytes> => {
  const built = await build({
    root,
    configFile: false,
    logLevel: 'error',
    mode: 'production',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      target: 'es2022',
      minify: true,
      modulePreload: false,
      cssCodeSplit: false,
      rolldownOptions: { input: fileURLToPath(use), external: [...external] },
    },
  });
  const outputs = Array.isArray(built) ? built : [built];
  const files = outputs.flatMap((output) => ('output' in output ? output.output : []));
  return measure(files.map((file) => (file.type === 'chunk' ? file.code : file.source)));
};

/** The version that is installed, from a package's own package.json. */
export const versionOf = (name: string): string => {
  const manifest: unknown = JSON.parse(readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8'));
  return String((manifest as { readonly version?: unknown }).version);
};
