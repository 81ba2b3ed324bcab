import type { UiLocale } from '../../../session/Session.ts';
import { durationParts } from '../model/duration.ts';

const UNITS: Readonly<Record<UiLocale, Readonly<Record<string, readonly [one: string, many: string]>>>> = {
  en: {
    s: ['second', 'seconds'],
    m: ['minute', 'minutes'],
    h: ['hour', 'hours'],
    d: ['day', 'days'],
    w: ['week', 'weeks'],
  },
  ja: { s: ['秒', '秒'], m: ['分', '分'], h: ['時間', '時間'], d: ['日', '日'], w: ['週間', '週間'] },
};

/** "30d" as "30 days" or 「30 日」; what is no duration stays as it is. */
export const durationWords = (duration: unknown, ui: UiLocale): string => {
  const parts = durationParts(duration);
  if (parts === undefined) return String(duration);
  const [one, many] = UNITS[ui][parts.unit] ?? ['', ''];
  return `${parts.count} ${parts.count === 1 ? one : many}`;
};

/** A value as a person reads it. Texts are quoted where they could be taken for something else; in Japanese always. */
export const valueWords = (value: unknown, ui: UiLocale): string => {
  if (Array.isArray(value)) return listWords(value, ui);
  if (typeof value === 'string') return ui === 'ja' ? `「${value}」` : isPlainWord(value) ? value : `“${value}”`;
  if (typeof value === 'object' && value !== null) return JSON.stringify(value);
  return value === undefined ? '…' : String(value);
};
const isPlainWord = (text: string): boolean => /^[\p{L}/#@][^\s,“”]*$/u.test(text) && !/^(true|false|null)$/.test(text);

const SHOWN = 4;
/** "a, b or c"; of a long list the first few and how many more. */
export const listWords = (values: readonly unknown[], ui: UiLocale): string => {
  if (values.length > SHOWN) {
    const some = values.slice(0, SHOWN - 1).map((value) => valueWords(value, ui));
    const more = values.length - some.length;
    return ui === 'ja' ? `${some.join('、')} ほか ${more} 件のいずれか` : `${some.join(', ')} or one of ${more} more`;
  }
  return orWords(
    values.map((value) => valueWords(value, ui)),
    ui,
  );
};

/** Ready words, joined by "or". */
export const orWords = (words: readonly string[], ui: UiLocale): string => {
  if (ui === 'ja') return words.join('か');
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
};

/** A moment: an ISO date, or epoch ms. A day alone stays a day. */
export const momentWords = (value: unknown, ui: UiLocale): string => {
  const day = typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value);
  const at = typeof value === 'number' ? value : typeof value === 'string' ? Date.parse(value) : Number.NaN;
  if (!Number.isFinite(at)) return valueWords(value, ui);
  const style = day
    ? ({ dateStyle: 'medium', timeZone: 'UTC' } as const)
    : ({ dateStyle: 'medium', timeStyle: 'short' } as const);
  return new Intl.DateTimeFormat(ui, style).format(at);
};

/** 0.25 as "25%". */
export const percentWords = (share: number): string => `${Number((share * 100).toFixed(4))}%`;

/** "ja" as "Japanese". */
export const languageWords = (tag: string, ui: UiLocale): string => {
  try {
    return new Intl.DisplayNames(ui, { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
};

const BROWSERS: Readonly<Record<string, string>> = {
  chrome: 'Chrome',
  firefox: 'Firefox',
  safari: 'Safari',
  edge: 'Edge',
  opera: 'Opera',
};
export const browserWords = (name: string): string => (Object.hasOwn(BROWSERS, name) ? (BROWSERS[name] ?? name) : name);

/** What an element is called: what it says, else how it is looked for. */
export const elementWords = (target: unknown): string => {
  const { fingerprint, text, selectors } = (target ?? {}) as {
    readonly fingerprint?: { readonly name?: string; readonly text?: string };
    readonly text?: string;
    readonly selectors?: readonly string[];
  };
  return (
    [fingerprint?.name, fingerprint?.text, text, selectors?.[0]].find((one) => one !== undefined && one !== '') ?? '?'
  );
};

/** Hours of the day, 9.5 as "9:30". */
export const hourWords = (hour: number): string =>
  `${Math.floor(hour)}:${String(Math.round((hour % 1) * 60)).padStart(2, '0')}`;

/** Days of the week, 1 is Monday: "Monday to Friday", or a list. */
export const weekdayWords = (days: readonly number[], ui: UiLocale): string => {
  const sorted = [...new Set(days)].sort((a, b) => a - b);
  const format = new Intl.DateTimeFormat(ui, { weekday: ui === 'ja' ? 'short' : 'long', timeZone: 'UTC' });
  // 2024-01-01 was a Monday.
  const names = sorted.map((day) => format.format(Date.UTC(2024, 0, day)));
  const first = sorted[0] ?? 0;
  const isRow = sorted.length > 2 && sorted.every((day, index) => day === first + index);
  if (isRow) return ui === 'ja' ? `${names[0]}〜${names.at(-1)}` : `${names[0]} to ${names.at(-1)}`;
  return names.join(ui === 'ja' ? '・' : ', ');
};
