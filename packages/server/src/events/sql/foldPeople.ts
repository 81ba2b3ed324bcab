import { LEAF_KINDS, traitLeaves } from '../traitLeaves.ts';
import { type Dialect, type GivenColumns, number, type Run, text } from './dialect.ts';
import type { Columns, Span } from './foldEvents.ts';

/**
 * Folds what is known of people: one row per person (`people`), made from one per person and day of the client's clock (`person_days`) and the latest words
 * of such a day (`person_words`): what `identify` told, and the locale. To be run inside one transaction.
 *
 * As with runs, only min and max, so that order, repetition and the cut into spans change nothing. Within a day of a client's clock, times are compared by
 * that clock; the smallest (ts − at) of the day moves them to server time, so that neither a copy that comes later nor a wrong clock elsewhere moves
 * anybody. What is suggested to authors is taken apart into `person_traits` when somebody's traits have changed.
 */
export const foldPeople = async (run: Run, span: Span): Promise<void> => {
  await run((d) => d.makeTemporary('fresh_days', freshDaysSql(d, span)));
  await run((d) => d.makeTemporary('touched', touchedSql));
  await run((d) => d.makeTemporary('merged_days', mergedDaysSql));
  await run((d) => d.makeTemporary('fresh_words', freshWordsSql(d, span)));
  await run((d) => d.makeTemporary('merged_words', mergedWordsSql));
  await run(
    () =>
      'DELETE FROM person_days WHERE EXISTS (SELECT 1 FROM merged_days AS m WHERE m.person_no = person_days.person_no AND m.day = person_days.day)',
  );
  await run(() => `INSERT INTO person_days SELECT ${names(personDayColumns)} FROM merged_days ORDER BY person_no, day`);
  await run(
    () =>
      'DELETE FROM person_words WHERE EXISTS (SELECT 1 FROM merged_words AS m WHERE m.person_no = person_words.person_no AND m.day = person_words.day AND m.kind = person_words.kind)',
  );
  await run(
    () => `INSERT INTO person_words SELECT ${names(personWordColumns)} FROM merged_words ORDER BY person_no, day`,
  );
  await run((d) => d.makeTemporary('merged_people', mergedPeopleSql));
  await run((d) => d.makeTemporary('retold', retoldSql));
  await run(() => 'DELETE FROM people WHERE person_no IN (SELECT person_no FROM merged_people)');
  await run(() => `INSERT INTO people SELECT ${names(peopleColumns)} FROM merged_people ORDER BY person_no`);
  await run(() => 'DELETE FROM person_traits WHERE person_no IN (SELECT person_no FROM retold)');
  await takeApart(run);
};

const names = (columns: Columns): string => columns.map(([name]) => name).join(', ');
/** `told` is JSON of `{ traits, company }`. `last_seen_at` is server epoch ms. */
export const peopleColumns: Columns = [
  ['person_no', 'number'],
  ['environment', 'text'],
  ['user_id', 'text'],
  ['user_key', 'key'],
  ['last_seen_at', 'big'],
  ['simulated', 'small'],
  ['locale', 'text'],
  ['told', 'text'],
];
/** `day` counts days of client epoch ms. */
export const personDayColumns: Columns = [
  ['person_no', 'number'],
  ['day', 'number'],
  ['last_at', 'big'],
  ['clock', 'big'],
  ['simulated', 'small'],
];
export const personWordColumns: Columns = [
  ['person_no', 'number'],
  ['day', 'number'],
  ['kind', 'small'],
  ['told_at', 'big'],
  ['word', 'text'],
];
export const traitColumns: Columns = [
  ['trait_no', 'number'],
  ['environment', 'text'],
  ['side', 'text'],
  ['path', 'text'],
];
export const personTraitColumns: Columns = [
  ['person_no', 'number'],
  ['trait_no', 'number'],
  ['kind', 'small'],
  ['value', 'text'],
];
const [TOLD, LOCALE] = [0, 1];
const DAY_MS = 86_400_000;

const inSpan = (d: Dialect, { after, through }: Span): string =>
  `commit_no > ${d.bind(after)} AND commit_no <= ${d.bind(through)} AND user_id IS NOT NULL`;

const freshDaysSql = (d: Dialect, span: Span): string => `
  SELECT environment, user_id, min(user_key) AS user_key, ${d.intDiv('client_at', DAY_MS)} AS day, max(client_at) AS last_at, min(ts - client_at) AS clock,
    max(CASE WHEN simulated THEN 1 ELSE 0 END) AS simulated
  FROM events WHERE ${inSpan(d, span)} GROUP BY environment, user_id, 4`;
/** Everyone with new events, and their number. */
const touchedSql = `
  SELECT environment, user_id, met.user_key AS user_key, people.person_no AS known_no, people.told AS known_told,
    coalesce(person_no, (SELECT coalesce(max(person_no), 0) FROM people) + row_number() OVER (ORDER BY environment, user_id)) AS person_no
  FROM (SELECT environment, user_id, min(user_key) AS user_key FROM fresh_days GROUP BY environment, user_id) AS met
    LEFT JOIN people USING (environment, user_id)`;

const mergedDaysSql = `
  SELECT person_no, day, max(last_at) AS last_at, min(clock) AS clock, max(simulated) AS simulated
  FROM (
    SELECT person_no, day, last_at, clock, simulated FROM fresh_days JOIN touched USING (environment, user_id)
    UNION ALL
    SELECT person_no, day, person_days.last_at, person_days.clock, person_days.simulated
    FROM person_days JOIN (SELECT person_no, day FROM fresh_days JOIN touched USING (environment, user_id)) AS met USING (person_no, day)
  ) AS parts GROUP BY person_no, day`;

