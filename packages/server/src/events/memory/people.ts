import type { Person, SeenEvent, SeenTrait } from '@shirube/schema/api';
import { groupBy } from '../../lib/groupBy.ts';
import { toPastEvents } from '../history.ts';
import { LATEST, type Moments, type PeopleAlike, type PeopleQuery, type PeopleSearch, SEEN_LIMITS } from '../People.ts';
import type { StoredEvent } from '../StoredEvent.ts';
import { type TraitLeaf, traitLeaves } from '../traitLeaves.ts';
import { foldTours } from '../userState.ts';
import type { NaivePerson } from './naivePeople.ts';

type Json = Readonly<Record<string, unknown>>;
const toldOf = ({ told }: NaivePerson) => (told === undefined ? {} : JSON.parse(told)) as Partial<Person>;
const latestFirst = (a: NaivePerson, b: NaivePerson): number =>
  b.lastSeenAt - a.lastSeenAt || (a.userId < b.userId ? -1 : 1);

export const countAlike = (people: readonly NaivePerson[], query: PeopleQuery): readonly PeopleAlike[] => {
  const active = people
    .filter(({ lastSeenAt }) => lastSeenAt >= query.activeSince)
    .sort((a, b) => b.lastSeenAt - a.lastSeenAt || (a.userId < b.userId ? 1 : -1));
  return [...groupBy(active, (person) => JSON.stringify(askedOf(person, query))).values()].map((alike) => {
    const [first] = alike as [NaivePerson, ...NaivePerson[]];
    const { apart: _, ...asked } = askedOf(first, query);
    return {
      ...asked,
      people: alike.length,
      simulated: alike.some(({ simulated }) => simulated),
      latest: alike.slice(0, LATEST).map(({ userId, lastSeenAt }) => ({ userId, lastSeenAt })),
    };
  });
};

const askedOf = (person: NaivePerson, { user, company, events, perName, tours, also }: PeopleQuery) => {
  const { traits, company: account } = toldOf(person);
  const history = toPastEvents(
    person.events.filter(({ type, detail }) => type === 'track' && events.some(({ name }) => name === detail)),
    perName,
  ).map((event) => ({ ...event, at: told(event.at, events, event.name) }));
  const ofTours = foldTours(person.events.filter(({ tourId }) => tours.some(({ name }) => name === tourId)));
  return {
    user: pick(traits, user),
    company: pick(account?.traits, company),
    history: also.has('props') ? history : history.map(({ name, at }) => ({ name, at })),
    tours: Object.fromEntries(
      Object.entries(ofTours).map(([id, { startedAt, completedAt, dismissedAt }]) => [
        id,
        {
          ...(startedAt === undefined ? {} : { startedAt: told(startedAt, tours, id) }),
          ...(completedAt === undefined ? {} : { completedAt: told(completedAt, tours, id) }),
          ...(dismissedAt === undefined ? {} : { dismissedAt: told(dismissedAt, tours, id) }),
        },
      ]),
    ),
    locale: also.has('locale') ? person.locale : null,
    apart: also.has('id') ? person.userId : '',
  };
};
const told = (at: number, asked: readonly Moments[], name: string): number => {
  const edges = asked.find((one) => one.name === name)?.edges;
  return edges === undefined ? at : (edges.findLast((edge) => edge <= at) ?? 0);
};
const pick = (traits: Json | undefined, keys: readonly string[]): Json =>
  Object.fromEntries(
    keys.filter((key) => traits !== undefined && Object.hasOwn(traits, key)).map((key) => [key, traits?.[key]]),
  );

export const searchPeople = (people: readonly NaivePerson[], query: PeopleSearch): readonly Person[] => {
  const search = (query.search ?? '').toLowerCase();
  const texts = (person: NaivePerson) => [
    person.userId,
    ...(person.told === undefined ? [] : traitLeaves(person.told)).flatMap(({ value }) =>
      value === null ? [] : [String(JSON.parse(value))],
    ),
  ];
  return people
    .filter(({ userId }) => query.ids?.includes(userId) ?? true)
    .filter((person) => texts(person).some((one) => one.toLowerCase().includes(search)))
    .sort(latestFirst)
    .slice(0, query.limit)
    .map((person) => {
      const { traits = {}, company } = toldOf(person);
      const { userId, lastSeenAt } = person;
      return { userId, traits, ...(company === undefined ? {} : { company }), lastSeenAt };
    });
};

export const countTraits = (people: readonly NaivePerson[]): readonly SeenTrait[] => {
  const leaves = people.flatMap(({ told }) => (told === undefined ? [] : traitLeaves(told)));
  return [...groupBy(leaves, ({ of, path }) => JSON.stringify([of, path])).values()]
    .map((ofPath) => {
      const [{ of, path }] = ofPath as [TraitLeaf];
      const itself = ofPath.filter(({ kind }) => kind !== 'item');
      const kinds = new Set(itself.map(({ kind }) => kind));
      const values = groupBy(
        ofPath.flatMap(({ value }) => value ?? []),
        (value) => value,
      );
      return {
        of,
        path,
        types: (['string', 'number', 'boolean', 'list', 'null'] as const).filter((kind) => kinds.has(kind)),
        people: itself.length,
        values: [...values]
          .sort(([a, m], [b, n]) => n.length - m.length || (a < b ? -1 : 1))
          .slice(0, SEEN_LIMITS.values)
          .map(([value, found]) => ({ value: JSON.parse(value) as string | number | boolean, people: found.length })),
      };
    })
    .sort((a, b) => b.people - a.people || (a.of === b.of ? (a.path < b.path ? -1 : 1) : a.of === 'user' ? -1 : 1))
    .slice(0, SEEN_LIMITS.traits);
};

export const countEvents = (events: readonly StoredEvent[]): readonly SeenEvent[] => {
  const tracked = events.filter(({ type }) => type === 'track');
  return [...groupBy(tracked, ({ detail }) => detail ?? '')]
    .map(([name, copies]) => {
      const once = [...groupBy(copies, ({ id }) => id).values()];
      return {
        name,
        count: once.length,
        people: new Set(copies.map(({ userId }) => userId).filter((id) => id !== null)).size,
        lastAt: Math.max(...once.map((same) => Math.min(...same.map(({ ts }) => ts)))),
      };
    })
    .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1))
    .slice(0, SEEN_LIMITS.events);
};
