import type { core } from 'zod';
import type { Problem } from '../problem.ts';
import type { ProblemCode } from '../problemCatalogue.ts';
import { isRecord, pointer, problem } from './problems.ts';

const valueAt = (input: unknown, path: readonly PropertyKey[]): unknown => {
  let value = input;
  for (const key of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Record<PropertyKey, unknown>)[key];
  }
  return value;
};

const typeName = (value: unknown): string =>
  value === null
    ? 'null'
    : Array.isArray(value)
      ? 'a list'
      : typeof value === 'object'
        ? 'an object'
        : `a ${typeof value}`;
const EXPECTED: Readonly<Record<string, string>> = {
  array: 'a list',
  object: 'an object',
  record: 'an object',
  int: 'a whole number',
  boolean: 'true or false',
};
/** A short quotation of a value for a message. */
export const quote = (value: unknown): string => {
  const text = typeof value === 'string' ? JSON.stringify(value) : typeName(value);
  return text.length > 60 ? `${text.slice(0, 60)}…"` : text;
};

const DISCRIMINATED: Readonly<Record<string, ProblemCode>> = { kind: 'unknown_kind', op: 'unknown_operator' };

/** Whether a place holds the value of a comparison: its type then depends on the operator. */
const isComparisonValue = (input: unknown, path: readonly PropertyKey[]): boolean => {
  const parent = valueAt(input, path.slice(0, -1));
  return path.at(-1) === 'value' && isRecord(parent) && typeof parent.op === 'string';
};

/** The text of an image for those who cannot see it: whoever forgets it should read why it is needed. */
const isAlt = (path: readonly PropertyKey[]): boolean => path.at(-1) === 'alt' && path.at(-2) === 'attrs';

const sized = (issue: core.$ZodIssueTooBig | core.$ZodIssueTooSmall, path: string): Problem => {
  if (issue.code === 'too_small') {
    return issue.origin === 'string' || issue.origin === 'array'
      ? problem('empty', path, 'This must not be empty.')
      : problem('out_of_range', path, `The least is ${issue.inclusive === false ? 'above ' : ''}${issue.minimum}.`);
  }
  if (issue.origin === 'string')
    return problem('too_long', path, `There may be at most ${issue.maximum} characters here.`);
  return problem('out_of_range', path, `The most is ${issue.inclusive === false ? 'below ' : ''}${issue.maximum}.`);
};

/** What zod found, in our words. `input` is what was parsed. */
export const problemsOf = (issues: readonly core.$ZodIssue[], input: unknown): readonly Problem[] =>
  issues.flatMap((issue): Problem | readonly Problem[] => {
    const path = pointer(issue.path);
    const found = valueAt(input, issue.path);
    switch (issue.code) {
      case 'unrecognized_keys':
        return issue.keys.map((key) =>
          problem('unknown_key', pointer([...issue.path, key]), `The key ${quote(key)} is not known here.`),
        );
      case 'invalid_type': {
        if (isAlt(issue.path)) return problem('missing_alt', path, 'Say in "alt" what the image shows.');
        if (found === undefined) return problem('missing', path, `"${String(issue.path.at(-1) ?? '')}" is required.`);
        const expected = `This must be ${EXPECTED[issue.expected] ?? `a ${issue.expected}`}, not ${typeName(found)}.`;
        return problem(isComparisonValue(input, issue.path) ? 'wrong_value' : 'wrong_type', path, expected);
      }
      case 'invalid_value':
        if (found === undefined) return problem('missing', path, `"${String(issue.path.at(-1) ?? '')}" is required.`);
        return problem(
          'unknown_value',
          path,
          `This must be ${issue.values.map((v) => JSON.stringify(v)).join(' or ')}, not ${quote(found)}.`,
        );
      case 'invalid_union': {
        const key = String(issue.path.at(-1));
        if (found === undefined) return problem('missing', path, `"${key}" is required.`);
        return problem(DISCRIMINATED[key] ?? 'unknown_value', path, `${quote(found)} is not a known "${key}" here.`);
      }
      case 'too_big':
      case 'too_small':
        return sized(issue, path);
      case 'invalid_key':
        return problemsOf(issue.issues as core.$ZodIssue[], found).map((inner) => ({ ...inner, path }));
      case 'custom':
        return problem(issue.params?.problem as ProblemCode, path, issue.message);
      default:
        return problem('wrong_type', path, issue.message);
    }
  });
