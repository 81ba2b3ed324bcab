import type { Person } from '@shirube/schema/api';
import type { PastEvent, TourProgress } from '@shirube/schema/rules';
import { LATEST, type Moments, type PeopleAlike, type PeopleQuery, type PeopleSearch } from '../People.ts';
import { type Dialect, number, type Row, type Run, text } from './dialect.ts';

/** People in groups that nothing asked for tells apart. To be run inside one transaction. */
export const peopleReport = async (run: Run, query: PeopleQuery): Promise<readonly PeopleAlike[]> => {
  const rows = await run((d) => alikeSql(d, query));
  // Most groups share their traits with others: each value is read once.
  const read = new Map<string, unknown>();
  return rows.filter((row) => number(row.people) > 0).map((row) => alikeOf(row, query, read));
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
    ...(events.length > 0 ? ['history'] : []),
    ...(tours.length > 0 ? ['progress'] : []),
  ];
  const counts = also.has('id')
    ? '1 AS people, simulated, user_id, last_seen_at'
    : `count(*) AS people, max(simulated) AS simulated, ${d.jsonSome('greatest', LATEST, ['last_seen_at', 'user_id'])} AS latest`;
  return `SELECT ${what.join(', ')}, ${counts}
    FROM people
      ${events.length > 0 ? `LEFT JOIN (${historySql(d, query)}) AS histories USING (user_key)` : ''}
      ${tours.length > 0 ? `LEFT JOIN (${progressSql(d, query)}) AS progresses USING (user_key)` : ''}
    WHERE environment = ${d.bind(environment)} AND last_seen_at >= ${d.bind(activeSince)}
    ${also.has('id') ? '' : `GROUP BY ${what.map((_, index) => index + 1).join(', ')}`}`;
};

/** A time as exactly as it was asked for. */
const flooredSql = (d: Dialect, time: string, { edges }: Moments): string =>
  edges === undefined
    ? time
    : `CASE WHEN ${time} IS NULL THEN NULL ${edges
        .toReversed()
        .map((edge) => `WHEN ${time} >= ${d.bind(edge)} THEN ${d.bind(edge)}`)
        .join(' ')} ELSE 0 END`;
/** The same for each of several things, by a number that counts them. */
const toldSql = (d: Dialect, numbered: string, time: string, moments: readonly Moments[]): string =>
  `CASE ${numbered} ${moments.map((one, index) => `WHEN ${index} THEN ${flooredSql(d, time, one)}`).join(' ')} END`;
const numberedSql = (d: Dialect, column: string, moments: readonly Moments[]): string =>
  `CASE ${column} ${moments.map(({ name }, index) => `WHEN ${d.bind(name)} THEN ${index}`).join(' ')} END`;
const amongSql = (d: Dialect, moments: readonly Moments[]): string =>
  moments.map(({ name }) => d.bind(name)).join(', ');

/** Each event once, by its least delayed copy; of events that are alike, how many there are. */
const historySql = (d: Dialect, query: PeopleQuery): string => {
  const { environment, events, perName, also } = query;
  const [props, propsOnce] = also.has('props') ? [', payload', ', max(payload) AS payload'] : ['', ''];
  const once = `SELECT user_key, ${numberedSql(d, 'detail', events)} AS name_no, ${d.hash('id')} AS id_no, min(ts) AS ts${propsOnce}
    FROM events
    WHERE environment = ${d.bind(environment)} AND type = 'track' AND user_key IS NOT NULL AND detail IN (${amongSql(d, events)})
    GROUP BY 1, 2, 3`;
  // Where times alone are told, and roughly, the reader cuts: there are few rows of each name.
  const newest =
    props === '' && events.every(({ edges }) => edges !== undefined)
      ? once
      : `SELECT * FROM (
          SELECT *, row_number() OVER (PARTITION BY user_key, name_no ORDER BY ts DESC, id_no) AS place FROM (${once}) AS once
        ) AS placed WHERE place <= ${d.bind(perName)}`;
  return `SELECT user_key, ${d.jsonRows(['name_no', 'told_at', 'events', ...(props === '' ? [] : ['payload'])])} AS history
    FROM (
      SELECT user_key, name_no, ${toldSql(d, 'name_no', 'ts', events)} AS told_at, count(*) AS events${props}
      FROM (${newest}) AS newest GROUP BY user_key, name_no, told_at${props}
    ) AS counted GROUP BY user_key`;
};

