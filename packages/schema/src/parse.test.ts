import fc from 'fast-check';
import { expect, test } from 'vitest';
import { documentOf, good } from '../cases/helpers/documentCases.ts';
import {
  parseBundle,
  parseCondition,
  parseEvent,
  parseEventBatch,
  parseSegment,
  parseSkill,
  parseTheme,
  parseTour,
  parseTourJson,
} from './index.ts';

const parsers = [
  parseTour,
  parseCondition,
  parseSegment,
  parseSkill,
  parseTheme,
  parseBundle,
  parseEvent,
  parseEventBatch,
];
const tours = good.filter(({ parse }) => parse === 'tour').map(documentOf);

test('no parser throws on any value, and refusals have problems with paths', () => {
  fc.assert(
    fc.property(fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true }), (input) => {
      for (const parse of parsers) {
        const parsed = parse(input);
        if (!parsed.ok) {
          expect(parsed.problems.length).toBeGreaterThan(0);
          for (const { path } of parsed.problems) expect(path === '' || path.startsWith('/')).toBe(true);
        }
      }
    }),
    { numRuns: 300 },
  );
});

test('no text makes the parse of JSON throw', () => {
  fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (text) => typeof parseTourJson(text).ok === 'boolean'));
});

/** One value somewhere inside a document is replaced by any JSON. */
const damage = (value: unknown, steps: readonly number[], replacement: unknown): unknown => {
  const [first, ...rest] = steps;
  if (first === undefined || typeof value !== 'object' || value === null) return replacement;
  const keys = Object.keys(value);
  const key = keys[first % Math.max(1, keys.length)];
  if (key === undefined) return replacement;
  const copy = (Array.isArray(value) ? [...value] : { ...value }) as Record<string, unknown>;
  copy[key] = damage(copy[key], rest, replacement);
  return copy;
};

test('a damaged tour is refused or is what it says; what is accepted is accepted again, unchanged', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...tours),
      fc.array(fc.nat(20), { minLength: 1, maxLength: 8 }),
      fc.jsonValue(),
      (tour, steps, replacement) => {
        const parsed = parseTour(damage(tour, steps, replacement));
        if (parsed.ok) expect(parseTour(parsed.value)).toEqual(parsed);
      },
    ),
    { numRuns: 1000 },
  );
});

test('a parse does not change what it is given', () => {
  for (const tour of tours) {
    const before = structuredClone(tour);
    parseTour(tour);
    expect(tour).toEqual(before);
  }
});
