import type { Person } from '@shirube/schema/api';
import type { TourProgress } from '@shirube/schema/rules';
import { LATEST, type PeopleAlike, type PeopleQuery, type PeopleSearch } from '../People.ts';
import { type Dialect, number, type Row, type Run, text } from './dialect.ts';

/** People in groups that nothing asked for tells apart. To be run inside one transaction. */
export const peopleReport = async (run: Run, query: PeopleQuery): Promise<readonly PeopleAlike[]> => {
  const rows = await run((d) => alikeSql(d, query));
  return rows.filter((row) => number(row.people) > 0).map((row) => alikeOf(row, query));
};

/** Above so many keys, all traits are compared: finding each costs a look at the whole text. */
const MAX_KEYS = 20;
const pointerOf = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1');

const alikeSql = (d: Dialect, query: PeopleQuery): string => {
  const { environment, activeSince, events, tours, also } = query;
  const traits = (side: string, keys: readonly string[], pointer: string) =>
    keys.length > MAX_KEYS
      ? [`${d.jsonAt('told', pointer)} AS ${side}`]
      : keys.map((key, index) => `${d.jsonAt('told', `${pointer}/${pointerOf(key)}`)} AS ${side}${index}`);
  const what = [
    '1 AS one',
    ...traits('u', query.user, '/traits'),
    ...traits('c', query.company, '/company/traits'),
    ...(also.has('locale') ? ['locale'] : []),
    ...(also.has('id') ? ['user_id AS apart'] : []),
    ...(events.length > 0 ? ['history'] : []),
    ...(tours.length > 0 ? ['progress'] : []),
  ];
  return `SELECT ${what.join(', ')}, count(*) AS people, max(simulated) AS simulated, ${d.jsonRows(['last_seen_at', 'user_id'], LATEST)} AS latest
    FROM people
      ${events.length > 0 ? `LEFT JOIN (${historySql(d, query)}) AS histories USING (user_key)` : ''}
      ${tours.length > 0 ? `LEFT JOIN (${progressSql(d, query)}) AS progresses USING (user_key)` : ''}
    WHERE environment = ${d.bind(environment)} AND last_seen_at >= ${d.bind(activeSince)}
    GROUP BY ${what.map((_, index) => index + 1).join(', ')}`;
};

/** Each event once, by its least delayed copy; the newest of each name. */
const historySql = (d: Dialect, { environment, events, perName, also }: PeopleQuery): string => {
  const props = also.has('props');
  const place = `CASE detail ${events.map((name, index) => `WHEN ${d.bind(name)} THEN ${index}`).join(' ')} END`;
  return `SELECT user_key, ${d.jsonRows(['name_no', 'ts', ...(props ? ['payload'] : [])])} AS history
    FROM (
      SELECT *, row_number() OVER (PARTITION BY user_key, name_no ORDER BY ts DESC, id_no) AS place FROM (
        SELECT user_key, ${place} AS name_no, ${d.hash('id')} AS id_no, min(ts) AS ts${props ? ', max(payload) AS payload' : ''}
        FROM events
        WHERE environment = ${d.bind(environment)} AND type = 'track' AND user_key IS NOT NULL AND detail IN (${among(d, events)})
        GROUP BY 1, 2, 3
      ) AS once
    ) AS placed WHERE place <= ${d.bind(perName)} GROUP BY user_key`;
};
const among = (d: Dialect, values: readonly string[]): string => values.map((value) => d.bind(value)).join(', ');

/** As foldTours has it: each run by its own clock, of each tour the latest. */
const progressSql = (d: Dialect, { environment, tours }: PeopleQuery): string => {
  const first = (type: string) => `min(CASE WHEN type = '${type}' THEN client_at END)`;
  return `SELECT user_key, ${d.jsonRows(['tour_id', 'started_at', 'completed_at', 'dismissed_at'])} AS progress
    FROM (
      SELECT user_key, tour_id, max(started_at + clock) AS started_at, max(completed_at + clock) AS completed_at, max(dismissed_at + clock) AS dismissed_at
      FROM (
        SELECT user_key, tour_id, run_id, min(ts - client_at) AS clock, ${first('tour_started')} AS started_at,
          ${first('tour_completed')} AS completed_at, ${first('tour_dismissed')} AS dismissed_at
        FROM events
        WHERE environment = ${d.bind(environment)} AND user_key IS NOT NULL AND tour_id IN (${among(d, tours)}) AND run_id IS NOT NULL AND type <> 'tour_exposed'
        GROUP BY user_key, tour_id, run_id
      ) AS by_run GROUP BY user_key, tour_id
    ) AS by_tour GROUP BY user_key`;
};

