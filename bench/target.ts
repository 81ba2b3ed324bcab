/** What finding a target costs in a page of 10,000 elements, in a real browser. `node bench/target.ts` */
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import type { Target } from '@shirube/schema/tour';
import { build } from 'vite';
import { browserPath } from '../test/harness/browser.ts';
import { verdict } from './lib/bar.ts';
import { machine } from './lib/machine.ts';
import { median, quantile } from './lib/statistics.ts';
import { fixed, table } from './lib/table.ts';

const ELEMENTS = 10_000;
const ROUNDS = 200;
/** What is looked for, and the answer that shows that it was really looked for. */
const CASES: readonly { readonly name: string; readonly target: Target; readonly status: string }[] = [
  { name: 'by its first selector', target: { selectors: ['[data-tour="last"]'] }, status: 'found' },
  {
    name: 'by its third selector',
    target: { selectors: ['#no', '.nor-this', 'main [data-tour="last"]'] },
    status: 'found',
  },
  { name: 'inside a shadow root', target: { selectors: ['#inside'] }, status: 'found' },
  {
    name: 'healed by its fingerprint among 2,000 buttons',
    target: {
      selectors: ['#gone'],
      fingerprint: { tag: 'button', role: 'button', name: 'Send invoice', text: 'Send invoice' },
    },
    status: 'healed',
  },
  { name: 'by its text alone', target: { text: 'Send invoice' }, status: 'found' },
  {
    name: 'not there at all, with a fingerprint',
    target: { selectors: ['#gone'], fingerprint: { tag: 'button', role: 'button', name: 'Nothing', text: 'Nothing' } },
    status: 'missing',
  },
];
/** Described on the page, and looked for after its id, its class and its text have changed. */
const DESCRIBED = [
  { name: 'a described button, renamed, among 2,000', selector: '[data-tour="last"]', status: 'healed' },
  { name: 'a described button that is gone', selector: '#leaving', status: 'missing' },
] as const;
const MUTATIONS_A_SECOND = 1000;
const WAIT_SECONDS = 5;

/** What the benchmark puts on its page. */
interface Page {
  readonly targets: typeof import('@shirube/runtime/target');
  readonly wanted: Target;
}

const targetCode = async (): Promise<string> => {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      target: 'es2022',
      lib: {
        entry: fileURLToPath(new URL('../packages/runtime/src/target/index.ts', import.meta.url)),
        formats: ['iife'],
        name: 'targets',
      },
    },
  });
  const [output] = Array.isArray(built) ? built : [built];
  const [file] = output && 'output' in output ? output.output : [];
  if (file?.type !== 'chunk') throw new Error('the target code could not be built');
  return file.code;
};

