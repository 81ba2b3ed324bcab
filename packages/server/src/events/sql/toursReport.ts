import type { RunsQuery, ToursTotals } from '../EventStore.ts';
import { foldRuns } from './foldRuns.ts';
import { type Ask, type MakeDialect, number, outcomeSums, outcomesOf, text } from './tourReport.ts';

/** Totals of every tour that has a run in the period. */
export const toursReport = async (
  ask: Ask,
  makeDialect: MakeDialect,
  { environment, from, until, now }: RunsQuery,
): Promise<readonly ToursTotals[]> => {
  const values: (string | number)[] = [];
  const runs = foldRuns(makeDialect(values), { environment, from, until, now });
  const rows = await ask({
    text: `SELECT tour_id, count(*) AS started, ${outcomeSums}, max(simulated) AS simulated, max(last_event_at) AS last_event_at
      FROM (${runs}) AS runs GROUP BY tour_id ORDER BY tour_id`,
    values,
  });
  return rows.map((row) => ({
    tourId: text(row.tour_id),
    ...outcomesOf([row]),
    started: number(row.started),
    simulated: number(row.simulated) > 0,
    lastEventAt: row.last_event_at === null ? null : number(row.last_event_at),
  }));
};
