import { parseEvent } from '@shirube/schema';
import type { ShirubeEvent } from '@shirube/schema/events';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { writeEvent } from './stored.ts';

const id = '019aa8f0-0000-7000-8000-000000000000';
const event = { id, at: 1, anonymousId: 'a1', sessionId: 's1', type: 'track', name: 'saved' } as const;

test('a plain event is written as it is', () => {
  const plain: ShirubeEvent = { ...event, props: { total: 3, tags: ['a', 'b'], empty: null } };
  expect(JSON.parse(writeEvent(plain))).toEqual(plain);
});

test('whatever the host passes as props, the server keeps the event', () => {
  fc.assert(
    fc.property(fc.object({ withBigInt: true, withDate: true, maxDepth: 12, maxKeys: 30 }), (props) => {
      const parsed = parseEvent(JSON.parse(writeEvent({ ...event, props })));
      expect(parsed.ok ? [] : parsed.problems).toEqual([]);
    }),
  );
});

test.each([
  ['a name that is too long', { name: 'n'.repeat(5_000) }],
  ['values that are too deep', { props: JSON.parse(`${'{"a":'.repeat(40)}1${'}'.repeat(40)}`) }],
  ['keys that the server refuses', { props: JSON.parse('{"__proto__":1,"constructor":{"prototype":2}}') }],
  ['far too many values', { props: { list: Array.from({ length: 9_000 }, (_, n) => n) } }],
])('%s: cut, flagged, and kept by the server', (_, more) => {
  const parsed = parseEvent(JSON.parse(writeEvent({ ...event, ...more })));
  expect(parsed.ok && parsed.value).toMatchObject({ id, truncated: true });
});
