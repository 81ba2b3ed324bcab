import { wallClock } from '../rules/clock.ts';
import { timeMs } from '../rules/values.ts';
import { versionKey } from '../rules/versionKey.ts';
import { dispatch, must } from './dispatch.ts';
import { z } from './zod.ts';

/** Whether a call gives an answer at all. */
export const works = (call: () => unknown): boolean => {
  try {
    call();
    return true;
  } catch {
    return false;
  }
};

const ID = /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/;
const FORBIDDEN = ['__proto__', 'constructor', 'prototype'];

export const isId = (value: string): boolean => ID.test(value) && !FORBIDDEN.includes(value);
export const id = z
  .string()
  .check(must('bad_id', 'An id is 1 to 64 letters, digits, - and _, and starts with a letter or digit.', isId))
  .meta({ pattern: ID.source });
export const name = z.string().min(1).max(200);
/** The name of a tracked event or of a query parameter. */
export const eventName = z.string().min(1).max(200);
/** Keys joined by dots. */
export const traitPath = z
  .string()
  .min(1)
  .max(200)
  .check(
    must('bad_path', 'A path is keys joined by dots, such as "plan" or "address.city".', (value: string) =>
      value.split('.').every((key) => key !== '' && !FORBIDDEN.includes(key)),
    ),
  );

export const isLocale = (value: string): boolean => value.length <= 35 && works(() => Intl.getCanonicalLocales(value));
export const locale = z
  .string()
  .check(must('bad_locale', 'This must be a language tag such as "en", "ja" or "pt-BR".', isLocale));

const isRealDay = (text: string): boolean => {
  const day = text.slice(0, 10);
  const at = Date.parse(`${day}T00:00:00Z`);
  return Number.isFinite(at) && new Date(at).toISOString().startsWith(day);
};
export const isDate = (value: string): boolean => Number.isFinite(timeMs(value)) && isRealDay(value);
/** An ISO 8601 day or moment. */
export const date = z
  .string()
  .check(must('bad_date', 'This must be a date such as "2026-12-01" or "2026-12-01T09:00:00+09:00".', isDate));

const DURATION = /^[1-9]\d{0,5}[smhdw]$/;
export const duration = z
  .string()
  .check(
    must('bad_duration', 'This must be a duration such as "30d", "12h", "45m", "90s" or "2w".', (value: string) =>
      DURATION.test(value),
    ),
  )
  .meta({ pattern: DURATION.source, examples: ['30d', '12h'] });
export const timezone = z
  .string()
  .check(
    must(
      'bad_timezone',
      'This must be an IANA time zone such as "Asia/Tokyo".',
      (value: string) => /^[A-Za-z]/.test(value) && works(() => wallClock(0, value)),
    ),
  );
export const version = z
  .string()
  .max(100)
  .check(
    must(
      'bad_version',
      'This must be a version such as "1.10" or "2.0.0-beta.1".',
      (value: string) => versionKey(value) !== undefined,
    ),
  );

/** What a link may lead to: https, http, mailto, or a place on the same site. */
export const isLink = (href: string): boolean =>
  !/[\p{Cc}\s\\]/u.test(href) &&
  (/^https?:\/\/[^/?#]/i.test(href) ||
    /^mailto:[^?]/i.test(href) ||
    /^(?:\/(?!\/)|[?#.])/.test(href) ||
    /^[^/:?#]+(?:[/?#]|$)/.test(href));
export const link = z
  .string()
  .min(1)
  .max(2000)
  .check(must('bad_link', 'A link is https, http, mailto or relative, without spaces.', isLink));

/** Whole number of milliseconds. */
export const ms = (most: number) => z.int().min(0).max(most);
export const text = (most: number) => z.string().min(1).max(most);

const scalarMembers = { string: z.string().max(1000), number: z.number(), boolean: z.boolean() };
export const scalar = dispatch(scalarMembers, (input) => {
  const type = typeof input;
  if (type === 'string' || type === 'number' || type === 'boolean') return type;
  return input === undefined
    ? ['missing', '"value" is required.']
    : ['wrong_value', 'This must be a text, a number, true or false.'];
});
/** A record by locale. */
export const localized = <T extends Parameters<typeof z.record>[1]>(value: T) => z.record(locale, value);
