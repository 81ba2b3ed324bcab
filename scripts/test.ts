/**
 * Everything that decides whether a change is good: static checks, pure and Node tests, then the browser.
 * Ends with what failed, once more, and one line `N passed, N failed`. A test that was skipped counts as failed: nothing is left out quietly.
 */
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './build.ts';
import { check } from './check.ts';
import { cache, run } from './lib/workspace.ts';

/** So much of each failure is said again at the end. */
const FAILURE_LINES = 12;

interface Count {
  readonly passed: number;
  readonly failed: number;
  /** What failed, and why, as far as the runner says so. */
  readonly failures?: readonly string[];
}
interface VitestReport {
  readonly numPassedTests: number;
  readonly numTotalTests: number;
  readonly numFailedTestSuites: number;
  readonly testResults: readonly {
    readonly name: string;
    readonly message: string;
    readonly assertionResults: readonly {
      readonly status: string;
      readonly fullName: string;
      readonly failureMessages: readonly string[];
    }[];
  }[];
}
interface PlaywrightSuite {
  readonly suites?: readonly PlaywrightSuite[];
  readonly specs: readonly {
    readonly ok: boolean;
    readonly title: string;
    readonly file: string;
    readonly line: number;
    readonly tests: readonly {
      readonly results: readonly { readonly errors: readonly { readonly message?: string }[] }[];
    }[];
  }[];
}
interface PlaywrightReport {
  readonly suites: readonly PlaywrightSuite[];
  readonly stats: {
    readonly expected: number;
    readonly unexpected: number;
    readonly flaky: number;
    readonly skipped: number;
  };
  readonly errors: readonly unknown[];
}

/** Runs a test runner that writes its result as JSON; a runner that dies without writing one is a failure. */
const counted = async <Report>(
  command: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  file: string,
  count: (report: Report) => Count,
): Promise<Count> => {
  rmSync(file, { force: true });
  const code = await run(command, args, { env });
  try {
    const result = count(JSON.parse(readFileSync(file, 'utf8')) as Report);
    return code !== 0 && result.failed === 0 ? { ...result, failed: 1 } : result;
  } catch {
    return { passed: 0, failed: 1 };
  }
};

const vitestFailures = ({ testResults }: VitestReport): string[] =>
  testResults.flatMap(({ name, message, assertionResults }) => {
    const failed = assertionResults.filter(({ status }) => status === 'failed');
    return [
      ...failed.map((it) => `${name} › ${it.fullName}\n${it.failureMessages.join('\n')}`),
      ...(message && !failed.length ? [`${name}\n${message}`] : []),
    ];
  });

const playwrightFailures = (suites: readonly PlaywrightSuite[]): string[] =>
  suites.flatMap((suite) => [
    ...suite.specs
      .filter(({ ok }) => !ok)
      .map(({ title, file, line, tests }) => {
        const errors = tests.flatMap(({ results }) => results.flatMap((it) => it.errors.map(({ message }) => message)));
        return `${file}:${line} › ${title}\n${errors.join('\n')}`;
      }),
    ...playwrightFailures(suite.suites ?? []),
  ]);

const vitestFile = join(cache, 'vitest.json');
const playwrightFile = join(cache, 'playwright.json');

const results: Count[] = [await check()];
try {
  await build();
  results.push({ passed: 1, failed: 0 });
} catch (error) {
  console.error(error);
  results.push({ passed: 0, failed: 1 });
}
results.push(
  await counted<VitestReport>(
    'vitest',
    ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${vitestFile}`],
    {},
    vitestFile,
    (report) => ({
      passed: report.numPassedTests,
      failed: Math.max(report.numTotalTests - report.numPassedTests, report.numFailedTestSuites),
      failures: vitestFailures(report),
    }),
  ),
  await counted<PlaywrightReport>(
    'playwright',
    ['test', '--reporter=line,json'],
    { PLAYWRIGHT_JSON_OUTPUT_FILE: playwrightFile, CI: '1' },
    playwrightFile,
    ({ stats, errors, suites }) => ({
      passed: stats.expected,
      failed: stats.unexpected + stats.flaky + stats.skipped + errors.length,
      failures: playwrightFailures(suites),
    }),
  ),
);

for (const { failures = [] } of results)
  for (const failure of failures) console.log(`\nFailed: ${failure.split('\n').slice(0, FAILURE_LINES).join('\n')}`);
const passed = results.reduce((sum, result) => sum + result.passed, 0);
const failed = results.reduce((sum, result) => sum + result.failed, 0);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
