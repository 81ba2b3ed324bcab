import { pointer, problem } from './documents/problems.ts';
import { isDate, isLocale, works } from './documents/values.ts';
import type { Parsed, Problem } from './problem.ts';
import type { ReportRequest, TargetsRequest } from './report.ts';

const KEYS = ['from', 'to', 'timezone', 'version', 'environment', 'locale'];
const TARGETS_KEYS = ['from', 'to', 'timezone', 'version', 'environment', 'tour'];
const DAY_MS = 86_400_000;
/** Days that one report may span: ten years. */
const MAX_DAYS = 3660;

export interface ReportDefaults {
  /** Epoch ms: without `from` and `to`, the last 30 days up to this moment in the request's time zone. */
  readonly now?: number | undefined;
  /** IANA zone; UTC when absent. */
  readonly timezone?: string | undefined;
  /** `production` when absent. */
  readonly environment?: string | undefined;
}

/** `YYYY-MM-DD` on the wall calendar of a zone. */
const dayIn = (now: number, timeZone: string): string => new Intl.DateTimeFormat('sv-SE', { timeZone }).format(now);
const addDays = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
const isDay = (text: string): boolean => /^\d{4}-\d\d-\d\d$/.test(text) && isDate(text);

const isId = (text: string): boolean => /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/.test(text);

/** The query of a report's address. An empty parameter is an absent one. */
export const parseReportRequest = (
  query: Readonly<Record<string, string | undefined>>,
  defaults: ReportDefaults = {},
): Parsed<ReportRequest> => parse(query, defaults, KEYS);

/** The query of `GET /v1/reports/targets`. */
export const parseTargetsRequest = (
  query: Readonly<Record<string, string | undefined>>,
  defaults: ReportDefaults = {},
): Parsed<TargetsRequest> => parse(query, defaults, TARGETS_KEYS);

const parse = (
  query: Readonly<Record<string, string | undefined>>,
  defaults: ReportDefaults,
  keys: readonly string[],
): Parsed<ReportRequest & TargetsRequest> => {
  const problems: Problem[] = [];
  const read = (key: string): string | undefined =>
    keys.includes(key) && Object.hasOwn(query, key) ? query[key] || undefined : undefined;
  for (const key of Object.keys(query)) {
    if (!keys.includes(key))
      problems.push(problem('unknown_key', pointer([key]), `A report takes ${keys.join(', ')}.`));
  }
  const timezone = read('timezone') ?? defaults.timezone ?? 'UTC';
  const zoneWorks = works(() => dayIn(0, timezone));
  if (!zoneWorks)
    problems.push(problem('bad_timezone', '/timezone', 'This must be an IANA time zone such as "Asia/Tokyo".'));
  const today = zoneWorks && defaults.now !== undefined ? dayIn(defaults.now, timezone) : undefined;
  const to = read('to') ?? today;
  const from = read('from') ?? (to !== undefined && isDay(to) && today !== undefined ? addDays(to, -29) : undefined);
  for (const [key, day] of [
    ['from', from],
    ['to', to],
  ] as const) {
    if (day === undefined) {
      if (zoneWorks && defaults.now === undefined)
        problems.push(problem('missing', `/${key}`, `"${key}" is required.`));
    } else if (!isDay(day)) problems.push(problem('bad_date', `/${key}`, 'This must be a day such as "2026-12-01".'));
  }
  if (from && to && isDay(from) && isDay(to)) {
    const days = (Date.parse(to) - Date.parse(from)) / DAY_MS;
    if (days < 0) problems.push(problem('bad_period', '/to', '"to" must not be before "from".'));
    else if (days > MAX_DAYS) problems.push(problem('bad_period', '/to', `A report spans at most ${MAX_DAYS} days.`));
  }
  const version = read('version');
  if (version !== undefined && !/^[1-9]\d{0,8}$/.test(version))
    problems.push(problem('wrong_type', '/version', 'A version is a whole number from 1.'));
  const environment = read('environment') ?? defaults.environment ?? 'production';
  if (!isId(environment))
    problems.push(problem('bad_id', '/environment', 'An environment is letters, digits, - and _.'));
  const locale = read('locale');
  if (locale !== undefined && !isLocale(locale))
    problems.push(problem('bad_locale', '/locale', 'This must be a language tag such as "en" or "ja".'));
  const tour = read('tour');
  if (tour !== undefined && !isId(tour))
    problems.push(problem('bad_id', '/tour', 'A tour is letters, digits, - and _.'));
  if (problems.length || from === undefined || to === undefined) return { ok: false, problems, warnings: [] };
  return {
    ok: true,
    value: {
      from,
      to,
      timezone,
      environment,
      ...(version !== undefined && { version: Number(version) }),
      ...(locale !== undefined && { locale }),
      ...(tour !== undefined && { tour }),
    },
    warnings: [],
  };
};
