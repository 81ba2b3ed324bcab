import type { Comparison, PageMatch } from './condition.ts';
import { comparison } from './operators.ts';
import { urlPattern } from './urlPattern.ts';

/** What is used of the URL standard, which every place that runs this has; it is no input or output, and always answers the same. */
interface Url {
  readonly protocol: string;
  readonly host: string;
  readonly hostname: string;
  readonly port: string;
  readonly pathname: string;
  readonly search: string;
  readonly hash: string;
  readonly searchParams: { get(name: string): string | null };
}
declare const URL: new (url: string) => Url;

const decode = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/** A thousand conditions ask about the same page: the last one is kept. */
let last: readonly [url: string, read: Url] | undefined;

/** Compiles a page once; throws on a bad pattern. What is no URL matches no page. */
export const pageTest = (page: PageMatch): ((url: string) => boolean) => {
  const tests: ((url: Url) => boolean)[] = [];
  const add = (wanted: Comparison | undefined, read: (url: Url) => string | null) => {
    if (!wanted) return;
    const test = comparison(wanted);
    // No moment is compared in an address, so `now` does not matter.
    tests.push((url) => test(read(url), 0));
  };
  if (typeof page === 'string') {
    const matches = urlPattern(page);
    tests.push(({ protocol, hostname, port, pathname, search, hash }) =>
      matches([protocol.slice(0, -1), hostname, port, pathname, search.slice(1), hash.slice(1)]),
    );
  } else {
    add(page.host, (url) => url.host);
    add(page.path, (url) => decode(url.pathname));
    add(page.hash, (url) => decode(url.hash.slice(1)) || null);
    for (const [name, wanted] of Object.entries(page.query ?? {})) add(wanted, (url) => url.searchParams.get(name));
  }
  return (text) => {
    try {
      if (last?.[0] !== text) last = [text, new URL(text)];
      const [, url] = last;
      return tests.every((test) => test(url));
    } catch {
      return false;
    }
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
