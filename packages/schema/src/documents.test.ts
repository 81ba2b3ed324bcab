import { describe, expect, test } from 'vitest';
import { bad, base, type DocumentCase, documentOf, good, type Kind } from '../cases/helpers/documentCases.ts';
import {
  type Parsed,
  PROBLEM_CATALOGUE,
  type Problem,
  parseBundle,
  parseCondition,
  parseEvent,
  parseReportRequest,
  parseSegment,
  parseSkill,
  parseTheme,
  parseTour,
  parseTourJson,
} from './index.ts';

const parsers: Readonly<Record<Kind, (input: unknown) => Parsed<unknown>>> = {
  tour: parseTour,
  segment: parseSegment,
  skill: parseSkill,
  theme: parseTheme,
  condition: parseCondition,
  bundle: parseBundle,
};

const parse = (row: DocumentCase): Parsed<unknown> =>
  row.text === undefined ? parsers[row.parse as Kind](documentOf(row)) : parseTourJson(row.text);
const places = (problems: readonly Problem[]) => problems.map(({ code, path }) => `${code} ${path}`).sort();

describe('documents that are refused', () => {
  test.each(bad.map((row) => [`${row.parse}: ${row.name}`, row] as const))('%s', (_name, row) => {
    const parsed = parse(row);
    expect(parsed.ok ? ['accepted'] : places(parsed.problems)).toEqual(places(row.problems as readonly Problem[]));
  });
});

describe('documents that are accepted', () => {
  test.each(good.map((row) => [`${row.parse}: ${row.name}`, row] as const))('%s', (_name, row) => {
    const document = documentOf(row);
    const parsed = parse(row);
    expect(parsed.ok ? [] : parsed.problems).toEqual([]);
    expect(parsed.ok && parsed.value).toEqual(document);
    expect(places(parsed.warnings)).toEqual(places(row.warnings as readonly Problem[]));
  });
});

test('every code of the catalogue is given by some case, and every given code is in the catalogue', () => {
  const elsewhere: readonly Parsed<unknown>[] = [
    parseTour(Array.from({ length: 200_001 }, () => 0)),
    parseTour(Array.from({ length: 101 }).reduce((inside) => [inside], [])),
    parseTour({ ...(base.tour as object), steps: Array.from({ length: 5000 }, () => ({})) }),
    parseTour(Object.fromEntries(Array.from({ length: 300 }, (_, i) => [`k${i}`, 1]))),
    parseEvent({ id: 'x', type: 'tour_completed' }),
    parseReportRequest({ from: '2026-12-02', to: '2026-12-01' }),
  ];
  const found = [...bad.map(parse), ...good.map(parse), ...elsewhere].flatMap((parsed) => [
    ...(parsed.ok ? [] : parsed.problems),
    ...parsed.warnings,
  ]);
  expect([...new Set(found.map(({ code }) => code))].sort()).toEqual(Object.keys(PROBLEM_CATALOGUE).sort());
  for (const { message } of found) expect(message).toMatch(/^\S.*[.)]$/su);
});

test('the severity in the catalogue is how the code is given', () => {
  for (const row of bad) {
    for (const { code } of row.problems)
      expect([code, PROBLEM_CATALOGUE[code as keyof typeof PROBLEM_CATALOGUE].severity]).toEqual([code, 'error']);
  }
  for (const row of good) {
    for (const { code } of row.warnings)
      expect([code, PROBLEM_CATALOGUE[code as keyof typeof PROBLEM_CATALOGUE].severity]).toEqual([code, 'warning']);
  }
});

test('there are at least 80 documents that are refused', () => {
  expect(bad.length).toBeGreaterThanOrEqual(80);
});

describe('hostile input', () => {
  test('five thousand steps are one problem', () => {
    const parsed = parseTour({ ...(base.tour as object), steps: Array.from({ length: 5000 }, () => ({ id: 'a' })) });
    expect(parsed.ok ? [] : places(parsed.problems)).toEqual(['too_many /steps']);
  });
  test('an object that contains itself', () => {
    const tour: Record<string, unknown> = { ...(base.tour as object) };
    tour.description = tour;
    const parsed = parseTour(tour);
    expect(parsed.ok ? [] : places(parsed.problems)).toEqual(['too_deep ']);
  });
  test('ten thousand lists in each other, as data and as text', () => {
    const text = '['.repeat(10_000) + ']'.repeat(10_000);
    for (const parsed of [parseTourJson(text), parseCondition(JSON.parse(text))])
      expect(parsed.ok ? [] : places(parsed.problems)).toEqual(['too_deep ']);
  });
  test('a getter that throws, a date, a function, a proxy', () => {
    const thrower = {
      get id(): string {
        throw new Error('no');
      },
    };
    const refusing = new Proxy(
      {},
      {
        ownKeys: () => {
          throw new Error('no');
        },
      },
    );
    for (const input of [
      thrower,
      refusing,
      { id: new Date(0) },
      { id: () => 1 },
      { id: 1n },
      { id: Symbol('x') },
      undefined,
      new Map(),
    ]) {
      const parsed = parseTour(input);
      expect(parsed.ok).toBe(false);
    }
  });
  test('twenty thousand expressions, each slow to judge', () => {
    const letters = Array.from({ length: 70 }, (_, i) => String.fromCodePoint(0x4e00 + i)).join('|');
    const leaves = (group: number) =>
      Array.from({ length: 100 }, (_, i) => ({ user: 'x', op: 'matches', value: `^(${letters})*${group}_${i}$` }));
    const parsed = parseTour({
      ...(base.tour as object),
      audience: { all: Array.from({ length: 200 }, (_, group) => ({ all: leaves(group) })) },
    });
    expect(parsed.ok ? [] : [...new Set(parsed.problems.map(({ code }) => code))]).toEqual([
      'unsafe_regex',
      'more_problems',
    ]);
  });
  test('ten megabytes of text', () => {
    const parsed = parseTour({ ...(base.tour as object), description: 'x'.repeat(10_000_000) });
    expect(parsed.ok ? [] : places(parsed.problems)).toEqual(['too_large ']);
  });
});
