import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Json } from '../documents/problems.ts';
import { parseTour } from '../index.ts';
import { CURRENT_VERSION, migrations } from './index.ts';

interface Pair {
  readonly name: string;
  readonly from: Json;
  readonly to: Json;
}
const fileOf = (version: number) =>
  new URL(`../../cases/migrations/${version}-to-${version + 1}.json`, import.meta.url);
const pairsOf = (version: number): readonly Pair[] =>
  existsSync(fileOf(version)) ? (JSON.parse(readFileSync(fileOf(version), 'utf8')) as readonly Pair[]) : [];

describe.each(migrations.map((migrate, version) => ({ migrate, version })))(
  'from version $version',
  ({ migrate, version }) => {
    test('has documents from before and after', () => {
      expect(pairsOf(version).length).toBeGreaterThan(0);
    });
    test.each(pairsOf(version))('$name', ({ from, to }) => {
      const before = structuredClone(from);
      expect(migrate(from)).toEqual(to);
      expect(from).toEqual(before);
    });
    test.each(pairsOf(version))('is parsed: $name', ({ from, to }) => {
      const parsed = parseTour(from);
      expect(parsed.ok ? [] : parsed.problems).toEqual([]);
      if (version + 1 === CURRENT_VERSION) expect(parsed.ok && parsed.value).toEqual(to);
    });
  },
);

test('a migration takes any shape without throwing', () => {
  for (const migrate of migrations) {
    for (const steps of [null, 5, 'x', [null, 5, 'x', {}, { text: 5, title: [] }, { selector: {} }]])
      expect(() => migrate({ steps, locale: 5 } as Json)).not.toThrow();
  }
});
