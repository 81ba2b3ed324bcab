import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';

/** Bytes of the built runtime as a browser would fetch them: brotli, quality 11, each file by itself. */
const dist = join(dirname(fileURLToPath(import.meta.url)), '../dist');
const IMPORT = /(?:import|export)[^"'`;]*?["'`](\.\.?\/[^"'`]+\.js)["'`]/g;
const DYNAMIC = /import\(\s*["'`](\.\.?\/[^"'`]+\.js)["'`]\s*\)/g;

const brotli = (file: string): number =>
  brotliCompressSync(readFileSync(file), { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;

const linked = (file: string, pattern: RegExp): string[] =>
  Array.from(readFileSync(file, 'utf8').matchAll(pattern), ([, path]) => join(dirname(file), path ?? ''));

/** The files that come with these, without anything that is loaded later. */
const closure = (files: readonly string[]): Set<string> => {
  const all = new Set<string>();
  const walk = (file: string): void => {
    if (all.has(file)) return;
    all.add(file);
    const later = new Set(linked(file, DYNAMIC));
    for (const next of linked(file, IMPORT)) if (!later.has(next)) walk(next);
  };
  for (const file of files) walk(file);
  return all;
};
const sum = (files: Iterable<string>): number => Array.from(files, brotli).reduce((a, b) => a + b, 0);
const chunk = (name: string): string => {
  const found = readdirSync(join(dist, 'assets')).find((file) => file.startsWith(`${name}-`));
  if (!found) throw new Error(`no chunk ${name}`);
  return join(dist, 'assets', found);
};

/** The paths that a page can take, in brotli bytes; each includes the ones before it. */
export const measure = (): Readonly<Record<string, number>> => {
  const tag = join(dist, 'shirube.js');
  const decided = [tag, chunk('guide')];
  return {
    'nothing can start here': sum(closure([tag])),
    'rules asked, nothing starts': sum(closure(decided)),
    'first tooltip': sum(closure([...decided, chunk('runtime'), chunk('outbox')])),
  };
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (!existsSync(dist)) throw new Error('build first: vite build');
  for (const file of [
    join(dist, 'shirube.js'),
    ...readdirSync(join(dist, 'assets')).map((f) => join(dist, 'assets', f)),
  ])
    if (file.endsWith('.js')) process.stdout.write(`${String(brotli(file)).padStart(7)}  ${basename(file)}\n`);
  for (const [path, bytes] of Object.entries(measure()))
    process.stdout.write(`${String(bytes).padStart(7)}  ${path}\n`);
}
