import type { Comparison, Operator } from '@shirube/schema/rules';
import { durationWords, listWords, momentWords, valueWords } from './values.ts';

/** What each operator says, and what it says when it is negated. */
const VERBS: Readonly<Record<Operator, readonly [is: string, isNot: string]>> = {
  eq: ['is', 'is not'],
  neq: ['is not', 'is'],
  lt: ['is less than', 'is not less than'],
  lte: ['is at most', 'is not at most'],
  gt: ['is more than', 'is not more than'],
  gte: ['is at least', 'is not at least'],
  in: ['is', 'is not'],
  notIn: ['is not', 'is'],
  contains: ['contains', 'does not contain'],
  notContains: ['does not contain', 'contains'],
  startsWith: ['starts with', 'does not start with'],
  endsWith: ['ends with', 'does not end with'],
  matches: ['matches the pattern', 'does not match the pattern'],
  exists: ['is known', 'is not known'],
  notExists: ['is not known', 'is known'],
  before: ['is before', 'is not before'],
  after: ['is after', 'is not after'],
  withinLast: ['is within the last', 'is not within the last'],
  olderThan: ['is longer ago than', 'is not longer ago than'],
  versionGte: ['is version', 'is not version'],
  versionLt: ['is older than version', 'is not older than version'],
};

/** "plan is trial"; negated "plan is not trial". */
export const compareEn = (subject: string, { op, value }: Comparison, { negated = false } = {}): string => {
  const verb = VERBS[op]?.[negated ? 1 : 0] ?? String(op);
  return [subject, verb, ...wordsOf(op, value)].join(' ');
};

const wordsOf = (op: Operator, value: unknown): readonly string[] => {
  switch (op) {
    case 'exists':
    case 'notExists':
      return [];
    case 'before':
    case 'after':
      return [momentWords(value, 'en')];
    case 'withinLast':
    case 'olderThan':
      return [durationWords(value, 'en')];
    case 'versionGte':
      return [`${value} or later`];
    case 'versionLt':
      return [String(value)];
    case 'in':
    case 'notIn':
      return [Array.isArray(value) ? listWords(value, 'en') : valueWords(value, 'en')];
    case 'eq':
    case 'neq':
      return [
        Array.isArray(value)
          ? `exactly [${value.map((one) => valueWords(one, 'en')).join(', ')}]`
          : valueWords(value, 'en'),
      ];
    case 'matches':
      return [String(value)];
    default:
      return [valueWords(value, 'en')];
  }
};
