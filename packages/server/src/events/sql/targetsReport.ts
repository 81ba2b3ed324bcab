import type { MissingReason } from '@shirube/schema/events';
import { groupBy } from '../../lib/groupBy.ts';
import { BECAME, type Looks, MAX_PAGES, type TargetStepCounts, type TargetsQuery } from '../TargetCounts.ts';
import { missingCodes, stepFlags } from './codes.ts';
import { type Dialect, number, type Row, type Run, text } from './dialect.ts';

/** Every step's targets from the folded runs. To be run inside one transaction, so that every figure is of the same moment. */
export const targetsReport = async (run: Run, query: TargetsQuery): Promise<readonly TargetStepCounts[]> => {
  const looked = await run((d) => lookedSql(d, query));
  const names = new Map(
    (await run((d) => namesSql(d, query))).map((row) => [
      keyOf(row),
      { tourId: text(row.tour_id), stepId: text(row.step_id) },
    ]),
  );
  const simulated = new Map(
    (await run((d) => simulatedSql(d, query))).map((row) => [row.tour_no, number(row.simulated)]),
  );
  const told = await run((d) => toldSql(d, query));
  const isTroubled = told.length > 0;
  const kinds = isTroubled ? await run((d) => kindsSql(d, query)) : [];
  const pages = isTroubled ? await run((d) => pagesSql(d, query)) : [];
  const course = isTroubled ? await run((d) => courseSql(d, query)) : [];
  const of = (rows: readonly Row[]) => groupBy(rows, keyOf);
  const [toldOf, kindsOf, pagesOf, courseOf] = [of(told), of(kinds), of(pages), of(course)];

  return [...of(looked)]
    .map(([key, rows]) => ({ name: names.get(key) ?? { tourId: '', stepId: '' }, key, rows }))
    .map(({ name, key, rows }) => {
      const here = toldOf.get(key) ?? [];
      const versions = rows
        .map((row) => number(row.version))
        .sort((a, b) => b - a)
        .map((version) => {
          const ofVersion = (all: readonly Row[]) => all.filter((row) => number(row.version) === version);
          return { version, ...looksOf(ofVersion(rows), ofVersion(here), '') };
        });
      return {
        ...name,
        all: looksOf(rows, here, ''),
        recent: looksOf(rows, here, 'recent_'),
        versions,
        ...kindsIn(kindsOf.get(key) ?? []),
        pages: (pagesOf.get(key) ?? []).map((row) => ({ page: text(row.page), runs: number(row.runs) })),
        firstMissingAt: extreme(here, 'first_missing_at', Math.min),
        lastMissingAt: extreme(here, 'last_missing_at', Math.max),
        firstHealedAt: extreme(here, 'first_healed_at', Math.min),
        lastHealedAt: extreme(here, 'last_healed_at', Math.max),
        simulated: number(simulated.get(rows[0]?.tour_no ?? null)) > 0,
        course: (courseOf.get(key) ?? []).map((row) => ({
          at: query.from + number(row.bucket) * query.bucketMs,
          version: number(row.version),
          looked: number(row.looked),
          healed: number(row.healed),
          missing: number(row.missing),
          firstMissingAt: orNull(row.first_missing_at),
          firstHealedAt: orNull(row.first_healed_at),
        })),
      };
    })
    .sort((a, b) => byText(a.tourId, b.tourId) || byText(a.stepId, b.stepId));
};

/** Steps of all tours in one number: a tour has far fewer steps. */
const keyOf = (row: Row): number => number(row.tour_no) * 1_000_000 + number(row.step_no);
const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const orNull = (value: string | number | null | undefined): number | null => (value == null ? null : Number(value));

/** The same for runs, run_steps and run_targets: all have the run's own columns. */
const whereSql = (d: Dialect, { environment, tourId, from, until, version }: TargetsQuery): string =>
  [
    `tour_no IN (SELECT tour_no FROM tours WHERE environment = ${d.bind(environment)}${tourId === undefined ? '' : ` AND tour_id = ${d.bind(tourId)}`})`,
    `started_at >= ${d.bind(from)}`,
    `started_at < ${d.bind(until)}`,
    ...(version === undefined ? [] : [`version = ${d.bind(version)}`]),
  ].join(' AND ');
const hasLookedSql = (d: Dialect): string =>
  d.hasBits('flags', stepFlags.reached + stepFlags.targetMissing + stepFlags.targetHealed);
const isMissing = 'missing IS NOT NULL';
const isHealed = 'missing IS NULL AND healed_at IS NOT NULL';
const countSql = (condition: string): string => `sum(CASE WHEN ${condition} THEN 1 ELSE 0 END)`;
const bucketSql = (d: Dialect, { from, bucketMs }: TargetsQuery): string =>
  d.intDiv(`started_at - ${d.bind(from)}`, bucketMs);

const lookedSql = (d: Dialect, query: TargetsQuery): string =>
  `SELECT tour_no, step_no, version, count(*) AS looked, ${countSql(`started_at >= ${d.bind(query.recentFrom)}`)} AS recent_looked
    FROM run_steps WHERE ${whereSql(d, query)} AND ${hasLookedSql(d)} GROUP BY tour_no, step_no, version`;
const namesSql = (d: Dialect, { environment }: TargetsQuery): string =>
  `SELECT tours.tour_no AS tour_no, step_no, tour_id, step_id FROM tours JOIN steps ON steps.tour_no = tours.tour_no WHERE environment = ${d.bind(environment)}`;
const simulatedSql = (d: Dialect, query: TargetsQuery): string =>
  `SELECT tour_no, max(simulated) AS simulated FROM runs WHERE ${whereSql(d, query)} GROUP BY tour_no`;
