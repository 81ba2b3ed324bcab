import { describe, expect, it } from 'vitest';
import { en } from './en.ts';
import { chooseLocale } from './index.ts';
import { ja } from './ja.ts';

/** Every text with its place; a text that takes values is read with samples. */
const textsOf = (value: unknown, path = ''): readonly (readonly [string, string])[] => {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function') return [[path, String(value('«1»', '«2»'))]];
  return Object.entries(value as Readonly<Record<string, unknown>>).flatMap(([key, inner]) =>
    textsOf(inner, `${path}.${key}`),
  );
};

describe('the editor’s languages', () => {
  it('have the same texts, none empty', () => {
    expect(textsOf(ja).map(([path]) => path)).toEqual(textsOf(en).map(([path]) => path));
    expect([...textsOf(en), ...textsOf(ja)].filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  it('say the same values', () => {
    const values = (texts: unknown): unknown =>
      textsOf(texts).map(([path, text]) => [path, [...new Set(text.match(/«\d»/g))].sort()]);
    expect(values(ja)).toEqual(values(en));
  });

  it('are chosen by the first language of the person that the editor speaks', () => {
    expect(chooseLocale(['fr-FR', 'ja-JP', 'en']).tag).toBe('ja-JP');
    expect(chooseLocale(['fr']).texts).toBe(en);
  });
});
