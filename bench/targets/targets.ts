/** How well targets survive a release of real products, beside other locators. `node bench/run.ts targets [--print-weights]` */
import { fileURLToPath } from 'node:url';
import { chromium, type Page } from '@playwright/test';
import type { Target } from '@shirube/schema/tour';
import { build } from 'vite';
import { OTHER_LANGUAGE, SAME_LANGUAGE, type Weights } from '../../packages/runtime/src/target/scores.ts';
import { browserPath } from '../../test/harness/browser.ts';
import { machine } from '../lib/machine.ts';
import { table } from '../lib/table.ts';
import { type Case, cases, truthsOf, urlOf } from './data.ts';
import { fitWeights, type Round } from './fit.ts';
import type { Judged, lab as Lab, Verdict } from './inPage.ts';
import { peers } from './peers.ts';
import type { Language } from './translate.ts';

declare global {
  var lab: typeof Lab;
}
interface Described {
  readonly ours: Target;
  readonly peers: Readonly<Record<string, unknown>>;
}
type Judgement = Judged & { readonly case: Case };

const code = async (): Promise<string> => {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      target: 'es2022',
      lib: { entry: fileURLToPath(new URL('inPage.ts', import.meta.url)), formats: ['iife'], name: 'targets' },
    },
  });
  const [output] = Array.isArray(built) ? built : [built];
  const [file] = output && 'output' in output ? output.output : [];
  if (file?.type !== 'chunk') throw new Error('the target code could not be built');
  return file.code;
};

/** Opens every page once, and does what is asked for with each case whose page it is. */
const onPages = async <T>(
  page: Page,
  script: string,
  side: 'pageA' | 'pageB',
  work: (mine: readonly Case[]) => Promise<readonly T[]>,
  language?: Language,
): Promise<Map<Case, T>> => {
  const done = new Map<Case, T>();
  for (const name of new Set(cases.map((it) => it[side]))) {
    await page.goto(urlOf(name));
    await page.addScriptTag({ content: script });
    if (language) await page.evaluate((it) => lab.translate(it), language);
    const mine = cases.filter((it) => it[side] === name);
    const answers = await work(mine);
    mine.forEach((it, at) => {
      done.set(it, answers[at] as T);
    });
  }
  return done;
};

const percent = (part: number, whole: number): string => (whole ? ((100 * part) / whole).toFixed(1) : '–');
const rowOf = (name: string, verdicts: readonly Verdict[]): string[] => {
  const count = (it: Verdict): number => verdicts.filter((verdict) => verdict === it).length;
  const present = count('right') + count('wrong') + count('none');
  const gone = count('found though gone') + count('rightly none');
  return [
    name,
    ...(['right', 'wrong', 'none'] as const).map((it) => percent(count(it), present)),
    percent(count('found though gone'), gone),
    `${present} + ${gone}`,
  ];
};
const HEAD = ['', 'right %', 'wrong %', 'none %', 'gone but found %', 'present + gone'];
const by = (judgements: readonly Judgement[], key: 'product' | 'change'): string[][] =>
  [...new Set(cases.map((it) => it[key]))].map((name) =>
    rowOf(
      name,
      judgements.filter((it) => it.case[key] === name).map((it) => it.verdict),
    ),
  );

