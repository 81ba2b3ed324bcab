import type { EventBase, MissingReason, RunEvent, RunPart, ShirubeEvent } from '@shirube/schema/events';
import { badStepOf, healsFrom, leaving, momentOf, survival } from './behaviour.ts';
import { lifeAround, lifeOf } from './lives.ts';
import { logNormal, pick, type Random, randomFrom, uuidV7 } from './random.ts';

/** What the simulation has to know of a live tour. */
export interface SimulatedTour {
  readonly tourId: string;
  readonly version: number;
  readonly stepIds: readonly string[];
  readonly locales: readonly string[];
  /** Traits that its audience asks for. */
  readonly traits?: Readonly<Record<string, unknown>> | undefined;
}
export interface SimulationOptions {
  readonly tours: readonly SimulatedTour[];
  /** Runs over all tours together. */
  readonly runs: number;
  readonly seed: number;
  readonly days: number;
  /** Epoch ms: everything has happened before it. */
  readonly now: number;
}
export interface Tally {
  started: number;
  completed: number;
  dismissed: number;
  leftOpen: number;
  broken: number;
}
export interface Simulation {
  /** As devices send them: grouped by visit, batches neither in order nor free of repetition. */
  readonly batches: readonly (readonly ShirubeEvent[])[];
  /** What the simulation meant, by tour. */
  readonly tallies: ReadonlyMap<string, Tally>;
}
type Say = (at: number, event: RunEvent) => void;
/** ms: median of the time on one step. */
const STEP_MEDIAN_MS = 5_000;
const BATCH_EVENTS = 400;
/** Share of batches that are delivered twice, because the answer to the first was lost. */
const REPEATED = 0.03;

/** People who use the product and meet no tour, for each run. */
const BYSTANDERS = 0.25;

/** Runs of made-up people, the same for the same options. */
export const simulate = ({ tours, runs, seed, days, now }: SimulationOptions): Simulation => {
  const random = randomFrom(seed);
  const tallies = new Map<string, Tally>();
  const events: ShirubeEvent[] = [];
  // Of their own, so that who people are changes nothing of what becomes of runs.
  const randomLives = randomFrom(seed + 1);
  const choices = tours.map((tour, index): readonly [SimulatedTour, number] => [tour, 1 / (1 + index / 2)]);
  for (let run = 0; run < runs && choices.length > 0; run += 1) {
    const tour = pick(random, choices);
    const tally = tallies.get(tour.tourId) ?? { started: 0, completed: 0, dismissed: 0, leftOpen: 0, broken: 0 };
    tallies.set(tour.tourId, tally);
    const ofRun = oneRun(random, tour, momentOf(random, now - 3_600_000, days), now, tally);
    events.push(...lifeAround(randomLives, ofRun, tour, now), ...ofRun);
  }
  const bystanders = choices.length > 0 ? Math.floor(runs * BYSTANDERS) : 0;
  for (let person = 0; person < bystanders; person += 1)
    events.push(...lifeOf(randomLives, { at: momentOf(randomLives, now - 3_600_000, days), now }));
  return { batches: asDelivered(random, events), tallies };
};

