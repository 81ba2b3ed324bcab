/** Bytes by import: what each library makes a page download, by one bundler in one run. `node bench/sizes.ts` */

import { version as vite } from 'vite';
import { verdict } from './lib/bar.ts';
import { bundle, versionOf } from './lib/bundle.ts';
import type { Bytes } from './lib/bytes.ts';
import { machine } from './lib/machine.ts';
import { runtimeSizes } from './lib/runtimeSizes.ts';
import { type Row, table, times, whole } from './lib/table.ts';

interface Measured {
  readonly name: string;
  readonly bytes: Bytes;
  readonly includes: string;
}

/** Each use is the least code that shows a tour of several steps: nothing that the tour needs can be shaken off. */
const peers = async (): Promise<readonly Measured[]> => [
  {
    name: `driver.js ${versionOf('driver.js')}`,
    bytes: await bundle(new URL('./uses/driver.ts', import.meta.url)),
    includes: 'steps, overlay, own placement, its CSS',
  },
  {
    name: `shepherd.js ${versionOf('shepherd.js')}`,
    bytes: await bundle(new URL('./uses/shepherd.ts', import.meta.url)),
    includes: 'steps, overlay, floating-ui, its CSS',
  },
  {
    name: `intro.js ${versionOf('intro.js')}`,
    bytes: await bundle(new URL('./uses/intro.ts', import.meta.url)),
    includes: 'steps, hints, overlay, own placement, its CSS',
  },
  {
    name: `react-joyride ${versionOf('react-joyride')}`,
    bytes: await bundle(new URL('./uses/joyride.js', import.meta.url), ['react', 'react-dom', 'react/jsx-runtime']),
    includes: 'steps, overlay, floating-ui; React is the app’s own',
  },
  {
    name: `react-joyride with React ${versionOf('react')}`,
    bytes: await bundle(new URL('./uses/joyrideWithReact.js', import.meta.url)),
    includes: 'the same with react and react-dom',
  },
];

const parts = async (): Promise<readonly Measured[]> => [
  {
    name: '@shirube/schema/rules',
    bytes: await bundle(new URL('./uses/rules.ts', import.meta.url)),
    includes: 'compile, evaluate with its reasons',
  },
  {
    name: '@shirube/runtime/target',
    bytes: await bundle(new URL('./uses/target.ts', import.meta.url)),
    includes: 'describe an element, find it again',
  },
];

const row = ({ name, bytes, includes }: Measured, base: Bytes): Row => [
  name,
  whole(bytes.minified),
  whole(bytes.gzip),
  whole(bytes.brotli),
  times(bytes.brotli, base.brotli),
  includes,
];

export const sizes = async (): Promise<void> => {
  const { idle, tooltip } = await runtimeSizes();
  const ours: readonly Measured[] = [
    {
      name: 'Shirube, first tooltip of any kind',
      bytes: tooltip,
      includes: 'steps, spotlight, own placement, rules, progress, outbox, targets, CSS',
    },
    { name: 'Shirube, page with nothing to show', bytes: idle, includes: 'the bundle is read; no tour can start here' },
    ...(await parts()),
  ];
  const all = [...ours, ...(await peers())];
  console.log(
    `${machine()}\nVite ${vite}, minified for es2022; JavaScript and required CSS, each file compressed by itself.\n`,
  );
  console.log(
    table(
      ['bytes', 'minified', 'gzip 9', 'brotli 11', 'to first tooltip', 'what it includes'],
      all.map((measured) => row(measured, tooltip)),
    ),
  );
  console.log(`\nNot like for like in one way that counts against Shirube: its tooltip also brings rules, progress that survives a reload, the outbox
of its events and target healing; none of the peers has these. The peers have no page with nothing to show: all of it is always loaded, unless the app itself loads it on demand.\n`);
  const [rules] = ours.filter((measured) => measured.name.endsWith('/rules'));
  console.log(
    verdict({
      what: 'Page with nothing to show',
      limit: 'most',
      bar: 4096,
      measured: idle.brotli,
      unit: 'bytes brotli',
    }),
  );
  console.log(
    verdict({
      what: 'First tooltip, everything included',
      limit: 'most',
      bar: 22 * 1024,
      measured: tooltip.brotli,
      unit: 'bytes brotli',
    }),
  );
  if (rules !== undefined) {
    console.log(
      verdict({
        what: 'Rule evaluator',
        limit: 'most',
        bar: 3 * 1024,
        measured: rules.bytes.brotli,
        unit: 'bytes brotli',
      }),
    );
  }
};

if (process.argv[1] === import.meta.filename) await sizes();
