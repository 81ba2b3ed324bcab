import fc from 'fast-check';
import type { StoredEvent } from './StoredEvent.ts';

/** Made-up events for tests: a few tours, runs and steps, and small times, so that everything meets everything. */
export const STEPS = ['s1', 's2', 's3'] as const;
export const EPOCH = Date.UTC(2026, 10, 1);

const stepTypes = [
  'step_viewed',
  'step_completed',
  'step_back',
  'step_skipped',
  'target_missing',
  'target_healed',
  'tour_dismissed',
] as const;

interface Draft {
  readonly type: StoredEvent['type'];
  readonly minute: number;
  readonly stepId: string | null;
  readonly detail: string | null;
  readonly visibleMs: number | null;
  readonly payload?: string | null;
  readonly delay: number;
}

const draft: fc.Arbitrary<Draft> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      type: fc.constantFrom(...stepTypes),
      minute: fc.integer({ min: 1, max: 50 }),
      stepId: fc.constantFrom(...STEPS),
      detail: fc.constantFrom('button', 'close', 'not_found', 'hidden', 'target_missing'),
      payload: fc.constantFrom(
        null,
        '{"confidence":0.9,"page":"/a"}',
        '{"confidence":0.625,"page":"/b"}',
        '{"onMissing":"end","waitedMs":8000}',
        '{"onMissing":"skip"}',
        '{"onMissing":"center","page":"/b"}',
        '{"onMissing":"wait","page":"/\\ufffd"}',
      ),
      visibleMs: fc.oneof(fc.constant(null), fc.integer({ min: 0, max: 9_000 })),
      delay: fc.integer({ min: 0, max: 500 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constantFrom('tour_completed' as const, 'tour_ended' as const),
      minute: fc.integer({ min: 1, max: 50 }),
      stepId: fc.constantFrom(null, ...STEPS),
      detail: fc.constantFrom('target_missing', 'killed', 'replaced', 'error'),
      visibleMs: fc.constant(null),
      delay: fc.integer({ min: 0, max: 500 }),
    }),
  },
);

const run = fc.record({
  tourId: fc.constantFrom('first-invoice', 'second-tour'),
  userId: fc.constantFrom('u1', 'u2', null),
  version: fc.integer({ min: 1, max: 2 }),
  locale: fc.constantFrom('en', 'ja', null),
  simulated: fc.boolean(),
  /** False when the start was lost, or has not arrived yet. */
  starts: fc.constantFrom(true, true, true, false),
  startMinute: fc.integer({ min: 0, max: 3 * 24 * 60 }),
  /** How wrong the client's clock is, in ms. */
  clockOff: fc.constantFrom(0, 3 * 86_400_000, -3_600_000),
  drafts: fc.array(draft, { maxLength: 8 }),
});

/** Events of some runs, each once, as one environment stores them. */
export const arbitraryEvents = fc.array(run, { minLength: 1, maxLength: 6 }).map((runs) =>
  runs.flatMap(({ drafts, starts, startMinute, clockOff, ...common }, runIndex) => {
    const all: readonly Draft[] = [
      ...(starts
        ? [{ type: 'tour_started', minute: 0, stepId: null, detail: 'auto', visibleMs: null, delay: 20 } as const]
        : []),
      ...drafts,
    ];
    return all.map(({ minute, delay, ...own }, index): StoredEvent => {
      const happened = EPOCH + (startMinute + minute) * 60_000;
      return {
        environment: '',
        id: `event-${runIndex}-${index}`,
        at: happened + clockOff,
        ts: happened + delay,
        received: happened + delay,
        anonymousId: 'a',
        sessionId: 's',
        runId: `run-${runIndex}`,
        payload: null,
        ...common,
        ...own,
      };
    });
  }),
);

/** What a network can do to events: any order, some of them again and later, in batches of any size. */
const deliveriesOf = (made: fc.Arbitrary<readonly StoredEvent[]>) =>
  made.chain((events) =>
    fc
      .record({
        order: fc.shuffledSubarray([...events.keys()], { minLength: events.length, maxLength: events.length }),
        again: fc.array(
          fc.record({ index: fc.nat({ max: events.length }), later: fc.integer({ min: 0, max: 10 ** 9 }) }),
          { maxLength: 8 },
        ),
        batch: fc.integer({ min: 1, max: 5 }),
      })
      .map(({ order, again, batch }) => {
        const once = order.flatMap((index) => events[index] ?? []);
        const copies = again.flatMap(({ index, later }) => {
          const event = events[index];
          return event === undefined ? [] : [{ ...event, ts: event.ts + later, received: event.received + later }];
        });
        // A copy may overtake its original: batches travel on their own.
        const sent = once.flatMap((event, index) => [
          ...copies.filter((_, copy) => copy % once.length === index),
          event,
        ]);
        const batches = Array.from({ length: Math.ceil(sent.length / batch) }, (_, index) =>
          sent.slice(index * batch, (index + 1) * batch),
        );
        return { events, batches };
      }),
  );

export const arbitraryDeliveries = deliveriesOf(arbitraryEvents);

const told = fc.constantFrom(
  '{"traits":{}}',
  '{"traits":{"plan":"trial","seats":3,"name":"森 遥","tags":["a","b","a",1,null]}}',
  '{"traits":{"plan":"team","seats":"3","beta":true,"tags":[]},"company":{"id":"c1","traits":{"plan":"trial","at":{"city":"東京"}}}}',
  '{"traits":{"plan":null,"a.b":1,"a/b~":2,"nested":{"deep":{"er":"x"}}},"company":{"id":"c2"}}',
);
const moment = fc.record({
  type: fc.constantFrom(
    'identify' as const,
    'identify' as const,
    'track' as const,
    'track' as const,
    'tour_started' as const,
    'tour_completed' as const,
    'tour_dismissed' as const,
  ),
  minute: fc.integer({ min: 0, max: 3 * 24 * 60 }),
  userId: fc.constantFrom('u1', 'u2', 'u3', null),
  told,
  name: fc.constantFrom('sent', 'opened'),
  props: fc.constantFrom(null, '{"total":1}', '{"total":2}'),
  run: fc.constantFrom('r1', 'r2', 'r3'),
  tourId: fc.constantFrom('first-invoice', 'second-tour'),
  locale: fc.constantFrom('en', 'ja', null),
  simulated: fc.boolean(),
  clockOff: fc.constantFrom(0, 3 * 86_400_000, -3_600_000, -EPOCH + 5_000_000_000, 10 ** 14),
  delay: fc.integer({ min: 0, max: 500 }),
});

/** Of some people: what was told of them, what they did, and runs, by clocks from 1970 to far in the future. */
export const arbitraryLives = deliveriesOf(
  fc.array(moment, { minLength: 1, maxLength: 25 }).map((moments) =>
    moments.map(
      (
        { type, minute, userId, told, name, props, run, tourId, locale, simulated, clockOff, delay },
        index,
      ): StoredEvent => {
        const happened = EPOCH + minute * 60_000;
        const inRun = type !== 'identify' && type !== 'track';
        return {
          environment: '',
          id: `event-${index}`,
          type,
          at: happened + clockOff,
          ts: happened + delay,
          received: happened + delay,
          userId,
          anonymousId: 'a',
          sessionId: 's',
          simulated,
          tourId: inRun ? tourId : null,
          version: inRun ? 1 : null,
          runId: inRun ? `${userId}-${tourId}-${run}` : null,
          stepId: null,
          locale: inRun ? locale : null,
          detail: type === 'track' ? name : null,
          visibleMs: null,
          payload: type === 'identify' ? told : type === 'track' ? props : null,
        };
      },
    ),
  ),
);
