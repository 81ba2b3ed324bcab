/**
 * The browser tests in the Firefox of this machine; not part of `pnpm test`. `node scripts/firefox.ts [spec or folder…]`
 * Ends with one line `N passed, N failed, N skipped (listed)`; without a Firefox it says so, and claims nothing.
 */
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { findFirefox } from '../test/firefox/findFirefox.ts';
import { build } from './build.ts';
import { cache, run } from './lib/workspace.ts';

interface Suite {
  readonly title: string;
  readonly suites?: readonly Suite[];
  readonly specs: readonly { readonly title: string; readonly file: string; readonly tests: readonly Test[] }[];
}
interface Test {
  readonly status: 'expected' | 'unexpected' | 'flaky' | 'skipped';
  readonly annotations: readonly { readonly type: string; readonly description?: string }[];
}
interface Report {
  readonly suites: readonly Suite[];
  readonly errors: readonly unknown[];
}

const testsOf = (suite: Suite): readonly (Test & { readonly name: string })[] => [
  ...suite.specs.flatMap(({ title, file, tests }) => tests.map((test) => ({ ...test, name: `${file} › ${title}` }))),
  ...(suite.suites ?? []).flatMap(testsOf),
];

/** Runs the chosen specs (default: all); resolves with the exit code. */
const testInFirefox = async (chosen: readonly string[]): Promise<number> => {
  if (!findFirefox()) {
    console.log(
      'Firefox is not installed here, so nothing was tested in it. Install it, or set FIREFOX_PATH to its program.',
    );
    return 0;
  }
  await build();
  const file = join(cache, 'firefox.json');
  rmSync(file, { force: true });
  const code = await run(
    'playwright',
    ['test', '-c', 'playwright.firefox.config.ts', '--reporter=line,json', ...chosen],
    {
      env: { PLAYWRIGHT_JSON_OUTPUT_FILE: file, CI: '1' },
    },
  );
  const { suites, errors } = JSON.parse(readFileSync(file, 'utf8')) as Report;
  const tests = suites.flatMap(testsOf);
  const count = (status: Test['status']): number => tests.filter((test) => test.status === status).length;
  const skipped = tests.filter(({ status, annotations }) => status === 'skipped' && annotations.length > 0);
  // A run that was interrupted calls what it did not come to skipped, too.
  const unreached = count('skipped') - skipped.length;
  for (const { name, annotations } of skipped) {
    console.log(`skipped: ${name}\n  ${annotations.map((it) => it.description ?? it.type).join('; ')}`);
  }
  const failed = count('unexpected') + count('flaky') + errors.length + unreached;
  if (unreached > 0) console.log(`not reached: ${unreached}`);
  console.log(`${count('expected')} passed, ${failed || Math.min(code, 1)} failed, ${skipped.length} skipped (listed)`);
  return code;
};

process.exitCode = await testInFirefox(process.argv.slice(2));
