import { join } from 'node:path';
import { build } from 'vite';

/** The editor as it is built for real, kept in memory: a spec never runs on a stale build. */
export const buildEditor = async (): Promise<string> => {
  const built = await build({
    root: join(import.meta.dirname, '..', '..'),
    logLevel: 'error',
    build: { write: false },
  });
  const outputs = Array.isArray(built) ? built : [built];
  const chunks = outputs.flatMap((output) => ('output' in output ? output.output : []));
  const [entry, ...others] = chunks.filter((chunk) => chunk.type === 'chunk');
  if (entry === undefined || others.length > 0) throw new Error('the editor is expected to be one module');
  return entry.code;
};
