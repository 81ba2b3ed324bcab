import type { TourReport, ToursReport } from '@shirube/schema/report';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { batchOf } from '../testing/batches.ts';
import { jsonOf, NOW, smallTour, type TestServer, testServer } from '../testing/testServer.ts';

let server: TestServer;
beforeEach(async () => {
  server = await testServer();
});
afterEach(() => server.close());

const period = 'from=2026-11-01&to=2026-11-01';
const report = (query = '') =>
  jsonOf<TourReport>(server.member('GET', `/v1/reports/tours/first-invoice?${period}${query}`));
const publish = async (tour: unknown) => {
  const etag = (await server.member('GET', '/v1/tours/first-invoice')).headers.get('ETag');
  await server.member(
    'PUT',
    '/v1/tours/first-invoice',
    tour,
    etag === null ? { 'If-None-Match': '*' } : { 'If-Match': etag },
  );
  await server.member('POST', '/v1/tours/first-invoice/publish', { environment: 'production' });
};

describe("A tour's report", () => {
  test('equals what was sent, with its rates, days and versions', async () => {
    await publish(smallTour());
    // Two whole runs, and one that stops after its first step.
    await server.post('/v1/events', batchOf(server.key, NOW, 1, 0, 13));
    server.pass(31 * 60_000);
    const { summary, steps, days, versions, locales, neverShown } = await report();
    expect(summary).toMatchObject({
      name: 'Send your first invoice',
      liveVersion: 1,
      started: 3,
      completed: 2,
      abandoned: 1,
      inProgress: 0,
    });
    expect(summary.completionRate).toMatchObject({ numerator: 2, denominator: 3, value: 2 / 3 });
    expect(
      steps.map(({ stepId, title, reached, dropOff }) => [
        stepId,
        title,
        reached,
        dropOff.abandoned,
        dropOff.rate.value,
      ]),
    ).toEqual([
      ['new-button', 'Step new-button', 3, 1, 1 / 3],
      ['send', 'Step send', 2, 0, 0],
    ]);
    expect(steps[0]?.timeOnStep).toEqual({ medianMs: 1_500, p90Ms: 1_500, runs: 3 });
    expect(days).toEqual([{ day: '2026-11-01', started: 3, completed: 2 }]);
    expect(versions).toMatchObject([{ version: 1, started: 3, completed: 2 }]);
    expect(locales).toEqual([{ locale: 'en', started: 3 }]);
    expect(neverShown).toEqual({ dismissed: 0, abandoned: 0, broken: 0, inProgress: 0 });
  });

  test('shows the steps of the newest version first, and those that only older versions had after them', async () => {
    await publish(smallTour());
    const [first, second] = smallTour().steps;
    await publish(smallTour('first-invoice', { steps: [{ ...second }, { ...first, id: 'renamed' }] }));
    await server.post('/v1/events', batchOf(server.key, NOW, 1, 0, 5));
    expect((await report()).steps.map(({ stepId }) => stepId)).toEqual(['send', 'renamed', 'new-button']);
  });

  test('gives no rate where nothing started', async () => {
    await publish(smallTour());
    const { summary, steps } = await report();
    expect(summary.completionRate).toEqual({ numerator: 0, denominator: 0, value: null, interval: null });
    expect(steps[0]?.dropOff.rate.value).toBeNull();
  });

  test('counts a run on the day of its start in the zone that was asked for', async () => {
    await publish(smallTour());
    await server.post('/v1/events', batchOf(server.key, NOW, 1, 0, 5));
    expect((await report('&timezone=Pacific/Kiritimati')).summary.started).toBe(0);
    const next = await jsonOf<TourReport>(
      server.member('GET', '/v1/reports/tours/first-invoice?from=2026-11-02&to=2026-11-02&timezone=Pacific/Kiritimati'),
    );
    expect(next.days).toEqual([{ day: '2026-11-02', started: 1, completed: 1 }]);
  });

  test('says when what it shows is simulated', async () => {
    const batch = batchOf(server.key, NOW, 1, 0, 5);
    await server.post('/v1/events', { ...batch, events: batch.events.map((event) => ({ ...event, simulated: true })) });
    expect((await report()).summary.simulated).toBe(true);
  });

  test.each(['from=yesterday', 'timezone=Mars/Olympus', 'environment=moon', 'version=x', 'unknown=1'])(
    'refuses %s',
    async (query) => {
      const answer = await server.member('GET', `/v1/reports/tours/first-invoice?${query}`);
      expect(answer.status).toBe(400);
    },
  );

  test('of a tour that nobody knows is not found', async () => {
    expect((await server.member('GET', `/v1/reports/tours/nothing?${period}`)).status).toBe(404);
  });
});

test('The report of all tours lists those without a run and those known from events alone', async () => {
  await server.member('PUT', '/v1/tours/quiet', smallTour('quiet'), { 'If-None-Match': '*' });
  await server.post('/v1/events', batchOf(server.key, NOW, 1, 0, 5));
  const { tours } = await jsonOf<ToursReport>(server.member('GET', `/v1/reports/tours?${period}`));
  expect(tours.map(({ tourId, started, liveVersion }) => [tourId, started, liveVersion])).toEqual([
    ['quiet', 0, null],
    ['first-invoice', 1, null],
  ]);
});
