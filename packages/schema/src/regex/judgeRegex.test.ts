import { expect, test } from 'vitest';
import { judgeRegex } from './judgeRegex.ts';

test.each([
  '^a.c$',
  '(Mobile|Tablet)',
  '@example\\.com$',
  '^[^@]+@[^@]+\\.[a-z]{2,}$',
  '^(\\w+\\.)*example\\.com$',
  '^/orders/\\d+/items/\\d+$',
  '/orders/.*/items/.*',
  '^\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}$',
  '^[A-Z]{2}\\d{2}( ?[A-Z0-9]{4}){3,7}$',
  '^(?:jp|us|de)-\\d+$',
  '^\\d{4}-\\d{2}-\\d{2}$',
  '^(?=.*\\d)(?=.*[a-z]).{8,}$',
  '\\p{Script=Han}+',
  '^(a|b)*$',
  '^(a|b){30}$',
  '^(ab|ac)*$',
  '',
])('%s is safe', (source) => {
  expect(judgeRegex(source)).toBe('safe');
});

test.each([
  '(a+)+$',
  '^(a*)*$',
  '(a|a)*$',
  '(a|aa)+$',
  '(.*a){20}x|(.*,)*y',
  '^(\\w+\\s?)*$',
  '^([a-zA-Z0-9])(([\\-.]|[_]+)?([a-zA-Z0-9]+))*(@){1}[a-z0-9]+[.]{1}(([a-z]{2,3})|([a-z]{2,3}[.]{1}[a-z]{2,3}))$',
  '(x+x+)+y',
  '^(([a-z])+.)+[A-Z]([a-z])+$',
  '(\\d|[0-9])*x',
  '(?:(?:a?)+)+$',
  '(?=(a+)+b)c',
  'a*a*a*a*a*b',
  '^(a*){30}$',
  '^(a|aa){30}$',
  '^(.{0,20}){0,20}$',
  '\\s*\\s*\\s*\\s*$',
  '(a)\\1+',
  '(?<x>a)\\k<x>',
  'a?'.repeat(100),
])('%s is unsafe', (source) => {
  expect(judgeRegex(source)).toBe('unsafe');
});

test.each(['(', '[', '*', '\\', 'a{2,1}', '(?<a>x)(?<a>y)', '\\q'])('%s is no regular expression', (source) => {
  expect(judgeRegex(source)).toBe('invalid');
});

test('the largest expressions are judged in a moment', () => {
  const sources = [
    '(a|b|c|d|e|f|g|h)*'.repeat(9),
    `(${'\\w|'.repeat(70)}x)*`,
    `^(${'[a-z]?'.repeat(70)})*$`,
    `${'('.repeat(200)}${')'.repeat(200)}`,
  ];
  expect(sources.map(judgeRegex)).toEqual(['unsafe', 'unsafe', 'unsafe', 'safe']);
});
