import { describe, expect, test } from 'vitest';
import { createFormat } from './format.ts';
import { chooseLanguage } from './words.ts';

const en = createFormat('en');
const ja = createFormat('ja');

describe('formats', () => {
  test('a rate is never rounded to all or nothing when it is neither', () => {
    expect([0, 1, 0.6, 0.004, 0.9981, 0.9999].map(en.rate)).toEqual(['0%', '100%', '60%', '0.4%', '99.8%', '99.99%']);
  });

  test('durations are seconds below a minute, then minutes and seconds', () => {
    expect([850, 4200, 59_900, 60_000, 131_000].map(en.duration)).toEqual([
      '0.9 sec',
      '4.2 sec',
      '59.9 sec',
      '1 min',
      '2 min 11 sec',
    ]);
    expect(ja.duration(131_000)).toBe('2 分 11 秒');
  });

  test('a calendar day is that day, in whatever zone the reader sits', () => {
    expect(en.day('2026-03-01')).toBe('Mar 1, 2026');
    expect(ja.day('2026-03-01')).toBe('2026/03/01');
  });

  test('a locale that is no locale is shown as it came', () => {
    expect(en.languageName('ja')).toBe('Japanese');
    expect(en.languageName('not a tag')).toBe('not a tag');
  });

  test('the last activity lies in the past, also when a clock is ahead', () => {
    expect(en.ago(1_000_000, 1_000_000 - 5000)).toBe('this minute');
    expect(en.ago(0, 3 * 3_600_000)).toBe('3 hours ago');
    expect(en.ago(0, 72 * 3_600_000)).toBe('3 days ago');
  });
});

test('the address wins over the choice, the choice over the browser, and English is the rest', () => {
  expect(chooseLanguage('ja', 'en', ['en'])).toBe('ja');
  expect(chooseLanguage('xx', 'ja', ['en'])).toBe('ja');
  expect(chooseLanguage(null, undefined, ['fr-FR', 'ja-JP', 'en'])).toBe('ja');
  expect(chooseLanguage(null, undefined, ['fr'])).toBe('en');
});
