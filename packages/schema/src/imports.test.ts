import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { brotliBytes } from '../bench/bytes.ts';

const { exports } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
  readonly exports: Readonly<Record<string, string>>;
};

/** Every module that is loaded when one is: imports of types are gone by then. */
const loadedBy = (file: URL, found = new Set<string>()): ReadonlySet<string> => {
  if (found.has(file.href)) return found;
  found.add(file.href);
  const source = readFileSync(file, 'utf8');
  for (const [, from = ''] of source.matchAll(/^(?:import|export)\s(?!type\s)[^;]*?from '([^']+)';$/gm)) {
    if (from.startsWith('.')) loadedBy(new URL(from, file), found);
    else found.add(from);
  }
  return found;
};

describe('subpaths', () => {
  test.each(Object.entries(exports).filter(([name, file]) => name !== '.' && file.endsWith('.ts')))(
    '%s loads no other package',
    (_name, file) => {
      const loaded = [...loadedBy(new URL(`../${file}`, import.meta.url))];
      expect(loaded.filter((module) => !module.startsWith('file:'))).toEqual([]);
      expect(loaded.filter((module) => /\/(documents|kinds|regex)\//.test(module))).toEqual([]);
    },
  );
  test('the whole loads zod and nothing else', () => {
    const loaded = [...loadedBy(new URL('./index.ts', import.meta.url))];
    expect(loaded.filter((module) => !module.startsWith('file:'))).toEqual(['zod']);
  });
});

test('the rules stay small: bytes of brotli in a browser bundle', async () => {
  expect(await brotliBytes(`export { compile, evaluate } from '../src/rules/index.ts'`)).toBeLessThanOrEqual(3_150);
  expect(await brotliBytes(`export * from '../src/rules/index.ts'`)).toBeLessThanOrEqual(3_450);
});
