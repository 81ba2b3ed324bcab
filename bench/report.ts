/** How long a tour's report takes over many events. `node bench/report.ts [--large] [--events=n]`: 1 million, with --large also 5 million. */
import type { Tour } from '@shirube/schema/tour';
import type { EventStore } from '../packages/server/src/events/EventStore.ts';
import { openEvents } from '../packages/server/src/events/openEvents.ts';
import { type StoredEvent, toStored } from '../packages/server/src/events/StoredEvent.ts';
import { verdict } from './lib/bar.ts';
import { machine } from './lib/machine.ts';
import { runOf, STEPS, seeded } from './lib/runs.ts';
import { signIn, startProcess, withFolder } from './lib/server.ts';
import { median } from './lib/statistics.ts';
import { fixed, table, whole } from './lib/table.ts';

const BAR_MS = 200;
const BAR_EVENTS = 10_000_000;
const DAY_MS = 86_400_000;
const DAYS = 30;
const CHUNK = 20_000;
const TOUR = 'first-invoice';
/** Half of all runs are of the tour that is reported on; the others have to be passed over. */
const TOURS = [TOUR, TOUR, 'invite', 'search'];

const tour: Tour = {
  schemaVersion: 1,
  id: TOUR,
  name: 'Send your first invoice',
  defaultLocale: 'en',
  locales: ['en'],
  steps: STEPS.map((id) => ({ id, kind: 'modal', content: { en: { title: id } } })),
};

const fill = async (store: EventStore, count: number, now: number): Promise<void> => {
  const random = seeded(2);
  let waiting: StoredEvent[] = [];
  let stored = 0;
  while (stored < count) {
    const tourId = TOURS[Math.floor(random() * TOURS.length)] ?? TOUR;
    const startedAt = Math.floor(now - random() * DAYS * DAY_MS);
    const events = runOf(tourId, startedAt, random);
    // Every batch was sent as it happened, by a clock that is right.
    for (const event of events) {
      waiting.push(toStored(event, { environment: 'production', received: event.at, sentAt: event.at }));
    }
    if (waiting.length < CHUNK) continue;
    await store.append(waiting);
    stored += waiting.length;
    waiting = [];
  }
};

interface Timed {
  readonly events: number;
  readonly coldMs: number;
  readonly warmMs: number;
  /** Processor time of the server for one warm report. */
  readonly processorMs: number;
  readonly started: number;
}

const time = (events: number): Promise<Timed> =>
  withFolder(async (folder) => {
    const now = Date.now();
    const author = await startProcess(folder);
    const asAuthor = await signIn(author.url);
    const draft = { method: 'PUT', headers: { 'if-none-match': '*' }, body: JSON.stringify(tour) };
    await asAuthor(`/v1/tours/${TOUR}`, draft);
    const publish = { method: 'POST', body: JSON.stringify({ environment: 'production', note: 'benchmark' }) };
    await asAuthor(`/v1/tours/${TOUR}/publish`, publish);
    await author.stop('SIGTERM');

    const store = await openEvents(folder);
    await fill(store, events, now);
    await store.close();

    const server = await startProcess(folder);
    const asReader = await signIn(server.url);
    const day = (at: number): string => new Date(at).toISOString().slice(0, 10);
    const query = `from=${day(now - DAYS * DAY_MS)}&to=${day(now)}&timezone=Asia/Tokyo&environment=production`;
    const read = async (): Promise<{ readonly ms: number; readonly started: number }> => {
      const began = performance.now();
      const response = await asReader(`/v1/reports/tours/${TOUR}?${query}`);
      const { summary } = (await response.json()) as { readonly summary: { readonly started: number } };
      return { ms: performance.now() - began, started: summary.started };
    };
    const cold = await read();
    const before = server.processorSeconds();
    const warm: number[] = [];
    for (let turn = 0; turn < 9; turn += 1) warm.push((await read()).ms);
    const processorMs = ((server.processorSeconds() - before) * 1000) / warm.length;
    await server.stop('SIGTERM');
    return { events, processorMs, coldMs: cold.ms, warmMs: median(warm), started: cold.started };
  });

export const report = async (sizes: readonly number[] = [1_000_000]): Promise<void> => {
  console.log(
    `${machine()}\nOver HTTP, ${DAYS} days, half of the events are of this tour; cold: the first request after a start.\n`,
  );
  const timed: Timed[] = [];
  for (const size of sizes) timed.push(await time(size));
  console.log(
    table(
      ['tour report', 'runs counted', 'cold ms', 'warm ms (median of 9)', 'processor ms', 'warm ns per event'],
      timed.map(({ events, started, coldMs, warmMs, processorMs }) => [
        `${whole(events)} events`,
        whole(started),
        fixed(coldMs, 0),
        fixed(warmMs, 0),
        fixed(processorMs, 0),
        fixed((warmMs * 1e6) / events, 0),
      ]),
    ),
  );
  console.log();
  for (const { events, warmMs } of timed) {
    console.log(
      verdict({
        what: `Tour report over ${whole(events)} events`,
        limit: 'most',
        bar: BAR_MS,
        measured: warmMs,
        unit: 'ms',
      }),
    );
  }
  const largest = timed.at(-1);
  if (largest !== undefined && largest.events < BAR_EVENTS) {
    const estimate = (largest.warmMs * BAR_EVENTS) / largest.events;
    console.log(
      `The bar is for ${whole(BAR_EVENTS)} events: about ${fixed(estimate, 0)} ms if time grows with the events (an estimate, not measured; --events=${BAR_EVENTS} measures it).`,
    );
  }
};

/** The sizes that the command line asks for. */
export const sizesAsked = (args: readonly string[]): readonly number[] => {
  const own = args.flatMap((arg) => (arg.startsWith('--events=') ? [Number(arg.slice('--events='.length))] : []));
  return own.length > 0 ? own : [1_000_000, ...(args.includes('--large') ? [5_000_000] : [])];
};

if (process.argv[1] === import.meta.filename) await report(sizesAsked(process.argv.slice(2)));
