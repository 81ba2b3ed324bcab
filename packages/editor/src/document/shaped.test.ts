import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isRepaired, shaped } from './shaped.ts';

test('A tour of the right shape is given back as it is', () => {
  const tour = { id: 'a', locales: ['en'], steps: [{ id: 'one', kind: 'modal', content: { en: {} } }, { id: 'two' }] };
  expect(shaped(tour)).toBe(tour);
  expect(isRepaired(shaped(tour))).toBe(false);
});

test('What cannot be shown is left out, and of two steps with one id the second gets another', () => {
  const fine = { id: 'one', kind: 'modal', content: { en: {} } };
  const steps = [null, fine, 'text', { ...fine, advance: 'click', buttons: [null], target: {}, content: { en: null } }];
  const tour = shaped({ id: 'a', name: 7, locales: 'en', steps });
  expect(tour).toEqual({ id: 'a', steps: [fine, { id: 'one-2', kind: 'modal' }] });
  expect(tour.steps[0]).toBe(fine);
  expect(isRepaired(tour)).toBe(true);
  expect(shaped({ id: 'a', steps: { 0: 'one' } })).toEqual({ id: 'a', steps: [] });
});

test('Whatever the document is, its steps are steps with ids of their own', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.array(fc.jsonValue()), (other, steps) => {
      for (const document of [other, { id: 'a', steps, locales: other }]) {
        const ids = (shaped(document).steps ?? []).map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
      }
    }),
  );
});
