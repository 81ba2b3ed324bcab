import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { daysOf, readFilters, reportQuery, writeFilters } from './filters.ts';

const noon = Date.parse('2026-11-21T12:00:00Z');

describe('filters in the address', () => {
  test('what is written is read back, whatever was chosen', () => {
    const day = fc
      .date({ min: new Date('2020-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    const period = fc.oneof(
      fc.constantFrom(7, 30, 90).map((days) => ({ kind: 'last' as const, days })),
      fc.tuple(day, day).map((pair) => {
        const [from = '', to = ''] = pair.toSorted();
        return { kind: 'between' as const, from, to };
      }),
    );
    const filters = fc.record({
      period,
      timezone: fc.constantFrom(undefined, 'UTC', 'Asia/Tokyo'),
      environment: fc.constantFrom(undefined, 'staging'),
      version: fc.option(fc.integer({ min: 1, max: 999 }), { nil: undefined }),
      locale: fc.constantFrom(undefined, 'ja', 'fr-CA'),
    });
    fc.assert(
      fc.property(filters, (chosen) => {
        expect(readFilters(writeFilters(chosen))).toEqual(chosen);
      }),
    );
  });

  test('the plain address means the last 30 days, and stays plain', () => {
    const filters = readFilters(new URLSearchParams());
    expect(filters.period).toEqual({ kind: 'last', days: 30 });
    expect(writeFilters(filters).toString()).toBe('');
  });

  test('nonsense falls back to the default', () => {
    const query = new URLSearchParams('days=31&from=2026-13-01&to=2026-12-01&timezone=Nowhere/Land&version=1.5');
    expect(readFilters(query)).toEqual({ period: { kind: 'last', days: 30 } });
  });
});

describe('the days of a period', () => {
  test('the last 7 days are seven days and end today, in the zone of the reader', () => {
    expect(daysOf({ kind: 'last', days: 7 }, noon, 'UTC')).toEqual({ from: '2026-11-15', to: '2026-11-21' });
    const lateInLondon = Date.parse('2026-11-21T16:00:00Z');
    expect(daysOf({ kind: 'last', days: 7 }, lateInLondon, 'Asia/Tokyo').to).toBe('2026-11-22');
  });

  test('the hour that daylight saving takes or gives moves no day', () => {
    const afterTheChange = Date.parse('2026-11-02T06:30:00Z');
    expect(daysOf({ kind: 'last', days: 7 }, afterTheChange, 'America/New_York')).toEqual({
      from: '2026-10-27',
      to: '2026-11-02',
    });
  });

  test('a request names days, zone and environment', () => {
    const query = reportQuery({ period: { kind: 'last', days: 30 }, version: 3 }, noon, 'Asia/Tokyo');
    expect(query.toString()).toBe(
      'from=2026-10-23&to=2026-11-21&timezone=Asia%2FTokyo&environment=production&version=3',
    );
  });
});
