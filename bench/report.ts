/**
 * How long reports take over many events. `node bench/report.ts [--large] [--huge] [--events=n]`: 1 million, with --large also 5, with --huge also 10.
 * The largest is measured a second time with every event of the one tour.
 */
import { join } from 'node:path';
import type { Tour } from '@shirube/schema/tour';
import { multiplyEvents } from '../packages/server/bench/multiplyEvents.ts';
import type { EventStore } from '../packages/server/src/events/EventStore.ts';
import { openEvents } from '../packages/server/src/events/openEvents.ts';
import { type StoredEvent, toStored } from '../packages/server/src/events/StoredEvent.ts';
import { verdict } from './lib/bar.ts';
import { machine } from './lib/machine.ts';
import { runOf, STEPS, seeded } from './lib/runs.ts';
import { type ServerProcess, signIn, startProcess, withFolder } from './lib/server.ts';
import { median } from './lib/statistics.ts';
import { fixed, table, whole } from './lib/table.ts';

const BAR_MS = 200;
const DAY_MS = 86_400_000;
const DAYS = 30;
const CHUNK = 20_000;
const TOUR = 'first-invoice';
/** Through the store at most this many; more are made of copies of these. */
const BASE = 250_000;
const TURNS = 9;
/** Half of all runs are of the tour that is reported on; the others have to be passed over. */
const MIXES = { half: [TOUR, TOUR, 'invite', 'search'], all: [TOUR] } as const;
type Mix = keyof typeof MIXES;

const tour: Tour = {
  schemaVersion: 1,
  id: TOUR,
  name: 'Send your first invoice',
  defaultLocale: 'en',
  locales: ['en'],
  steps: STEPS.map((id) => ({ id, kind: 'modal', content: { en: { title: id } } })),
};

/** Resolves with the id of a user who has runs. */
const fill = async (store: EventStore, count: number, mix: Mix, now: number): Promise<string> => {
  const random = seeded(2);
  let waiting: StoredEvent[] = [];
  let stored = 0;
  let someone = '';
  while (stored < count) {
    const tourId = MIXES[mix][Math.floor(random() * MIXES[mix].length)] ?? TOUR;
    const startedAt = Math.floor(now - random() * DAYS * DAY_MS);
    const events = runOf(tourId, startedAt, random);
    // Every batch was sent as it happened, by a clock that is right.
    for (const event of events) {
      waiting.push(toStored(event, { environment: 'production', received: event.at, sentAt: event.at }));
    }
    someone ||= events[0]?.userId ?? '';
    if (waiting.length < CHUNK) continue;
    await store.append(waiting);
    stored += waiting.length;
    waiting = [];
  }
  return someone;
};

/** A request, again and again: the first time after a start, the median of the others, and the server's processor time for one of those. */
interface Reading {
  readonly coldMs: number;
  readonly warmMs: number;
  readonly processorMs: number;
}
interface Timed {
  readonly events: number;
  readonly mix: Mix;
  readonly started: number;
  /** From nothing folded to the first answer. */
  readonly foldSeconds: number;
  readonly tour: Reading;
  readonly week: Reading;
  readonly tours: Reading;
  readonly state: Reading;
}

const reading = async (server: ServerProcess, read: () => Promise<unknown>): Promise<Reading> => {
  const timed = async () => {
    const began = performance.now();
    await read();
    return performance.now() - began;
  };
  const coldMs = await timed();
  const before = server.processorSeconds();
  const warm: number[] = [];
  for (let turn = 0; turn < TURNS; turn += 1) warm.push(await timed());
  return { coldMs, warmMs: median(warm), processorMs: ((server.processorSeconds() - before) * 1000) / TURNS };
};

