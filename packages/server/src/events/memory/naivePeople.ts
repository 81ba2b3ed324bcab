import type { StoredEvent } from '../StoredEvent.ts';

export interface NaivePerson {
  readonly userId: string;
  readonly lastSeenAt: number;
  readonly simulated: boolean;
  readonly locale: string | null;
  /** JSON of `{ traits, company }`. */
  readonly told: string | undefined;
  readonly events: readonly StoredEvent[];
}

const DAY_MS = 86_400_000;

/** Everyone whom an event of the environment named, one object each. */
export const naivePeople = (all: readonly StoredEvent[], environment: string): readonly NaivePerson[] => {
  const here = all.filter((event) => event.environment === environment);
  const ids = new Set(here.map(({ userId }) => userId).filter((id) => id !== null));
  return [...ids].map((userId) =>
    naivePerson(
      userId,
      here.filter((event) => event.userId === userId),
    ),
  );
};

const naivePerson = (userId: string, events: readonly StoredEvent[]): NaivePerson => {
  const dayOf = ({ at }: StoredEvent) => Math.floor(at / DAY_MS);
  // How far the client's clock was off on that day of its own: what the least delayed message says.
  const clocks = new Map<number, number>();
  for (const event of events) {
    clocks.set(dayOf(event), Math.min(clocks.get(dayOf(event)) ?? Number.POSITIVE_INFINITY, event.ts - event.at));
  }
  const timeOf = (event: StoredEvent) => event.at + (clocks.get(dayOf(event)) ?? 0);
  const latest = (type: StoredEvent['type'], wordOf: (event: StoredEvent) => string | null): string | undefined =>
    events
      .filter((event) => event.type === type)
      .flatMap((event) => {
        const word = wordOf(event);
        return word === null ? [] : [{ word, at: timeOf(event) }];
      })
      .sort((a, b) => b.at - a.at || (a.word < b.word ? 1 : -1))[0]?.word;
  return {
    userId,
    lastSeenAt: Math.max(...events.map(timeOf)),
    simulated: events.some(({ simulated }) => simulated),
    locale: latest('tour_started', ({ locale }) => locale) ?? null,
    told: latest('identify', ({ payload }) => payload),
    events,
  };
};
