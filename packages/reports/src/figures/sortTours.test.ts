import type { TourSummary } from '@shirube/schema/report';
import { expect, test } from 'vitest';
import { sortTours } from './sortTours.ts';

const tour = (name: string, value: number | null, started = 10): TourSummary => ({
  tourId: name,
  name,
  liveVersion: 1,
  started,
  completed: 0,
  dismissed: 0,
  abandoned: 0,
  broken: 0,
  inProgress: 0,
  completionRate: { numerator: 0, denominator: 0, value, interval: null },
  simulated: false,
  lastEventAt: null,
});
const names = (tours: readonly TourSummary[]) => tours.map((one) => one.name).join(' ');

test('a tour without a rate comes last in both directions, and ties go by name', () => {
  const tours = [tour('none', null), tour('b', 0.5), tour('a', 0.5), tour('high', 0.9)];
  expect(names(sortTours(tours, { column: 'rate', direction: 'descending' }, 'en'))).toBe('high a b none');
  expect(names(sortTours(tours, { column: 'rate', direction: 'ascending' }, 'en'))).toBe('a b high none');
});

test('names sort as people of that language expect, numbers by their value', () => {
  const tours = [tour('Tour 10', 1), tour('Tour 2', 1), tour('äpfel', 1), tour('zebra', 1)];
  expect(names(sortTours(tours, { column: 'name', direction: 'ascending' }, 'en'))).toBe('äpfel Tour 2 Tour 10 zebra');
});
