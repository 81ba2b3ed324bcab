import { type Filters, readFilters, writeFilters } from './filters.ts';

export type Route =
  | { readonly screen: 'tours'; readonly filters: Filters; readonly sort: Sort }
  | { readonly screen: 'tour'; readonly tourId: string; readonly filters: Filters }
  /** `tour`: of one tour alone. */
  | { readonly screen: 'targets'; readonly filters: Filters; readonly tour?: string | undefined }
  | { readonly screen: 'sign-in'; readonly next: string }
  | { readonly screen: 'unknown' };

export const sortColumns = ['name', 'started', 'completed', 'rate', 'left', 'lastEventAt'] as const;
export type SortColumn = (typeof sortColumns)[number];
export interface Sort {
  readonly column: SortColumn;
  readonly direction: 'ascending' | 'descending';
}
export const defaultSort: Sort = { column: 'started', direction: 'descending' };

export const readRoute = (url: URL): Route => {
  const filters = readFilters(url.searchParams);
  if (url.pathname === '/') return { screen: 'tours', filters, sort: readSort(url.searchParams) };
  if (url.pathname === '/sign-in') return { screen: 'sign-in', next: safeNext(url.searchParams.get('next')) };
  if (url.pathname === '/targets') {
    // Targets are the same in every language that a tour is shown in.
    return {
      screen: 'targets',
      filters: { ...filters, locale: undefined },
      tour: url.searchParams.get('tour') || undefined,
    };
  }
  const tourId = /^\/tours\/([^/]+)\/?$/.exec(url.pathname)?.[1];
  if (tourId !== undefined) {
    const decoded = decode(tourId);
    if (decoded !== undefined) return { screen: 'tour', tourId: decoded, filters };
  }
  return { screen: 'unknown' };
};

/** The address of a route. `lang` is kept, because it was a wish for this whole visit. */
export const writeRoute = (route: Route, lang: string | null): string => {
  const query = new URLSearchParams();
  let path = '/';
  if (route.screen === 'tours' || route.screen === 'tour' || route.screen === 'targets') {
    for (const [name, value] of writeFilters(route.filters)) query.set(name, value);
  }
  if (route.screen === 'tours' && !isDefaultSort(route.sort)) {
    query.set('sort', `${route.sort.direction === 'descending' ? '-' : ''}${route.sort.column}`);
  }
  if (route.screen === 'targets') {
    path = '/targets';
    if (route.tour) query.set('tour', route.tour);
  }
  if (route.screen === 'tour') path = `/tours/${encodeURIComponent(route.tourId)}`;
  if (route.screen === 'sign-in') {
    path = '/sign-in';
    if (route.next !== '/') query.set('next', route.next);
  }
  if (lang !== null) query.set('lang', lang);
  const text = query.toString();
  return text === '' ? path : `${path}?${text}`;
};

/** Where to go after sign-in: an address of this dashboard, never of another origin (`//evil.example` is one). */
const safeNext = (next: string | null): string => {
  if (next === null) return '/';
  const here = 'https://here.invalid';
  const url = URL.parse(next, here);
  if (url === null || url.origin !== here || !next.startsWith('/')) return '/';
  const path = `${url.pathname}${url.search}`;
  return url.pathname === '/sign-in' || path.startsWith('//') ? '/' : path;
};

const readSort = (query: URLSearchParams): Sort => {
  const text = query.get('sort') ?? '';
  const column = sortColumns.find((candidate) => candidate === text.replace(/^-/, ''));
  return column === undefined ? defaultSort : { column, direction: text.startsWith('-') ? 'descending' : 'ascending' };
};

const isDefaultSort = (sort: Sort): boolean =>
  sort.column === defaultSort.column && sort.direction === defaultSort.direction;

const decode = (text: string): string | undefined => {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
};