export const targets = async (args: readonly string[] = process.argv): Promise<void> => {
  const browser = await chromium.launch({
    executablePath: await browserPath(),
    args: ['--no-sandbox', '--disable-gpu', '--allow-file-access-from-files'],
  });
  try {
    const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
    const script = await code();
    const described = await onPages<Described>(page, script, 'pageA', (mine) =>
      page.evaluate(
        (paths) => lab.describe(paths),
        mine.map((it) => it.xpathA),
      ),
    );
    const ours = (it: Case): Target => described.get(it)?.ours as Target;
    const asked = (mine: readonly Case[]) => mine.map((it) => [ours(it), truthsOf(it)] as const);

    console.log(
      `${machine()}\nChromium ${browser.version()}, ${cases.length} elements. Right: the same thing for a person, or its wrapper in the same place.\n`,
    );
    const rows: string[][] = [];
    for (const name of Object.keys(peers)) {
      const verdicts = await onPages(page, script, 'pageB', (mine) =>
        page.evaluate(([list, peer]) => list.map(([description, truths]) => lab.peer(peer, description, truths)), [
          mine.map((it) => [described.get(it)?.peers[name], truthsOf(it)] as const),
          name,
        ] as const),
      );
      rows.push(rowOf(name, [...verdicts.values()]));
    }
    const judgeAll = async (weightsOf: (it: Case) => Weights | undefined): Promise<Judgement[]> => {
      const judged = await onPages(page, script, 'pageB', (mine) =>
        page.evaluate(
          (list) => list.map(([target, truths, weights]) => lab.ours(target, truths, weights)),
          mine.map((it) => [ours(it), truthsOf(it), weightsOf(it)] as const),
        ),
      );
      return [...judged].map(([it, answer]) => ({ ...answer, case: it }));
    };

    // Leave one product out: the weights that judge a product were found on the others, its own candidates never seen.
    const collect = async (side: 'pageA' | 'pageB', language?: Language): Promise<Round[]> => {
      const found = await onPages(
        page,
        script,
        side,
        (mine) =>
          page.evaluate(([list, regime]) => list.map(([target, truths]) => lab.finalists(target, truths, regime)), [
            side === 'pageA' ? mine.map((it) => [ours(it), [it.xpathA]] as const) : asked(mine),
            language ? OTHER_LANGUAGE : SAME_LANGUAGE,
          ] as const),
        language,
      );
      return [...found].map(([it, finalists]) => ({
        product: it.product,
        wanted: ours(it).fingerprint as NonNullable<Target['fingerprint']>,
        gone: side === 'pageB' && it.xpathB === null,
        finalists,
      }));
    };
    const same = await collect('pageB');
    const other = [...(await collect('pageA', 'ja')), ...(await collect('pageB', 'de'))];
    const folds = new Map<string, Weights>();
    for (const product of new Set(cases.map((it) => it.product)))
      folds.set(
        product,
        fitWeights(
          same.filter((it) => it.product !== product),
          other.filter((it) => it.product !== product),
        ),
      );
    const validated = await judgeAll((it) => folds.get(it.product));
    rows.push(
      rowOf(
        '**Shirube, cross-validated**',
        validated.map((it) => it.verdict),
      ),
    );
    rows.push(
      rowOf(
        'Shirube as shipped (weights from all of them)',
        (await judgeAll(() => undefined)).map((it) => it.verdict),
      ),
    );
    console.log(table(HEAD, rows));
    console.log(
      `\nCross-validated, by product and by kind of change:\n\n${table(HEAD, [...by(validated, 'product'), ...by(validated, 'change')])}`,
    );

    const bins = [0.6, 0.7, 0.8, 0.9, 0.95, 0.99, 1.01];
    const answers = validated.filter((it) => it.status === 'found' || it.status === 'healed');
    console.log(
      `\nOf the answers given, cross-validated:\n\n${table(
        ['confidence', 'answers', 'right', 'share'],
        bins.slice(0, -1).map((from, at) => {
          const to = bins[at + 1] ?? 1;
          const these = answers.filter((it) => it.confidence >= from && it.confidence < to);
          const right = these.filter((it) => it.verdict === 'right').length;
          return [
            `${from} to ${Math.min(to, 1)}`,
            String(these.length),
            String(right),
            `${percent(right, these.length)} %`,
          ];
        }),
      )}`,
    );

    const spoken: string[][] = [];
    for (const language of ['ja', 'de'] as const) {
      const judged = await onPages(
        page,
        script,
        'pageA',
        (mine) =>
          page.evaluate(
            (list) => list.map(([target, truths, weights]) => lab.ours(target, truths, weights)),
            mine.map((it) => [ours(it), [it.xpathA], folds.get(it.product)] as const),
          ),
        language,
      );
      spoken.push(
        rowOf(
          `the same page in ${language}`,
          [...judged.values()].map((it) => it.verdict),
        ),
      );
    }
    console.log(
      `\nIn another language (words of the right script and length, weights cross-validated):\n\n${table(HEAD, spoken)}`,
    );

    if (args.includes('--misses'))
      for (const it of validated.filter(({ verdict }) => !/^right/.test(verdict)))
        console.log(
          `\n#${it.case.id} ${it.case.product}, ${it.case.change}: ${it.verdict}, ${it.status} ${it.confidence.toFixed(2)}\n  ${it.case.note}\n  ${it.because.join('; ')}`,
        );
    if (args.includes('--print-weights')) {
      const { scores, confidence } = fitWeights(same, other);
      for (const [name, columns] of Object.entries(scores))
        console.log(`${name}: [${columns.map((it) => Number(it.toFixed(2))).join(', ')}],`);
      for (const it of confidence)
        console.log(
          JSON.stringify(
            Object.fromEntries(Object.entries(it).map(([name, value]) => [name, Number(value.toFixed(2))])),
          ),
        );
    }
  } finally {
    await browser.close();
  }
};

if (process.argv[1] === import.meta.filename) await targets();
