/** What the editor makes an author's browser download, and how long it takes from the navigation until it can be used. `node bench/editor.ts` */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { build } from '../scripts/build.ts';
import { wholeDemo } from '../test/demo/wholeDemo.ts';
import { openEditor } from '../test/editor/author.ts';
import { browserPath } from '../test/harness/browser.ts';
import { verdict } from './lib/bar.ts';
import { measure } from './lib/bytes.ts';
import { machine } from './lib/machine.ts';
import { median } from './lib/statistics.ts';
import { fixed, table, whole } from './lib/table.ts';

const ROUNDS = 9;
const dist = join(import.meta.dirname, '..', 'packages', 'editor', 'dist');

export const editor = async (): Promise<void> => {
  await build();
  console.log(`${machine()}\n`);
  const demo = await wholeDemo();
  const browser = await chromium.launch({
    executablePath: await browserPath(),
    args: ['--no-sandbox', '--disable-gpu'],
  });
  try {
    const page = await (await browser.newContext({ locale: 'en-US' })).newPage();
    // The tab keeps the sign-in: every later navigation opens the list.
    await openEditor(page, demo);
    const first = new Set<string>();
    page.on('request', (request) => {
      const { pathname } = new URL(request.url());
      if (/^\/editor(\.js$|\/.*\.js$)/.test(pathname)) first.add(pathname);
    });
    const times: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      await page.goto(`${demo.product}invoices?shirube=edit`, { waitUntil: 'commit' });
      await page.locator('shirube-editor .tour').first().waitFor();
      times.push(await page.evaluate(() => performance.now()));
    }
    const read = (names: readonly string[]) => measure(names.map((name) => readFileSync(join(dist, name))));
    const all = [
      'editor.js',
      ...readdirSync(join(dist, 'editor'))
        .filter((it) => it.endsWith('.js'))
        .map((it) => `editor/${it}`),
    ];
    const rows = (
      [
        ['an opening, what follows in the background included', [...first]],
        ['all that can be fetched', all],
      ] as const
    ).map(([what, names]) => {
      const bytes = read(names.map((name) => name.replace(/^\//, '')));
      return [what, whole(names.length), whole(bytes.minified), whole(bytes.gzip), whole(bytes.brotli)];
    });
    console.log(table(['bytes of the editor', 'files', 'minified', 'gzip 9', 'brotli 11'], rows));
    const ms = median(times);
    console.log(`\n${ROUNDS} openings: ${fixed(Math.min(...times), 0)} to ${fixed(Math.max(...times), 0)} ms.`);
    console.log(verdict({ what: 'Navigation → list of tours', limit: 'most', bar: 1000, measured: ms, unit: 'ms' }));
  } finally {
    await browser.close();
    await demo.close();
  }
};

if (process.argv[1] === import.meta.filename) await editor();
