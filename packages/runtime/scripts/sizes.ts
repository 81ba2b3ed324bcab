import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { build } from 'vite';

export interface File {
  readonly name: string;
  /** As a browser would fetch it: brotli, quality 11, each file by itself. */
  readonly bytes: number;
}
export interface Sizes {
  readonly files: readonly File[];
  /** The paths that a page can take, in brotli bytes; each includes the ones before it. */
  readonly paths: Readonly<Record<Path, number>>;
}
/** What each path adds, by the chunk's name. A chunk that is not named here comes only when something rare is asked for. */
const PATHS = {
  'nothing can start here': [],
  'rules asked, nothing starts': ['decide'],
  'first plain tooltip': ['guide', 'runtime', 'outbox'],
  'first tooltip or modal': ['more'],
  'first step of any kind': ['surfaces'],
  'a target that has to be healed': ['heal'],
} as const;
export type Path = keyof typeof PATHS;

/** Builds the runtime as it is built for real, in memory. */
export const measure = async (): Promise<Sizes> => {
  const built = await build({
    root: join(import.meta.dirname, '..'),
    logLevel: 'error',
    build: { write: false },
  });
  const outputs = Array.isArray(built) ? built : [built];
  const chunks = outputs
    .flatMap((output) => ('output' in output ? output.output : []))
    .filter((file) => file.type === 'chunk');
  const bytes = ({ code }: { readonly code: string }): number =>
    brotliCompressSync(code, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;

  const loaded = new Set<string>();
  /** With all that comes along with it at once. */
  const load = (file: string): void => {
    if (loaded.has(file)) return;
    loaded.add(file);
    for (const next of chunks.find(({ fileName }) => fileName === file)?.imports ?? []) load(next);
  };
  const loadNamed = (name: string): void => {
    const chunk = chunks.find((it) => (name === 'tag' ? it.isEntry : it.name === name));
    if (!chunk) throw new Error(`no chunk "${name}"`);
    load(chunk.fileName);
  };
  loadNamed('tag');
  const paths = Object.entries(PATHS).map(([path, names]) => {
    names.forEach(loadNamed);
    return [path, chunks.reduce((sum, it) => sum + (loaded.has(it.fileName) ? bytes(it) : 0), 0)];
  });
  return {
    files: chunks.map((it) => ({ name: it.fileName, bytes: bytes(it) })),
    paths: Object.fromEntries(paths),
  };
};

if (process.argv[1] === import.meta.filename) {
  const { files, paths } = await measure();
  for (const { name, bytes } of files) console.log(`${String(bytes).padStart(7)}  ${name}`);
  for (const [path, bytes] of Object.entries(paths)) console.log(`${String(bytes).padStart(7)}  ${path}`);
}
