import { evaluate } from '@shirube/schema';
import type { Condition } from '@shirube/schema/rules';
import { expect, test } from 'vitest';
import { blankPerson, type MadeUp, personOf } from './person.ts';

const NOW = Date.UTC(2026, 10, 22, 12);
const skills = [{ id: 'invoicing', signals: ['sent'], levels: { learning: 1, proficient: 5 }, halfLifeDays: 3 }];
const traits = [
  { of: 'user' as const, path: 'code', types: ['string' as const], people: 1, values: [] },
  { of: 'user' as const, path: 'tags', types: ['list' as const], people: 1, values: [] },
];
const made = (more: Partial<MadeUp>): MadeUp => ({ traits: [], levels: {}, past: {}, device: undefined, ...more });
const holds = (more: Partial<MadeUp>, condition: Condition) => {
  const {
    traits: user,
    company,
    history,
    tours,
    device,
  } = personOf(made(more), { skills, traits, now: NOW, locale: 'en' });
  return evaluate(condition, { now: NOW, user, company: company?.traits, history, tours, device }, { skills }).matches;
};

test('typed traits get the type that rules compare with, dot paths and the account included', () => {
  const rows = (path: string, value: string) => ({ traits: [{ path, value }] });
  expect(holds(rows('plan', 'trial'), { user: 'plan', op: 'eq', value: 'trial' })).toBe(true);
  expect(holds(rows('seats', '12'), { user: 'seats', op: 'gt', value: 9 })).toBe(true);
  expect(holds(rows('admin', 'true'), { user: 'admin', op: 'eq', value: true })).toBe(true);
  // The app sends it as a text.
  expect(holds(rows('code', '12'), { user: 'code', op: 'eq', value: '12' })).toBe(true);
  expect(holds(rows('tags', 'a, b'), { user: 'tags', op: 'contains', value: 'b' })).toBe(true);
  expect(holds(rows('address.city', 'Kyoto'), { user: 'address.city', op: 'eq', value: 'Kyoto' })).toBe(true);
  expect(holds(rows('company.size', '3'), { company: 'size', op: 'eq', value: 3 })).toBe(true);
  expect(holds(rows('plan', ''), { user: 'plan', op: 'notExists' })).toBe(true);
  expect(holds(rows('__proto__.x', '1'), { user: 'x', op: 'exists' })).toBe(false);
});

test.each(['novice', 'learning', 'proficient'] as const)('someone who is %s in a skill is so by the rules', (level) => {
  expect(holds({ levels: { invoicing: level } }, { skill: 'invoicing', is: level })).toBe(true);
});

test('what was seen and completed before counts', () => {
  expect(holds({ past: { a: 'completed' } }, { tour: 'a', is: 'completed' })).toBe(true);
  expect(holds({ past: { a: 'seen' } }, { tour: 'a', is: 'completed' })).toBe(false);
  expect(holds({ past: { a: 'seen' } }, { tour: 'b', is: 'never_seen' })).toBe(true);
});

test('a new person has a row for every trait that the audience asks about', () => {
  const audience: Condition = {
    any: [
      { user: 'plan', op: 'exists' },
      {
        not: {
          all: [
            { company: 'size', op: 'gt', value: 1 },
            { user: 'plan', op: 'eq', value: 'x' },
          ],
        },
      },
    ],
  };
  expect(blankPerson({ audience } as never).traits.map(({ path }) => path)).toEqual(['plan', 'company.size']);
});
