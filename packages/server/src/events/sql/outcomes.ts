import type { Outcomes, RunTotals } from '../EventStore.ts';
import { outcomeCodes } from './codes.ts';
import { number, type Row } from './dialect.ts';

/** Of rows `ending, runs, silent`: a run without an ending is abandoned when it is silent, and else in progress. */
export const outcomesOf = (rows: readonly Row[]): Outcomes => {
  const sum = (name: 'runs' | 'silent', code: number) =>
    rows.reduce((total, row) => (number(row.ending) === code ? total + number(row[name]) : total), 0);
  const silent = sum('silent', outcomeCodes.inProgress);
  return {
    completed: sum('runs', outcomeCodes.completed),
    dismissed: sum('runs', outcomeCodes.dismissed),
    abandoned: sum('runs', outcomeCodes.abandoned) + silent,
    broken: sum('runs', outcomeCodes.broken),
    inProgress: sum('runs', outcomeCodes.inProgress) - silent,
  };
};

export const subtract = (from: Outcomes, what: Outcomes): Outcomes => ({
  completed: from.completed - what.completed,
  dismissed: from.dismissed - what.dismissed,
  abandoned: from.abandoned - what.abandoned,
  broken: from.broken - what.broken,
  inProgress: from.inProgress - what.inProgress,
});

/** Of rows that have `simulated` and `last_event_at` besides. */
export const sumRuns = (rows: readonly Row[]): RunTotals => ({
  ...outcomesOf(rows),
  started: rows.reduce((total, row) => total + number(row.runs), 0),
  simulated: rows.some((row) => number(row.simulated) > 0),
  lastEventAt: rows.length === 0 ? null : rows.reduce((latest, row) => Math.max(latest, number(row.last_event_at)), 0),
});
