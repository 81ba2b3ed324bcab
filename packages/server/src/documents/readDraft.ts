import { isId, parseTour } from '@shirube/schema';
import type { Parsed, Problem } from '@shirube/schema/problem';
import type { Tour } from '@shirube/schema/tour';

/** As long as a complete draft's may be. */
const MAX_NAME = 200;

export interface ReadDraft {
  readonly parsed: Parsed<Tour>;
  /** The tour in the current version; where there are problems, the JSON as it stands. */
  readonly tour: Tour;
}

/** What a draft's text says. It may be incomplete: look at `parsed` before trusting `tour`. */
export const readDraft = (text: string): ReadDraft => readValue(jsonIn(text));

export const readValue = (value: unknown): ReadDraft => {
  const parsed = parseTour(value);
  return { parsed, tour: parsed.ok ? parsed.value : (value as Tour) };
};

/** A text that begins with a byte order mark keeps it; the JSON is what follows. */
export const jsonIn = (text: string): unknown => JSON.parse(text.replace(/^\uFEFF/, ''));

/** undefined: it has none yet, or what it has is no name. */
export const nameIn = (text: string): string | undefined => {
  const value = jsonIn(text);
  const name = isObject(value) ? value.name : undefined;
  return typeof name === 'string' && name !== '' ? name.slice(0, MAX_NAME) : undefined;
};

/** Problems for which even an incomplete draft is refused: it would be a danger, or nobody could ever read it again. */
export const unkeepable = (value: unknown, id: string, { parsed }: ReadDraft): readonly Problem[] => {
  if (!isObject(value)) return parsed.ok ? [] : parsed.problems;
  const fatal = parsed.ok
    ? []
    : parsed.problems.filter(({ code, path }) => NEVER.includes(code) || path === '/schemaVersion');
  const own = value.id;
  if (typeof own !== 'string' || !isId(own)) {
    return [...fatal, { code: 'bad_id', path: '/id', message: `A draft needs an id, also while it is incomplete.` }];
  }
  return own === id ? fatal : [...fatal, otherId(id, own)];
};

export const otherId = (wanted: string, found: string): Problem => ({
  code: 'other_id',
  path: '/id',
  message: `The id is "${found}", but the address says "${wanted}".`,
});

const NEVER = ['not_json', 'too_deep', 'too_large', 'forbidden_key', 'newer_version'];

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