type Json = Readonly<Record<string, unknown>>;
const parsed = <T>(value: string | number | null | undefined): T | undefined =>
  value === null || value === undefined ? undefined : (JSON.parse(text(value)) as T);

const alikeOf = (row: Row, query: PeopleQuery): PeopleAlike => {
  const traits = (side: string, keys: readonly string[]): Json =>
    keys.length > MAX_KEYS
      ? (parsed<Json>(row[side]) ?? {})
      : // fromEntries defines own properties: a trait called __proto__ stays data.
        Object.fromEntries(
          keys.flatMap((key, index) => {
            const value = parsed(row[`${side}${index}`]);
            return value === undefined ? [] : [[key, value]];
          }),
        );
  return {
    user: pick(traits('u', query.user), query.user),
    company: pick(traits('c', query.company), query.company),
    history: (parsed<readonly PastRow[]>(row.history) ?? []).map(({ f0, f1, f2 }) => ({
      name: query.events[f0] ?? '',
      at: f1,
      ...(f2 === undefined || f2 === null ? {} : { props: JSON.parse(f2) as Json }),
    })),
    tours: Object.fromEntries(
      (parsed<readonly ProgressRow[]>(row.progress) ?? []).map((one) => [one.f0, progressOf(one)]),
    ),
    locale: row.locale === null || row.locale === undefined ? null : text(row.locale),
    people: number(row.people),
    simulated: number(row.simulated) > 0,
    latest: (parsed<readonly { readonly f0: number; readonly f1: string }[]>(row.latest) ?? []).map(({ f0, f1 }) => ({
      userId: f1,
      lastSeenAt: f0,
    })),
  };
};
const pick = (traits: Json, keys: readonly string[]): Json =>
  Object.fromEntries(Object.entries(traits).filter(([key]) => keys.includes(key)));

interface PastRow {
  readonly f0: number;
  readonly f1: number;
  readonly f2?: string | null;
}
interface ProgressRow {
  readonly f0: string;
  readonly f1: number | null;
  readonly f2: number | null;
  readonly f3: number | null;
}
const progressOf = ({ f1, f2, f3 }: ProgressRow): TourProgress => ({
  ...(f1 === null ? {} : { startedAt: f1 }),
  ...(f2 === null ? {} : { completedAt: f2 }),
  ...(f3 === null ? {} : { dismissedAt: f3 }),
});

/** People by id or by what their id and their values hold, the latest active first. */
export const findPeople = async (run: Run, query: PeopleSearch): Promise<readonly Person[]> => {
  const { environment, ids, search, limit } = query;
  const rows = await run((d) => {
    const where = [
      `environment = ${d.bind(environment)}`,
      ...(ids === undefined ? [] : [ids.length === 0 ? '1 = 0' : `user_id IN (${among(d, ids)})`]),
      ...(search === undefined || search === '' ? [] : [foundSql(d, search.toLowerCase())]),
    ];
    return `SELECT user_id, told, last_seen_at FROM people WHERE ${where.join(' AND ')}
      ORDER BY last_seen_at DESC, user_id LIMIT ${d.bind(limit)}`;
  });
  return rows.map((row) => ({
    userId: text(row.user_id),
    ...personTold(row.told === null || row.told === undefined ? undefined : text(row.told)),
    lastSeenAt: number(row.last_seen_at),
  }));
};
/** Values are JSON: a quotation mark in a text is escaped there. */
const foundSql = (d: Dialect, search: string): string =>
  `(${d.holds('lower(user_id)', d.bind(search))}
    OR person_no IN (SELECT person_no FROM person_traits WHERE value IS NOT NULL AND ${d.holds('lower(value)', d.bind(JSON.stringify(search).slice(1, -1)))}))`;

/** The traits and the company out of what `identify` told; neither before the first one. */
export const personTold = (told: string | undefined): Pick<Person, 'traits' | 'company'> => {
  const { traits, company } = (told === undefined ? {} : JSON.parse(told)) as Partial<Person>;
  return { traits: traits ?? {}, ...(company === undefined ? {} : { company }) };
};
