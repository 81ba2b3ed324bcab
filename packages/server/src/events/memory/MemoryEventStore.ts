import type { PastEvent } from '@shirube/schema/rules';
import type { EventStore, RunsQuery, TourCounts, TourQuery, ToursTotals } from '../EventStore.ts';
import type { StoredEvent } from '../StoredEvent.ts';
import { countTour, totalsOf } from './counts.ts';
import { naiveRuns } from './naiveRuns.ts';

/** The oracle: a list, and loops that follow the definitions of the reports word by word. For tests, and for nothing that must last. */
export class MemoryEventStore implements EventStore {
  readonly #events: StoredEvent[] = [];

  append(events: readonly StoredEvent[]): Promise<void> {
    this.#events.push(...events);
    return Promise.resolve();
  }

  tour(query: TourQuery): Promise<TourCounts> {
    return Promise.resolve(countTour(naiveRuns(this.#events, query), query));
  }

  tours(query: RunsQuery): Promise<readonly ToursTotals[]> {
    const ids = [...new Set(this.#events.map(({ tourId }) => tourId))].filter((id) => id !== null).sort(byCodePoint);
    const totals = ids.map((tourId) => ({
      tourId,
      ...totalsOf(naiveRuns(this.#events, { ...query, tourId, steps: [] })),
    }));
    return Promise.resolve(totals.filter(({ started }) => started > 0));
  }

  stepsSeen(environment: string, tourId: string): Promise<readonly string[]> {
    const here = this.#events.filter((event) => event.environment === environment && event.tourId === tourId);
    const ids = new Set(here.map(({ stepId }) => stepId).filter((id) => id !== null));
    return Promise.resolve([...ids].sort(byCodePoint));
  }

  runEventsOf(environment: string, userId: string): Promise<readonly StoredEvent[]> {
    return Promise.resolve(
      this.#events.filter(
        (event) => event.environment === environment && event.userId === userId && event.runId !== null,
      ),
    );
  }

  historyOf(
    environment: string,
    userId: string,
    names: readonly string[],
    perName: number,
  ): Promise<readonly PastEvent[]> {
    const mine = this.#events.filter((event) => event.environment === environment && event.userId === userId);
    const history = names.flatMap((name) => {
      const copies = mine.filter((event) => event.type === 'track' && event.detail === name);
      const ids = [...new Set(copies.map(({ id }) => id))];
      const firsts = ids.map((id) => copies.filter((copy) => copy.id === id).sort((a, b) => a.ts - b.ts)[0]);
      return firsts
        .filter((event) => event !== undefined)
        .sort(newestFirst)
        .slice(0, perName);
    });
    return Promise.resolve(
      history.sort(newestFirst).map(({ detail, ts, payload }) => ({
        name: detail ?? '',
        at: ts,
        ...(payload === null ? {} : { props: JSON.parse(payload) as Record<string, unknown> }),
      })),
    );
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
