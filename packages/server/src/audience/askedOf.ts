import { type Condition, evaluate, factsNeeded, type References } from '@shirube/schema/rules';
import { HISTORY_PER_NAME } from '../events/history.ts';
import type { PeopleQuery } from '../events/People.ts';

/** What a condition asks of people, so that only that is gathered of them. */
export const askedOf = (
  condition: Condition,
  references: References,
): Omit<PeopleQuery, 'environment' | 'activeSince'> => {
  // Asked while nothing is known, a condition names all of its leaves.
  const leaves = evaluate(condition, { now: 0 }, references).because.map(({ wanted }) => wanted);
  const keys = (side: 'user' | 'company') =>
    distinct(
      leaves.flatMap((leaf) =>
        side in leaf ? String((leaf as Readonly<Record<string, unknown>>)[side]).split('.', 1) : [],
      ),
    );
  const also = [
    ...(leaves.some((leaf) => 'event' in leaf && leaf.where !== undefined) ? (['props'] as const) : []),
    ...(leaves.some((leaf) => 'locale' in leaf) ? (['locale'] as const) : []),
    ...(leaves.some((leaf) => 'sample' in leaf) ? (['id'] as const) : []),
  ];
  return {
    user: keys('user'),
    company: keys('company'),
    events: factsNeeded(condition, references).events,
    perName: HISTORY_PER_NAME,
    tours: distinct(leaves.flatMap((leaf) => ('tour' in leaf ? [leaf.tour] : []))),
    also: new Set(also),
  };
};
const distinct = (values: readonly string[]): readonly string[] => [...new Set(values)];

/** The same condition with the time of day left open: a leaf about the moment is decided when a page is looked at, not by when an author asks. */
export const momentOpen = (condition: Condition): Condition => {
  if ('all' in condition) return { all: condition.all.map(momentOpen) };
  if ('any' in condition) return { any: condition.any.map(momentOpen) };
  if ('not' in condition) return { not: momentOpen(condition.not) };
  // Without a zone of its own it waits for that of the device, which nobody knows here.
  return 'time' in condition ? { time: { ...condition.time, timezone: undefined } } : condition;
};
