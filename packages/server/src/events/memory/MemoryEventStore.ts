import type { Person, SeenEvent, SeenTrait } from '@shirube/schema/api';
import type {
  EventStore,
  RunsQuery,
  TourCounts,
  TourQuery,
  ToursTotals,
  UserEvents,
  UserQuery,
} from '../EventStore.ts';
import type { PeopleAlike, PeopleQuery, PeopleSearch } from '../People.ts';
import type { StoredEvent } from '../StoredEvent.ts';
import type { TargetStepCounts, TargetsQuery } from '../TargetCounts.ts';
import { countTour, totalsOf } from './counts.ts';
import { countTargets } from './countTargets.ts';
import { naivePeople } from './naivePeople.ts';
import { naiveRuns } from './naiveRuns.ts';
import { countAlike, countEvents, countTraits, searchPeople } from './people.ts';

/** The oracle: a list, and loops that follow the definitions of the reports word by word. For tests, and for nothing that must last. */
export class MemoryEventStore implements EventStore {
  readonly #events: StoredEvent[] = [];

  append(events: readonly StoredEvent[]): Promise<void> {
    this.#events.push(...events);
    return Promise.resolve();
  }

  tour(query: TourQuery): Promise<TourCounts> {
    const here = this.#events.filter(
      (event) => event.environment === query.environment && event.tourId === query.tourId,
    );
    const seen = new Set(here.map(({ stepId }) => stepId).filter((id) => id !== null));
    const steps = [...query.steps, ...[...seen].filter((id) => !query.steps.includes(id)).sort(byCodePoint)];
    return Promise.resolve(countTour(naiveRuns(this.#events, { ...query, steps }), { ...query, steps }));
  }

  tours(query: RunsQuery): Promise<readonly ToursTotals[]> {
    const ids = [...new Set(this.#events.map(({ tourId }) => tourId))].filter((id) => id !== null).sort(byCodePoint);
    const totals = ids.map((tourId) => ({
      tourId,
      ...totalsOf(naiveRuns(this.#events, { ...query, tourId, steps: [] })),
    }));
    return Promise.resolve(totals.filter(({ started }) => started > 0));
  }

  targets(query: TargetsQuery): Promise<readonly TargetStepCounts[]> {
    const ids = [...new Set(this.#events.map(({ tourId }) => tourId))].filter((id) => id !== null).sort(byCodePoint);
    return Promise.resolve(
      ids
        .filter((tourId) => query.tourId === undefined || query.tourId === tourId)
        .flatMap((tourId) => countTargets(tourId, naiveRuns(this.#events, { ...query, tourId, steps: [] }), query)),
    );
  }

  people(query: PeopleQuery): Promise<readonly PeopleAlike[]> {
    return Promise.resolve(countAlike(naivePeople(this.#events, query.environment), query));
  }

  findPeople(query: PeopleSearch): Promise<readonly Person[]> {
    return Promise.resolve(searchPeople(naivePeople(this.#events, query.environment), query));
  }

  seenTraits(environment: string): Promise<readonly SeenTrait[]> {
    return Promise.resolve(countTraits(naivePeople(this.#events, environment)));
  }

  seenEvents(environment: string): Promise<readonly SeenEvent[]> {
    return Promise.resolve(countEvents(this.#events.filter((event) => event.environment === environment)));
  }

  recount(): Promise<void> {
    return Promise.resolve();
  }

  ofUser({ environment, userId, names, perName }: UserQuery): Promise<UserEvents> {
    const mine = this.#events.filter((event) => event.environment === environment && event.userId === userId);
    const asked = names === 'all' ? [...new Set(mine.map(({ detail }) => detail ?? ''))] : names;
    const history = asked.flatMap((name) => {
      const copies = mine.filter((event) => event.type === 'track' && event.detail === name);
      const ids = [...new Set(copies.map(({ id }) => id))];
      const firsts = ids.map((id) => copies.filter((copy) => copy.id === id).sort((a, b) => a.ts - b.ts)[0]);
      return firsts
        .filter((event) => event !== undefined)
        .sort(newestFirst)
        .slice(0, perName);
    });
    return Promise.resolve({
      runs: mine.filter(({ runId }) => runId !== null),
      history: history.sort(newestFirst).map(({ detail, ts, payload }) => ({
        name: detail ?? '',
        at: ts,
        ...(payload === null ? {} : { props: JSON.parse(payload) as Record<string, unknown> }),
      })),
    });
  }

  distinctIds(): Promise<readonly string[]> {
    return Promise.resolve([...new Set(this.#events.map(({ id }) => id))]);
  }

  since(received: number): Promise<readonly StoredEvent[]> {
    return Promise.resolve(this.#events.filter((event) => event.received >= received));
  }

  ping(): Promise<void> {
    return Promise.resolve();
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}

const byCodePoint = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const newestFirst = (a: StoredEvent, b: StoredEvent): number => b.ts - a.ts || byCodePoint(b.id, a.id);
