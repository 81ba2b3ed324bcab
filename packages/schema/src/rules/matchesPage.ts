import type { Comparison, PageMatch } from './condition.ts';
import { comparison } from './operators.ts';
import { urlPattern } from './urlPattern.ts';

const decode = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/** protocol, host name, port, path, query, hash of a URL as `location.href` writes it. */
const urlParts = (url: string): readonly string[] =>
  Array.from(
    /^([^:]*):(?:\/\/([^/?#]*?)(?::(\d*))?(?=[/?#]|$))?([^?#]*)(?:\?([^#]*))?(?:#(.*))?/s.exec(url) ?? [],
    (part) => part ?? '',
  ).slice(1);

const queryValue = (query: string, name: string): string | null => {
  for (const pair of query.split('&')) {
    const [key = '', ...value] = pair.replace(/\+/g, ' ').split('=');
    if (decode(key) === name) return decode(value.join('='));
  }
  return null;
};

/** Compiles a page once; throws on a bad pattern. */
export const pageTest = (page: PageMatch): ((url: string) => boolean) => {
  if (typeof page === 'string') {
    const matches = urlPattern(page);
    return (url) => matches(urlParts(url));
  }
  const tests: ((parts: readonly string[]) => boolean)[] = [];
  const add = (wanted: Comparison | undefined, read: (parts: readonly string[]) => string | null) => {
    if (!wanted) return;
    const test = comparison(wanted);
    // No moment is compared in an address, so `now` does not matter.
    tests.push((parts) => test(read(parts), 0));
  };
  add(page.host, ([, host = '', port = '']) => host + (port && `:${port}`));
  add(page.path, (parts) => decode(parts[3] as string));
  for (const [name, wanted] of Object.entries(page.query ?? {})) {
    add(wanted, (parts) => queryValue(parts[4] as string, name));
  }
  add(page.hash, (parts) => decode(parts[5] as string) || null);
  return (url) => {
    const parts = urlParts(url);
    return tests.every((test) => test(parts));
  };
};

/** Whether a whole URL is the page that is meant. A page that cannot be read matches nothing. */
export const matchesPage = (page: PageMatch, url: string): boolean => {
  try {
    return pageTest(page)(url);
  } catch {
    return false;
  }
};
