/** Words of events as small integers: what they cost in a table and in a grouping. They are in stored rows: a change of one needs a new FOLD_SHAPE. */

/** What ended a run; of several endings the highest counts. Ended by us (killed, replaced) is abandoned: it did not break, and the user did not finish. */
export const outcomeCodes = { inProgress: 0, abandoned: 1, broken: 2, dismissed: 3, completed: 4 } as const;

/** What happened at a step in a run: a set of bits. */
export const stepFlags = { reached: 1, completed: 2, skipped: 4, targetMissing: 8, targetHealed: 16 } as const;
/** The last viewed step of a run. Tied: another was viewed in the same ms, and the order of steps that a report asks for decides. */
export const lastCodes = { no: 0, only: 1, tied: 2 } as const;

/** A run's step in one integer: flags, whether it is the last one, the ending of its run. Counting is then grouping by it. */
const [LAST_UNIT, ENDING_UNIT] = [32, 128];
export const stateSql = (flags: string, last: string, ending: string): string =>
  `${flags} + ${LAST_UNIT} * ${last} + ${ENDING_UNIT} * ${ending}`;
export const readState = (state: number) => ({
  flags: state % LAST_UNIT,
  last: Math.floor((state % ENDING_UNIT) / LAST_UNIT),
  ending: Math.floor(state / ENDING_UNIT),
});
export const isTiedSql = (state: string): string =>
  `${state} % ${ENDING_UNIT} >= ${LAST_UNIT * lastCodes.tied} AND ${state} % ${ENDING_UNIT} < ${LAST_UNIT * (lastCodes.tied + 1)}`;
export const endingSql = (state: string, intDiv: (left: string, right: number) => string): string =>
  intDiv(state, ENDING_UNIT);
