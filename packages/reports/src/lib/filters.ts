import { addDays, dayOf, isDay, isTimezone } from './day.ts';

/** What the reader asked to see. It lives in the URL and nowhere else. */
export interface Filters {
  readonly period: Period;
  /** IANA zone; undefined means the browser's own. */
  readonly timezone?: string | undefined;
  readonly environment?: string | undefined;
  readonly version?: number | undefined;
  readonly locale?: string | undefined;
}
export type Period =
  | { readonly kind: 'last'; readonly days: number }
  | { readonly kind: 'between'; readonly from: string; readonly to: string };

export const presets = [7, 30, 90] as const;
const defaultDays = 30;

/** Reads filters from a query; what cannot be understood falls back to the default, so that an old link still opens. */
export const readFilters = (query: URLSearchParams): Filters => {
  const timezone = query.get('timezone');
  const version = Number(query.get('version'));
  return {
    period: readPeriod(query),
    timezone: timezone !== null && isTimezone(timezone) ? timezone : undefined,
    environment: query.get('environment') || undefined,
    version: Number.isInteger(version) && version > 0 ? version : undefined,
    locale: query.get('locale') || undefined,
  };
};

/** The inverse of `readFilters`; defaults are left out, so the plain address stays plain. */
export const writeFilters = (filters: Filters): URLSearchParams => {
  const query = new URLSearchParams();
  const { period } = filters;
  if (period.kind === 'between') {
    query.set('from', period.from);
    query.set('to', period.to);
  } else if (period.days !== defaultDays) {
    query.set('days', String(period.days));
  }
  if (filters.timezone) query.set('timezone', filters.timezone);
  if (filters.environment) query.set('environment', filters.environment);
  if (filters.version) query.set('version', String(filters.version));
  if (filters.locale) query.set('locale', filters.locale);
  return query;
};

/** The first and last day of the period, both inclusive; "the last 7 days" ends today. */
export const daysOf = (period: Period, now: number, timezone: string): { from: string; to: string } => {
  if (period.kind === 'between') return { from: period.from, to: period.to };
  const to = dayOf(now, timezone);
  return { from: addDays(to, 1 - period.days), to };
};

/** The query of a report request, as `GET /v1/reports/tours/:id` takes it. */
export const reportQuery = (filters: Filters, now: number, ownTimezone: string): URLSearchParams => {
  const timezone = filters.timezone ?? ownTimezone;
  const query = new URLSearchParams({ ...daysOf(filters.period, now, timezone), timezone });
  query.set('environment', filters.environment ?? 'production');
  if (filters.version) query.set('version', String(filters.version));
  if (filters.locale) query.set('locale', filters.locale);
  return query;
};

const readPeriod = (query: URLSearchParams): Period => {
  const from = query.get('from') ?? '';
  const to = query.get('to') ?? '';
  if (isDay(from) && isDay(to) && from <= to) return { kind: 'between', from, to };
  const days = Number(query.get('days'));
  return { kind: 'last', days: presets.some((preset) => preset === days) ? days : defaultDays };
};