/** A locale is told with every event of a run; that of its start is enough. */
const freshWordsSql = (d: Dialect, span: Span): string => `
  SELECT person_no, ${d.intDiv('client_at', DAY_MS)} AS day, CASE type WHEN 'identify' THEN ${TOLD} ELSE ${LOCALE} END AS kind, client_at AS told_at,
    CASE type WHEN 'identify' THEN ${d.mendJson('payload')} ELSE events.locale END AS word
  FROM events JOIN touched USING (environment, user_id)
  WHERE ${inSpan(d, span)} AND ((type = 'identify' AND payload IS NOT NULL) OR (type = 'tour_started' AND events.locale IS NOT NULL))`;
/** In the same millisecond, the word that stands later in the order of text: some rule there must be, and this one needs nothing else. */
const mergedWordsSql = `
  SELECT ${names(personWordColumns)} FROM (
    SELECT *, row_number() OVER (PARTITION BY person_no, day, kind ORDER BY told_at DESC, word DESC) AS place
    FROM (
      SELECT person_no, day, kind, told_at, word FROM fresh_words
      UNION ALL
      SELECT person_no, day, kind, person_words.told_at, person_words.word
      FROM person_words JOIN (SELECT DISTINCT person_no, day, kind FROM fresh_words) AS met USING (person_no, day, kind)
    ) AS parts
  ) AS placed WHERE place = 1`;

const mergedPeopleSql = `
  SELECT person_no, environment, user_id, user_key, last_seen_at, simulated, locale, told
  FROM touched
  JOIN (
    SELECT person_no, max(last_at + clock) AS last_seen_at, max(simulated) AS simulated
    FROM person_days WHERE person_no IN (SELECT person_no FROM touched) GROUP BY person_no
  ) AS seen USING (person_no)
  LEFT JOIN (
    SELECT person_no, max(CASE kind WHEN ${TOLD} THEN word END) AS told, max(CASE kind WHEN ${LOCALE} THEN word END) AS locale
    FROM (
      SELECT person_no, kind, word, row_number() OVER (PARTITION BY person_no, kind ORDER BY told_at + clock DESC, word DESC) AS place
      FROM person_words JOIN person_days USING (person_no, day) WHERE person_no IN (SELECT person_no FROM touched)
    ) AS placed WHERE place = 1 GROUP BY person_no
  ) AS words USING (person_no)`;
const retoldSql = `
  SELECT person_no, environment, told FROM merged_people JOIN (SELECT person_no, known_told FROM touched) AS before USING (person_no)
  WHERE told IS NOT NULL AND (known_told IS NULL OR known_told <> told)`;

/** So many people at once: bounds the memory that the traits of a flood take. */
const CHUNK = 2_000;

const takeApart = async (run: Run): Promise<void> => {
  for (let after = -1; ; ) {
    const rows = await run(
      (d) =>
        `SELECT person_no, environment, told FROM retold WHERE person_no > ${d.bind(after)} ORDER BY person_no LIMIT ${CHUNK}`,
    );
    const last = rows.at(-1);
    if (last === undefined) return;
    after = number(last.person_no);
    const traits = new Map<string, GivenTrait>();
    const leaves = rows.flatMap((row) =>
      traitLeaves(text(row.told)).map(({ of, path, kind, value }) => {
        const key = `${of} ${path} ${text(row.environment)}`;
        const trait = traits.get(key) ?? { environment: text(row.environment), side: of, path, given: traits.size };
        traits.set(key, trait);
        return { person: number(row.person_no), trait: trait.given, kind: LEAF_KINDS.indexOf(kind), value };
      }),
    );
    if (leaves.length === 0) continue;
    await run((d) =>
      d.makeTemporary('met_traits', `SELECT * FROM ${d.rowsFrom(traitsGiven([...traits.values()]))} AS met`),
    );
    await run(() => newTraitsSql);
    await run(
      (d) => `INSERT INTO person_traits (${names(personTraitColumns)})
        SELECT person, trait_no, kind, value
        FROM ${d.rowsFrom({
          person: { type: 'number', values: leaves.map(({ person }) => person) },
          given: { type: 'number', values: leaves.map(({ trait }) => trait) },
          kind: { type: 'number', values: leaves.map(({ kind }) => kind) },
          value: { type: 'text', values: leaves.map(({ value }) => value) },
        })} AS leaves
        JOIN (SELECT given, trait_no FROM met_traits JOIN traits USING (environment, side, path)) AS known USING (given)`,
    );
  }
};
interface GivenTrait {
  readonly environment: string;
  readonly side: string;
  readonly path: string;
  readonly given: number;
}
const traitsGiven = (traits: readonly GivenTrait[]): GivenColumns => ({
  environment: { type: 'text', values: traits.map(({ environment }) => environment) },
  side: { type: 'text', values: traits.map(({ side }) => side) },
  path: { type: 'text', values: traits.map(({ path }) => path) },
  given: { type: 'number', values: traits.map(({ given }) => given) },
});
const newTraitsSql = `
  INSERT INTO traits (${names(traitColumns)})
  SELECT (SELECT coalesce(max(trait_no), 0) FROM traits) + row_number() OVER (ORDER BY environment, side, path), environment, side, path
  FROM (SELECT DISTINCT environment, side, path FROM met_traits) AS met
  WHERE NOT EXISTS (SELECT 1 FROM traits WHERE traits.environment = met.environment AND traits.side = met.side AND traits.path = met.path)`;
