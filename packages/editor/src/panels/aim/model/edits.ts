import type { Condition } from '@shirube/schema/rules';
import { partsOf } from './form.ts';

/**
 * Edits of a condition as pure functions. What an edit does not touch keeps its identity, and with it its bytes. A path leads from the
 * root: `['all', 2, 'not']`; the root itself is `[]`. `undefined` is the empty audience: everyone.
 */
export type Path = readonly (string | number)[];
export type Join = 'all' | 'any';
export type Rule = Condition | undefined;

export const samePath = (a: Path, b: Path): boolean => a.length === b.length && a.every((key, at) => key === b[at]);
/** As a problem has it. */
export const pointerOf = (path: Path): string =>
  path.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

/** The condition at a path; undefined when the way does not lead anywhere. */
export const conditionAt = (root: Rule, path: Path): Rule => {
  let at: unknown = root;
  for (const key of path) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, key)) return undefined;
    at = (at as Record<string | number, unknown>)[key];
  }
  return at as Rule;
};

/** Changes one place. The same answer from `change` gives the same root; so does a path that leads nowhere. */
export const changeAt = (root: Rule, path: Path, change: (condition: Condition) => Condition): Rule =>
  root === undefined ? root : (changeIn(root, path, change as (value: unknown) => unknown) as Condition);

const changeIn = (value: unknown, path: Path, change: (value: unknown) => unknown): unknown => {
  const [key, ...rest] = path;
  if (key === undefined) return change(value);
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return value;
  const before = (value as Record<string | number, unknown>)[key];
  const after = changeIn(before, rest, change);
  if (after === before) return value;
  if (Array.isArray(value)) return value.map((item, index) => (index === key ? after : item));
  return { ...value, [key]: after };
};

/** Where a place stands in its group: the group's path, and its index there. Undefined of the root and of what only stands in a `not`. */
const placeOf = (path: Path): { readonly list: Path; readonly index: number } | undefined => {
  const index = path.at(-1);
  return typeof index === 'number' ? { list: path.slice(0, -1), index } : undefined;
};
const changeList = (
  root: Rule,
  list: Path,
  change: (parts: readonly Condition[]) => readonly Condition[] | undefined,
): Rule =>
  changeAt(root, list, (parts) => {
    const changed = change(parts as unknown as readonly Condition[]);
    return (changed ?? parts) as unknown as Condition;
  });

/** Adds at the end of the group at `path`. A leaf there becomes a group first; nothing there becomes the new condition. */
export const add = (root: Rule, path: Path, condition: Condition): { readonly root: Rule; readonly path: Path } => {
  if (root === undefined) return { root: condition, path: [] };
  const group = partsOf(conditionAt(root, path));
  if (group === undefined)
    return { root: changeAt(root, path, (leaf) => ({ all: [leaf, condition] })), path: [...path, 'all', 1] };
  // `all: []` is how a file says everyone.
  if (path.length === 0 && group.parts.length === 0 && group.join === 'all') return { root: condition, path: [] };
  const list = [...path, group.join];
  return {
    root: changeList(root, list, (parts) => [...parts, condition]),
    path: [...list, group.parts.length],
  };
};

/** Takes a place out. A `not` goes with what it negated; a group that loses its last part goes too. */
export const remove = (root: Rule, path: Path): Rule => {
  const place = placeOf(path);
  if (path.length === 0) return undefined;
  if (place === undefined) return remove(root, path.slice(0, -1));
  const group = place.list.slice(0, -1);
  if ((partsOf(conditionAt(root, group))?.parts.length ?? 0) <= 1) return remove(root, group);
  return changeList(root, place.list, (parts) => parts.filter((_, index) => index !== place.index));
};

/** The place that takes part in its group: a `not` around a leaf moves and goes with it. */
export const outermost = (root: Rule, path: Path): Path => {
  let at = path;
  while (at.at(-1) === 'not' && conditionAt(root, at) !== undefined) at = at.slice(0, -1);
  return at;
};

/** Moves a place by one among its neighbours. */
export const move = (root: Rule, path: Path, by: -1 | 1): { readonly root: Rule; readonly path: Path } => {
  const from = outermost(root, path);
  const place = placeOf(from);
  if (place === undefined) return { root, path };
  const to = place.index + by;
  const moved = changeList(root, place.list, (parts) => {
    const part = parts[place.index];
    const other = parts[to];
    if (part === undefined || other === undefined) return undefined;
    return parts.map((one, index) => (index === to ? part : index === place.index ? other : one));
  });
  return moved === root ? { root, path } : { root: moved, path: [...place.list, to, ...path.slice(from.length)] };
};

/** Puts a copy of a place right behind it; a lone condition becomes a group of two. */
export const duplicate = (root: Rule, path: Path): { readonly root: Rule; readonly path: Path } => {
  const from = outermost(root, path);
  const place = placeOf(from);
  const rest = path.slice(from.length);
  if (root === undefined) return { root, path };
  if (place === undefined)
    return { root: changeAt(root, from, (one) => ({ all: [one, one] })), path: [...from, 'all', 1, ...rest] };
  return {
    root: changeList(root, place.list, (parts) =>
      parts.flatMap((one, index) => (index === place.index ? [one, one] : [one])),
    ),
    path: [...place.list, place.index + 1, ...rest],
  };
};

/** Puts a group of its own around a place; parts can then be added to it. */
export const wrap = (root: Rule, path: Path, join: Join): { readonly root: Rule; readonly path: Path } => {
  const from = outermost(root, path);
  return {
    root: changeAt(root, from, (one) => (join === 'all' ? { all: [one] } : { any: [one] })),
    path: [...from, join, 0, ...path.slice(from.length)],
  };
};

/** Lets the parts of a group stand where the group stood. A group of one becomes its part; otherwise only a group in a group opens. */
export const unwrap = (root: Rule, path: Path): Rule => {
  const group = partsOf(conditionAt(root, path));
  if (group === undefined) return root;
  const [only] = group.parts;
  if (group.parts.length === 1 && only !== undefined) return changeAt(root, path, () => only);
  const place = placeOf(path);
  if (place === undefined) return root;
  return changeList(root, place.list, (parts) =>
    parts.flatMap((one, index) => (index === place.index ? group.parts : [one])),
  );
};

/** Turns a place into its opposite. Twice gives back what was there, the very same. */
export const negate = (root: Rule, path: Path): { readonly root: Rule; readonly path: Path } => {
  if (path.at(-1) === 'not') {
    const around = path.slice(0, -1);
    const inner = conditionAt(root, path);
    return { root: inner === undefined ? root : changeAt(root, around, () => inner), path: around };
  }
  return { root: changeAt(root, path, (not) => ({ not })), path: [...path, 'not'] };
};

/** Joins the parts of a group by "and" (`all`) or "or" (`any`). Keys that are not ours stay. */
export const setJoin = (root: Rule, path: Path, join: Join): Rule =>
  changeAt(root, path, (group) => {
    const now = partsOf(group);
    if (now === undefined || now.join === join) return group;
    return renameKey(group, now.join, join) as Condition;
  });

const renameKey = (object: object, from: string, to: string): object =>
  Object.fromEntries(Object.entries(object).map(([key, value]) => [key === from ? to : key, value]));
