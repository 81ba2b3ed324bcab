import { ABANDONED_AFTER_MS, type RunsQuery, type TourQuery } from '../EventStore.ts';
import type { Dialect } from './dialect.ts';

/** Step sets are kept as bits of integers; 60 to a word stays clear of the sign. */
export const STEPS_PER_WORD = 60;
/** The last viewed step is max(at × this + index): one integer, so that equal times are decided by the order of steps. */
const LAST_STEP_BASE = 1024;
export const MAX_STEPS = LAST_STEP_BASE - 1;
export const stepSets = {
  reached: 'step_viewed',
  completed: 'step_completed',
  skipped: 'step_skipped',
  missing: 'target_missing',
  healed: 'target_healed',
} as const;
export const LEAVING = "('step_completed', 'step_back', 'tour_dismissed')";

/**
 * One row per run, from raw events in any order and number of copies: only min, max and bit_or.
 *
 * Clock: within a run, times are compared by the client's own clock, where every copy of an event says the same. They are moved to server time by the
 * smallest (ts − at) of the run: the copy that was least delayed is the best estimate of the clock's error, and a later replay never makes it smaller.
 */
export const foldRuns = (dialect: Dialect, query: RunsQuery & Partial<TourQuery>, extra: readonly string[]): string => {
  const tour = query.tourId === undefined ? 'tour_id IS NOT NULL' : `tour_id = ${dialect.bind(query.tourId)}`;
  const fold = `SELECT tour_id, run_id,
    min(CASE WHEN type = 'tour_started' THEN client_at END) AS start_at,
    max(client_at) AS last_at,
    min(ts - client_at) AS clock,
    min(version) AS version,
    min(CASE WHEN type = 'tour_started' THEN locale END) AS locale,
    max(CASE type WHEN 'tour_completed' THEN 4 WHEN 'tour_dismissed' THEN 3
      WHEN 'tour_ended' THEN CASE WHEN detail IN ('target_missing', 'error') THEN 2 ELSE 1 END ELSE 0 END) AS ending,
    max(CASE WHEN simulated THEN 1 ELSE 0 END) AS simulated${extra.map((one) => `,\n    ${one}`).join('')}
    FROM events
    WHERE environment = ${dialect.bind(query.environment)} AND ${tour} AND run_id IS NOT NULL AND type <> 'tour_exposed'
    GROUP BY tour_id, run_id`;
  const started = 'start_at + clock';
  const filters = [
    `${started} >= ${dialect.bind(query.from)}`,
    `${started} < ${dialect.bind(query.until)}`,
    ...(query.version === undefined ? [] : [`version = ${dialect.bind(query.version)}`]),
    ...(query.locale === undefined ? [] : [`locale = ${dialect.bind(query.locale)}`]),
  ];
  const silentSince = dialect.bind(query.now - ABANDONED_AFTER_MS);
  return `SELECT *, ${started} AS started_at, last_at + clock AS last_event_at,
    CASE ending WHEN 4 THEN 'completed' WHEN 3 THEN 'dismissed' WHEN 2 THEN 'broken' WHEN 1 THEN 'abandoned'
      ELSE CASE WHEN last_at + clock <= ${silentSince} THEN 'abandoned' ELSE 'inProgress' END END AS outcome
    FROM (${fold}) AS folded WHERE ${filters.join(' AND ')}`;
};

/** Columns of the fold that only a report by step needs. Step ids are bound, never pasted. */
export const stepColumns = (dialect: Dialect, steps: readonly string[], fallback: readonly string[]): string[] => {
  const ids = steps.map((id) => dialect.bind(id));
  const caseOf = (value: (index: number) => string | number, among = ids.map((_, index) => index)) =>
    `CASE step_id ${among.map((index) => `WHEN ${ids[index]} THEN ${value(index)}`).join(' ')} END`;
  const words = Array.from({ length: Math.ceil(ids.length / STEPS_PER_WORD) }, (_, word) => word);
  const sets = Object.entries(stepSets).flatMap(([name, type]) =>
    words.map((word) => {
      const among = ids.map((_, index) => index).filter((index) => Math.floor(index / STEPS_PER_WORD) === word);
      const bit = caseOf((index) => `${1n << BigInt(index % STEPS_PER_WORD)}`, among);
      return `${dialect.bitOr(`CASE WHEN type = '${type}' THEN CAST(coalesce(${bit}, 0) AS BIGINT) ELSE 0 END`)} AS ${name}_${word}`;
    }),
  );
  const last = `max(CASE WHEN type = 'step_viewed' THEN client_at * ${LAST_STEP_BASE} + ${caseOf((index) => index)} END) % ${LAST_STEP_BASE} AS last_step`;
  const times = ids.flatMap((id, index) => [
    `max(CASE WHEN step_id = ${id} AND type IN ${LEAVING} THEN visible_ms END) AS visible_${index}`,
    ...(fallback.includes(steps[index] ?? '')
      ? [
          `min(CASE WHEN step_id = ${id} AND type IN ${LEAVING} THEN client_at END) AS left_${index}`,
          `min(CASE WHEN step_id = ${id} AND type = 'step_viewed' THEN client_at END) AS seen_${index}`,
        ]
      : []),
  ]);
  return ids.length === 0 ? [] : [...sets, last, ...times];
};

/** Visible ms of one step in one run: as measured, else from the first viewing to the first leaving; null when neither is known. */
export const timeOnStep = (index: number, source: 'measured' | 'orTimestamps'): string =>
  source === 'measured'
    ? `visible_${index}`
    : `coalesce(visible_${index}, CASE WHEN left_${index} >= seen_${index} THEN left_${index} - seen_${index} END)`;
