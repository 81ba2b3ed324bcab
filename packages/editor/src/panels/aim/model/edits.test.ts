import { type Condition, evaluate, type Facts } from '@shirube/schema/rules';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  add,
  changeAt,
  conditionAt,
  duplicate,
  move,
  negate,
  type Path,
  remove,
  setJoin,
  unwrap,
  wrap,
} from './edits.ts';
import { partsOf } from './form.ts';
import { patch } from './patch.ts';

const leaf = fc
  .record({ user: fc.constantFrom('a', 'b', '__proto__'), op: fc.constant('eq'), value: fc.integer() })
  .map((one) => one as Condition);
const condition = fc.letrec<{ it: Condition }>((tie) => ({
  it: fc.oneof(
    { maxDepth: 4 },
    leaf,
    fc.record({ all: fc.array(tie('it'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ any: fc.array(tie('it'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ not: tie('it') }),
  ),
})).it;

/** Every place in a condition. */
const places = (it: Condition, at: Path = []): readonly Path[] => {
  const group = partsOf(it);
  if (group) return [at, ...group.parts.flatMap((part, index) => places(part, [...at, group.join, index]))];
  return 'not' in it ? [at, ...places(it.not, [...at, 'not'])] : [at];
};
const withPlace = condition.chain((it) => fc.record({ it: fc.constant(it), at: fc.constantFrom(...places(it)) }));
const isUnder = (path: Path, above: Path): boolean => above.every((key, index) => path[index] === key);
const leaves = (it: Condition | undefined): number =>
  it === undefined ? 0 : places(it).filter((at) => 'user' in (conditionAt(it, at) ?? {})).length;

test('a change of one place gives back the very same objects everywhere else', () => {
  fc.assert(
    fc.property(withPlace, ({ it, at }) => {
      const changed = changeAt(it, at, () => ({ segment: 'x' }));
      expect(conditionAt(changed, at)).toEqual({ segment: 'x' });
      for (const other of places(it))
        if (!isUnder(at, other) && !isUnder(other, at))
          expect(conditionAt(changed, other)).toBe(conditionAt(it, other));
      expect(changeAt(it, at, (same) => same)).toBe(it);
      expect(changeAt(it, [...at, 'all', 99], () => ({ segment: 'x' }))).toBe(it);
    }),
  );
});

test('moving on and back, and negating twice, give what was there', () => {
  fc.assert(
    fc.property(withPlace, fc.constantFrom(1 as const, -1 as const), ({ it, at }, by) => {
      const there = move(it, at, by);
      expect(conditionAt(there.root, there.path)).toBe(conditionAt(it, at));
      if (there.root !== it) expect(move(there.root, there.path, by === 1 ? -1 : 1).root).toEqual(it);
      if (at.at(-2) === 'not') return;
      const opposite = negate(it, at);
      const back = negate(opposite.root, opposite.path);
      expect(back.root).toEqual(it);
      expect(conditionAt(back.root, back.path)).toBe(conditionAt(it, at));
    }),
  );
});

test('a group around one condition means what the condition meant, and opens again', () => {
  const facts: Facts = { now: 0, user: { a: 1, b: 2 } };
  fc.assert(
    fc.property(withPlace, fc.constantFrom('all' as const, 'any' as const), ({ it, at }, join) => {
      const { root, path } = wrap(it, at, join);
      expect(evaluate(root as Condition, facts).matches).toBe(evaluate(it, facts).matches);
      expect(conditionAt(root, path)).toBe(conditionAt(it, at));
      const group = path.slice(0, path.lastIndexOf(join));
      expect(unwrap(root, group)).toEqual(it);
    }),
  );
});

test('what is added is there, what is removed is gone, and a copy equals what it copies', () => {
  fc.assert(
    fc.property(withPlace, ({ it, at }) => {
      const added = add(it, at, { segment: 'x' });
      expect(conditionAt(added.root, added.path)).toEqual({ segment: 'x' });
      expect(remove(added.root, added.path) === undefined).toBe(false);
      const gone = remove(it, at);
      expect(leaves(gone)).toBeLessThan(leaves(it));
      const copy = duplicate(it, at);
      expect(conditionAt(copy.root, copy.path)).toBe(conditionAt(it, at));
    }),
  );
});

test('the last part of a group takes the group with it, and the last condition leaves everyone', () => {
  const one: Condition = { segment: 'one' };
  const two: Condition = { segment: 'two' };
  expect(remove({ all: [one, { not: { any: [two] } }] }, ['all', 1, 'not', 'any', 0])).toEqual({ all: [one] });
  expect(remove({ not: one }, ['not'])).toBeUndefined();
  expect(remove({ all: [one] }, ['all', 0])).toBeUndefined();
  expect(add({ all: [] }, [], one)).toEqual({ root: one, path: [] });
  expect(add(undefined, [], one)).toEqual({ root: one, path: [] });
});

test('joining otherwise keeps the parts and the keys that are not known here', () => {
  const parts = [{ segment: 'one' }];
  const group = { note: 'from git', all: parts } as unknown as Condition;
  const other = setJoin(group, [], 'any');
  expect(JSON.stringify(other)).toBe('{"note":"from git","any":[{"segment":"one"}]}');
  expect((other as unknown as { any: unknown }).any).toBe(parts);
  expect(setJoin(group, [], 'all')).toBe(group);
});

test('a patch keeps the order and what it does not name, and is nothing when nothing differs', () => {
  const object = { user: 'plan', op: 'in', extra: 1, value: ['a'] };
  expect(JSON.stringify(patch(object, { op: 'exists', value: undefined }))).toBe(
    '{"user":"plan","op":"exists","extra":1}',
  );
  expect(patch(object, { op: 'in', other: undefined })).toBe(object);
});
