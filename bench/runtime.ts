/** Shirube beside four peers while it runs: one Chromium, one page, one tour, round by round. `node bench/runtime.ts [--rounds=n] [--minutes=n] [--tours=n] [--only=shirube]` */
import { chromium } from '@playwright/test';
import { browserPath } from '../test/harness/browser.ts';
import { versionOf } from './lib/bundle.ts';
import { machine } from './lib/machine.ts';
import { controlOf, type Figures, leftBehind, roundOf } from './runtime/measure.ts';
import { comparison, idleTable } from './runtime/report.ts';
import { LIBRARIES, type Library, openSite } from './runtime/site.ts';

const PEERS = ['driver.js', 'shepherd.js', 'intro.js', 'react-joyride', 'react'] as const;

export interface RuntimeAsked {
  readonly rounds: number;
  /** No round begins after this many minutes: on a busy machine one takes three. */
  readonly minutes: number;
  /** Tours of which the memory that is left is measured; 0 leaves it out. */
  readonly tours: number;
  readonly only: string | undefined;
}

export const runtime = async ({ rounds, minutes, tours, only }: RuntimeAsked): Promise<void> => {
  const site = await openSite();
  const browser = await chromium.launch({
    executablePath: await browserPath(),
    args: ['--no-sandbox', '--disable-gpu'],
  });
  const libraries = (Object.keys(LIBRARIES) as Library[]).filter((it) => only === undefined || it === only);
  const all = new Map<string, Figures[]>();
  const left: string[] = [];
  /** A round that a page did not come through is told and left out: a library that never shows its step has no figures. */
  const note = async (name: string, round: string, measured: Promise<Figures>): Promise<void> => {
    try {
      all.set(name, [...(all.get(name) ?? []), await measured]);
    } catch (error) {
      left.push(`${round}, ${name}: ${String(error).split('\n')[0]}`);
    }
  };
  try {
    console.log(
      `${machine()}\nChromium ${browser.version()}, ${PEERS.map((it) => `${it} ${versionOf(it)}`).join(', ')}; the libraries in turn, at most ${rounds} rounds; processor time of the main thread.\n`,
    );
    const over = performance.now() + minutes * 60_000;
    let round = 0;
    while (round < rounds && performance.now() < over) {
      round++;
      await note('none', `round ${round}`, controlOf(browser, site, 'none'));
      await note('idle', `round ${round}`, controlOf(browser, site, 'shirube'));
      for (const library of libraries) await note(library, `round ${round}`, roundOf(browser, site, library));
    }
    if (tours > 0)
      for (const library of libraries) await note(library, `${tours} tours`, leftBehind(browser, site, library, tours));
    console.log(`${round} rounds.\n\n${comparison(all, libraries)}\n\n${idleTable(all)}`);
    if (left.length > 0) console.log(`\nLeft out:\n${left.join('\n')}`);
  } finally {
    await browser.close();
    site.close();
  }
};

export const runtimeAsked = (args: readonly string[]): RuntimeAsked => {
  const value = (name: string): string | undefined => args.find((it) => it.startsWith(`--${name}=`))?.split('=')[1];
  return {
    rounds: Number(value('rounds') ?? 15),
    minutes: Number(value('minutes') ?? 90),
    tours: Number(value('tours') ?? 200),
    only: value('only'),
  };
};

if (process.argv[1] === import.meta.filename) await runtime(runtimeAsked(process.argv));
