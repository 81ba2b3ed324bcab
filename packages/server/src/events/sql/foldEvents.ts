import { cellSql, lastCodes, outcomeCodes, stateSql, stepFlags, timeCellSql } from './codes.ts';
import type { Dialect, Run } from './dialect.ts';
import { foldTargets } from './foldTargets.ts';

/** Raw events of these commits: after < commit_no ≤ through. */
export interface Span {
  readonly after: number;
  readonly through: number;
}

/**
 * Folds raw events into what is folded already: one row per run (`runs`), one per run and step (`run_steps`), and one per run and step of whose target
 * something was told (`run_targets`). To be run inside one transaction.
 *
 * Only min, max and bit_or: order, repetition and the cut into spans change nothing, so folding a span again is harmless, and
 * fold(folded ∪ new) = fold(everything). The rows of a run that got new events are read, merged and replaced; all others stay as they are.
 *
 * Clock: within a run, times are compared by the client's own clock, where every copy of an event says the same. They are moved to server time by the
 * smallest (ts − at) of the run: the copy that was least delayed is the best estimate of the clock's error, and a later replay never makes it smaller.
 */
export const foldEvents = async (run: Run, span: Span): Promise<void> => {
  await run((d) => d.makeTemporary('fresh', freshSql(d, span)));
  await run(() => newToursSql);
  await run(() => newStepsSql);
  await run((d) => d.makeTemporary('merged_runs', mergedRunsSql));
  await run((d) => d.makeTemporary('merged_steps', mergedStepsSql(d)));
  await run(() => 'DELETE FROM runs WHERE run_no IN (SELECT run_no FROM merged_runs)');
  await run(() => 'DELETE FROM run_steps WHERE run_no IN (SELECT run_no FROM merged_runs)');
  await run(
    () => `INSERT INTO runs (${names(runColumns)}) SELECT ${names(runColumns)} FROM merged_runs ORDER BY run_no`,
  );
  await run(() => insertStepsSql);
  await foldTargets(run, span);
};

/** name, type: what an adapter's table is made of. `start_at`, `last_at`, `first_viewed_at`… are client epoch ms, `started_at` and `last_event_at` server epoch ms. */
export type Columns = readonly (readonly [name: string, type: 'text' | 'big' | 'number' | 'small' | 'key'])[];
const names = (columns: Columns): string => columns.map(([name]) => name).join(', ');
export const tourColumns: Columns = [
  ['tour_no', 'number'],
  ['environment', 'text'],
  ['tour_id', 'text'],
];
export const stepColumns: Columns = [
  ['tour_no', 'number'],
  ['step_no', 'number'],
  ['step_id', 'text'],
];
export const runColumns: Columns = [
  ['tour_no', 'number'],
  ['run_no', 'number'],
  ['run_id', 'text'],
  ['start_at', 'big'],
  ['last_at', 'big'],
  ['clock', 'big'],
  ['version', 'number'],
  ['locale', 'text'],
  ['ending', 'small'],
  ['simulated', 'small'],
  ['started_at', 'big'],
  ['last_event_at', 'big'],
];
/** The last four are the run's, or made from them: repeated here, so that a report joins nothing. */
export const runStepColumns: Columns = [
  ['tour_no', 'number'],
  ['run_no', 'number'],
  ['step_no', 'number'],
  ['flags', 'small'],
  ['first_viewed_at', 'big'],
  ['last_viewed_at', 'big'],
  ['first_left_at', 'big'],
  ['visible_ms', 'big'],
  ['time_ms', 'big'],
  ['time_cell', 'number'],
  ['cell', 'big'],
  ['started_at', 'big'],
  ['last_event_at', 'big'],
  ['version', 'number'],
  ['locale', 'text'],
];

/** Text is compared once per row and not once per aggregate. */
const freshSql = (d: Dialect, { after, through }: Span): string => `
  SELECT environment, tour_id, run_id, step_id, client_at, ts - client_at AS drift, version, locale,
    CASE WHEN simulated THEN 1 ELSE 0 END AS simulated,
    type = 'tour_started' AS starts,
    type = 'step_viewed' AS views,
    type IN ('step_completed', 'step_back', 'tour_dismissed') AS leaves,
    visible_ms,
    CASE type WHEN 'step_viewed' THEN ${stepFlags.reached} WHEN 'step_completed' THEN ${stepFlags.completed}
      WHEN 'step_skipped' THEN ${stepFlags.skipped} WHEN 'target_missing' THEN ${stepFlags.targetMissing}
      WHEN 'target_healed' THEN ${stepFlags.targetHealed} ELSE 0 END AS flag,
    CASE type WHEN 'tour_completed' THEN ${outcomeCodes.completed} WHEN 'tour_dismissed' THEN ${outcomeCodes.dismissed}
      WHEN 'tour_ended' THEN CASE WHEN detail IN ('target_missing', 'error') THEN ${outcomeCodes.broken} ELSE ${outcomeCodes.abandoned} END
      ELSE ${outcomeCodes.inProgress} END AS ending
  FROM events
  WHERE commit_no > ${d.bind(after)} AND commit_no <= ${d.bind(through)}
    AND tour_id IS NOT NULL AND run_id IS NOT NULL AND type <> 'tour_exposed'`;

