import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The folder that holds pnpm-workspace.yaml. */
export const root = join(import.meta.dirname, '..', '..');
const bin = join(root, 'node_modules', '.bin');
/** Where scripts keep what they can make again. */
export const cache = join(root, 'node_modules', '.cache', 'shirube');
mkdirSync(cache, { recursive: true });

/** Runs one of the workspace's own tools in `cwd` (default: the root), showing its output; resolves with the exit code (1 when it could not start). */
export const run = (
  command: string,
  args: readonly string[],
  options: { readonly cwd?: string; readonly env?: Readonly<Record<string, string>> } = {},
): Promise<number> =>
  new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: options.cwd ?? root,
      stdio: 'inherit',
      env: { ...process.env, ...options.env, PATH: `${bin}${delimiter}${process.env.PATH ?? ''}` },
    });
    child.on('error', () => resolve(1));
    child.on('exit', (code) => resolve(code ?? 1));
  });
