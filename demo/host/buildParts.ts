import { spawn } from 'node:child_process';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..', '..');

/** Builds what is missing or stale of the named parts (default: all), as a customer gets it, whatever process asks. Rejects when a build fails. */
export const buildParts = (parts: readonly string[] = []): Promise<void> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join('scripts', 'build.ts'), ...parts], {
      cwd: ROOT,
      stdio: 'inherit',
      // Test runners set NODE_ENV=test, and with that a bundler takes the development builds of libraries.
      env: { ...process.env, NODE_ENV: 'production' },
    });
    child.once('error', reject);
    child.once('exit', (code) => (code === 0 ? resolve() : reject(new Error('The build failed; see above.'))));
  });
