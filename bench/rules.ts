/** What a rule costs, and choosing among many tours. `node bench/rules.ts` */
import { type Condition, compile, evaluate, type Facts } from '@shirube/schema/rules';
import { byPriority, type Candidate, choose, type Moment } from '../packages/runtime/src/choose.ts';
import { verdict } from './lib/bar.ts';
import { machine } from './lib/machine.ts';
import { median, quantile } from './lib/statistics.ts';
import { fixed, type Row, table } from './lib/table.ts';

const NOW = Date.UTC(2026, 10, 1, 10);

/** Seven leaves that all have to be asked: each of them holds. */
const seven: Condition = {
  all: [
    { user: 'plan', op: 'in', value: ['trial', 'team'] },
    { user: 'role', op: 'eq', value: 'admin' },
    { company: 'seats', op: 'gte', value: 5 },
    {
      any: [
        { user: 'country', op: 'eq', value: 'US' },
        { user: 'country', op: 'eq', value: 'JP' },
      ],
    },
    { device: 'desktop' },
    { tour: 'first-invoice', is: 'never_seen' },
  ],
};
const facts: Facts = {
  now: NOW,
  user: { plan: 'trial', role: 'admin', country: 'JP' },
  company: { seats: 12 },
  device: 'desktop',
  tours: {},
};

/** ns of this thread's processor time per call, so that a busy machine does not count; several rounds, after a warm-up that lets the compiler settle. */
const measure = (calls: number, call: () => unknown): readonly number[] => {
  let kept: unknown;
  const round = (): number => {
    const began = process.threadCpuUsage();
    for (let turn = 0; turn < calls; turn += 1) kept = call();
    const { user, system } = process.threadCpuUsage(began);
    return ((user + system) * 1e3) / calls;
  };
  for (let turn = 0; turn < 3; turn += 1) round();
  const samples = Array.from({ length: 15 }, round);
  if (kept === undefined) throw new Error('nothing was computed');
  return samples;
};

/** A thousand live tours, each with a seven-leaf audience of its own; one in two misses at its last leaf. */
const candidates: readonly Candidate[] = Array.from({ length: 1000 }, (_, index) => ({
  id: `tour-${index}`,
  priority: index % 10,
  from: 0,
  until: Number.POSITIVE_INFINITY,
  audience: compile(
    { all: [seven, { user: 'plan', op: index % 2 === 0 ? 'eq' : 'neq', value: 'trial' }] },
    { segments: [], skills: [] },
  ),
  frequency: { show: 'once' } as const,
})).sort(byPriority);
const moment: Moment = {
  facts,
  due: new Map(candidates.map(({ id }) => [id, NOW - 1])),
  tours: {},
  auto: [],
  everyMinutes: 30,
  perDay: 3,
};

export const rules = (): void => {
  const options = { segments: [], skills: [] };
  const rule = compile(seven, options);
  if (rule(facts) !== true) throw new Error('the benchmark’s rule is expected to match');
  if (choose(candidates, moment).winner === undefined) throw new Error('one tour is expected to win');
  const matched = measure(50_000, () => rule(facts));
  const explained = measure(5_000, () => evaluate(seven, facts, options));
  const chosen = measure(40, () => choose(candidates, moment));
  const row = (name: string, samples: readonly number[], unit: number, word: string): Row => [
    name,
    `${fixed(median(samples) / unit, 2)} ${word}`,
    `${fixed(quantile(samples, 0.95) / unit, 2)} ${word}`,
    `×${fixed(median(samples) / median(matched), 0)}`,
  ];
  console.log(`${machine()}\nProcessor time of one thread.\n`);
  console.log(
    table(
      ['rules', 'median', 'p95 of 15 rounds', 'to one match'],
      [
        row('a rule of seven leaves, compiled', matched, 1, 'ns'),
        row('the same, explained', explained, 1e3, 'µs'),
        row('choose among 1,000 tours', chosen, 1e6, 'ms'),
      ],
    ),
  );
  console.log();
  console.log(verdict({ what: 'Seven leaves', limit: 'most', bar: 250, measured: median(matched), unit: 'ns' }));
  console.log(
    verdict({ what: 'Explaining them', limit: 'most', bar: 20, measured: median(explained) / 1e3, unit: 'µs' }),
  );
  console.log(
    verdict({ what: 'Choosing among 1,000 tours', limit: 'most', bar: 1, measured: median(chosen) / 1e6, unit: 'ms' }),
  );
};

if (process.argv[1] === import.meta.filename) rules();