const toldSql = (d: Dialect, query: TargetsQuery): string => {
  const recent = `started_at >= ${d.bind(query.recentFrom)}`;
  return `SELECT tour_no, step_no, version, ${countSql(isMissing)} AS missing, ${countSql(isHealed)} AS healed,
      ${countSql(`${isMissing} AND ${recent}`)} AS recent_missing, ${countSql(`${isHealed} AND ${recent}`)} AS recent_healed,
      min(${d.intDiv('missing', 8)} + clock) AS first_missing_at, max(last_missing_at + clock) AS last_missing_at,
      min(healed_at + clock) AS first_healed_at, max(last_healed_at + clock) AS last_healed_at
    FROM run_targets WHERE ${whereSql(d, query)} GROUP BY tour_no, step_no, version`;
};
const kindsSql = (d: Dialect, query: TargetsQuery): string =>
  `SELECT tour_no, step_no, missing % 8 AS reason, became, confidence, count(*) AS runs
    FROM run_targets WHERE ${whereSql(d, query)} GROUP BY tour_no, step_no, reason, became, confidence`;
const pagesSql = (d: Dialect, query: TargetsQuery): string =>
  `SELECT tour_no, step_no, page, runs FROM (
      SELECT tour_no, step_no, page, count(*) AS runs, row_number() OVER (PARTITION BY tour_no, step_no ORDER BY count(*) DESC, page) AS place
      FROM run_targets WHERE ${whereSql(d, query)} AND page IS NOT NULL GROUP BY tour_no, step_no, page
    ) AS ranked WHERE place <= ${MAX_PAGES} ORDER BY tour_no, step_no, place`;
/** Of the steps of which anything was told: how many looked, and what they were told, from moment to moment. */
const courseSql = (d: Dialect, query: TargetsQuery): string =>
  `SELECT tour_no, step_no, version, bucket, sum(looked) AS looked, sum(missing) AS missing, sum(healed) AS healed,
      min(first_missing_at) AS first_missing_at, min(first_healed_at) AS first_healed_at
    FROM (
      SELECT tour_no, step_no, version, ${bucketSql(d, query)} AS bucket, count(*) AS looked, 0 AS missing, 0 AS healed,
        CAST(NULL AS BIGINT) AS first_missing_at, CAST(NULL AS BIGINT) AS first_healed_at
      FROM run_steps JOIN (
        SELECT DISTINCT tour_no AS of_tour, step_no AS of_step FROM run_targets WHERE ${whereSql(d, query)} AND (${isMissing} OR healed_at IS NOT NULL)
      ) AS troubled ON of_tour = tour_no AND of_step = step_no
      WHERE ${whereSql(d, query)} AND ${hasLookedSql(d)} GROUP BY 1, 2, 3, 4
      UNION ALL
      SELECT tour_no, step_no, version, ${bucketSql(d, query)}, 0, ${countSql(isMissing)}, ${countSql(isHealed)},
        min(${d.intDiv('missing', 8)} + clock), min(healed_at + clock)
      FROM run_targets WHERE ${whereSql(d, query)} AND (${isMissing} OR healed_at IS NOT NULL) GROUP BY 1, 2, 3, 4
    ) AS parts GROUP BY tour_no, step_no, version, bucket ORDER BY bucket, version`;

const sumOf = (rows: readonly Row[], name: string): number => rows.reduce((sum, row) => sum + number(row[name]), 0);
const looksOf = (looked: readonly Row[], told: readonly Row[], prefix: '' | 'recent_'): Looks => ({
  looked: sumOf(looked, `${prefix}looked`),
  healed: sumOf(told, `${prefix}healed`),
  missing: sumOf(told, `${prefix}missing`),
});
const extreme = (rows: readonly Row[], name: string, pick: (...values: number[]) => number): number | null => {
  const values = rows.map((row) => orNull(row[name])).filter((value) => value !== null);
  return values.length === 0 ? null : pick(...values);
};

/** Reasons, what became of missing runs, and confidences, from rows that say how many runs are alike in all three. */
const kindsIn = (rows: readonly Row[]): Pick<TargetStepCounts, 'reasons' | 'became' | 'confidence'> => {
  const missing = rows.filter((row) => row.reason !== null);
  const reasons = (Object.entries(missingCodes) as [MissingReason, number][])
    .map(([reason, code]) => ({
      reason,
      runs: sumOf(
        missing.filter((row) => number(row.reason) === code),
        'runs',
      ),
    }))
    .filter(({ runs }) => runs > 0)
    .sort((a, b) => b.runs - a.runs || byText(a.reason, b.reason));
  const became = (name: (typeof BECAME)[number]) =>
    sumOf(
      missing.filter((row) => number(row.became) === BECAME.indexOf(name) + 1),
      'runs',
    );
  return {
    reasons,
    became: {
      ended: became('ended'),
      skipped: became('skipped'),
      centered: became('centered'),
      foundLater: became('foundLater'),
      waited: became('waited'),
    },
    confidence: confidenceIn(rows.filter((row) => row.confidence !== null)),
  };
};

const confidenceIn = (rows: readonly Row[]): TargetStepCounts['confidence'] => {
  const sorted = [...rows].sort((a, b) => number(a.confidence) - number(b.confidence));
  const runs = sumOf(sorted, 'runs');
  if (runs === 0) return null;
  const at = (rank: number): number => {
    let before = 0;
    for (const row of sorted) {
      before += number(row.runs);
      if (rank < before) return number(row.confidence);
    }
    return 0;
  };
  const median = (at(Math.floor((runs - 1) / 2)) + at(Math.ceil((runs - 1) / 2))) / 2;
  return { median: median / 1000, min: number(sorted[0]?.confidence) / 1000, runs };
};
