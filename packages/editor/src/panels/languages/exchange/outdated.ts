import type { Tour } from '@shirube/schema/tour';
import { readText, standing } from './readText.ts';
import { listUnits, type TextUnit } from './units.ts';

/**
 * Ids of the texts that are translated, and whose original says something else than when `before` was published, while the translation still says
 * the same: it may no longer fit.
 */
export const outdatedIds = (
  tour: Tour,
  units: readonly TextUnit[],
  locale: string,
  before: Tour | undefined,
): ReadonlySet<string> => {
  if (!before || before.defaultLocale !== tour.defaultLocale) return new Set();
  const known = new Map(listUnits(before).map((unit) => [unit.id, unit]));
  return new Set(
    units.flatMap((unit) => {
      const then = known.get(unit.id);
      if (!then || standing(tour, unit, locale) !== 'done') return [];
      const moved = readText(before, then, tour.defaultLocale) !== readText(tour, unit, tour.defaultLocale);
      return moved && readText(before, then, locale) === readText(tour, unit, locale) ? [unit.id] : [];
    }),
  );
};
