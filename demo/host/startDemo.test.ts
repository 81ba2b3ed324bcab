import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { signInAdmin } from './adminClient.ts';
import { type Demo, startDemo } from './startDemo.ts';

const dataDir = await mkdtemp(join(tmpdir(), 'shirube-demo-'));
afterAll(() => rm(dataDir, { recursive: true, force: true }));

const RUNS = 40;
/** What somebody finds in a running demo. */
const found = async (demo: Demo) => {
  const admin = await signInAdmin(demo.reports, demo.adminPassword);
  const versions = async (id: string) =>
    ((await admin.get(`/v1/tours/${id}/versions`)).body as { versions: unknown[] }).versions.length;
  const day = (ago: number): string => new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10);
  const period = `from=${day(40)}&to=${day(-1)}&timezone=Asia%2FTokyo&environment=production`;
  const { tours } = (await admin.get(`/v1/reports/tours?${period}`)).body as {
    tours: { started: number; simulated: boolean }[];
  };
  const state = await fetch(`${demo.reports}v1/users/demo-veteran/state?key=${demo.publicKey}`);
  const { history } = (await state.json()) as { history: unknown[] };
  const seen = async (what: 'traits' | 'events') =>
    ((await admin.get(`/v1/seen/${what}?environment=production`)).body as Record<string, Record<string, string>[]>)[
      what
    ]?.map((one) => one.path ?? one.name);
  const { people } = (await admin.get('/v1/people?environment=production&search=demo-veteran')).body as {
    people: { traits: unknown }[];
  };
  return {
    traits: (await seen('traits'))?.slice(0, 3),
    events: new Set(await seen('events')),
    veteranTraits: people.map(({ traits }) => traits),
    versions: [await versions('first-invoice'), await versions('invoice-filters')],
    started: tours.reduce((sum, tour) => sum + tour.started, 0),
    simulated: tours.every((tour) => tour.simulated),
    veteran: history.length,
  };
};

describe('the demo', () => {
  it('has everything at its first start, and makes none of it again at the next', async () => {
    for (const simulatedRuns of [RUNS, 2 * RUNS]) {
      const demo = await startDemo({ dataDir, port: 0, productPort: 0, simulatedRuns });
      try {
        expect(await found(demo)).toMatchObject({
          traits: ['createdAt', 'firstName', 'locale'],
          events: new Set(['invoice_sent', 'invoice_created', 'customer_added', 'invoice_paid']),
          veteranTraits: [{ firstName: 'Kenji', role: 'admin', plan: 'trial' }],
          versions: [1, 1],
          started: RUNS,
          simulated: true,
          veteran: 5,
        });
        const page = await (await fetch(demo.product)).text();
        expect(page).toContain(`src="${demo.reports}shirube.js" data-key="${demo.publicKey}"`);
      } finally {
        await demo.close();
      }
    }
  });

  it('keeps what somebody has edited since', async () => {
    const first = await startDemo({ dataDir, port: 0, productPort: 0, simulatedRuns: 0 });
    const admin = await signInAdmin(first.reports, first.adminPassword);
    const { body, etag } = await admin.get('/v1/tours/first-invoice');
    const { tour } = body as { tour: Record<string, unknown> };
    await admin.send('PUT', '/v1/tours/first-invoice', { ...tour, name: 'Edited' }, { 'if-match': etag ?? '' });
    await first.close();
    const second = await startDemo({ dataDir, port: 0, productPort: 0, simulatedRuns: 0 });
    const again = await (await signInAdmin(second.reports, second.adminPassword)).get('/v1/tours/first-invoice');
    await second.close();
    expect(again.body).toMatchObject({ tour: { name: 'Edited' } });
  });

  it('gives a past to veterans alone', async () => {
    const demo = await startDemo({ dataDir, port: 0, productPort: 0, simulatedRuns: 0 });
    const ask = async (body: string): Promise<number> =>
      (await fetch(`${demo.product}demo/history`, { method: 'POST', body })).status;
    try {
      expect(await ask('{"userId":"demo-veteran-0123abcd"}')).toBe(204);
      expect(await ask('{"userId":"demo-novice"}')).toBe(400);
      expect(await ask('not json')).toBe(400);
      expect(await ask(`{"userId":"${'x'.repeat(2_000)}"}`)).toBe(413);
    } finally {
      await demo.close();
    }
  });
});
