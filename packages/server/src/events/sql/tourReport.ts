import { groupBy } from '../../lib/groupBy.ts';
import { ABANDONED_AFTER_MS, QUARTER_MS, type RunsQuery, type TourCounts, type TourQuery } from '../EventStore.ts';
import {
  endingSql,
  isTiedSql,
  isTimedSql,
  lastCodes,
  outcomeCodes,
  readState,
  stateOfSql,
  stepFlags,
  stepOfTimeCellSql,
  timeCellOfSql,
} from './codes.ts';
import { type Dialect, number, type Row, type Run, text } from './dialect.ts';
import { outcomesOf, subtract, sumRuns } from './outcomes.ts';
import { type StepTime, timesOnSteps } from './timesOnSteps.ts';

/** One tour's counts from its folded runs. To be run inside one transaction, so that every figure is of the same moment. */
export const tourReport = async (run: Run, query: TourQuery): Promise<TourCounts> => {
  const known = await run((d) => knownStepsSql(d, query));
  const steps = stepsInOrder(query.steps, known);
  // Numbers begin at 1: a tour that no event has named has no rows.
  const tourNo = number(known[0]?.tour_no);
  const where = (d: Dialect) => runsWhere(d, tourNo, query);
  const groups = await run((d) => groupsSql(d, where(d), query));
  const quarters = await run((d) => quartersSql(d, where(d)));
  const cells = await run((d) => cellsSql(d, where(d), query));
  const states = cells.filter((row) => row.state !== null);
  const times = await timesOnSteps(run, where, cells);
  const isTied = states.some((row) => readState(number(row.state)).last === lastCodes.tied);
  const ties = isTied ? await run((d) => tiesSql(d, where(d), query, steps)) : [];

  const totals = sumRuns(groups);
  const counted = steps.map((step, place) => stepCounts({ ...step, place }, states, times, ties));
  return {
    totals,
    neverShown: counted.reduce((left, { last }) => subtract(left, last), outcomesOf(groups)),
    steps: counted,
    quarters: quarters.map((row) => ({
      quarter: number(row.quarter),
      started: number(row.started),
      completed: number(row.completed),
    })),
    versions: [...groupBy(groups, (row) => number(row.version))]
      .map(([version, rows]) => ({ version, started: sumRuns(rows).started, completed: sumRuns(rows).completed }))
      .sort((a, b) => b.version - a.version),
    locales: [
      ...groupBy(
        groups.filter((row) => row.locale !== null),
        (row) => text(row.locale),
      ),
    ]
      .map(([locale, rows]) => ({ locale, started: sumRuns(rows).started }))
      .sort((a, b) => b.started - a.started || (a.locale < b.locale ? -1 : 1)),
  };
};

interface Step {
  readonly stepId: string;
  /** undefined: no event has named it. */
  readonly number: number | undefined;
}
/** As asked for, then those that only events know, by id. */
const stepsInOrder = (asked: readonly string[], known: readonly Row[]): readonly Step[] => {
  const numbers = new Map(
    known.filter((row) => row.step_id !== null).map((row) => [text(row.step_id), number(row.step_no)]),
  );
  const others = [...numbers.keys()].filter((id) => !asked.includes(id)).sort();
  return [...asked, ...others].map((stepId) => ({ stepId, number: numbers.get(stepId) }));
};

const knownStepsSql = (d: Dialect, { environment, tourId }: TourQuery): string =>
  `SELECT tours.tour_no AS tour_no, step_no, step_id FROM tours LEFT JOIN steps ON steps.tour_no = tours.tour_no
    WHERE environment = ${d.bind(environment)} AND tour_id = ${d.bind(tourId)}`;

/** The same for runs and run_steps: both have the run's own columns. */
const runsWhere = (d: Dialect, tourNo: number, { from, until, version, locale }: TourQuery): string =>
  [
    `tour_no = ${d.bind(tourNo)}`,
    `started_at >= ${d.bind(from)}`,
    `started_at < ${d.bind(until)}`,
    ...(version === undefined ? [] : [`version = ${d.bind(version)}`]),
    ...(locale === undefined ? [] : [`locale = ${d.bind(locale)}`]),
  ].join(' AND ');

