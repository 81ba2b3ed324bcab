/** The checks that read the code without running it. `node scripts/check.ts` */
import { globSync } from 'node:fs';
import { run } from './lib/workspace.ts';

const projects = globSync('**/tsconfig*.json', { exclude: (name) => name === 'node_modules' || name === 'dist' })
  .filter((path) => !path.endsWith('tsconfig.base.json'))
  .sort();

const checks: readonly { readonly name: string; readonly command: string; readonly args: readonly string[] }[] = [
  { name: 'format, lint and import direction', command: 'biome', args: ['check', '--error-on-warnings', '.'] },
  ...projects.map((path) => ({ name: `types of ${path}`, command: 'tsc', args: ['-p', path] })),
  { name: 'dead exports and dependencies', command: 'knip', args: ['--no-config-hints'] },
];

/** Runs every check, also after one failed; resolves with how many passed and failed. */
export const check = async (): Promise<{ passed: number; failed: number }> => {
  let passed = 0;
  const failed: string[] = [];
  for (const { name, command, args } of checks) {
    if ((await run(command, args)) === 0) passed += 1;
    else failed.push(name);
  }
  for (const name of failed) console.log(`failed: ${name}`);
  return { passed, failed: failed.length };
};

if (process.argv[1] === import.meta.filename) {
  const { passed, failed } = await check();
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
}
