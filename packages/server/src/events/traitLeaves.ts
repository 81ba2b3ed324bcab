/** Their places are in stored rows: a change needs a new FOLD_SHAPE. */
export const LEAF_KINDS = ['string', 'number', 'boolean', 'list', 'null', 'item'] as const;

/** One trait that a person has, or one item of a list. `value` is JSON; null where there is none to suggest. */
export interface TraitLeaf {
  readonly of: 'user' | 'company';
  /** Dot path, as rules have it. */
  readonly path: string;
  readonly kind: (typeof LEAF_KINDS)[number];
  readonly value: string | null;
}

/** Of one person at most so many traits, of a list so many different items, and of texts no longer ones are kept for suggestions and for the search. */
export const LEAF_LIMITS = { traits: 200, items: 50, characters: 200 } as const;

/** What an `identify` told, as JSON of `{ traits, company }`, taken apart. Each path once; the first ones where there are too many. */
export const traitLeaves = (told: string): readonly TraitLeaf[] => {
  const { traits, company } = JSON.parse(told) as { readonly traits?: unknown; readonly company?: unknown };
  const ofCompany = isObject(company) ? company.traits : undefined;
  let left: number = LEAF_LIMITS.traits;
  const leavesOf = (of: TraitLeaf['of'], value: unknown, path: string): readonly TraitLeaf[] => {
    if (isObject(value))
      return Object.entries(value).flatMap(([key, inner]) =>
        // A key with a dot, or without a letter, cannot be named by a rule.
        key === '' || key.includes('.') ? [] : leavesOf(of, inner, path === '' ? key : `${path}.${key}`),
      );
    if (path === '' || path.length > LEAF_LIMITS.characters || left <= 0) return [];
    left -= 1;
    if (Array.isArray(value)) {
      const items = new Set(value.map(jsonOf).filter((item) => item !== null));
      return [
        { of, path: clean(path), kind: 'list', value: null },
        ...[...items]
          .slice(0, LEAF_LIMITS.items)
          .map((item) => ({ of, path: clean(path), kind: 'item' as const, value: item })),
      ];
    }
    const kind = value === null ? 'null' : (typeof value as 'string' | 'number' | 'boolean');
    return [{ of, path: clean(path), kind, value: jsonOf(value) }];
  };
  return [...leavesOf('user', traits, ''), ...leavesOf('company', ofCompany, '')];
};

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const jsonOf = (value: unknown): string | null =>
  typeof value === 'number' || typeof value === 'boolean'
    ? JSON.stringify(value)
    : typeof value === 'string' && value.length <= LEAF_LIMITS.characters
      ? JSON.stringify(clean(value))
      : null;

/** What no database takes, as in StoredEvent. */
const clean = (text: string): string => text.replaceAll('\0', '\uFFFD').replaceAll(/\p{Surrogate}/gu, '\uFFFD');
