import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { countLevels } from '../src/audience/countLevels.ts';
import { estimateAudience } from '../src/audience/estimateAudience.ts';
import { DuckDbEventStore } from '../src/events/duckdb/DuckDbEventStore.ts';

// How long the editor's questions about people take: `node packages/server/bench/people.ts [events] [people]`. Of the events, a tenth tell traits, three tenths are tracked, the others belong to runs.
const [events, people] = [Number(process.argv[2] ?? 1_000_000), Number(process.argv[3] ?? 100_000)];
const now = Date.UTC(2026, 10, 20);
const SKILL = {
  id: 'invoicing',
  signals: ['event-0', 'event-1'],
  windowDays: 60,
  levels: { learning: 1, proficient: 5 },
};
const folder = await mkdtemp(join(tmpdir(), 'shirube-people-'));
const file = join(folder, 'events.duckdb');
await (await DuckDbEventStore.open(file)).close();

// Made inside the database: a million events through the collector take a minute.
const instance = await DuckDBInstance.create(file);
const connection = await instance.connect();
await connection.run(`INSERT INTO events (environment, id, type, client_at, ts, received, user_id, anonymous_id, session_id, simulated, tour_id, version, run_id, step_id, locale, detail, payload, commit_no, user_key)
  SELECT 'production', format('0190a8b0-7e3c-7001-8000-{:012x}', i), type, moment, moment + 40, moment + 40, user_id, 'a-' || person, 's-' || (i // 8), false,
    CASE WHEN type NOT IN ('identify', 'track') THEN 'first-invoice' END, CASE WHEN type NOT IN ('identify', 'track') THEN 1 END,
    CASE WHEN type NOT IN ('identify', 'track') THEN format('0190a8b0-7e3c-7002-8000-{:012x}', person) END,
    CASE WHEN type LIKE 'step%' THEN 's' || (i % 5) END, CASE WHEN type NOT IN ('identify', 'track') THEN 'ja' END,
    CASE type WHEN 'track' THEN 'event-' || (i * 31 % 97 % 12) END,
    CASE type WHEN 'track' THEN '{"total":' || (i % 1000) || '}'
      WHEN 'identify' THEN '{"traits":{"firstName":"Name ' || person || '","plan":"' || ['trial','team','business','free'][1 + person % 4] || '","role":"' || ['admin','member','viewer'][1 + person % 3] ||
        '","locale":"ja","seats":' || (person % 50) || ',"createdAt":"2026-0' || (1 + person % 9) || '-11T00:00:00.000Z","tags":["a","b' || (person % 7) || '"]},"company":{"id":"c' || (person // 10) || '","traits":{"name":"Company ' || (person // 10) || '","plan":"team"}}}' END,
    1 + i // 2000, md5_number_lower(user_id)
  FROM (
    SELECT *, 'user-' || person AS user_id, CASE WHEN i % 10 = 0 THEN 'identify' WHEN i % 10 < 4 THEN 'track' WHEN i % 10 = 4 THEN 'tour_started' WHEN i % 10 = 9 THEN 'tour_completed' WHEN i % 2 = 0 THEN 'step_viewed' ELSE 'step_completed' END AS type
    FROM (SELECT i, (i * 7919 + i // 10) % ${people} AS person, ${now - 40 * 86_400_000} + CAST(i * (40 * 86400000.0 / ${events}) AS BIGINT) AS moment FROM range(${events}) AS r(i)) AS placed
  ) AS made_up`);
await connection.run('CHECKPOINT');
connection.closeSync();
instance.closeSync();

const timed = async <T>(work: () => Promise<T>) => {
  const [start, cpu] = [performance.now(), process.cpuUsage()];
  const answer = await work();
  const { user, system } = process.cpuUsage(cpu);
  return { ms: performance.now() - start, cpuMs: (user + system) / 1000, answer };
};
const opened = await timed(() => DuckDbEventStore.open(file));
const store = opened.answer;
const first = await timed(() => store.seenTraits('production'));
console.log(
  `${events} events, ${people} people: folded in ${(first.ms / 1000).toFixed(1)} s (${(first.cpuMs / 1000).toFixed(1)} s of processors)`,
);
const trial = { user: 'plan', op: 'eq', value: 'trial' } as const;
const admin = { user: 'role', op: 'in', value: ['admin', 'member'] } as const;
const estimate = (condition: Parameters<typeof estimateAudience>[1]['condition']) => () =>
  estimateAudience(store, { environment: 'production', condition, days: 30, now, segments: [], skills: [SKILL] });
const questions: Readonly<Record<string, () => Promise<unknown>>> = {
  'seen traits': () => store.seenTraits('production'),
  'seen events': () => store.seenEvents('production'),
  'estimate: traits': estimate({ all: [trial, admin, { company: 'plan', op: 'eq', value: 'team' }] }),
  'estimate: traits and a skill': estimate({ all: [trial, admin, { skill: 'invoicing', is: 'novice' }] }),
  'estimate: an event with props': estimate({
    all: [trial, { event: 'event-3', within: '30d', where: [{ prop: 'total', op: 'gt', value: 500 }] }],
  }),
  'estimate: a tour': estimate({ all: [trial, { tour: 'first-invoice', is: 'never_seen' }] }),
  'estimate: a share': estimate({ all: [trial, { sample: 0.25 }] }),
  'estimate: all of these': estimate({
    all: [
      trial,
      { skill: 'invoicing', is: 'novice' },
      { tour: 'first-invoice', is: 'never_seen' },
      { sample: 0.25 },
      { user: 'createdAt', op: 'withinLast', value: '90d' },
    ],
  }),
  levels: () => countLevels(store, { environment: 'production', skill: SKILL, now }),
  'search people': () => store.findPeople({ environment: 'production', search: 'name 123', limit: 50 }),
  'one person': () => store.ofUser({ environment: 'production', userId: 'user-5', names: 'all', perName: 100 }),
};
for (const [name, ask] of Object.entries(questions)) {
  const cold = await timed(ask);
  const warm: { readonly ms: number; readonly cpuMs: number }[] = [];
  for (let turn = 0; turn < 5; turn++) warm.push(await timed(ask));
  const least = (of: 'ms' | 'cpuMs') => Math.min(...warm.map((one) => one[of])).toFixed(0);
  const { people: counted, matched } = cold.answer as { readonly people?: number; readonly matched?: number };
  console.log(
    `${name}: ${cold.ms.toFixed(0)} ms first, then ${least('ms')} ms (${least('cpuMs')} ms of processors)${matched === undefined ? '' : `; ${matched} of ${counted}`}`,
  );
}
await store.close();
await rm(folder, { recursive: true, force: true });
