import { median } from '../lib/statistics.ts';
import { fixed, type Row, table, times, whole } from '../lib/table.ts';
import { COSTS, type Figures } from './measure.ts';

/** All rounds of one library, or of a page without one. */
export type Rounds = readonly Figures[];
type Place = 'none' | 'idle' | (string & {});

/** A line of the report: the figure's name, its unit and how many of them make one. `minus`: what the page costs anyway, taken off. */
interface Line {
  readonly words: string;
  readonly key: string;
  readonly unit: string;
  readonly digits: number;
  readonly per?: number;
  readonly minus?: string;
}

const ms = (words: string, key: string): Line => ({ words, key, unit: 'ms', digits: 0 });
const cost = (words: string, key: string, minus?: string, per = 1): readonly Line[] =>
  COSTS.filter((name) => name !== 'style').map((name) => ({
    words: `${words}: ${name === 'task' ? 'main thread in all' : name === 'layouts' ? 'layouts' : name === 'layout' ? 'layout' : name}`,
    key: `${key} ${name}`,
    unit: name === 'layouts' ? '' : 'ms',
    digits: name === 'layouts' ? (per > 1 ? 2 : 0) : per > 1 ? 3 : 1,
    per,
    ...(minus ? { minus: `${minus} ${name}` } : {}),
  }));

const LINES: readonly Line[] = [
  { words: 'bytes (brotli) until the first painted step', key: 'bytes', unit: '', digits: 0 },
  ms('navigation → first step shown', 'navigation shown'),
  ms('navigation → first step at rest', 'navigation settled'),
  ms('the same at 40 ms and 10 Mbit/s: shown', 'navigation, far shown'),
  ms('start → first step shown', 'step 1 shown'),
  ms('start → first step at rest', 'step 1 settled'),
  { words: 'start → frames until shown', key: 'step 1 frames', unit: '', digits: 0 },
  ms('next → spotlight shown', 'step 2 shown'),
  ms('next → spotlight at rest', 'step 2 settled'),
  ms('next → last step shown', 'step 3 shown'),
  ms('next → last step at rest', 'step 3 settled'),
  { words: 'frames from a late target to its card', key: 'frames after it came', unit: '', digits: 0 },
  ...cost('start', 'start', 'entrance'),
  ...cost('next', 'next', 'entrance'),
  ...cost('a scrolled frame', 'open scroll', 'open scroll', 100),
  { words: 'frames that the card lags: mean', key: 'lag mean', unit: '', digits: 2 },
  { words: 'frames that the card lags: most', key: 'lag most', unit: '', digits: 2 },
  ...cost('1,000 mutations, a step open', 'open mutations', 'open mutations'),
  ...cost('1,000 mutations, waiting for a target', 'waiting mutations', 'open mutations'),
  ...cost('1 s of rest, a step open', 'open idle', 'open idle'),
  ...cost('1 s of rest, waiting for a target', 'waiting idle', 'open idle'),
  { words: 'heap kept per tour', key: 'heap', unit: 'bytes', digits: 0 },
  { words: 'nodes kept per tour', key: 'nodes', unit: '', digits: 2 },
  { words: 'listeners kept per tour', key: 'listeners', unit: '', digits: 2 },
];

const IDLE: readonly Line[] = [
  ...cost('1 s of rest', 'open idle', 'open idle'),
  ...cost('a scrolled frame', 'open scroll', 'open scroll', 100),
  ...cost('1,000 mutations', 'open mutations', 'open mutations'),
  { words: 'long tasks', key: 'longTasks', unit: '', digits: 0 },
];

const medianOf = (rounds: Rounds, key: string): number => median(rounds.flatMap((it) => it[key] ?? []));

/** Every figure of every library, medians of all rounds, and how often Shirube's figure fits in it. */
export const comparison = (all: ReadonlyMap<Place, Rounds>, libraries: readonly string[]): string => {
  const control = all.get('none') ?? [];
  const cell = (library: string, line: Line): number => {
    const value = medianOf(all.get(library) ?? [], line.key);
    return (value - (line.minus ? medianOf(control, line.minus) : 0)) / (line.per ?? 1);
  };
  return table(
    ['median', ...libraries],
    LINES.map((line) => {
      const base = cell('shirube', line);
      return [
        line.words,
        ...libraries.map((library) => {
          const value = cell(library, line);
          if (Number.isNaN(value)) return '—';
          const text = `${line.digits ? fixed(value, line.digits) : whole(value)}${line.unit && ` ${line.unit}`}`;
          // Of next to nothing no ratio says anything.
          return library === 'shirube' || base < 10 ** -line.digits || value < 0
            ? text
            : `${text} ${times(value, base)}`;
        }),
      ] satisfies Row;
    }),
  );
};

/** A page with Shirube on which nothing is to be shown, beside the same page without it. */
export const idleTable = (all: ReadonlyMap<Place, Rounds>): string =>
  table(
    ['nothing to show', 'without', 'with Shirube'],
    IDLE.map((line) => [
      line.words,
      ...(['none', 'idle'] as const).map((place) => {
        const value = medianOf(all.get(place) ?? [], line.key) / (line.per ?? 1);
        return `${fixed(value, line.digits)}${line.unit && ` ${line.unit}`}`;
      }),
    ]),
  );