const time = (events: number, mix: Mix): Promise<Timed> =>
  withFolder(async (folder) => {
    const now = Date.now();
    const author = await startProcess(folder);
    const asAuthor = await signIn(author.url);
    const draft = { method: 'PUT', headers: { 'if-none-match': '*' }, body: JSON.stringify(tour) };
    await asAuthor(`/v1/tours/${TOUR}`, draft);
    const publish = { method: 'POST', body: JSON.stringify({ environment: 'production', note: 'benchmark' }) };
    await asAuthor(`/v1/tours/${TOUR}/publish`, publish);
    await author.stop('SIGTERM');

    const file = join(folder, 'events.duckdb');
    const copies = Math.max(1, Math.round(events / BASE));
    const store = await openEvents(folder);
    const user = await fill(store, Math.ceil(events / copies), mix, now);
    await store.close();
    await multiplyEvents(file, copies);

    const again = await openEvents(folder);
    const began = performance.now();
    await again.tours({ environment: 'production', from: 0, until: now, now });
    const foldSeconds = (performance.now() - began) / 1000;
    await again.close();

    const server = await startProcess(folder);
    const asReader = await signIn(server.url);
    const day = (at: number): string => new Date(at).toISOString().slice(0, 10);
    const period = (days: number) =>
      `from=${day(now - days * DAY_MS)}&to=${day(now)}&timezone=Asia/Tokyo&environment=production`;
    const read = async <T>(path: string): Promise<T> => (await (await asReader(path)).json()) as T;
    const whole = `/v1/reports/tours/${TOUR}?${period(DAYS + 1)}`;
    const timed = {
      tour: await reading(server, () => read(whole)),
      week: await reading(server, () => read(`/v1/reports/tours/${TOUR}?${period(6)}`)),
      tours: await reading(server, () => read(`/v1/reports/tours?${period(DAYS + 1)}`)),
      state: await reading(server, () => read(`/v1/users/${user}-0/state?key=${server.publicKey}`)),
    };
    const { summary } = await read<{ readonly summary: { readonly started: number } }>(whole);
    await server.stop('SIGTERM');
    return { events, mix, started: summary.started, foldSeconds, ...timed };
  });

const nameOf = ({ events, mix }: Timed): string =>
  `${whole(events)} events, ${mix === 'all' ? 'all' : 'half'} of this tour`;

export const report = async (sizes: readonly number[] = [1_000_000]): Promise<void> => {
  console.log(
    `${machine()}\nOver HTTP, ${DAYS} days; cold: the first request after a start; warm: the median of ${TURNS}; processor: of the server, for one warm request.\n`,
  );
  const timed: Timed[] = [];
  for (const size of sizes) timed.push(await time(size, 'half'));
  const largest = sizes.at(-1);
  if (largest !== undefined) timed.push(await time(largest, 'all'));
  const of = ({ coldMs, warmMs, processorMs }: Reading) => [coldMs, warmMs, processorMs].map((ms) => fixed(ms, 0));
  console.log(
    table(
      ['', 'runs counted', 'request', 'cold ms', 'warm ms', 'processor ms'],
      timed.flatMap((one) => [
        [nameOf(one), whole(one.started), "a tour's report", ...of(one.tour)],
        ['', '', 'the same, 7 days', ...of(one.week)],
        ['', '', 'all tours', ...of(one.tours)],
        ['', '', "one user's state", ...of(one.state)],
      ]),
    ),
  );
  console.log();
  for (const one of timed) {
    console.log(`${nameOf(one)}: folded from nothing in ${fixed(one.foldSeconds, 1)} s, once and in the background.`);
  }
  console.log();
  for (const one of timed) {
    const what = `A tour's report, ${nameOf(one)}`;
    console.log(verdict({ what, limit: 'most', bar: BAR_MS, measured: one.tour.warmMs, unit: 'ms' }));
  }
};

/** The sizes that the command line asks for. */
export const sizesAsked = (args: readonly string[]): readonly number[] => {
  const own = args.flatMap((arg) => (arg.startsWith('--events=') ? [Number(arg.slice('--events='.length))] : []));
  return own.length > 0
    ? own
    : [1_000_000, ...(args.includes('--large') ? [5_000_000] : []), ...(args.includes('--huge') ? [10_000_000] : [])];
};

if (process.argv[1] === import.meta.filename) await report(sizesAsked(process.argv.slice(2)));
