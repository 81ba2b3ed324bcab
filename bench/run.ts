/** Runs the named benchmarks, or all: `pnpm bench [sizes] [rules] [target] [runtime] [editor] [ingest] [report] [--large]`. Reports, never fails on a time. */
import { editor } from './editor.ts';
import { ingest } from './ingest.ts';
import { report, sizesAsked } from './report.ts';
import { rules } from './rules.ts';
import { runtime, runtimeAsked } from './runtime.ts';
import { sizes } from './sizes.ts';
import { target } from './target.ts';
import { targets } from './targets/targets.ts';

const args = process.argv.slice(2);
const benchmarks: Readonly<Record<string, () => Promise<void> | void>> = {
  sizes,
  rules,
  target,
  targets: () => targets(args),
  runtime: () => runtime(runtimeAsked(args)),
  editor,
  ingest: () => ingest(),
  report: () => report(sizesAsked(args)),
};
const asked = args.filter((arg) => !arg.startsWith('--'));
const unknown = asked.filter((name) => benchmarks[name] === undefined);
if (unknown.length > 0) {
  console.error(`No benchmark is named ${unknown.join(', ')}. There are: ${Object.keys(benchmarks).join(', ')}.`);
  process.exit(2);
}
for (const [name, run] of Object.entries(benchmarks)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  console.log(`\n## ${name}\n`);
  await run();
}
