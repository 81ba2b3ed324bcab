import type { Problem } from '../problem.ts';
import { pointer, problem } from './problems.ts';

/** How much one document may hold, before anything else looks at it. */
export interface Limits {
  /** Objects, lists and values together. */
  readonly values: number;
  /** UTF-16 code units of all texts and keys together. */
  readonly characters: number;
}
export const DOCUMENT_LIMITS: Limits = { values: 200_000, characters: 4_000_000 };
export const BUNDLE_LIMITS: Limits = { values: 5_000_000, characters: 100_000_000 };
const MAX_DEPTH = 100;
const FORBIDDEN = ['__proto__', 'constructor', 'prototype'];

interface Guarded {
  /** The document must not be looked at further. */
  readonly refused: boolean;
  readonly problems: readonly Problem[];
}
interface Place {
  readonly value: unknown;
  readonly depth: number;
  readonly key: PropertyKey;
  readonly parent: Place | undefined;
}
const pathOf = (place: Place): string => {
  const keys: PropertyKey[] = [];
  for (let at: Place | undefined = place; at?.parent; at = at.parent) keys.unshift(at.key);
  return pointer(keys);
};
const isPlain = (value: object): boolean => {
  const prototype: unknown = Object.getPrototypeOf(value);
  // An object of another frame has another Object.prototype, but nothing above it either.
  return prototype === null || Array.isArray(value) || Object.getPrototypeOf(prototype) === null;
};

/** Walks without recursion: a cycle ends as too deep, and a huge document is given up as soon as it is known to be one. */
export const guard = (input: unknown, limits: Limits): Guarded => {
  const problems: Problem[] = [];
  const refuse = (refusal: Problem): Guarded => ({ refused: true, problems: [refusal] });
  const open: Place[] = [{ value: input, depth: 0, key: '', parent: undefined }];
  let [values, characters] = [0, 0];
  for (let place = open.pop(); place; place = open.pop()) {
    const { value, depth } = place;
    if (++values > limits.values)
      return refuse(problem('too_large', '', `The document holds more than ${limits.values} values.`));
    if (typeof value === 'string') characters += value.length;
    if (typeof value === 'object' && value !== null) {
      if (depth > MAX_DEPTH)
        return refuse(
          problem('too_deep', '', `The document is nested more than ${MAX_DEPTH} levels deep, or contains itself.`),
        );
      if (!isPlain(value)) return refuse(problem('not_json', pathOf(place), 'Only plain objects and lists are JSON.'));
      const keys = Object.keys(value);
      if (values + open.length + keys.length > limits.values)
        return refuse(problem('too_large', '', `The document holds more than ${limits.values} values.`));
      for (const key of keys) {
        const child = { value: (value as Record<string, unknown>)[key], depth: depth + 1, key, parent: place };
        open.push(child);
        if (Array.isArray(value)) continue;
        characters += key.length;
        if (FORBIDDEN.includes(key) && problems.length < 100)
          problems.push(problem('forbidden_key', pathOf(child), `The key "${key}" is not allowed in any document.`));
      }
    } else if (typeof value === 'function' || typeof value === 'symbol' || typeof value === 'bigint')
      return refuse(problem('not_json', pathOf(place), `A ${typeof value} is not JSON.`));
    if (characters > limits.characters)
      return refuse(problem('too_large', '', `The document holds more than ${limits.characters} characters of text.`));
  }
  return { refused: false, problems };
};
