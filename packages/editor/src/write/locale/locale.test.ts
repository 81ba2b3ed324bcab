import { describe, expect, it } from 'vitest';
import { en } from './en.ts';
import { writeTextsFor } from './index.ts';
import { ja } from './ja.ts';

/** Every text with its place; a text that takes values is read with samples. */
const textsOf = (value: unknown, path = ''): readonly (readonly [string, string])[] => {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function') return [[path, String(value('«1»', '«2»'))]];
  return Object.entries(value as object).flatMap(([key, inner]) => textsOf(inner, `${path}.${key}`));
};

describe('the words around what is written', () => {
  it('are the same in both languages, none empty, with the same values in them', () => {
    const shape = (texts: unknown): unknown =>
      textsOf(texts).map(([path, text]) => [path, text.trim() !== '', [...new Set(text.match(/«\d»/g))].sort()]);
    expect(shape(ja)).toEqual(shape(en));
    expect(JSON.stringify(shape(en))).not.toContain('false');
  });

  it('are Japanese for every kind of Japanese, and English where there are none', () => {
    expect(['ja', 'ja-JP', 'fr', 'jam'].map((tag) => writeTextsFor(tag).tag)).toEqual(['ja', 'ja', 'en', 'en']);
  });
});
