import type { Bundle } from '@shirube/schema/bundle';
import type { Condition } from '@shirube/schema/rules';
import { type SimulatedTour, type Simulation, simulate } from '../simulation/generate.ts';
import { sendEvents } from './sendEvents.ts';

export interface SimulationRun {
  readonly endpoint: string;
  readonly key: string;
  readonly runs: number;
  readonly seed: number;
  readonly days: number;
}
/** Batches on their way at the same time. */
const PARALLEL = 4;

/** Makes runs for all live tours and delivers them to the collector. Returns what was meant, and how many events that took. */
export const runSimulation = async (run: SimulationRun): Promise<Pick<Simulation, 'tallies'> & { events: number }> => {
  const address = new URL('/v1/bundle', run.endpoint);
  address.searchParams.set('key', run.key);
  const response = await fetch(address);
  if (!response.ok) throw new Error(`The bundle was answered with ${response.status}.`);
  const tours = toursOf((await response.json()) as Bundle);
  if (tours.length === 0) throw new Error('No tour is live, so there is nothing to simulate.');
  const { batches, tallies } = simulate({ ...run, tours, now: Date.now() });
  const waiting = [...batches];
  const work = async (): Promise<void> => {
    for (let batch = waiting.shift(); batch !== undefined; batch = waiting.shift())
      await sendEvents(run.endpoint, run.key, batch);
  };
  await Promise.all(Array.from({ length: PARALLEL }, work));
  return { tallies, events: batches.reduce((sum, batch) => sum + batch.length, 0) };
};

const toursOf = (bundle: Bundle): readonly SimulatedTour[] =>
  bundle.tours.map(({ version, tour }) => ({
    tourId: tour.id,
    version,
    stepIds: tour.steps.map((step) => step.id),
    locales: tour.locales,
    traits: traitsAsked(tour.audience),
  }));

/** What everyone who is guided has in common: the equalities that the audience wants all of. */
const traitsAsked = (audience: Condition | undefined): Readonly<Record<string, unknown>> => {
  const parts = audience === undefined ? [] : 'all' in audience ? audience.all : [audience];
  return Object.fromEntries(
    parts.flatMap((part) => ('user' in part && part.op === 'eq' ? [[part.user, part.value]] : [])),
  );
};
