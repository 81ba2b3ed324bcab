import { groupBy } from '../../lib/groupBy.ts';
import type { RunsQuery, ToursTotals } from '../EventStore.ts';
import { type Run, text } from './dialect.ts';
import { sumRuns } from './outcomes.ts';
import { runSumsSql } from './tourReport.ts';

/** Totals of every tour that has a run in the period. */
export const toursReport = async (run: Run, query: RunsQuery): Promise<readonly ToursTotals[]> => {
  const rows = await run(
    (d) => `SELECT tour_id, sums.* FROM (
        SELECT tour_no, ending, ${runSumsSql(d, query)} FROM runs
        WHERE started_at >= ${d.bind(query.from)} AND started_at < ${d.bind(query.until)} GROUP BY tour_no, ending
      ) AS sums JOIN tours ON tours.tour_no = sums.tour_no WHERE environment = ${d.bind(query.environment)}`,
  );
  return [...groupBy(rows, (row) => text(row.tour_id))]
    .map(([tourId, ofTour]) => ({ tourId, ...sumRuns(ofTour) }))
    .sort((a, b) => (a.tourId < b.tourId ? -1 : 1));
};
