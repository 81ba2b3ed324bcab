import { join } from 'node:path';
import { build } from 'vite';
import { type Bytes, measure } from './bytes.ts';

export interface RuntimeSizes {
  /** A page on which nothing can start: the script tag and what it imports at once. */
  readonly idle: Bytes;
  /** The first tooltip: everything that can be loaded by then. */
  readonly tooltip: Bytes;
}

/**
 * Chunks that a first tooltip does without: `explain` comes when a developer asks, `watchElements` when a rule looks at the page's elements.
 * `surfaces` is slideouts, banners and hotspots. Every other chunk counts, also one that is new.
 */
const LATER = ['explain', 'watchElements', 'surfaces'];

/** Builds the runtime as it is built for real, in memory, and follows its chunks. */
export const runtimeSizes = async (): Promise<RuntimeSizes> => {
  const built = await build({
    root: join(import.meta.dirname, '..', '..', 'packages', 'runtime'),
    logLevel: 'error',
    build: { write: false },
  });
  const outputs = Array.isArray(built) ? built : [built];
  const files = outputs.flatMap((output) => ('output' in output ? output.output : []));
  const chunks = files.filter((file) => file.type === 'chunk');
  const entry = chunks.find((chunk) => chunk.isEntry);
  if (entry === undefined) throw new Error('the runtime has no entry');

  const withImports = (name: string, found: Set<string> = new Set()): Set<string> => {
    if (found.has(name)) return found;
    found.add(name);
    for (const next of chunks.find((chunk) => chunk.fileName === name)?.imports ?? []) withImports(next, found);
    return found;
  };
  const atOnce = withImports(entry.fileName);
  return {
    idle: measure(chunks.filter((chunk) => atOnce.has(chunk.fileName)).map((chunk) => chunk.code)),
    tooltip: measure(chunks.filter((chunk) => !LATER.includes(chunk.name)).map((chunk) => chunk.code)),
  };
};
