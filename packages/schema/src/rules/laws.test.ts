import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Condition, compile, evaluate, type Facts, factsNeeded } from './index.ts';
import { sampleShare } from './sampleShare.ts';

const leaf: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({
    user: fc.constantFrom('a', 'b', 'c.d'),
    op: fc.constantFrom('eq', 'neq', 'gt', 'lte', 'contains'),
    value: fc.constantFrom(1, 2, 'x', true),
  }),
  fc.record({ company: fc.constantFrom('a', 'b'), op: fc.constantFrom('exists', 'notExists') }),
  fc.record({ event: fc.constantFrom('sent', 'opened') }),
  fc.record({ device: fc.constantFrom('mobile', 'desktop') }),
  fc.record({ segment: fc.constantFrom('one', 'two', 'nobody') }),
) as fc.Arbitrary<Condition>;
const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 4 },
    leaf,
    fc.record({ all: fc.array(tie('condition'), { maxLength: 3 }) }),
    fc.record({ any: fc.array(tie('condition'), { maxLength: 3 }) }),
    fc.record({ not: tie('condition') }),
  ),
}));
const value = fc.oneof(
  fc.constantFrom(1, 2, 'x', true, null, Number.NaN),
  fc.array(fc.constantFrom(1, 'x')),
  fc.record({ d: fc.constantFrom(1, 'x') }),
);
const facts: fc.Arbitrary<Facts> = fc.record(
  {
    now: fc.constant(1000),
    user: fc.dictionary(fc.constantFrom('a', 'b', 'c'), value),
    company: fc.dictionary(fc.constantFrom('a', 'b'), value),
    history: fc.array(fc.record({ name: fc.constantFrom('sent', 'opened'), at: fc.nat(2000) })),
    device: fc.constantFrom('mobile', 'desktop', 'tablet'),
  },
  { requiredKeys: ['now'] },
) as fc.Arbitrary<Facts>;
const references = {
  segments: [
    { id: 'one', name: 'One', condition: { user: 'a', op: 'eq', value: 1 } },
    { id: 'two', name: 'Two', condition: { any: [{ segment: 'one' }, { segment: 'two' }] } },
  ],
} as const;
const ask = (it: Condition, about: Facts) => compile(it, references)(about);

test('compiled and explained answers are the same', () => {
  fc.assert(
    fc.property(condition, facts, (it, about) => {
      expect(ask(it, about)).toBe(evaluate(it, about, references).matches);
    }),
    { numRuns: 1000 },
  );
});

test('not all is any not, and not any is all not', () => {
  fc.assert(
    fc.property(fc.array(condition, { maxLength: 3 }), facts, (parts, about) => {
      expect(ask({ not: { all: parts } }, about)).toBe(ask({ any: parts.map((not) => ({ not })) }, about));
      expect(ask({ not: { any: parts } }, about)).toBe(ask({ all: parts.map((not) => ({ not })) }, about));
      expect(ask({ not: { not: { all: parts } } }, about)).toBe(ask({ all: parts }, about));
    }),
  );
});

test('an answer that is known stays when more facts arrive', () => {
  fc.assert(
    fc.property(condition, facts, facts, (it, few, more) => {
      const answer = ask(it, few);
      if (answer !== 'unknown') expect(ask(it, { ...more, ...few })).toBe(answer);
    }),
    { numRuns: 1000 },
  );
});

test('the facts that a condition does not need do not change its answer', () => {
  fc.assert(
    fc.property(condition, facts, (it, about) => {
      const needed = factsNeeded(it, references).facts;
      const kept = Object.fromEntries(
        Object.entries(about).filter(([key]) => key === 'now' || needed.some((need) => need === key)),
      );
      expect(ask(it, kept as unknown as Facts)).toBe(ask(it, about));
    }),
  );
});

test('because names every leaf, in order, with the answer that decides', () => {
  fc.assert(
    fc.property(fc.array(leaf, { maxLength: 5 }), facts, (parts, about) => {
      const { because: all, matches } = evaluate({ all: parts }, about, references);
      const because = all.filter(({ path }) => !path.includes('/segment'));
      expect(because.map(({ path }) => path)).toEqual(parts.map((_, i) => `/all/${i}`));
      expect(because.map(({ wanted }) => wanted)).toEqual(parts);
      const results = because.map(({ result }) => result);
      expect(matches).toBe(results.includes(false) ? false : results.includes('unknown') ? 'unknown' : true);
    }),
  );
});

test('shares are spread evenly, also for ids that differ only at their end, and salts are independent', () => {
  const count = 20_000;
  for (const id of [(i: number) => `user-${i}`, (i: number) => `${i}`, (i: number) => `a@${i}.example`]) {
    const buckets = Array.from({ length: 20 }, () => 0);
    let both = 0;
    for (let i = 0; i < count; i++) {
      const share = sampleShare(`x:${id(i)}`);
      const at = Math.floor(share * 20);
      buckets[at] = (buckets[at] ?? 0) + 1;
      if (share < 0.5 && sampleShare(`y:${id(i)}`) < 0.5) both++;
    }
    // Chi-square with 19 degrees of freedom: 43.8 is passed by chance once in a thousand.
    const expected = count / 20;
    expect(buckets.reduce((sum, n) => sum + (n - expected) ** 2 / expected, 0)).toBeLessThan(43.8);
    expect(Math.abs(both / count - 0.25)).toBeLessThan(0.015);
  }
});
