import type { MissingReason } from '@shirube/schema/events';

/** Words of events as small integers: what they cost in a table and in a grouping. They are in stored rows: a change of one needs a new FOLD_SHAPE. */

/** What ended a run; of several endings the highest counts. Ended by us (killed, replaced) is abandoned: it did not break, and the user did not finish. */
export const outcomeCodes = { inProgress: 0, abandoned: 1, broken: 2, dismissed: 3, completed: 4 } as const;

/** What happened at a step in a run: a set of bits. */
export const stepFlags = { reached: 1, completed: 2, skipped: 4, targetMissing: 8, targetHealed: 16 } as const;
/** The last viewed step of a run. Tied: another was viewed in the same ms, and the order of steps that a report asks for decides. */
export const lastCodes = { no: 0, only: 1, tied: 2 } as const;

/** Why a target was missing. */
export const missingCodes = {
  not_found: 0,
  hidden: 1,
  off_screen: 2,
  covered: 3,
  ambiguous: 4,
  frame_blocked: 5,
  timed_out: 6,
} as const satisfies Readonly<Record<MissingReason, number>>;
/** When and why in one integer: the smallest is what was told first. */
export const missingKeySql = (at: string, reason: string): string => `${at} * 8 + ${reason}`;
/** What a step did when its target was missing: a set of bits. */
export const becameFlags = { ended: 1, skipped: 2, centered: 4 } as const;

/** What became of a step in a run, in one integer: flags, whether it is the last one, the ending of the run. */
const [LAST_UNIT, ENDING_UNIT, STATES] = [32, 128, 1024];
export const stateSql = (flags: string, last: string, ending: string): string =>
  `${flags} + ${LAST_UNIT} * ${last} + ${ENDING_UNIT} * ${ending}`;
export const readState = (state: number) => ({
  flags: state % LAST_UNIT,
  last: Math.floor((state % ENDING_UNIT) / LAST_UNIT),
  ending: Math.floor(state / ENDING_UNIT),
});

/**
 * The step and about how long it was looked at, in one integer. A time cell is one per cent wide, holds shorter times than the next one, and from a day on
 * everything: exact times are compared within a cell only. The first cell of a step is for runs whose time is not known.
 */
const [CELLS, CELLS_PER_E] = [2048, 100];
export const timeCellSql = (step: string, timeMs: string): string =>
  `${step} * ${CELLS} + CASE WHEN ${timeMs} IS NULL THEN 0
    ELSE least(${CELLS - 1}, 1 + CAST(floor(ln(1 + greatest(0, ${timeMs})) * ${CELLS_PER_E}) AS INTEGER)) END`;
export const stepOfTimeCellSql = (cell: string, intDiv: IntDiv): string => intDiv(cell, CELLS);
export const isTimedSql = (cell: string): string => `${cell} % ${CELLS} > 0`;
export const stepOfTimeCell = (cell: number): number => Math.floor(cell / CELLS);

/** Both in one integer: grouping by one number is twice as fast as by two. */
export const cellSql = (timeCell: string, state: string): string => `(${timeCell}) * ${STATES} + ${state}`;
export const timeCellOfSql = (cell: string, intDiv: IntDiv): string => intDiv(cell, STATES);
export const stateOfSql = (cell: string): string => `(${cell} % ${STATES})`;
export const isTiedSql = (cell: string): string =>
  `${cell} % ${ENDING_UNIT} >= ${LAST_UNIT * lastCodes.tied} AND ${cell} % ${ENDING_UNIT} < ${LAST_UNIT * (lastCodes.tied + 1)}`;
export const endingSql = (cell: string, intDiv: IntDiv): string => intDiv(stateOfSql(cell), ENDING_UNIT);

type IntDiv = (left: string, right: number) => string;
