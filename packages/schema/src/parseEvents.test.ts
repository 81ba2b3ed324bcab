import { describe, expect, test } from 'vitest';
import { eventSchema } from './documents/eventSchema.ts';
import {
  BASE_FIELDS,
  BATCH_MAX_EVENTS,
  EVENT_CATALOGUE,
  PROPS_MAX_SIZE,
  parseEvent,
  parseEventBatch,
} from './index.ts';

const ID = '01940000-0000-7000-8000-000000000000';
const base = { id: ID, at: 1_795_262_400_000, anonymousId: 'a1', sessionId: 's1' };
const run = { ...base, tourId: 't1', version: 1, runId: ID, locale: 'ja' };
const step = { ...run, stepId: 'start' };
const events = [
  { ...base, type: 'tour_exposed', tourId: 't1', version: 1, arm: 'shown' },
  { ...run, type: 'tour_started', source: 'auto' },
  { ...step, type: 'step_viewed' },
  { ...step, type: 'step_completed', via: 'button', visibleMs: 1200 },
  { ...step, type: 'step_back' },
  { ...step, type: 'step_skipped', reason: 'show_if' },
  { ...run, type: 'tour_completed' },
  { ...step, type: 'tour_dismissed', via: 'escape' },
  { ...run, type: 'tour_ended', reason: 'target_missing', stepId: 'start' },
  { ...step, type: 'target_missing', reason: 'covered', waitedMs: 8000, onMissing: 'skip', page: '/invoices/:id' },
  { ...step, type: 'target_healed', confidence: 0.9, page: '/' },
  { ...base, type: 'track', name: 'invoice_sent', props: { total: 3, to: { country: 'JP' }, tags: ['a'] } },
  { ...base, type: 'identify', userId: 'u1', traits: { plan: 'trial' }, company: { id: 'c1', traits: {} } },
];
const problemsOf = (input: unknown) => {
  const parsed = parseEvent(input);
  return parsed.ok ? [] : parsed.problems.map(({ code, path }) => `${code} ${path}`);
};

test.each(events.map((event) => [event.type, event] as const))('%s is parsed as it is', (_type, event) => {
  const parsed = parseEvent(event);
  expect(parsed.ok && parsed.value).toEqual(event);
});

test('the catalogue names every type, and its required fields are those without which the event is refused', () => {
  expect(EVENT_CATALOGUE.map(({ type }) => type)).toEqual(events.map(({ type }) => type));
  const options = (eventSchema as unknown as { readonly options: readonly { readonly shape: object }[] }).options;
  expect(options.length).toBe(EVENT_CATALOGUE.length);
  EVENT_CATALOGUE.forEach(({ fields, type }, i) => {
    const known = [...BASE_FIELDS, ...fields];
    expect(known.map(({ name }) => name).sort(), type).toEqual(Object.keys(options[i]?.shape ?? {}).sort());
    for (const { name, required } of known) {
      const { [name]: _left, ...rest } = { ...events[i] } as Record<string, unknown>;
      expect([type, name, problemsOf(rest)]).toEqual([type, name, required ? [`missing /${name}`] : []]);
    }
  });
});

describe('an event', () => {
  test('with keys that are not known is kept, without them', () => {
    const parsed = parseEvent({ ...events[2], color: 'red' });
    expect(parsed.ok && parsed.value).toEqual(events[2]);
  });
  test.each([
    ['an id that is no UUID', { id: '5' }, ['bad_uuid /id']],
    ['a run that is no UUID', { runId: 'r1' }, ['bad_uuid /runId']],
    ['no time', { at: undefined }, ['missing /at']],
    ['a time that is no number', { at: Number.NaN }, ['wrong_type /at']],
    ['a time before 1970', { at: -1 }, ['out_of_range /at']],
    ['a time beyond every calendar', { at: 1e16 }, ['out_of_range /at']],
    ['an empty tour', { tourId: '' }, ['empty /tourId']],
    ['a step of 201 characters', { stepId: 'x'.repeat(201) }, ['too_long /stepId']],
    ['version 0', { version: 0 }, ['out_of_range /version']],
    ['a type that is not known', { type: 'tour_paused' }, ['unknown_value /type']],
    ['no type', { type: undefined }, ['missing /type']],
  ])('with %s is refused', (_name, change, expected) => {
    expect(problemsOf({ ...events[2], ...change })).toEqual(expected);
  });
  test('with props that are too large, too deep, dangerous or no data is refused', () => {
    const track = (props: unknown) => problemsOf({ ...base, type: 'track', name: 'x', props });
    expect(track({ text: 'x'.repeat(PROPS_MAX_SIZE - 10) })).toEqual([]);
    expect(track({ text: 'x'.repeat(PROPS_MAX_SIZE) })).toEqual(['too_large /props']);
    expect(track(Object.fromEntries(Array.from({ length: 20_000 }, (_, i) => [`k${i}`, i])))).toEqual([
      'too_large /props',
    ]);
    expect(track({ a: { a: { a: { a: { a: { a: { a: { a: {} } } } } } } } })).toEqual(['too_deep /props']);
    expect(track(JSON.parse('{"a":{"__proto__":{"admin":true}}}'))).toEqual(['forbidden_key /props']);
    expect(track([])).toEqual(['wrong_type /props']);
    expect(track({ a: Number.POSITIVE_INFINITY })).toEqual(['not_json /props']);
  });
});

describe('a batch', () => {
  const envelope = { key: 'pk_1', sentAt: 1 };
  test('keeps its good events and names the bad ones by their place', () => {
    const parsed = parseEventBatch({
      ...envelope,
      sequence: 3,
      dropped: { full: 2 },
      events: [events[0], 5, { ...events[1], source: 'x' }, events[2]],
    });
    expect(parsed.ok && parsed.value.events).toEqual([events[0], events[2]]);
    expect(
      parsed.ok && parsed.value.rejected.map(({ index, problem }) => `${index} ${problem.code} ${problem.path}`),
    ).toEqual(['1 wrong_type /events/1', '2 unknown_value /events/2/source']);
    expect(parsed.ok && [parsed.value.sequence, parsed.value.dropped]).toEqual([3, { full: 2 }]);
  });
  test.each([
    ['no key', { key: undefined }, ['missing /key']],
    ['no time', { sentAt: 'now' }, ['wrong_type /sentAt']],
    ['no list', { events: {} }, ['wrong_type /events']],
    ['nothing at all', { events: undefined }, ['missing /events']],
    ['too many events', { events: Array.from({ length: BATCH_MAX_EVENTS + 1 }, () => 0) }, ['too_many /events']],
  ])('with %s is refused', (_name, change, expected) => {
    const parsed = parseEventBatch({ ...envelope, events: [], ...change });
    expect(parsed.ok ? [] : parsed.problems.map(({ code, path }) => `${code} ${path}`)).toEqual(expected);
  });
});

test.each(['//evil.example', 'https://evil.example/', '/a?token=1', '/a#b', '/a\\b', `/${'x'.repeat(300)}`, 7])(
  'a page that is no path is left out, and the event kept: %s',
  (page) => {
    const parsed = parseEvent({ ...step, type: 'target_healed', confidence: 0.9, page });
    expect(parsed.ok && parsed.value).toEqual({ ...step, type: 'target_healed', confidence: 0.9 });
  },
);
