import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Segment } from '../segment.ts';
import type { Skill } from '../skill.ts';
import { type Answer, type Condition, compile, evaluate, type Facts } from './index.ts';

interface Case {
  readonly name: string;
  readonly condition: Condition;
  readonly facts: Partial<Facts>;
  readonly segments?: readonly Segment[];
  readonly skills?: readonly Skill[];
  readonly expect: Answer;
}
const folder = new URL('../../cases/rules/', import.meta.url);
const NOW = Date.UTC(2026, 10, 21, 12);
const revive = (_key: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && '$nan' in value ? Number.NaN : value;

let count = 0;
for (const file of readdirSync(folder)) {
  const { about, cases } = JSON.parse(readFileSync(new URL(file, folder), 'utf8'), revive) as {
    readonly about: string;
    readonly cases: readonly Case[];
  };
  count += cases.length;
  describe(`${file}: ${about}`, () => {
    test.each(cases.map((row) => [row.name, row] as const))('%s', (_name, row) => {
      const facts: Facts = { now: NOW, ...row.facts };
      const references = { segments: row.segments, skills: row.skills };
      expect(compile(row.condition, references)(facts)).toBe(row.expect);
      expect(evaluate(row.condition, facts, references).matches).toBe(row.expect);
    });
  });
}

test('the specification has at least 200 cases, each with its own name', () => {
  expect(count).toBeGreaterThanOrEqual(200);
  for (const file of readdirSync(folder)) {
    const { cases } = JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as { readonly cases: readonly Case[] };
    const names = cases.map(({ name }) => name);
    expect(names.filter((name, i) => names.indexOf(name) < i)).toEqual([]);
  }
});
