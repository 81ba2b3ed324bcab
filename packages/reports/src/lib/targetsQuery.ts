import { type Filters, reportQuery } from './filters.ts';

/** The query of `GET /v1/reports/targets`. */
export const targetsQuery = (
  filters: Filters,
  tour: string | undefined,
  now: number,
  ownTimezone: string,
): URLSearchParams => {
  const query = reportQuery({ ...filters, locale: undefined }, now, ownTimezone);
  if (tour !== undefined) query.set('tour', tour);
  return query;
};