/** Tours and steps get small numbers when they are first met: a number is compared and grouped several times as fast as text. */
const newToursSql = `
  INSERT INTO tours (${names(tourColumns)})
  SELECT (SELECT coalesce(max(tour_no), 0) FROM tours) + row_number() OVER (ORDER BY environment, tour_id), environment, tour_id
  FROM (SELECT DISTINCT environment, tour_id FROM fresh) AS met
  WHERE NOT EXISTS (SELECT 1 FROM tours WHERE tours.environment = met.environment AND tours.tour_id = met.tour_id)`;
const newStepsSql = `
  INSERT INTO steps (${names(stepColumns)})
  SELECT tour_no,
    coalesce((SELECT max(steps.step_no) FROM steps WHERE steps.tour_no = met.tour_no), 0) + row_number() OVER (PARTITION BY tour_no ORDER BY step_id),
    step_id
  FROM (SELECT DISTINCT tour_no, step_id FROM fresh JOIN tours USING (environment, tour_id) WHERE step_id IS NOT NULL) AS met
  WHERE NOT EXISTS (SELECT 1 FROM steps WHERE steps.tour_no = met.tour_no AND steps.step_id = met.step_id)`;

const mergedRunsSql = `
  SELECT tour_no, run_id,
    coalesce(max(run_no), (SELECT coalesce(max(run_no), 0) FROM runs) + row_number() OVER (ORDER BY min(start_at), run_id, tour_no)) AS run_no,
    min(start_at) AS start_at, max(last_at) AS last_at, min(clock) AS clock, min(version) AS version, min(locale) AS locale,
    max(ending) AS ending, max(simulated) AS simulated,
    min(start_at) + min(clock) AS started_at, max(last_at) + min(clock) AS last_event_at
  FROM (
    SELECT tour_no, run_id, NULL AS run_no, CASE WHEN starts THEN client_at END AS start_at, client_at AS last_at, drift AS clock, version,
      CASE WHEN starts THEN locale END AS locale, ending, simulated
    FROM fresh JOIN tours USING (environment, tour_id)
    UNION ALL
    SELECT tour_no, run_id, run_no, start_at, last_at, clock, version, locale, ending, simulated
    FROM runs WHERE run_id IN (SELECT run_id FROM fresh)
  ) AS parts GROUP BY tour_no, run_id`;

const mergedStepsSql = (d: Dialect): string => `
  SELECT tour_no, run_no, step_no, ${d.bitOr('flags')} AS flags, min(first_viewed_at) AS first_viewed_at, max(last_viewed_at) AS last_viewed_at,
    min(first_left_at) AS first_left_at, max(visible_ms) AS visible_ms
  FROM (
    SELECT merged_runs.tour_no, run_no, step_no, flag AS flags, CASE WHEN views THEN client_at END AS first_viewed_at,
      CASE WHEN views THEN client_at END AS last_viewed_at, CASE WHEN leaves THEN client_at END AS first_left_at,
      CASE WHEN leaves THEN visible_ms END AS visible_ms
    FROM fresh
      JOIN tours ON tours.environment = fresh.environment AND tours.tour_id = fresh.tour_id
      JOIN steps ON steps.tour_no = tours.tour_no AND steps.step_id = fresh.step_id
      JOIN merged_runs ON merged_runs.tour_no = tours.tour_no AND merged_runs.run_id = fresh.run_id
    UNION ALL
    SELECT tour_no, run_no, step_no, flags, first_viewed_at, last_viewed_at, first_left_at, visible_ms
    FROM run_steps WHERE run_no IN (SELECT run_no FROM merged_runs)
  ) AS parts GROUP BY tour_no, run_no, step_no`;

/** The longest measured visit, else the time from the first viewing to the first leaving; null when neither is known. */
const timeSql =
  'coalesce(visible_ms, CASE WHEN first_left_at >= first_viewed_at THEN first_left_at - first_viewed_at END)';
const lastSql = `CASE WHEN last_viewed_at IS NULL OR last_viewed_at < last_at THEN ${lastCodes.no} WHEN views_then = 1 THEN ${lastCodes.only} ELSE ${lastCodes.tied} END`;
const insertStepsSql = `
  INSERT INTO run_steps (${names(runStepColumns)})
  SELECT tour_no, run_no, step_no, flags, first_viewed_at, last_viewed_at, first_left_at, visible_ms,
    time_ms, time_cell, ${cellSql('time_cell', 'state')}, started_at, last_event_at, version, locale
  FROM (
    SELECT *, ${timeCellSql('step_no', 'time_ms')} AS time_cell
    FROM (
      SELECT merged_steps.*, ${stateSql('flags', `(${lastSql})`, 'ending')} AS state, ${timeSql} AS time_ms, started_at, last_event_at, version, locale
      FROM merged_steps
    JOIN (SELECT run_no, ending, started_at, last_event_at, version, locale FROM merged_runs) AS of_run USING (run_no)
    JOIN (
      SELECT run_no, last_at, count(last_viewed_at) AS views_then
      FROM merged_steps JOIN (SELECT run_no, max(last_viewed_at) AS last_at FROM merged_steps GROUP BY run_no) AS lasts USING (run_no)
      WHERE last_at IS NULL OR last_viewed_at = last_at
      GROUP BY run_no, last_at
    ) AS lasts USING (run_no)
    ) AS timed
  ) AS placed
  ORDER BY run_no, step_no`;
