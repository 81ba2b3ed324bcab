import { becameFlags, missingCodes, missingKeySql } from './codes.ts';
import type { Dialect, Run } from './dialect.ts';
import type { Columns, Span } from './foldEvents.ts';

/**
 * Folds what was told about targets: one row per run and step of which something was told (`run_targets`); most runs have none. To be run after the runs
 * and steps are merged, in the same transaction. Rows of a merged run are written anew, because they repeat what is known of the run.
 */
export const foldTargets = async (run: Run, span: Span): Promise<void> => {
  await run((d) => d.makeTemporary('fresh_targets', freshTargetsSql(d, span)));
  await run((d) => d.makeTemporary('merged_targets', mergedTargetsSql(d)));
  await run(() => 'DELETE FROM run_targets WHERE run_no IN (SELECT run_no FROM merged_runs)');
  await run((d) => insertTargetsSql(d));
};

/** `…_at` are client epoch ms but for `started_at`; `missing` is the first time with its reason; `confidence` in thousandths. */
export const runTargetColumns: Columns = [
  ['tour_no', 'number'],
  ['run_no', 'number'],
  ['step_no', 'number'],
  ['missing', 'big'],
  ['last_missing_at', 'big'],
  ['healed_at', 'big'],
  ['last_healed_at', 'big'],
  ['confidence', 'small'],
  ['acts', 'small'],
  ['page', 'text'],
  ['became', 'small'],
  ['started_at', 'big'],
  ['clock', 'big'],
  ['version', 'number'],
];
const columns = runTargetColumns.map(([name]) => name).join(', ');

const freshTargetsSql = (d: Dialect, { after, through }: Span): string => {
  const told = `type IN ('target_missing', 'target_healed')`;
  return `
  SELECT environment, tour_id, run_id, step_id,
    CASE WHEN type = 'target_missing' THEN ${missingKeySql('client_at', reasonSql)} END AS missing,
    CASE WHEN type = 'target_missing' THEN client_at END AS missing_at,
    CASE WHEN type = 'target_healed' THEN client_at END AS healed_at,
    CASE WHEN type = 'target_healed' THEN CAST(round(1000 * ${d.jsonNumber('payload', 'confidence')}) AS INTEGER) END AS confidence,
    CASE type WHEN 'step_skipped' THEN ${becameFlags.skipped} WHEN 'tour_ended' THEN ${becameFlags.ended}
      WHEN 'target_missing' THEN CASE ${d.jsonText('payload', 'onMissing')} WHEN 'end' THEN ${becameFlags.ended}
        WHEN 'skip' THEN ${becameFlags.skipped} WHEN 'center' THEN ${becameFlags.centered} ELSE 0 END
      ELSE 0 END AS acts,
    CASE WHEN ${told} THEN ${d.jsonText('payload', 'page')} END AS page
  FROM events
  WHERE commit_no > ${d.bind(after)} AND commit_no <= ${d.bind(through)}
    AND tour_id IS NOT NULL AND run_id IS NOT NULL AND step_id IS NOT NULL
    AND (${told} OR (type IN ('step_skipped', 'tour_ended') AND detail = 'target_missing'))`;
};

const reasonSql = `CASE detail ${Object.entries(missingCodes)
  .map(([reason, code]) => `WHEN '${reason}' THEN ${code}`)
  .join(' ')} ELSE ${missingCodes.not_found} END`;

const mergedTargetsSql = (d: Dialect): string => `
  SELECT tour_no, run_no, step_no, min(missing) AS missing, max(last_missing_at) AS last_missing_at, min(healed_at) AS healed_at,
    max(last_healed_at) AS last_healed_at, min(confidence) AS confidence, ${d.bitOr('acts')} AS acts, min(page) AS page
  FROM (
    SELECT merged_runs.tour_no, run_no, step_no, missing, missing_at AS last_missing_at, healed_at, healed_at AS last_healed_at, confidence, acts, page
    FROM fresh_targets
      JOIN tours ON tours.environment = fresh_targets.environment AND tours.tour_id = fresh_targets.tour_id
      JOIN steps ON steps.tour_no = tours.tour_no AND steps.step_id = fresh_targets.step_id
      JOIN merged_runs ON merged_runs.tour_no = tours.tour_no AND merged_runs.run_id = fresh_targets.run_id
    UNION ALL
    SELECT tour_no, run_no, step_no, missing, last_missing_at, healed_at, last_healed_at, confidence, acts, page
    FROM run_targets WHERE run_no IN (SELECT run_no FROM merged_runs)
  ) AS parts GROUP BY tour_no, run_no, step_no`;

const insertTargetsSql = (d: Dialect): string => `
  INSERT INTO run_targets (${columns})
  SELECT merged_targets.tour_no, merged_targets.run_no, merged_targets.step_no, missing, last_missing_at, healed_at, last_healed_at, confidence, acts, page,
    CASE WHEN missing IS NULL THEN 0
      WHEN ${d.hasBits('acts', becameFlags.ended)} THEN 1 WHEN ${d.hasBits('acts', becameFlags.skipped)} THEN 2
      WHEN ${d.hasBits('acts', becameFlags.centered)} THEN 3 WHEN last_viewed_at >= ${d.intDiv('missing', 8)} THEN 4 ELSE 5 END AS became,
    started_at, clock, version
  FROM merged_targets
    JOIN (SELECT run_no, started_at, clock, version FROM merged_runs) AS of_run USING (run_no)
    LEFT JOIN (SELECT run_no, step_no, last_viewed_at FROM merged_steps) AS views
      ON views.run_no = merged_targets.run_no AND views.step_no = merged_targets.step_no
  ORDER BY merged_targets.run_no, merged_targets.step_no`;
