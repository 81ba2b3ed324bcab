import { type Outcomes, QUARTER_MS, type StepCounts, type TourCounts, type TourQuery } from '../EventStore.ts';
import type { Dialect, Sql } from './dialect.ts';
import { foldRuns, inSet, LEAVING, outcomeCodes, stepSets, timeOnStep } from './foldRuns.ts';

/** Runs one statement after the other on one connection, so that a temporary table made by one is there for the next. */
export type Ask = (sql: Sql) => Promise<readonly Row[]>;
export type Row = Readonly<Record<string, string | number | null>>;
export type MakeDialect = (values: (string | number)[]) => Dialect;

/** One tour's counts: the raw events are folded once into a row per run, and every figure is counted from those rows. */
export const tourReport = async (ask: Ask, makeDialect: MakeDialect, query: TourQuery): Promise<TourCounts> => {
  const compose = (build: (dialect: Dialect) => string): Promise<readonly Row[]> => {
    const values: (string | number)[] = [];
    const text = build(makeDialect(values));
    return ask({ text, values });
  };
  const unmeasured = (await compose((d) => stepsWithoutVisibleTime(d, query))).map((row) => text(row.step_id));
  await compose((d) => d.makeTemporary('runs', foldRuns(d, query, { query, unmeasured })));
  const totals = (await compose(() => totalsSql))[0] ?? {};
  const lasts = query.steps.length === 0 ? [] : await compose(() => lastsSql);
  const sums = query.steps.length === 0 ? {} : ((await compose((d) => stepsSql(d, query.steps, unmeasured)))[0] ?? {});
  const quarters = await compose((d) => quartersSql(d));
  const versions = await compose(() => versionsSql);
  const locales = await compose(() => localesSql);
  const outcomes = (index: number | null) => outcomesOf(lasts.filter((row) => row.last_step === index));
  const all = outcomesOf([totals]);
  return {
    totals: {
      ...all,
      started: number(totals.started),
      simulated: number(totals.simulated) > 0,
      lastEventAt: (totals.last_event_at ?? null) ? number(totals.last_event_at) : null,
    },
    neverShown: query.steps.length === 0 ? all : outcomes(null),
    steps: query.steps.map((stepId, index) => stepCounts(stepId, index, sums, outcomes(index))),
    quarters: quarters.map((row) => ({
      quarter: number(row.quarter),
      started: number(row.started),
      completed: number(row.completed),
    })),
    versions: versions.map((row) => ({
      version: number(row.version),
      started: number(row.started),
      completed: number(row.completed),
    })),
    locales: locales.map((row) => ({ locale: text(row.locale), started: number(row.started) })),
  };
};

/** Counts of outcomes, for whatever rows are grouped. */
export const outcomeSums = Object.entries(outcomeCodes)
  .map(([name, code]) => `sum(CASE WHEN outcome = ${code} THEN 1 ELSE 0 END) AS ${name.toLowerCase()}`)
  .join(', ');
const totalsSql = `SELECT count(*) AS started, ${outcomeSums}, max(simulated) AS simulated, max(last_event_at) AS last_event_at FROM runs`;
const lastsSql = `SELECT last_step, ${outcomeSums} FROM runs GROUP BY last_step`;
const quartersSql = (d: Dialect) =>
  `SELECT ${d.intDiv('started_at', QUARTER_MS)} AS quarter, count(*) AS started, sum(CASE WHEN outcome = ${outcomeCodes.completed} THEN 1 ELSE 0 END) AS completed
    FROM runs GROUP BY 1 ORDER BY 1`;
const versionsSql = `SELECT version, count(*) AS started, sum(CASE WHEN outcome = ${outcomeCodes.completed} THEN 1 ELSE 0 END) AS completed
    FROM runs GROUP BY version ORDER BY version DESC`;
const localesSql = `SELECT locale, count(*) AS started FROM runs WHERE locale IS NOT NULL GROUP BY locale ORDER BY started DESC, locale`;

const stepsWithoutVisibleTime = (d: Dialect, query: TourQuery): string =>
  `SELECT DISTINCT step_id FROM events WHERE environment = ${d.bind(query.environment)} AND tour_id = ${d.bind(query.tourId)}
    AND type IN ${LEAVING} AND visible_ms IS NULL AND step_id IS NOT NULL`;

const stepsSql = (d: Dialect, steps: readonly string[], unmeasured: readonly string[]): string => {
  const selected = steps.flatMap((id, index) => {
    const time = timeOnStep(index, unmeasured.includes(id) ? 'orTimestamps' : 'measured');
    return [
      ...stepSets.map((set) => `sum(${inSet(set, index, steps.length)}) AS ${set}_${index}`),
      `count(${time}) AS timed_${index}`,
      ...d.quantiles(time, [0.5, 0.9]).map((quantile, at) => `${quantile} AS ${at === 0 ? 'median' : 'p90'}_${index}`),
    ];
  });
  return `SELECT ${selected.join(', ')} FROM runs`;
};

const stepCounts = (stepId: string, index: number, sums: Row, last: Outcomes): StepCounts => {
  const runs = number(sums[`timed_${index}`]);
  return {
    stepId,
    reached: number(sums[`reached_${index}`]),
    completed: number(sums[`completed_${index}`]),
    skipped: number(sums[`skipped_${index}`]),
    targetMissing: number(sums[`missing_${index}`]),
    targetHealed: number(sums[`healed_${index}`]),
    last,
    time: runs === 0 ? null : { medianMs: number(sums[`median_${index}`]), p90Ms: number(sums[`p90_${index}`]), runs },
  };
};

export const outcomesOf = (rows: readonly Row[]): Outcomes => {
  const sum = (name: string) => rows.reduce((total, row) => total + number(row[name]), 0);
  return {
    completed: sum('completed'),
    dismissed: sum('dismissed'),
    abandoned: sum('abandoned'),
    broken: sum('broken'),
    inProgress: sum('inprogress'),
  };
};

/** Sums over no rows are null in SQL; a count of nothing is 0. */
export const number = (value: string | number | null | undefined): number => Number(value ?? 0);
export const text = (value: string | number | null | undefined): string => String(value ?? '');
