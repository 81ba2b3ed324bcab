/**
 * The same object with some keys changed: an undefined value takes its key out, keys that are not named stay as they are and where they are,
 * and an object in which nothing differs stays itself.
 */
export const patch = <T extends object>(object: T, changes: Readonly<Record<string, unknown>>): T => {
  const now = object as Readonly<Record<string, unknown>>;
  const differs = Object.entries(changes).some(([key, value]) =>
    value === undefined ? Object.hasOwn(now, key) : now[key] !== value || !Object.hasOwn(now, key),
  );
  if (!differs) return object;
  const kept = Object.entries(now).flatMap(([key, value]): readonly (readonly [string, unknown])[] => {
    if (!Object.hasOwn(changes, key)) return [[key, value]];
    return changes[key] === undefined ? [] : [[key, changes[key]]];
  });
  const added = Object.entries(changes).filter(([key, value]) => value !== undefined && !Object.hasOwn(now, key));
  return Object.fromEntries([...kept, ...added]) as T;
};
