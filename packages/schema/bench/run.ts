import { parseEventBatch, parseTour } from '../src/index.ts';
import { type Condition, compile, evaluate, type Facts } from '../src/rules/index.ts';
import { brotliBytes } from './bytes.ts';

/** Prints what the contract has numbers for: `node packages/schema/bench/run.ts`. */
const NOW = Date.UTC(2026, 10, 21, 12);
const rule: Condition = {
  all: [
    { user: 'plan', op: 'in', value: ['trial', 'team'] },
    { user: 'seats', op: 'gte', value: 3 },
    { company: 'address.country', op: 'eq', value: 'JP' },
    { not: { user: 'role', op: 'eq', value: 'guest' } },
    { any: [{ device: 'mobile' }, { viewport: { minWidth: 800 } }] },
    { tour: 'first-invoice', is: 'never_seen' },
  ],
};
const facts: Facts = {
  now: NOW,
  user: { plan: 'team', seats: 12, role: 'admin' },
  company: { address: { country: 'JP' } },
  device: 'desktop',
  viewport: { width: 1280, height: 800 },
  tours: {},
};

/** The best of rounds, in ns of processor time for one call: what others do on the machine does not count. */
const measure = (times: number, call: () => unknown): number => {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 15; round++) {
    const start = process.cpuUsage();
    for (let i = 0; i < times; i++) call();
    best = Math.min(best, (process.cpuUsage(start).user * 1e3) / times);
  }
  return best;
};

const compiled = compile(rule);
const id = '01940000-0000-7000-8000-000000000000';
const batch = {
  key: 'pk_1',
  sentAt: NOW,
  events: Array.from({ length: 500 }, (_, i) => ({
    ...{ id, at: NOW, anonymousId: 'a', sessionId: 's' },
    ...(i % 3
      ? { type: 'step_completed', tourId: 't', version: 1, runId: id, stepId: 'x', via: 'button', visibleMs: 100 }
      : { type: 'track', name: 'invoice_sent', props: { total: 3, currency: 'JPY', tags: ['a', 'b'] } }),
  })),
};
const tour = {
  ...{ schemaVersion: 1, id: 't', name: 'T', defaultLocale: 'en', locales: ['en'], audience: rule },
  steps: Array.from({ length: 5 }, (_, i) => ({ id: `s${i}`, kind: 'modal', content: { en: { title: 'Hello' } } })),
};

const ns = (value: number): string => (value < 1000 ? `${value.toFixed(0)} ns` : `${(value / 1000).toFixed(1)} µs`);
console.log(`a rule of seven leaves            ${ns(measure(500_000, () => compiled(facts)))} (at most 250 ns)`);
console.log(`explaining it                     ${ns(measure(5_000, () => evaluate(rule, facts)))} (at most 20 µs)`);
console.log(`compiling it                      ${ns(measure(5_000, () => compile(rule)))}`);
console.log(`one event of a batch              ${ns(measure(20, () => parseEventBatch(batch)) / batch.events.length)}`);
console.log(`a tour of five steps, parsed      ${ns(measure(200, () => parseTour(tour)))}`);
for (const [name, what] of [
  ['compile and evaluate', '{ compile, evaluate }'],
  ['all of /rules', '*'],
] as const)
  console.log(
    `${name.padEnd(33)} ${await brotliBytes(`export ${what} from '../src/rules/index.ts'`)} bytes brotli (at most 3,072)`,
  );
