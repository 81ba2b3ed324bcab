/** Builds what runs in a browser, each part only when something that it is made of has changed. `node scripts/build.ts [part…]` */
import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, run } from './lib/workspace.ts';

/** Each part's folder, and the folders whose change makes it stale. */
const parts = {
  runtime: { folder: 'packages/runtime', madeOf: ['packages/runtime', 'packages/schema'] },
  editor: { folder: 'packages/editor', madeOf: ['packages/editor', 'packages/runtime', 'packages/schema'] },
  reports: { folder: 'packages/reports', madeOf: ['packages/reports', 'packages/schema'] },
  demo: { folder: 'demo', madeOf: ['demo'] },
} as const;
export type Part = keyof typeof parts;

const fingerprint = (folders: readonly string[]): string => {
  const hash = createHash('sha256').update(readFileSync(join(root, 'pnpm-lock.yaml')));
  const files = folders.flatMap((folder) =>
    globSync(`${folder}/{src,public}/**/*.{ts,css,html,svg,json,woff2}`, { cwd: root }).concat(
      globSync(`${folder}/{vite.config.ts,index.html,package.json}`, { cwd: root }),
    ),
  );
  for (const file of files.filter((name) => !/\.(test|spec)\.ts$/.test(name)).sort()) {
    hash.update(file).update(readFileSync(join(root, file)));
  }
  return hash.digest('hex');
};

/** Builds the named parts (default: all). Throws when a build fails, naming the part. */
export const build = async (names: readonly Part[] = Object.keys(parts) as Part[]): Promise<void> => {
  for (const name of names) {
    const { folder, madeOf } = parts[name];
    const wanted = fingerprint(madeOf);
    const mark = join(root, folder, 'dist', '.made-of');
    if (existsSync(mark) && readFileSync(mark, 'utf8') === wanted) continue;
    const code = await run('vite', ['build', '--logLevel', 'warn'], {
      cwd: join(root, folder),
      // A test runner sets another: then Lit's development build would be what is served from then on.
      env: { NODE_ENV: 'production' },
    });
    if (code !== 0) throw new Error(`building ${name} failed`);
    writeFileSync(mark, wanted);
  }
};

if (process.argv[1] === import.meta.filename) {
  const names = process.argv.slice(2).filter((name): name is Part => name in parts);
  await build(names.length > 0 ? names : undefined);
}
