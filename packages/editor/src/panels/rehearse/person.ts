import type { Person } from '@shirube/runtime/rehearse';
import type { Skill } from '@shirube/schema';
import type { PersonFacts, SeenTrait } from '@shirube/schema/api';
import type { TourState } from '@shirube/schema/events';
import type { Level, PastEvent } from '@shirube/schema/rules';
import type { Tour } from '@shirube/schema/tour';

/** A person that an author makes up: what is left empty is not known of them. */
export interface MadeUp {
  /** Paths of traits as rules have them, those of the account after `company.`; texts as they were typed. */
  readonly traits: readonly { readonly path: string; readonly value: string }[];
  /** By skill; absent is a novice. */
  readonly levels: Readonly<Record<string, Level>>;
  /** By tour; absent was never seen. */
  readonly past: Readonly<Record<string, 'seen' | 'completed'>>;
  readonly device: 'desktop' | 'tablet' | 'mobile' | undefined;
}
/** As whom a tour is played. */
export type Who =
  | { readonly kind: 'anyone' }
  | { readonly kind: 'real'; readonly userId: string }
  | { readonly kind: 'made_up' };

const ACCOUNT = 'company.';

/** Someone with an empty row for every trait that the audience asks about. */
export const blankPerson = (tour: Tour): MadeUp => ({
  traits: [...new Set(traitsIn(tour.audience))].map((path) => ({ path, value: '' })),
  levels: {},
  past: {},
  device: undefined,
});
const traitsIn = (value: unknown): readonly string[] => {
  if (Array.isArray(value)) return value.flatMap(traitsIn);
  if (typeof value !== 'object' || value === null) return [];
  const { user, company } = value as Readonly<Record<string, unknown>>;
  return [
    ...(typeof user === 'string' ? [user] : []),
    ...(typeof company === 'string' ? [`${ACCOUNT}${company}`] : []),
    ...Object.values(value).flatMap(traitsIn),
  ];
};

interface Known {
  readonly skills: readonly Skill[];
  readonly traits: readonly SeenTrait[];
  /** Epoch ms. */
  readonly now: number;
  readonly locale: string;
}

/** The made-up person as rules ask for one. Levels become the events that would have given them. */
export const personOf = (made: MadeUp, { skills, traits, now, locale }: Known): Person => {
  const user: Record<string, unknown> = {};
  const company: Record<string, unknown> = {};
  for (const { path, value } of made.traits) {
    if (path === '' || value === '') continue;
    const of = path.startsWith(ACCOUNT) ? 'company' : 'user';
    const bare = of === 'company' ? path.slice(ACCOUNT.length) : path;
    const seen = traits.find((one) => one.of === of && one.path === bare);
    put(of === 'company' ? company : user, bare.split('.'), typed(value, seen));
  }
  const history = skills.flatMap(({ id, signals, levels }): readonly PastEvent[] => {
    const level = made.levels[id] ?? 'novice';
    const [name] = signals;
    const count = level === 'novice' || name === undefined ? 0 : levels[level];
    // Only just now: not one of them has faded.
    return Array.from({ length: Math.ceil(count) }, () => ({ name: name ?? '', at: now }));
  });
  return {
    traits: user,
    company: { id: 'rehearsal', traits: company },
    history,
    tours: Object.fromEntries(Object.entries(made.past).map(([id, how]) => [id, stateOf(how, now)])),
    locale,
    device: made.device,
  };
};

export const realPerson = (facts: PersonFacts, locale: string): Person => ({
  id: facts.userId,
  traits: facts.traits,
  company: facts.company,
  history: facts.history,
  tours: facts.tours,
  locale,
});

/** What people would call the user. */
export const nameOf = ({ userId, traits }: Pick<PersonFacts, 'userId' | 'traits'>): string => {
  const { name, firstName, email } = traits;
  return [name, firstName, email].find((one) => typeof one === 'string' && one !== '')?.toString() ?? userId;
};

const stateOf = (how: 'seen' | 'completed', now: number): TourState => ({
  version: 1,
  runs: 1,
  startedAt: now - 1000,
  at: now,
  ...(how === 'completed'
    ? { status: 'completed' as const, completedAt: now }
    : { status: 'dismissed' as const, dismissedAt: now }),
});

const put = (into: Record<string, unknown>, [key = '', ...rest]: readonly string[], value: unknown): void => {
  // Not by assignment: a path of `__proto__` is a name like any other.
  const inner = rest.length === 0 ? value : Object.hasOwn(into, key) ? into[key] : {};
  Object.defineProperty(into, key, { value: inner, enumerable: true, configurable: true, writable: true });
  if (rest.length > 0 && typeof inner === 'object' && inner !== null)
    put(inner as Record<string, unknown>, rest, value);
};

/** Types do not coerce in rules: a typed text becomes what the app has sent under this name before. */
const typed = (text: string, seen: SeenTrait | undefined): unknown => {
  const number = Number(text);
  const types = seen?.types ?? ['number', 'boolean'];
  if (types.includes('boolean') && /^(true|false)$/.test(text)) return text === 'true';
  if (types.includes('number') && text.trim() !== '' && Number.isFinite(number)) return number;
  if (types.includes('list')) return text.split(',').map((item) => item.trim());
  return types.includes('null') && text === 'null' ? null : text;
};
