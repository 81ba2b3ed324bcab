import type { TourListItem } from '@shirube/schema/api';
import type { Bundle } from '@shirube/schema/bundle';
import type { TourRow } from './state.ts';

/** Tours that are live here come first, then the others; each group by name. */
export const rowsOf = (items: readonly TourListItem[], bundle: Bundle): readonly TourRow[] => {
  const live = new Map(bundle.tours.map((entry) => [entry.tour.id, entry]));
  return items
    .map((item) => ({ item, live: live.get(item.id) }))
    .toSorted(
      (a, b) =>
        Number(a.live === undefined) - Number(b.live === undefined) ||
        a.item.name.localeCompare(b.item.name) ||
        a.item.id.localeCompare(b.item.id),
    );
};