const oneRun = (random: Random, tour: SimulatedTour, startedAt: number, now: number, tally: Tally): ShirubeEvent[] => {
  const events: ShirubeEvent[] = [];
  const person = uuidV7(random, startedAt);
  const base: Pick<EventBase, 'userId' | 'anonymousId' | 'sessionId' | 'simulated'> = {
    userId: `simulated-${person.slice(-12)}`,
    anonymousId: person,
    sessionId: uuidV7(random, startedAt),
    simulated: true,
  };
  const locale = pick(
    random,
    tour.locales.map((code): readonly [string, number] => [code, code === 'ja' ? 3 : 1]),
  );
  const run: RunPart = { tourId: tour.tourId, version: tour.version, runId: uuidV7(random, startedAt), locale };
  let at = startedAt;
  const say: Say = (when, event) => {
    events.push({ id: uuidV7(random, when), at: when, ...base, ...event });
  };
  events.push({ id: uuidV7(random, at), at, ...base, ...run, type: 'tour_exposed', arm: 'shown' });
  say(at, { ...run, type: 'tour_started', source: 'auto' });
  tally.started += 1;

  const steps = tour.stepIds.length;
  const goesOn = survival(steps);
  for (const [index, stepId] of tour.stepIds.entries()) {
    const step = { ...run, stepId };
    at += 120 + Math.floor(random() * 400);
    if (startedAt >= healsFrom(index, steps, now)) say(at, { ...step, type: 'target_healed', confidence: 0.9 });
    say(at, { ...step, type: 'step_viewed' });
    if (index > 0 && random() < 0.04) at = goBackOnce(random, say, run, tour.stepIds, index, at);
    const visibleMs = Math.round(
      logNormal(random, index === badStepOf(steps) ? 1.6 * STEP_MEDIAN_MS : STEP_MEDIAN_MS, 0.7),
    );
    at += visibleMs;
    if (random() < (goesOn[index] ?? 1)) {
      say(at, {
        ...step,
        type: 'step_completed',
        via: pick(random, [
          ['button', 5],
          ['click', 3],
          ['input', 1],
        ]),
        visibleMs,
      });
      continue;
    }
    const how = leaving(random, index, steps);
    if (how === 'left_open') tally.leftOpen += 1;
    if (how === 'dismissed') {
      say(at, {
        ...step,
        type: 'tour_dismissed',
        via: pick(random, [
          ['close', 3],
          ['escape', 1],
        ]),
        visibleMs,
      });
      tally.dismissed += 1;
    }
    if (how === 'broken') {
      const reason = pick<MissingReason>(random, [
        ['not_found', 5],
        ['timed_out', 2],
        ['hidden', 1],
      ]);
      say(at, { ...step, type: 'target_missing', reason, waitedMs: 8_000, onMissing: 'end' });
      say(at, { ...run, type: 'tour_ended', reason: 'target_missing', stepId });
      tally.broken += 1;
    }
    return events;
  }
  say(at + 1, { ...run, type: 'tour_completed' });
  tally.completed += 1;
  return events;
};

/** A look at the step before, and forward again. Returns the new time. */
const goBackOnce = (
  random: Random,
  say: Say,
  run: RunPart,
  stepIds: readonly string[],
  index: number,
  now: number,
): number => {
  const here = stepIds[index];
  const before = stepIds[index - 1];
  if (here === undefined || before === undefined) return now;
  const looked = Math.round(logNormal(random, 2_000, 0.5));
  say(now + looked, { ...run, stepId: here, type: 'step_back', visibleMs: looked });
  say(now + looked + 40, { ...run, stepId: before, type: 'step_viewed' });
  say(now + 2 * looked + 40, { ...run, stepId: before, type: 'step_completed', via: 'button', visibleMs: looked });
  say(now + 2 * looked + 80, { ...run, stepId: here, type: 'step_viewed' });
  return now + 2 * looked + 80;
};

/** Cuts the events into batches, sends some twice and shuffles them all: at least once, in any order. */
const asDelivered = (random: Random, events: readonly ShirubeEvent[]): readonly (readonly ShirubeEvent[])[] => {
  const batches: (readonly ShirubeEvent[])[] = [];
  for (let from = 0; from < events.length; from += BATCH_EVENTS) {
    const batch = events.slice(from, from + BATCH_EVENTS);
    batches.push(random() < 0.2 ? batch.toReversed() : batch);
    if (random() < REPEATED) batches.push(batch);
  }
  for (let last = batches.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    const [a, b] = [batches[last], batches[other]];
    if (a !== undefined && b !== undefined) [batches[last], batches[other]] = [b, a];
  }
  return batches;
};
