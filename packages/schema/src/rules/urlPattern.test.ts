import { expect, test } from 'vitest';
import { matchesPage } from './index.ts';
import { urlPattern } from './urlPattern.ts';

/** The browser's own, which Node has too; the standard that this part follows. */
interface Native {
  test(input: string): boolean;
}
const { URLPattern } = globalThis as unknown as {
  readonly URLPattern: new (init: string | { readonly pathname: string }) => Native;
};
const native = (pattern: string): Native | undefined => {
  try {
    return new URLPattern(pattern.startsWith('/') || pattern.startsWith('{/') ? { pathname: pattern } : pattern);
  } catch {
    return undefined;
  }
};

const PATHS = [
  '/',
  '/invoices',
  '/invoices/',
  '/invoices/12',
  '/invoices/12/edit',
  '/invoices/new',
  '/Invoices',
  '/a.b',
  '/aXb',
  '/a/b/c',
  '/a//b',
  '/%E8%AB%8B%E6%B1%82',
  '/請求',
  '/files/x.pdf',
  '/files/a/b/x.pdf',
  '/a%20b',
  '/~me',
  '/a:b',
  '/users/@me',
  '/v1.2/x-y_z',
  '/a+b',
  '/(x)',
  '/{x}',
  '/*',
];
const PATH_PATTERNS = [
  '/',
  '/invoices',
  '/invoices/',
  '/invoices{/}?',
  '/invoices/:id',
  '/invoices/:id?',
  '/invoices/:id/edit',
  '/invoices/:id/:action?',
  '/:a/:b',
  '/:a/:b*',
  '/:path*',
  '/:path+',
  '/*',
  '/invoices/*',
  '/*/edit',
  '/(\\d+)',
  '/invoices/(\\d+)',
  '/invoices/:id(\\d+)',
  '/invoices/:id(\\d+|new)',
  '/invoices/:id(\\d+)?',
  '/a.b',
  '/a\\.b',
  '/請求',
  '/:x/x.pdf',
  '/files/*.pdf',
  '/files/:name.pdf',
  '/files/:dir*/:name.pdf',
  '/{a}',
  '/{a.b}?',
  '/{invoices/}?12',
  '/v:major.:minor/x-y_z',
  '/{x}',
  '/a b',
  '/~me',
  '/users/@me',
  '/a\\:b',
  '/a\\+b',
  '/\\(x\\)',
  '/\\{x\\}',
  '/\\*',
  '{/invoices}?',
  '{/:a}*',
  '{/:a}+',
  '/{:a/}*c',
  '/a{/:b}?/c',
  '/**',
  '/:a?',
  '/(a|b)',
  '/((?:in)voices)',
  '/:a(in.*)',
];
const BAD_PATTERNS = [
  '/(',
  '/{',
  '/{:a-:b}',
  '/}',
  '/:',
  '/a?',
  '/a+',
  '/{a{b}}',
  '/(a(b))',
  '/(?:a)',
  '/?',
  '/:1',
  'invoices',
  '',
  ':id',
  'https//x',
  '/()',
];
const URLS = [
  'https://app.example.com/invoices',
  'https://app.example.com/',
  'http://app.example.com/invoices',
  'https://www.example.com/invoices/1?tab=all',
  'https://a.b.example.com/x#top',
  'http://localhost:4710/x',
  'http://localhost/x',
  'https://app.example.com/invoices?tab=all&x=1',
  'https://app.example.com/invoices?x=1#top',
  'https://app.example.com/x#/route/1',
  'https://example.com/',
  'https://example.com.evil.test/invoices',
];
const URL_PATTERNS = [
  'https://app.example.com/invoices',
  'https://app.example.com',
  'https://app.example.com/',
  'https://app.example.com/*',
  'http{s}?://app.example.com/*',
  'http{s}?://*/invoices',
  '*://*/invoices',
  '*://*.example.com/*',
  'https://*.example.com/invoices{/:id}?',
  'https://:sub.example.com/:path',
  'https://:sub.example.com/*',
  'https://(app|www).example.com/*',
  'http://localhost:4710/x',
  'http://localhost:*/x',
  'http://localhost/x',
  'https://app.example.com/invoices?tab=all',
  'https://app.example.com/invoices?tab=:tab',
  'https://app.example.com/invoices?tab=*',
  'https://app.example.com/invoices?*',
  'https://app.example.com/invoices#top',
  'https://app.example.com/invoices?x=1#top',
  'https://app.example.com/x#/route/:id',
  'https://app.example.com/:path#*',
  'https://app.example.com/:a?x=1',
  'https://app.example.com?x=1',
  'https://app.example.com#x',
  '*://*/*',
  'https://{app.}?example.com/*',
];

const check = (patterns: readonly string[], urls: readonly string[]): readonly string[] =>
  patterns.flatMap((pattern) => {
    const theirs = native(pattern);
    return urls
      .map((url) => new URL(url).href)
      .filter((url) => matchesPage(pattern, url) !== (theirs?.test(url) ?? false))
      .map((url) => `${pattern} ${url}: ${theirs?.test(url)}`);
  });

test('paths are matched as the URLPattern standard does', () => {
  const urls = PATHS.map((path) => `https://app.example.com${path}`);
  expect(PATH_PATTERNS.filter((pattern) => native(pattern) === undefined)).toEqual([]);
  expect(check(PATH_PATTERNS, [...urls, ...urls.map((url) => `${url}?a=b#c`)])).toEqual([]);
});

test('whole URLs are matched as the URLPattern standard does', () => {
  expect(URL_PATTERNS.filter((pattern) => native(pattern) === undefined)).toEqual([]);
  expect(check(URL_PATTERNS, URLS)).toEqual([]);
});

test('what the standard refuses is refused', () => {
  expect(BAD_PATTERNS.filter((pattern) => native(pattern) !== undefined)).toEqual([]);
  for (const pattern of BAD_PATTERNS) expect(() => urlPattern(pattern), pattern).toThrow();
});

test('generated paths: every pattern of five pieces answers as the standard does', () => {
  const pieces = ['a', '/', ':x', '*', '{b}?', '(c|d)', '/:y?', '-'];
  const patterns: string[] = [];
  const grow = (pattern: string, left: number) => {
    if (native(pattern)) patterns.push(pattern);
    if (left)
      for (const piece of pieces)
        if (!piece.startsWith(':') || !pattern.includes(piece)) grow(pattern + piece, left - 1);
  };
  grow('/', 3);
  expect(patterns.length).toBeGreaterThan(300);
  const urls = ['/', '/a', '/a/', '/ab', '/a-c', '/c/d', '/a/b/c', '/ac', '/d', '/-', '/a-', '//'].map(
    (path) => `https://x.test${path}`,
  );
  expect(check(patterns, urls)).toEqual([]);
});
