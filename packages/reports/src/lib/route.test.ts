import { describe, expect, test } from 'vitest';
import { readRoute, writeRoute } from './route.ts';

const read = (address: string) => readRoute(new URL(address, 'https://guide.example.com'));

describe('addresses', () => {
  test.each([
    '/',
    '/?days=7&sort=-rate',
    '/tours/first-invoice?from=2026-01-01&to=2026-01-31&timezone=Asia%2FTokyo&version=2&locale=ja',
    '/targets?days=7&version=2&tour=first-invoice',
    '/sign-in?next=%2Ftours%2Fa%3Fdays%3D7',
  ])('%s is read and written back the same', (address) => {
    expect(writeRoute(read(address), null)).toBe(address);
  });

  test('the language of this visit is carried along', () => {
    expect(writeRoute(read('/tours/a?days=7'), 'ja')).toBe('/tours/a?days=7&lang=ja');
  });

  test.each([
    '//evil.example',
    'https://evil.example/',
    '/\\evil.example',
    'javascript:alert(1)',
    '/sign-in',
    '/.//evil.example',
    '',
  ])('sign-in never leads to %s', (next) => {
    const route = read(`/sign-in?next=${encodeURIComponent(next)}`);
    expect(route).toEqual({ screen: 'sign-in', next: '/' });
  });

  test('what is no address of ours is unknown, also when it cannot be decoded', () => {
    expect(read('/tours').screen).toBe('unknown');
    expect(read('/tours/a/b').screen).toBe('unknown');
    expect(read('/tours/%E0%A4%A').screen).toBe('unknown');
  });
});
