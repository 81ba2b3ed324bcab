import type { ShirubeEvent } from '@shirube/schema/events';
import { describe, expect, it } from 'vitest';
import { LEFT_OPEN } from './behaviour.ts';
import { type SimulatedTour, simulate, type Tally } from './generate.ts';

const NOW = Date.UTC(2026, 10, 20, 3);
const DAY_MS = 86_400_000;
const tourOf = (steps: number): SimulatedTour => ({
  tourId: `of-${steps}`,
  version: 1,
  stepIds: Array.from({ length: steps }, (_, index) => `s${index + 1}`),
  locales: ['en', 'ja'],
});
const simulated = (steps: number, runs = 6_000, seed = 1) => {
  const { batches, tallies } = simulate({ tours: [tourOf(steps)], runs, seed, days: 30, now: NOW });
  const tally = tallies.get(`of-${steps}`);
  if (tally === undefined) throw new Error('Nothing was simulated.');
  return { events: batches.flat(), batches, tally };
};
/** What a report would count, whatever the order and however often an event came. */
const fold = (events: readonly ShirubeEvent[]): Tally => {
  const runsWith = (matches: (event: ShirubeEvent) => boolean): number =>
    new Set(events.flatMap((event) => (matches(event) && 'runId' in event ? [event.runId] : []))).size;
  const started = runsWith((event) => event.type === 'tour_started');
  const completed = runsWith((event) => event.type === 'tour_completed');
  const dismissed = runsWith((event) => event.type === 'tour_dismissed');
  const broken = runsWith((event) => event.type === 'tour_ended');
  return { started, completed, dismissed, broken, leftOpen: started - completed - dismissed - broken };
};

describe('the simulation', () => {
  it.each([
    [3, 0.72],
    [4, 0.74],
    [5, 0.34],
    [7, 0.16],
  ])('completes tours of %i steps at the published rate of %d', (steps, rate) => {
    const { tally } = simulated(steps);
    expect(Math.abs(tally.completed / tally.started - rate)).toBeLessThan(0.02);
    expect(Math.abs(tally.leftOpen / tally.started - LEFT_OPEN)).toBeLessThan(0.02);
  });

  it('says of itself exactly what a fold over its events says', () => {
    for (const steps of [1, 2, 3, 5, 7]) {
      const { events, tally } = simulated(steps, 1_000);
      expect(fold(events)).toEqual(tally);
    }
  });

  it('loses most people at one step, some of them because the target is not there', () => {
    const { events, tally } = simulated(5);
    const last = new Map<string, { at: number; stepId: string }>();
    const completed = new Set(events.flatMap((event) => (event.type === 'tour_completed' ? [event.runId] : [])));
    for (const event of events) {
      if (event.type !== 'step_viewed' || completed.has(event.runId)) continue;
      const old = last.get(event.runId);
      if (old === undefined || old.at < event.at) last.set(event.runId, { at: event.at, stepId: event.stepId });
    }
    const lostAt = (stepId: string): number => [...last.values()].filter((view) => view.stepId === stepId).length;
    for (const other of ['s1', 's2', 's4', 's5']) expect(lostAt('s3')).toBeGreaterThan(1.3 * lostAt(other));
    expect(tally.broken).toBeGreaterThan(100);
    expect(new Set(events.flatMap((event) => (event.type === 'target_missing' ? [event.stepId] : [])))).toEqual(
      new Set(['s3']),
    );
  });

  it('recognises the first step of a longer tour from a certain day on, and no other', () => {
    const { events } = simulated(5);
    const healed = events.filter((event) => event.type === 'target_healed');
    expect(new Set(healed.map((event) => event.stepId))).toEqual(new Set(['s1']));
    expect(Math.min(...healed.map((event) => event.at))).toBeGreaterThan(NOW - 6.01 * DAY_MS);
    const views = events.filter((event) => event.type === 'step_viewed' && event.stepId === 's1');
    const runs = (of: readonly ShirubeEvent[]) =>
      new Set(of.flatMap((event) => ('runId' in event ? [event.runId] : [])));
    expect(runs(healed).size).toBeLessThan(runs(views).size / 2);
    expect(simulated(3).events.some((event) => event.type === 'target_healed')).toBe(false);
  });

  it('marks every event, repeats some, and keeps everything in the days before now', () => {
    const { events, batches } = simulated(4);
    expect(events.every((event) => event.simulated === true)).toBe(true);
    expect(events.every((event) => event.at < NOW && event.at >= NOW - 31 * DAY_MS)).toBe(true);
    expect(new Set(events.map((event) => event.id)).size).toBeLessThan(events.length);
    expect(batches.every((batch) => batch.length <= 500)).toBe(true);
    const times = batches.map((batch) => batch[0]?.id);
    expect(times).not.toEqual([...times].sort());
  });

  it('follows office hours and weekdays in Tokyo', () => {
    const starts = simulated(3).events.filter((event) => event.type === 'tour_started');
    const inTokyo = starts.map((event) => new Date(event.at + 9 * 3_600_000));
    const weekend = inTokyo.filter((date) => date.getUTCDay() % 6 === 0).length / starts.length;
    const night = inTokyo.filter((date) => date.getUTCHours() < 6).length / starts.length;
    expect(weekend).toBeLessThan(0.15);
    expect(night).toBeLessThan(0.05);
  });

  it('tells who everybody is, of the kind that the tour is for, and of others who meet no tour', () => {
    const tours = [{ ...tourOf(3), traits: { plan: 'trial', role: 'admin' } }];
    const events = simulate({ tours, runs: 400, seed: 1, days: 30, now: NOW }).batches.flat();
    const told = new Map(events.flatMap((event) => (event.type === 'identify' ? [[event.userId, event.traits]] : [])));
    const guided = new Set(events.flatMap((event) => (event.type === 'tour_started' ? [event.userId] : [])));
    expect(guided.size).toBe(400);
    expect(told.size).toBe(500);
    for (const userId of guided) expect(told.get(userId)).toMatchObject({ plan: 'trial', role: 'admin' });
    const plans = new Set([...told.values()].map(({ plan }) => plan));
    expect(plans).toEqual(new Set(['trial', 'team', 'business']));
    const tracked = new Set(events.flatMap((event) => (event.type === 'track' ? [event.name] : [])));
    expect(tracked).toEqual(new Set(['customer_added', 'invoice_created', 'invoice_sent', 'invoice_paid']));
  });

  it('is the same for the same seed, and another for another', () => {
    expect(simulated(3, 100, 5).events).toEqual(simulated(3, 100, 5).events);
    expect(simulated(3, 100, 5).events).not.toEqual(simulated(3, 100, 6).events);
  });
});
