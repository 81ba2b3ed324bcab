import type { ShirubeEvent } from '@shirube/schema/events';
import type { TargetsReport } from '@shirube/schema/report';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { countingUuid } from '../testing/batches.ts';
import { jsonOf, NOW, smallTour, type TestServer, testServer } from '../testing/testServer.ts';

let server: TestServer;
beforeEach(async () => {
  server = await testServer();
});
afterEach(() => server.close());

const MINUTE_MS = 60_000;
const report = (query = '') =>
  jsonOf<TargetsReport>(server.member('GET', `/v1/reports/targets?from=2026-10-01&to=2026-11-01${query}`));
const steps = (...more: readonly Readonly<Record<string, unknown>>[]) => ({
  steps: smallTour().steps.map((step, index) => ({ ...step, ...more[index] })),
});
const aimed = { kind: 'tooltip', target: { selectors: ['#new'] } };
const publish = async (tour: { readonly id: string }) => {
  const etag = (await server.member('GET', `/v1/tours/${tour.id}`)).headers.get('ETag');
  await server.member(
    'PUT',
    `/v1/tours/${tour.id}`,
    tour,
    etag === null ? { 'If-None-Match': '*' } : { 'If-Match': etag },
  );
  const published = await server.member('POST', `/v1/tours/${tour.id}/publish`, { environment: 'production' });
  expect(published.status).toBe(201);
};

/** What became of the first step's target in one run, so many minutes ago. */
type Fate = 'found' | 'healed' | 'missing';
let count = 0;
const run = (fate: Fate, minutesAgo: number, version = 1): readonly ShirubeEvent[] => {
  const runId = countingUuid(3, count++);
  const at = NOW - minutesAgo * MINUTE_MS;
  const common = { anonymousId: 'a', sessionId: 's', tourId: 'first-invoice', version, runId, locale: 'en' };
  const base = () => ({ ...common, id: countingUuid(4, count++), at });
  const step = () => ({ ...base(), stepId: 'new-button' });
  const started: ShirubeEvent = { ...base(), type: 'tour_started', source: 'auto' };
  if (fate === 'missing')
    return [started, { ...step(), type: 'target_missing', reason: 'hidden', onMissing: 'wait', page: '/invoices' }];
  const viewed: ShirubeEvent = { ...step(), type: 'step_viewed' };
  return fate === 'found'
    ? [started, viewed]
    : [started, { ...step(), type: 'target_healed', confidence: 0.9, page: '/invoices' }, viewed];
};
const send = async (events: readonly ShirubeEvent[]) => {
  const answer = await server.post('/v1/events', { key: server.key, sentAt: NOW, events });
  expect(answer.status).toBe(202);
};

describe('The report of targets', () => {
  test('tells of each step with a target how often it was found, healed and missing, and why', async () => {
    await publish(smallTour('first-invoice', steps({ ...aimed, page: '/invoices' })));
    const events = [
      ...run('found', 3_000),
      ...run('found', 2_900),
      ...run('healed', 60),
      ...run('missing', 30),
      ...run('missing', 20),
    ];
    await send(events);
    // The same again, backwards: at-least-once delivery changes no number.
    await send([...events].reverse());
    const [step, ...others] = (await report()).steps;
    expect(others).toEqual([]);
    expect(step).toMatchObject({
      tourId: 'first-invoice',
      tourName: 'Send your first invoice',
      liveVersion: 1,
      stepId: 'new-button',
      title: 'Step new-button',
      number: 1,
      page: '/invoices',
      all: {
        looked: 5,
        found: { numerator: 2, denominator: 5, value: 0.4 },
        healed: { numerator: 1, denominator: 5, value: 0.2 },
        missing: { numerator: 2, denominator: 5, value: 0.4 },
      },
      last24h: { looked: 3, missing: { numerator: 2, denominator: 3 } },
      before: { looked: 2, missing: { numerator: 0, denominator: 2, value: 0 } },
      reasons: [{ reason: 'hidden', runs: 2 }],
      became: { waited: 2, foundLater: 0, ended: 0 },
      confidence: { median: 0.9, min: 0.9, runs: 1 },
      firstMissingAt: NOW - 30 * MINUTE_MS,
      lastMissingAt: NOW - 20 * MINUTE_MS,
      versions: [{ version: 1, looked: 5 }],
    });
    expect(step?.all.missing.interval?.[0]).toBeGreaterThan(0);
  });

  test('says since when a target is gone, and that it went with a version', async () => {
    await publish(smallTour('first-invoice', steps(aimed)));
    await publish(smallTour('first-invoice', steps({ ...aimed, target: { selectors: ['#old'] } })));
    const before = Array.from({ length: 20 }, (_, index) => run('found', 5_000 - index));
    const after = Array.from({ length: 10 }, (_, index) => run('missing', 100 - index, 2));
    await send([...before, ...after].flat());
    const [step] = (await report()).steps;
    expect(step?.verdict).toMatchObject({ state: 'broken', since: NOW - 100 * MINUTE_MS, withVersion: 2 });
    expect(step?.verdict.now.missing).toMatchObject({ numerator: 10, denominator: 10 });
    expect((await report('&version=1')).steps[0]?.all).toMatchObject({ looked: 20, missing: { numerator: 0 } });
  });

  test('lists live steps that nobody looked for, without a rate, and the worst step first', async () => {
    await publish(smallTour('quiet', steps(aimed)));
    await publish(smallTour('first-invoice', steps(aimed, aimed)));
    await send(Array.from({ length: 5 }, (_, index) => run('missing', index + 1)).flat());
    const { steps: listed } = await report();
    expect(listed.map(({ tourId, stepId, verdict }) => [tourId, stepId, verdict.state])).toEqual([
      ['first-invoice', 'new-button', 'broken'],
      ['first-invoice', 'send', 'collecting'],
      ['quiet', 'new-button', 'collecting'],
    ]);
    expect(listed[2]?.all.missing).toEqual({ numerator: 0, denominator: 0, value: null, interval: null });
    expect((await report('&tour=quiet')).steps.map(({ tourId }) => tourId)).toEqual(['quiet']);
  });

  test('offers no page that nobody can open', async () => {
    await publish(smallTour('first-invoice', steps({ ...aimed, page: '/invoices/:id' })));
    await send(run('missing', 1));
    expect((await report()).steps[0]?.page).toBe('/invoices');
    await publish(smallTour('first-invoice', steps({ ...aimed, page: '/settings' })));
    expect((await report()).steps[0]?.page).toBe('/settings');
  });

  test('knows a tour from events alone', async () => {
    await send(run('missing', 1));
    expect((await report()).steps).toMatchObject([{ tourName: 'first-invoice', liveVersion: null, number: null }]);
  });

  test.each(['from=yesterday', 'timezone=Mars/Olympus', 'environment=moon', 'version=x', 'tour=a%20b', 'locale=ja'])(
    'refuses %s',
    async (query) => {
      const answer = await server.member('GET', `/v1/reports/targets?${query}`);
      expect(answer.status).toBe(400);
    },
  );

  test('is for members alone', async () => {
    expect((await server.app.request('/v1/reports/targets')).status).toBe(401);
  });
});
