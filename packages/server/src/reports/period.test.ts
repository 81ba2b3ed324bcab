import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayOf, daysOf, periodOf, startOfDay } from './period.ts';

describe('A day in a time zone', () => {
  test.each([
    ['2026-11-01', 'UTC', '2026-11-01T00:00:00Z'],
    ['2026-11-01', 'Asia/Tokyo', '2026-10-31T15:00:00Z'],
    ['2026-11-01', 'Asia/Kathmandu', '2026-10-31T18:15:00Z'],
    // The clock goes back at two on this day: it has 25 hours, and begins before the change.
    ['2026-11-01', 'America/New_York', '2026-11-01T04:00:00Z'],
    ['2026-11-02', 'America/New_York', '2026-11-02T05:00:00Z'],
    // Midnight does not exist: the clock goes from 23:59:59 to 01:00.
    ['2019-09-08', 'America/Santiago', '2019-09-08T04:00:00Z'],
    // Midnight comes twice: the day begins with the first.
    ['2026-11-01', 'America/Havana', '2026-11-01T04:00:00Z'],
  ])('%s in %s begins at %s', (day, timezone, start) => {
    expect(new Date(startOfDay(day, timezone)).toISOString()).toBe(new Date(start).toISOString());
  });

  test('begins at its first moment, in every zone and around every change of the clock', () => {
    const zones = [
      'UTC',
      'Asia/Tokyo',
      'Europe/Berlin',
      'America/New_York',
      'America/Havana',
      'Australia/Lord_Howe',
      'Asia/Kathmandu',
      'Pacific/Apia',
    ];
    const first = Date.UTC(2020, 0, 1);
    fc.assert(
      fc.property(fc.constantFrom(...zones), fc.integer({ min: 0, max: 3_000 }), (timezone, offset) => {
        const day = new Date(first + offset * 86_400_000).toISOString().slice(0, 10);
        const start = startOfDay(day, timezone);
        expect(dayOf(start, timezone)).toBe(day);
        expect(dayOf(start - 1, timezone) < day).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

test('A period holds both of its days, whole', () => {
  expect(daysOf({ from: '2026-10-31', to: '2026-11-02' })).toEqual(['2026-10-31', '2026-11-01', '2026-11-02']);
  const { from, until } = periodOf({ from: '2026-11-01', to: '2026-11-01', timezone: 'America/New_York' });
  expect((until - from) / 3_600_000).toBe(25);
});