/** As foldTours has it: each run by its own clock, of each tour the latest. */
const progressSql = (d: Dialect, { environment, tours }: PeopleQuery): string => {
  const first = (type: string) => `min(CASE WHEN type = '${type}' THEN client_at END)`;
  const last = (column: string) => `${toldSql(d, 'tour_no', `max(${column} + clock)`, tours)} AS ${column}`;
  return `SELECT user_key, ${d.jsonRows(['tour_no', 'started_at', 'completed_at', 'dismissed_at'])} AS progress
    FROM (
      SELECT user_key, tour_no, ${['started_at', 'completed_at', 'dismissed_at'].map(last).join(', ')}
      FROM (
        SELECT user_key, ${numberedSql(d, 'tour_id', tours)} AS tour_no, ${d.hash('run_id')} AS run_no, min(ts - client_at) AS clock,
          ${first('tour_started')} AS started_at, ${first('tour_completed')} AS completed_at, ${first('tour_dismissed')} AS dismissed_at
        FROM events
        WHERE environment = ${d.bind(environment)} AND user_key IS NOT NULL AND tour_id IN (${amongSql(d, tours)}) AND run_id IS NOT NULL AND type <> 'tour_exposed'
        GROUP BY 1, 2, 3
      ) AS by_run GROUP BY user_key, tour_no
    ) AS by_tour GROUP BY user_key`;
};

type Json = Readonly<Record<string, unknown>>;
type Cell = string | number | null | undefined;

const alikeOf = (row: Row, query: PeopleQuery, read: Map<string, unknown>): PeopleAlike => {
  const parsed = <T>(value: Cell): T | undefined => {
    if (value === null || value === undefined) return undefined;
    const json = text(value);
    if (!read.has(json)) read.set(json, JSON.parse(json));
    return read.get(json) as T;
  };
  const traits = (side: string, keys: readonly string[]): Json => {
    const all = keys.length > MAX_KEYS ? (parsed<Json>(row[side]) ?? {}) : undefined;
    // fromEntries defines own properties: a trait called __proto__ stays data.
    return Object.fromEntries(
      keys.flatMap((key, index) => {
        const value =
          all === undefined ? parsed(row[`${side}${index}`]) : Object.hasOwn(all, key) ? all[key] : undefined;
        return value === undefined ? [] : [[key, value]];
      }),
    );
  };
  return {
    user: traits('u', query.user),
    company: traits('c', query.company),
    history: historyOf(parsed<readonly PastRow[]>(row.history) ?? [], query),
    tours: Object.fromEntries(
      (parsed<readonly ProgressRow[]>(row.progress) ?? []).map((one) => [query.tours[one.f0]?.name, progressOf(one)]),
    ),
    locale: row.locale === null || row.locale === undefined ? null : text(row.locale),
    people: number(row.people),
    simulated: number(row.simulated) > 0,
    latest: query.also.has('id')
      ? [{ userId: text(row.user_id), lastSeenAt: number(row.last_seen_at) }]
      : (JSON.parse(text(row.latest)) as readonly { readonly f0: number; readonly f1: string }[]).map(({ f0, f1 }) => ({
          userId: f1,
          lastSeenAt: f0,
        })),
  };
};

/** Which name, when, how many of them, and their props. */
interface PastRow {
  readonly f0: number;
  readonly f1: number;
  readonly f2: number;
  readonly f3?: string | null;
}
const historyOf = (rows: readonly PastRow[], { events, perName }: PeopleQuery): readonly PastEvent[] => {
  const left = events.map(() => perName);
  return rows.toReversed().flatMap(({ f0, f1, f2, f3 }) => {
    const count = Math.min(f2, left[f0] ?? 0);
    left[f0] = (left[f0] ?? 0) - count;
    const event = {
      name: events[f0]?.name ?? '',
      at: f1,
      ...(f3 === undefined || f3 === null ? {} : { props: JSON.parse(f3) as Json }),
    };
    return Array.from({ length: count }, () => event);
  });
};
interface ProgressRow {
  readonly f0: number;
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
      ...(ids === undefined
        ? []
        : [ids.length === 0 ? '1 = 0' : `user_id IN (${ids.map((id) => d.bind(id)).join(', ')})`]),
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