export const target = async (): Promise<void> => {
  const browser = await chromium.launch({
    executablePath: await browserPath(),
    args: ['--no-sandbox', '--disable-gpu'],
  });
  try {
    const page = await browser.newPage();
    await page.setContent('<!doctype html><html lang="en"><title>Invoices</title><main></main>');
    await page.addScriptTag({ content: await targetCode() });
    const count = await page.evaluate((elements) => {
      const main = document.querySelector('main');
      // Five elements a row, as in a table of an app: a row, a label, a field, a button, an icon.
      for (let row = 0; row < elements / 5 - 1; row++) {
        const line = document.createElement('div');
        line.innerHTML = `<label for="f${row}">Invoice ${row}</label><input id="f${row}"><button class="b">Open ${row}</button><i></i>`;
        main?.append(line);
      }
      main?.insertAdjacentHTML(
        'beforeend',
        '<p><button data-tour="last" class="primary">Send invoice</button></p><dialog open id="asks"><button id="leaving">Keep draft</button></dialog><div id="host"></div><p id="busy"></p>',
      );
      const root = document.querySelector('#host')?.attachShadow({ mode: 'open' });
      root?.append(Object.assign(document.createElement('button'), { id: 'inside', textContent: 'Inside' }));
      return document.querySelectorAll('*').length;
    }, ELEMENTS);
    if (Math.abs(count - ELEMENTS) > 20) throw new Error(`the page has ${count} elements`);

    console.log(
      `${machine()}\nChromium ${browser.version()}, ${count} elements, ${ROUNDS} times each, the layout clean.\n`,
    );
    const rows: string[][] = [];
    let worst = 0;
    for (const { name, target: wanted, status } of CASES) {
      const { times, answer } = await page.evaluate(
        ({ wanted, rounds }) => {
          const { targets } = globalThis as unknown as Page;
          let answer = '';
          const times = Array.from({ length: rounds }, () => {
            const began = performance.now();
            answer = targets.resolveTarget(wanted, document).status;
            return performance.now() - began;
          });
          return { times, answer };
        },
        { wanted, rounds: ROUNDS },
      );
      if (answer !== status) throw new Error(`${name}: ${answer}, not ${status}`);
      worst = Math.max(worst, median(times));
      rows.push([name, `${fixed(median(times), 2)} ms`, `${fixed(quantile(times, 0.95), 2)} ms`]);
    }
    const client = await page.context().newCDPSession(page);
    await client.send('Performance.enable');
    const metrics = async (): Promise<Readonly<Record<string, number>>> => {
      const { metrics: list } = await client.send('Performance.getMetrics');
      return Object.fromEntries(list.map(({ name, value }) => [name, value]));
    };
    for (const { name, selector, status } of DESCRIBED) {
      await page.evaluate((it) => {
        const { targets } = globalThis as unknown as Page;
        const element = document.querySelector(it) as HTMLElement;
        Object.assign(globalThis, { wanted: targets.describeElement(element) });
        if (it === '#leaving') document.querySelector('#asks')?.remove();
        else {
          element.removeAttribute('data-tour');
          element.className = 'Button_root';
          element.textContent = 'Send the invoice';
        }
      }, selector);
      const before = await metrics();
      const { times, answer } = await page.evaluate((rounds) => {
        const { targets, wanted } = globalThis as unknown as Page;
        let answer = '';
        const times = Array.from({ length: rounds }, () => {
          const began = performance.now();
          answer = targets.resolveTarget(wanted, document).status;
          return performance.now() - began;
        });
        return { times, answer };
      }, ROUNDS);
      const layouts = ((await metrics()).LayoutCount ?? 0) - (before.LayoutCount ?? 0);
      if (answer !== status) throw new Error(`${name}: ${answer}, not ${status}`);
      worst = Math.max(worst, median(times));
      rows.push([name, `${fixed(median(times), 2)} ms`, `${fixed(quantile(times, 0.95), 2)} ms (${layouts} layouts)`]);
    }
    console.log(table(['resolveTarget', 'median', `p95 of ${ROUNDS}`], rows));
    console.log(`\n${verdict({ what: 'The dearest of them', limit: 'most', bar: 5, measured: worst, unit: 'ms' })}`);

    // The same storm twice: alone, and with a watcher that waits for what never comes.
    const storm = async (waits: boolean): Promise<number> => {
      const before = await metrics();
      await page.evaluate(
        ([waiting, perSecond, seconds]) =>
          new Promise<void>((done) => {
            const { targets, wanted } = globalThis as unknown as Page;
            const stop = waiting ? targets.watchTarget(wanted, document, () => {}) : () => {};
            const busy = document.querySelector('#busy') as HTMLElement;
            const began = performance.now();
            let made = 0;
            const timer = setInterval(() => {
              for (; made < ((performance.now() - began) / 1000) * perSecond; made++) {
                const line = document.createElement('span');
                line.textContent = String(made);
                busy.replaceChildren(line);
              }
              if (performance.now() - began < seconds * 1000) return;
              clearInterval(timer);
              stop();
              done();
            }, 4);
          }),
        [waits, MUTATIONS_A_SECOND, WAIT_SECONDS] as const,
      );
      const after = await metrics();
      return ((after.ScriptDuration ?? 0) - (before.ScriptDuration ?? 0)) / WAIT_SECONDS;
    };
    await storm(true);
    const shares: number[] = [];
    for (let round = 0; round < 5; round++) {
      const alone = await storm(false);
      shares.push(100 * ((await storm(true)) - alone));
    }
    console.log(
      `\n${verdict({ what: `Waiting while the page changes ${MUTATIONS_A_SECOND} times a second, script, median of 5`, limit: 'most', bar: 1, measured: median(shares), unit: '% of the main thread' })}`,
    );
  } finally {
    await browser.close();
  }
};

if (process.argv[1] === import.meta.filename) await target();