/** How many of the grouped runs have been silent for so long that one without an ending is abandoned. */
const silentSql = (d: Dialect, { now }: RunsQuery): string =>
  `sum(CASE WHEN last_event_at <= ${d.bind(now - ABANDONED_AFTER_MS)} THEN 1 ELSE 0 END) AS silent`;
export const runSumsSql = (d: Dialect, query: RunsQuery): string =>
  `count(*) AS runs, ${silentSql(d, query)}, max(simulated) AS simulated, max(last_event_at) AS last_event_at`;

const groupsSql = (d: Dialect, where: string, query: TourQuery): string =>
  `SELECT version, locale, ending, ${runSumsSql(d, query)} FROM runs WHERE ${where} GROUP BY version, locale, ending`;
const quartersSql = (d: Dialect, where: string): string =>
  `SELECT ${d.intDiv('started_at', QUARTER_MS)} AS quarter, count(*) AS started, sum(CASE WHEN ending = ${outcomeCodes.completed} THEN 1 ELSE 0 END) AS completed
    FROM runs WHERE ${where} GROUP BY 1 ORDER BY 1`;
/** The one pass over the steps of all runs: how many are in each state, and, with a null state, in each time cell. */
const cellsSql = (d: Dialect, where: string, query: TourQuery): string => {
  const timeCell = timeCellOfSql('cell', d.intDiv);
  return `WITH cells AS MATERIALIZED (SELECT cell, count(*) AS runs, ${silentSql(d, query)} FROM run_steps WHERE ${where} GROUP BY cell)
    SELECT ${stepOfTimeCellSql(timeCell, d.intDiv)} AS step_no, ${stateOfSql('cell')} AS state, NULL AS time_cell, sum(runs) AS runs, sum(silent) AS silent
    FROM cells GROUP BY 1, 2
    UNION ALL
    SELECT NULL, NULL, ${timeCell} AS time_cell, sum(runs), NULL FROM cells WHERE ${isTimedSql(timeCell)} GROUP BY 3`;
};
/** Of steps viewed last in the same ms, the later one in the order of steps is the last. */
const tiesSql = (d: Dialect, where: string, query: TourQuery, steps: readonly Step[]): string => {
  const place = steps.flatMap((step, index) =>
    step.number === undefined ? [] : [`WHEN ${step.number} THEN ${index}`],
  );
  return `SELECT place, ending, count(*) AS runs, ${silentSql(d, query)} FROM (
      SELECT max(CASE step_no ${place.join(' ')} END) AS place, max(${endingSql('cell', d.intDiv)}) AS ending, max(last_event_at) AS last_event_at
      FROM run_steps WHERE ${where} AND ${isTiedSql('cell')} GROUP BY run_no
    ) AS tied GROUP BY place, ending`;
};

const stepCounts = (
  { stepId, number: stepNo, place }: Step & { readonly place: number },
  states: readonly Row[],
  times: ReadonlyMap<number, StepTime>,
  ties: readonly Row[],
) => {
  const here = states.filter((row) => row.step_no === stepNo);
  const having = (flag: number): number =>
    here.reduce((sum, row) => sum + (number(row.state) & flag ? number(row.runs) : 0), 0);
  const alone = here
    .map((row) => ({ ...row, ...readState(number(row.state)) }))
    .filter((row) => row.last === lastCodes.only);
  return {
    stepId,
    reached: having(stepFlags.reached),
    completed: having(stepFlags.completed),
    skipped: having(stepFlags.skipped),
    targetMissing: having(stepFlags.targetMissing),
    targetHealed: having(stepFlags.targetHealed),
    last: outcomesOf([...alone, ...ties.filter((row) => row.place === place)]),
    time: stepNo === undefined ? null : (times.get(stepNo) ?? null),
  };
};
