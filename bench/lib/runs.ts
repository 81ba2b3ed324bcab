import type { EventBase, RunPart, ShirubeEvent } from '@shirube/schema/events';

/** The steps of the benchmark's tour. */
export const STEPS = ['new-button', 'customer', 'amount', 'preview', 'send'] as const;
const LOCALES = ['en', 'en', 'en', 'ja', 'fr'];

/** A small generator with a seed (mulberry32), so that two runs of a benchmark count the same events. Gives 0 to 1. */
export const seeded = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

/** A UUIDv7 of the moment `at` (epoch ms) with the bits of `random`. */
const uuidAt = (at: number, random: () => number): string => {
  const time = Math.floor(at).toString(16).padStart(12, '0');
  const part = (): string =>
    Math.floor(random() * 2 ** 32)
      .toString(16)
      .padStart(8, '0');
  const bits = part() + part() + part();
  return `${time.slice(0, 8)}-${time.slice(8)}-7${bits.slice(0, 3)}-8${bits.slice(3, 6)}-${bits.slice(6, 18)}`;
};

/** One person's run as the runtime sends it: most go on, some leave at each step, a few targets are missing. Five to eleven events. */
export const runOf = (tourId: string, startedAt: number, random: () => number): readonly ShirubeEvent[] => {
  const person = Math.floor(random() * 200_000);
  const session = uuidAt(startedAt, random);
  const run: RunPart = {
    tourId,
    version: random() < 0.3 ? 2 : 1,
    runId: uuidAt(startedAt, random),
    locale: LOCALES[Math.floor(random() * LOCALES.length)],
  };
  let at = startedAt;
  const base = (): EventBase => ({
    id: uuidAt(at, random),
    at,
    userId: `user-${person}`,
    anonymousId: `anonymous-${person}`,
    sessionId: session,
  });
  const events: ShirubeEvent[] = [{ ...base(), ...run, type: 'tour_started', source: 'auto' }];
  for (const stepId of STEPS) {
    const step = { ...run, stepId };
    const fate = random();
    if (fate < 0.02) {
      at += 8000;
      events.push({ ...base(), ...step, type: 'target_missing', reason: 'not_found', waitedMs: 8000 });
      return [...events, { ...base(), ...run, type: 'tour_ended', reason: 'target_missing', stepId }];
    }
    at += 40;
    events.push({ ...base(), ...step, type: 'step_viewed' });
    const visibleMs = Math.round(1500 + random() * 9000);
    at += visibleMs;
    if (fate < 0.08) return events;
    if (fate < 0.15) return [...events, { ...base(), ...step, type: 'tour_dismissed', via: 'close', visibleMs }];
    events.push({ ...base(), ...step, type: 'step_completed', via: 'button', visibleMs });
  }
  return [...events, { ...base(), ...run, type: 'tour_completed' }];
};
