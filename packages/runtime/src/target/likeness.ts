import { dice, wordsOf } from './words.ts';

/** The ids and classes of what is inside, tags aside. */
export const partsOf = (tokens: readonly string[] = []): Set<string> =>
  new Set(tokens.flatMap((it) => it.split(/(?=[.#:])/).slice(1)));

/** What its picture is: the classes of an icon font, the first line of a drawing. Sizes of icons are not. */
export const pictureOf = (tokens: readonly string[] = []): Set<string> =>
  new Set(
    tokens
      .filter((it) => /^(i|svg|img|use|path|span)\b/.test(it))
      .flatMap((it) => it.split(/(?=[.#:])/).slice(1))
      .filter((it) => /[-:]/.test(it) && it.length > 3 && !/-(fw|lg|sm|xs|[0-9]x|icon)$/.test(it)),
  );

/** How alike two chains of ancestors are by their ids and classes, nearer ones for more. 0 to 1. */
export const pathAlike = (a: readonly string[] = [], b: readonly string[] = []): number => {
  const [one, two] = [weighPath(a), weighPath(b)];
  let [shared, all] = [0, 0];
  for (const [key, weight] of one) {
    all += weight;
    shared += 2 * Math.min(weight, two.get(key) ?? 0);
  }
  for (const weight of two.values()) all += weight;
  return all ? shared / all : 0;
};

const weighPath = (list: readonly string[]): Map<string, number> => {
  const map = new Map<string, number>();
  list.forEach((token, index) => {
    for (const part of token.split(/(?=[.#])/).slice(1))
      map.set(part, Math.max(map.get(part) ?? 0, 1 / (1 + index / 4)));
  });
  return map;
};

/** How alike two chains of ancestors are by their tags: their longest common subsequence among the nearest eight. 0 to 1. */
export const tagsAlike = (a: readonly string[] = [], b: readonly string[] = []): number => {
  const tags = (list: readonly string[]): string[] => list.slice(0, 8).map((it) => /^[^.#]*/.exec(it)?.[0] ?? '');
  const [one, two] = [tags(a), tags(b)];
  if (!one.length || !two.length) return one.length === two.length ? 1 : 0;
  const row = new Array<number>(two.length + 1).fill(0);
  for (const x of one) {
    let corner = 0;
    two.forEach((y, j) => {
      const above = row[j + 1] ?? 0;
      row[j + 1] = x === y ? corner + 1 : Math.max(above, row[j] ?? 0);
      corner = above;
    });
  }
  return (2 * (row[two.length] ?? 0)) / (one.length + two.length);
};

/** How many neighbours say the same, numbers aside. 0 to 1. */
export const neighboursAlike = (a: readonly string[], b: readonly string[]): number => dice(sayings(a), sayings(b));

const sayings = (list: readonly string[]): Set<string> =>
  new Set(list.map((it) => [...wordsOf(it).words].join(' ')).filter(Boolean));

/** How many steps of the way from the element outwards are the same. 0 to 1. */
export const samePlaces = (a: readonly number[] = [], b: readonly number[] = []): number => {
  const length = Math.max(a.length, b.length);
  return length ? a.filter((place, step) => place === b[step]).length / length : 0;
};
