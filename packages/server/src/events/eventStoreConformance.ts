import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { arbitraryDeliveries, EPOCH, STEPS } from './arbitraryRuns.ts';
import type { EventStore, TourQuery } from './EventStore.ts';
import { MemoryEventStore } from './memory/MemoryEventStore.ts';
import type { StoredEvent } from './StoredEvent.ts';
import type { TargetsQuery } from './TargetCounts.ts';

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

/** What every adapter of EventStore must do. The suite is the definition; the in-memory oracle passes it too. */
export const eventStoreConformance = (name: string, open: () => Promise<EventStore>): void => {
  describe(`${name} as an event store`, () => {
    let store: EventStore;
    let environments = 0;
    /** Tests share one store: each has an environment of its own, as customers have. */
    const newEnvironment = () => `environment-${environments++}`;
    beforeAll(async () => {
      store = await open();
    });
    afterAll(() => store.close());

    const keep = async (environment: string, events: readonly StoredEvent[]) => {
      await store.append(events.map((event) => ({ ...event, environment })));
      return environment;
    };
    const query = (environment: string, more: Partial<TourQuery> = {}): TourQuery => ({
      environment,
      tourId: 'first-invoice',
      from: EPOCH,
      until: EPOCH + DAY_MS,
      now: EPOCH + 2 * DAY_MS,
      steps: STEPS,
      ...more,
    });

    const targetsQuery = (environment: string, more: Partial<TargetsQuery> = {}): TargetsQuery => ({
      ...query(environment),
      recentFrom: EPOCH + DAY_MS / 2,
      bucketMs: 60 * MINUTE_MS,
      ...more,
    });

    test('divides the runs that looked for a target into found, healed and missing, each run once', async () => {
      const looks: readonly (readonly [runId: string, events: readonly StoredEvent[]])[] = [
        ['found', [event('step_viewed', 1, { stepId: 's1' })]],
        [
          'healed',
          [
            event('target_healed', 1, { stepId: 's1', payload: '{"confidence":0.8,"page":"/a"}' }),
            event('step_viewed', 1, { stepId: 's1' }),
          ],
        ],
        [
          'healed twice',
          [0.9, 0.7].map((confidence) =>
            event('target_healed', 2, { stepId: 's1', payload: JSON.stringify({ confidence, page: '/b' }) }),
          ),
        ],
        [
          'late',
          [event('target_missing', 1, { stepId: 's1', detail: 'hidden' }), event('step_viewed', 2, { stepId: 's1' })],
        ],
        [
          'late, by what it is',
          [
            event('target_missing', 3, { stepId: 's1', detail: 'hidden' }),
            event('target_healed', 4, { stepId: 's1', payload: '{"confidence":0.5}' }),
            event('step_viewed', 4, { stepId: 's1' }),
          ],
        ],
        [
          'skipped',
          [
            event('target_missing', 1, {
              stepId: 's1',
              detail: 'not_found',
              payload: '{"onMissing":"skip","page":"/b"}',
            }),
            event('step_skipped', 1, { stepId: 's1', detail: 'target_missing' }),
          ],
        ],
        [
          'ended',
          [
            event('target_missing', 5, { stepId: 's1', detail: 'covered' }),
            event('target_missing', 4, { stepId: 's1', detail: 'not_found' }),
            event('tour_ended', 5, { stepId: 's1', detail: 'target_missing' }),
          ],
        ],
        [
          'in the centre',
          [
            event('target_missing', 1, { stepId: 's1', detail: 'not_found', payload: '{"onMissing":"center"}' }),
            event('step_viewed', 1, { stepId: 's1' }),
          ],
        ],
        [
          'gone',
          [
            event('step_viewed', 1, { stepId: 's1' }),
            event('target_missing', 3, { stepId: 's1', detail: 'timed_out' }),
          ],
        ],
        ['not for them', [event('step_skipped', 1, { stepId: 's1', detail: 'show_if' })]],
      ];
      const environment = await keep(
        newEnvironment(),
        looks.flatMap(([runId, events]) => [event('tour_started', 0), ...events].map((one) => ({ ...one, runId }))),
      );
      const [step] = await store.targets(targetsQuery(environment));
      expect(step).toMatchObject({
        tourId: 'first-invoice',
        stepId: 's1',
        all: { looked: 9, healed: 2, missing: 6 },
        recent: { looked: 0, healed: 0, missing: 0 },
        versions: [{ version: 1, looked: 9, healed: 2, missing: 6 }],
        reasons: [
          { reason: 'not_found', runs: 3 },
          { reason: 'hidden', runs: 2 },
          { reason: 'timed_out', runs: 1 },
        ],
        became: { ended: 1, skipped: 1, centered: 1, foundLater: 2, waited: 1 },
        confidence: { median: 0.7, min: 0.5, runs: 3 },
        pages: [
          { page: '/b', runs: 2 },
          { page: '/a', runs: 1 },
        ],
        firstMissingAt: EPOCH + MINUTE_MS,
        lastMissingAt: EPOCH + 5 * MINUTE_MS,
        firstHealedAt: EPOCH + MINUTE_MS,
        lastHealedAt: EPOCH + 4 * MINUTE_MS,
      });
    });

    test('tells the course of a step that was ever missing or healed, and of no other', async () => {
      const at = (minute: number, version: number, type: StoredEvent['type'], stepId: string) =>
        [event('tour_started', minute), event(type, minute + 1, { stepId, detail: 'not_found' })].map((one) => ({
          ...one,
          runId: `${minute}`,
          version,
        }));
      const environment = await keep(newEnvironment(), [
        ...at(0, 1, 'step_viewed', 's1'),
        ...at(10, 1, 'target_healed', 's1'),
        ...at(70, 1, 'step_viewed', 's1'),
        ...at(80, 2, 'target_missing', 's1'),
        ...at(90, 2, 'step_viewed', 's2'),
      ]);
      const steps = await store.targets(targetsQuery(environment, { recentFrom: EPOCH + 75 * MINUTE_MS }));
      expect(steps.map(({ stepId, recent }) => [stepId, recent.looked, recent.missing])).toEqual([
        ['s1', 1, 1],
        ['s2', 1, 0],
      ]);
      const none = { healed: 0, missing: 0, firstMissingAt: null, firstHealedAt: null };
      expect(steps.map(({ course }) => course)).toEqual([
        [
          { ...none, at: EPOCH, version: 1, looked: 2, healed: 1, firstHealedAt: EPOCH + 11 * MINUTE_MS },
          { ...none, at: EPOCH + 60 * MINUTE_MS, version: 1, looked: 1 },
          {
            ...none,
            at: EPOCH + 60 * MINUTE_MS,
            version: 2,
            looked: 1,
            missing: 1,
            firstMissingAt: EPOCH + 81 * MINUTE_MS,
          },
        ],
        [],
      ]);
    });

    test('counts a run that never started nowhere', async () => {
      const environment = await keep(newEnvironment(), [event('step_viewed', 1, { stepId: 's1' })]);
      expect((await store.tour(query(environment))).totals.started).toBe(0);
      expect(await store.tours(query(environment))).toEqual([]);
    });

    test('knows a run without an ending as in progress until it was silent for 30 minutes', async () => {
      const environment = await keep(newEnvironment(), [
        event('tour_started', 0),
        event('step_viewed', 5, { stepId: 's1' }),
      ]);
      const after = async (minutes: number) =>
        (await store.tour(query(environment, { now: EPOCH + minutes * MINUTE_MS }))).totals;
      expect(await after(34)).toMatchObject({ inProgress: 1, abandoned: 0 });
      expect(await after(35)).toMatchObject({ inProgress: 0, abandoned: 1 });
    });

    test.each([
      ['target_missing', 'broken'],
      ['error', 'broken'],
      ['killed', 'abandoned'],
      ['replaced', 'abandoned'],
    ])('counts a run that ended by %s as %s', async (detail, outcome) => {
      const environment = await keep(newEnvironment(), [
        event('tour_started', 0),
        event('step_viewed', 1, { stepId: 's1' }),
        event('tour_ended', 2, { detail }),
      ]);
      const { totals, steps } = await store.tour(query(environment));
      expect(totals).toMatchObject({ started: 1, [outcome]: 1 });
      expect(steps[0]?.last).toMatchObject({ [outcome]: 1 });
    });

    test('gives the drop-off to the step that was viewed last, not to the furthest one', async () => {
      const environment = await keep(newEnvironment(), [
        event('tour_started', 0),
        event('step_viewed', 1, { stepId: 's1' }),
        event('step_viewed', 2, { stepId: 's2' }),
        event('step_viewed', 3, { stepId: 's1' }),
        event('tour_dismissed', 4, { stepId: 's1' }),
      ]);
      const { steps } = await store.tour(query(environment));
      expect(steps.map(({ last }) => last.dismissed)).toEqual([1, 0, 0]);
      expect(steps.map(({ reached }) => reached)).toEqual([1, 1, 0]);
    });

    test('counts a run in the period in which it started, by the corrected clock', async () => {
      const wrongByThreeDays = { clockOff: 3 * DAY_MS };
      const environment = await keep(newEnvironment(), [
        event('tour_started', 0, wrongByThreeDays),
        event('tour_completed', 26 * 60, wrongByThreeDays),
      ]);
      expect((await store.tour(query(environment))).totals).toMatchObject({ started: 1, completed: 1 });
      const nextDay = { from: EPOCH + DAY_MS, until: EPOCH + 2 * DAY_MS };
      expect((await store.tour(query(environment, nextDay))).totals.started).toBe(0);
    });

    test('keeps environments apart', async () => {
      const environment = await keep(newEnvironment(), [event('tour_started', 0)]);
      expect((await store.tour(query(newEnvironment()))).totals.started).toBe(0);
      expect((await store.tour(query(environment))).totals.started).toBe(1);
    });

    test('falls back to times of viewing and leaving where no visible time was measured', async () => {
      const environment = await keep(newEnvironment(), [
        event('tour_started', 0),
        event('step_viewed', 1, { stepId: 's1' }),
        event('step_completed', 3, { stepId: 's1' }),
        event('step_viewed', 3, { stepId: 's2' }),
        event('step_completed', 9, { stepId: 's2', visibleMs: 700 }),
      ]);
      const { steps } = await store.tour(query(environment));
      expect(steps.map(({ time }) => time?.medianMs)).toEqual([2 * MINUTE_MS, 700, undefined]);
    });

    test('finds the exact median and p90 among many times, from none to more than a day', async () => {
      const environment = newEnvironment();
      const oracle = new MemoryEventStore();
      // Spread evenly over the powers of ten, some of them often.
      const times = Array.from({ length: 501 }, (_, index) => Math.floor(10 ** (((index * 37) % 90) / 10)) - 1);
      const runs = times.flatMap((visibleMs, index) => [
        event('tour_started', 0, { environment, runId: `run-${index}` }),
        event('step_completed', 1, {
          environment,
          runId: `run-${index}`,
          stepId: index % 3 === 0 ? 's1' : 's2',
          visibleMs,
        }),
      ]);
      await keep(environment, runs);
      await oracle.append(runs);
      const timesOf = async (from: EventStore) =>
        (await from.tour(query(environment))).steps.map(({ stepId, time }) => [stepId, time]);
      expect(await timesOf(store)).toEqual(await timesOf(oracle));
    });

    test('follows more steps than one word of bits holds', async () => {
      const many = Array.from({ length: 130 }, (_, index) => `step-${index}`);
      const environment = await keep(newEnvironment(), [
        event('tour_started', 0),
        ...many.map((stepId, index) => event('step_viewed', index + 1, { stepId })),
      ]);
      const { steps } = await store.tour(query(environment, { steps: many }));
      expect(steps.map(({ reached }) => reached)).toEqual(many.map(() => 1));
      expect(steps.map(({ last }) => last.abandoned)).toEqual(many.map((_, index) => (index === 129 ? 1 : 0)));
    });

    test('counts what comes after a report: a later start, a new step, an earlier clock, an ending', async () => {
      const environment = newEnvironment();
      const late = { runId: 'run-2', clockOff: 5 * MINUTE_MS };
      const parts = [
        [
          event('tour_started', 0),
          event('step_viewed', 1, { stepId: 's1' }),
          event('step_viewed', 3, { stepId: 's2', ...late }),
        ],
        [
          event('step_viewed', 2, { stepId: 'of-version-2', version: 2 }),
          event('step_viewed', 1, { stepId: 's1', ...late }),
        ],
        [event('tour_started', 0, { ...late, locale: 'ja', simulated: true })],
        [
          event('tour_started', 0, { ...late, ts: EPOCH - MINUTE_MS }),
          event('step_viewed', 3, { stepId: 's1', ...late }),
        ],
        [event('tour_completed', 4), event('tour_dismissed', 5, { ...late, stepId: 's1', visibleMs: 900 })],
      ];
      const oracle = new MemoryEventStore();
      for (const part of parts) {
        await keep(environment, part);
        await oracle.append(part.map((one) => ({ ...one, environment })));
        for (const more of [
          {},
          { version: 1 },
          { locale: 'ja' },
          { from: EPOCH - DAY_MS, until: EPOCH },
          { steps: ['s2'] },
        ]) {
          const whole = query(environment, more);
          expect(await store.tour(whole)).toEqual(await oracle.tour(whole));
        }
      }
      const { steps, totals } = await store.tour(query(environment, { steps: ['s2'], from: 0 }));
      expect(steps.map(({ stepId }) => stepId)).toEqual(['s2', 'of-version-2', 's1']);
      expect(totals).toMatchObject({ started: 2, completed: 1, dismissed: 1, simulated: true });
    });

    test('answers a report of everything that was acknowledged before it was asked', async () => {
      const environment = newEnvironment();
      for (const minute of [1, 2, 3]) {
        await keep(environment, [event('tour_started', minute, { runId: `run-${minute}` })]);
        expect((await store.tour(query(environment))).totals.started).toBe(minute);
      }
    });

    test('treats ids as text, whatever they hold', async () => {
      const stepId = `'); DROP TABLE events; -- " \\ 道`;
      const environment = await keep(newEnvironment(), [
        event('tour_started', 0, { tourId: stepId }),
        event('step_viewed', 1, { tourId: stepId, stepId }),
      ]);
      const { steps } = await store.tour(query(environment, { tourId: stepId, steps: [] }));
      expect(steps).toMatchObject([{ stepId, reached: 1 }]);
    });

    test("gives back a user's tracked events, each once, newest first, so many of each name", async () => {
      const tracked = (id: string, minute: number, detail: string) =>
        event('track', minute, { id, detail, runId: null, tourId: null });
      const environment = await keep(newEnvironment(), [
        tracked('1', 1, 'sent'),
        tracked('2', 2, 'sent'),
        tracked('2', 2, 'sent'),
        tracked('3', 3, 'sent'),
        tracked('4', 4, 'opened'),
        tracked('5', 5, 'other'),
      ]);
      const ofUser = (names: readonly string[]) => store.ofUser({ environment, userId: 'u1', names, perName: 2 });
      const { history } = await ofUser(['sent', 'opened']);
      expect(history.map(({ name, at }) => [name, (at - EPOCH) / MINUTE_MS])).toEqual([
        ['opened', 4],
        ['sent', 3],
        ['sent', 2],
      ]);
      expect((await ofUser([])).history).toEqual([]);
    });

    test('answers the same as the oracle, however the events were delivered', async () => {
      await fc.assert(
        fc.asyncProperty(
          arbitraryDeliveries,
          fc.integer({ min: 0, max: 4 * 24 * 60 }),
          async ({ events, batches }, minute) => {
            const environment = newEnvironment();
            const oracle = new MemoryEventStore();
            await oracle.append(events.map((one) => ({ ...one, environment })));
            // A report in between: what it folded must not stand in the way of what comes later.
            const early = batches.slice(0, Math.ceil(batches.length / 2));
            await Promise.all(early.map((batch) => keep(environment, batch)));
            await store.tour(query(environment));
            await Promise.all(batches.slice(early.length).map((batch) => keep(environment, batch)));
            const asked = { now: EPOCH + minute * MINUTE_MS, from: EPOCH, until: EPOCH + 2 * DAY_MS };
            const questions = [
              {},
              { version: 1 },
              { locale: 'ja' },
              { tourId: 'second-tour', steps: ['s3', 's1', 's2'] },
            ];
            for (const question of questions) {
              const whole = query(environment, { ...asked, ...question });
              expect(await store.tour(whole)).toEqual(await oracle.tour(whole));
            }
            expect(await store.tours(query(environment, asked))).toEqual(await oracle.tours(query(environment, asked)));
            for (const question of [{}, { tourId: undefined }, { tourId: undefined, version: 2 }]) {
              const whole = targetsQuery(environment, { ...asked, ...question });
              expect(await store.targets(whole)).toEqual(await oracle.targets(whole));
            }
          },
        ),
        { numRuns: 30 },
      );
      // Everything that was kept so far, in some hundred environments, counted again from the raw events.
      const asked = Array.from({ length: environments }, (_, index) => query(`environment-${index}`));
      const before = await Promise.all(asked.map((one) => store.tour(one)));
      await store.recount();
      expect(await Promise.all(asked.map((one) => store.tour(one)))).toEqual(before);
      // Hundreds of reports: seconds on a free machine.
    }, 180_000);
  });
};

let made = 0;
/** One event of run-1 at so many minutes after EPOCH. */
const event = (
  type: StoredEvent['type'],
  minute: number,
  { clockOff = 0, ...more }: Partial<StoredEvent> & { readonly clockOff?: number } = {},
): StoredEvent => ({
  environment: '',
  id: `made-${made++}`,
  type,
  at: EPOCH + minute * MINUTE_MS + clockOff,
  ts: EPOCH + minute * MINUTE_MS,
  received: EPOCH + minute * MINUTE_MS,
  userId: 'u1',
  anonymousId: 'a',
  sessionId: 's',
  simulated: false,
  tourId: 'first-invoice',
  version: 1,
  runId: 'run-1',
  stepId: null,
  locale: 'en',
  detail: null,
  visibleMs: null,
  payload: null,
  ...more,
});
