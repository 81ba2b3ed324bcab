import type { SeenEvent, SeenTrait } from '@shirube/schema/api';
import { groupBy } from '../../lib/groupBy.ts';
import { SEEN_LIMITS } from '../People.ts';
import { LEAF_KINDS } from '../traitLeaves.ts';
import { number, type Run, text } from './dialect.ts';

/** What the latest traits of everyone hold, by path. To be run inside one transaction. */
export const seenTraits = async (run: Run, environment: string): Promise<readonly SeenTrait[]> => {
  const paths = await run(
    (d) => `SELECT traits.trait_no AS trait_no, side, path, sum(people) AS people FROM (
        SELECT trait_no, count(*) AS people FROM person_traits WHERE kind <> ${LEAF_KINDS.indexOf('item')} GROUP BY trait_no
      ) AS counted JOIN traits ON traits.trait_no = counted.trait_no WHERE environment = ${d.bind(environment)}
      GROUP BY 1, 2, 3 ORDER BY people DESC, side DESC, path LIMIT ${SEEN_LIMITS.traits}`,
  );
  if (paths.length === 0) return [];
  const among = paths.map((row) => number(row.trait_no)).join(', ');
  const kinds = await run(
    () =>
      `SELECT DISTINCT trait_no, kind FROM person_traits WHERE kind <> ${LEAF_KINDS.indexOf('item')} AND trait_no IN (${among})`,
  );
  const values = await run(
    (d) => `SELECT trait_no, ${d.jsonSome('smallest', SEEN_LIMITS.values, ['-people', 'value'])} AS most FROM (
        SELECT trait_no, value, count(*) AS people FROM person_traits WHERE value IS NOT NULL AND trait_no IN (${among}) GROUP BY trait_no, value
      ) AS counted GROUP BY trait_no`,
  );
  const kindsOf = groupBy(kinds, (row) => number(row.trait_no));
  const valuesOf = new Map(values.map((row) => [number(row.trait_no), JSON.parse(text(row.most)) as readonly Most[]]));
  return paths.map((row) => ({
    of: text(row.side) as SeenTrait['of'],
    path: text(row.path),
    types: KINDS.filter((kind) =>
      kindsOf.get(number(row.trait_no))?.some((one) => LEAF_KINDS[number(one.kind)] === kind),
    ),
    people: number(row.people),
    values: (valuesOf.get(number(row.trait_no)) ?? []).map(({ f0, f1 }) => ({
      value: JSON.parse(f1) as string | number | boolean,
      people: -f0,
    })),
  }));
};
const KINDS = ['string', 'number', 'boolean', 'list', 'null'] as const;
/** How many people, counted downwards, and the value as JSON. */
interface Most {
  readonly f0: number;
  readonly f1: string;
}

/** Straight from the raw events: 60 ms of two cores for 300,000 tracked ones, and folding would have to keep every id to count each once. */
export const seenEvents = async (run: Run, environment: string): Promise<readonly SeenEvent[]> => {
  const rows = await run(
    (d) => `SELECT detail, count(*) AS events, count(DISTINCT user_key) AS people, max(ts) AS last_at FROM (
        SELECT detail, ${d.hash('id')} AS id_no, min(ts) AS ts, min(user_key) AS user_key FROM events
        WHERE environment = ${d.bind(environment)} AND type = 'track' AND detail IS NOT NULL GROUP BY 1, 2
      ) AS once GROUP BY detail ORDER BY events DESC, detail LIMIT ${SEEN_LIMITS.events}`,
  );
  return rows.map((row) => ({
    name: text(row.detail),
    count: number(row.events),
    people: number(row.people),
    lastAt: number(row.last_at),
  }));
};
