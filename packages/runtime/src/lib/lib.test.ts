import { expect, test } from 'vitest';
import { pickLocale } from './pickLocale.ts';
import { uuid } from './uuid.ts';
import { once } from './warn.ts';

test('a locale is looked up with its parents, without regard to case, and falls back to the default', () => {
  expect(pickLocale('fr-CA', ['en', 'fr'], 'en')).toBe('fr');
  expect(pickLocale('fr-ca', ['en', 'fr', 'fr-CA'], 'en')).toBe('fr-CA');
  expect(pickLocale('zh-Hant-TW', ['zh-Hant', 'zh', 'en'], 'en')).toBe('zh-Hant');
  expect(pickLocale('de', ['en', 'ja'], 'ja')).toBe('ja');
  expect(pickLocale('', ['en'], 'en')).toBe('en');
});

test('ids are UUIDv7: well formed, different, and sorted by time', () => {
  const ids = Array.from({ length: 1000 }, uuid);
  for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(new Set(ids).size).toBe(1000);
  expect(Math.abs(Number.parseInt((ids[0] as string).replace('-', '').slice(0, 12), 16) - Date.now())).toBeLessThan(
    5000,
  );
});

test('a diagnostic is said once per code, and a reporter that throws is no trouble', () => {
  const said: string[] = [];
  const tell = once((code) => {
    said.push(code);
    throw new Error('no');
  });
  tell('a', '');
  tell('a', '');
  tell('b', '');
  expect(said).toEqual(['a', 'b']);
});
