import { expect, test } from 'vitest';
import { parseReportRequest, parseTargetsRequest, REPORT_DEFINITIONS, TARGET_DEFINITIONS } from './index.ts';

const NOW = Date.UTC(2026, 10, 21, 20);
const problemsOf = (query: Record<string, string | undefined>) => {
  const parsed = parseReportRequest(query);
  return parsed.ok ? [] : parsed.problems.map(({ code, path }) => `${code} ${path}`);
};

test('without days, a report is on the last 30 days up to today in its zone', () => {
  const parsed = parseReportRequest({ timezone: 'Asia/Tokyo' }, { now: NOW });
  expect(parsed.ok && parsed.value).toEqual({
    from: '2026-10-24',
    to: '2026-11-22',
    timezone: 'Asia/Tokyo',
    environment: 'production',
  });
});

test('what is asked for is taken as it is; an empty parameter is an absent one', () => {
  const parsed = parseReportRequest({
    from: '2026-11-01',
    to: '2026-11-01',
    version: '2',
    environment: 'staging',
    locale: 'ja',
    timezone: '',
  });
  expect(parsed.ok && parsed.value).toEqual({
    from: '2026-11-01',
    to: '2026-11-01',
    timezone: 'UTC',
    environment: 'staging',
    version: 2,
    locale: 'ja',
  });
});

test.each([
  [{}, ['missing /from', 'missing /to']],
  [{ from: '2026-02-30', to: '2026-03-01' }, ['bad_date /from']],
  [{ from: '2026-11-02', to: '2026-11-01' }, ['bad_period /to']],
  [{ from: '1990-01-01', to: '2026-11-01' }, ['bad_period /to']],
  [{ from: '2026-11-01', to: '2026-11-02', timezone: 'Mars/Olympus' }, ['bad_timezone /timezone']],
  [
    { from: '2026-11-01', to: '2026-11-02', version: 'latest', environment: 'a b', locale: 'x_y', tz: 'UTC' },
    ['unknown_key /tz', 'wrong_type /version', 'bad_id /environment', 'bad_locale /locale'],
  ],
])('%j is refused', (query, expected) => {
  expect(problemsOf(query)).toEqual(expected);
});

test('the report of targets takes a tour and no locale, every other report a locale and no tour', () => {
  const days = { from: '2026-11-01', to: '2026-11-02' };
  const parsed = parseTargetsRequest({ ...days, tour: 'first-invoice', version: '3' });
  expect(parsed.ok && parsed.value).toMatchObject({ tour: 'first-invoice', version: 3, environment: 'production' });
  const refused = parseTargetsRequest({ ...days, tour: 'a b', locale: 'ja' });
  expect(refused.ok ? [] : refused.problems.map(({ code, path }) => `${code} ${path}`)).toEqual([
    'unknown_key /locale',
    'bad_id /tour',
  ]);
  expect(problemsOf({ ...days, tour: 'first-invoice' })).toEqual(['unknown_key /tour']);
});

test('every definition has its own id, and a name and a sentence in both languages', () => {
  const definitions = [...REPORT_DEFINITIONS, ...TARGET_DEFINITIONS];
  expect(new Set(definitions.map(({ id }) => id)).size).toBe(definitions.length);
  for (const { en, ja } of definitions) {
    expect(en.sentence).toMatch(/\.$/);
    expect(ja.sentence).toMatch(/。$/);
  }
});
