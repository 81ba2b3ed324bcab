import type { TourSummary } from '@shirube/schema/report';
import type { Sort } from '../lib/route.ts';

/** Runs that were lost: dismissed, abandoned or broken. */
export const leftOf = (tour: TourSummary): number => tour.dismissed + tour.abandoned + tour.broken;

/** Sorted as asked; what has no value (no runs, no activity) comes last in both directions, and ties go by name. */
export const sortTours = (tours: readonly TourSummary[], sort: Sort, language: string): readonly TourSummary[] => {
  const collator = new Intl.Collator(language, { numeric: true });
  const sign = sort.direction === 'ascending' ? 1 : -1;
  return tours.toSorted((a, b) => {
    const byName = collator.compare(a.name, b.name);
    if (sort.column === 'name') return sign * byName;
    const [left, right] = [sortValue(a, sort.column), sortValue(b, sort.column)];
    if (left === null || right === null) return left === right ? byName : left === null ? 1 : -1;
    return sign * (left - right) || byName;
  });
};

const sortValue = (tour: TourSummary, column: Exclude<Sort['column'], 'name'>): number | null => {
  if (column === 'rate') return tour.completionRate.value;
  if (column === 'left') return tour.started === 0 ? null : leftOf(tour);
  return tour[column];
};
