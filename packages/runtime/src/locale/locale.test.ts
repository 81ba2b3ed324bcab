import { expect, test } from 'vitest';
import { mediaWords } from '../elements/more/words.ts';
import { en } from './en.ts';
import { directionOf, stringsFor } from './index.ts';
import { ja } from './ja.ts';
import * as surfaces from './surfaces/index.ts';

test('English and Japanese have the same texts, with the same places to fill in', () => {
  const places = (strings: object) =>
    Object.entries(strings).map(([key, text]) => [key, [...String(text).matchAll(/\{\w+\}/g)].map(String).sort()]);
  expect(places(ja)).toEqual(places(en));
  expect(places(surfaces.ja)).toEqual(places(surfaces.en));
  expect(places(mediaWords.ja)).toEqual(places(mediaWords.en));
});

test('a locale is looked up by its language, and falls back to English', () => {
  expect(stringsFor('ja-JP').next).toBe('次へ');
  expect(stringsFor('JA').close).toBe('閉じる');
  expect(stringsFor('fr').next).toBe('Next');
});

test('direction follows the language, or the script when the locale names one', () => {
  for (const locale of ['ar', 'he-IL', 'fa', 'ur-PK', 'uz-Arab', 'az-Arab-IR']) expect(directionOf(locale)).toBe('rtl');
  for (const locale of ['en', 'ja', 'art', 'ku-Latn', 'ks-Latn', 'hebrew']) expect(directionOf(locale)).toBe('ltr');
});
