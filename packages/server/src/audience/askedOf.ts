import type { Skill } from '@shirube/schema';
import { type Condition, type Duration, evaluate, type References } from '@shirube/schema/rules';
import { HISTORY_PER_NAME } from '../events/history.ts';
import type { Moments, PeopleQuery } from '../events/People.ts';

export interface Question extends References {
  readonly condition: Condition;
  /** Epoch ms at which it is asked. */
  readonly now: number;
}

/** What a condition asks of people, so that only that is gathered of them, and no more exactly than it asks. */
export const askedOf = ({
  condition,
  segments,
  skills = [],
  now,
}: Question): Omit<PeopleQuery, 'environment' | 'activeSince'> => {
  // Asked while nothing is known, a condition names all of its leaves.
  const leaves = evaluate(condition, { now: 0 }, { segments, skills }).because.map(({ wanted }) => wanted);
  const keys = (side: 'user' | 'company') => [
    ...new Set(
      leaves.flatMap((leaf) =>
        side in leaf ? String((leaf as Readonly<Record<string, unknown>>)[side]).split('.', 1) : [],
      ),
    ),
  ];
  const counted = leaves.flatMap((leaf) =>
    'event' in leaf ? [{ name: leaf.event, sinceMs: durationMs(leaf.within) }] : [],
  );
  const known = skills.filter(({ id }) => leaves.some((leaf) => 'skill' in leaf && leaf.skill === id));
  const tours = leaves.flatMap((leaf) =>
    'tour' in leaf ? [{ name: leaf.tour, sinceMs: durationMs(leaf.within) }] : [],
  );
  const also = [
    ...(leaves.some((leaf) => 'event' in leaf && leaf.where !== undefined) ? (['props'] as const) : []),
    ...(leaves.some((leaf) => 'locale' in leaf) ? (['locale'] as const) : []),
    ...(leaves.some((leaf) => 'sample' in leaf) ? (['id'] as const) : []),
  ];
  return {
    user: keys('user'),
    company: keys('company'),
    events: momentsOf([...counted, ...known.flatMap(windowsOf)], now),
    perName: HISTORY_PER_NAME,
    tours: momentsOf(tours, now),
    also: new Set(also),
  };
};

/** How long ago something may have happened to count; 'exactly': how long ago it was counts too. */
interface Window {
  readonly name: string;
  readonly sinceMs: number | 'ever' | 'exactly';
}

const DAY_MS = 86_400_000;
export const windowsOf = ({ signals, windowDays, halfLifeDays }: Skill): readonly Window[] =>
  signals.map((name) => ({
    name,
    sinceMs: halfLifeDays !== undefined ? 'exactly' : windowDays === undefined ? 'ever' : windowDays * DAY_MS,
  }));

export const momentsOf = (windows: readonly Window[], now: number): readonly Moments[] =>
  [...new Set(windows.map(({ name }) => name))].map((name) => {
    const here = windows.filter((one) => one.name === name).map(({ sinceMs }) => sinceMs);
    if (here.includes('exactly')) return { name };
    const edges = here.flatMap((sinceMs) =>
      typeof sinceMs === 'number' ? [Math.max(0, Math.ceil(now - sinceMs))] : [],
    );
    return { name, edges: [...new Set(edges)].sort((a, b) => a - b) };
  });

const UNITS: Readonly<Record<string, number>> = { s: 1_000, m: 60_000, h: 3_600_000, d: DAY_MS, w: 7 * DAY_MS };
const durationMs = (within: Duration | undefined): Window['sinceMs'] =>
  within === undefined ? 'ever' : Number.parseInt(within, 10) * (UNITS[within.slice(-1)] ?? 0);

/** The same condition with the time of day left open: a leaf about the moment is decided when a page is looked at, not by when an author asks. */
export const momentOpen = (condition: Condition): Condition => {
  if ('all' in condition) return { all: condition.all.map(momentOpen) };
  if ('any' in condition) return { any: condition.any.map(momentOpen) };
  if ('not' in condition) return { not: momentOpen(condition.not) };
  // Without a zone of its own it waits for that of the device, which nobody knows here.
  return 'time' in condition ? { time: { ...condition.time, timezone: undefined } } : condition;
};
