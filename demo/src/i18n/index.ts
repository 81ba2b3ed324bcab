import { recall, remember } from '../data/memory.ts';
import { en, type MessageKey } from './en.ts';
import { ja } from './ja.ts';

export type Lang = 'en' | 'ja';
export type { MessageKey } from './en.ts';

const catalogues: Readonly<Record<Lang, Readonly<Record<MessageKey, string>>>> = { en, ja };
const LANG_KEY = 'hinode.lang';

export const rememberedLang = (): Lang => {
  const kept = recall(LANG_KEY);
  if (kept === 'en' || kept === 'ja') return kept;
  return navigator.language.startsWith('ja') ? 'ja' : 'en';
};
export const rememberLang = (lang: Lang): void => remember(LANG_KEY, lang);

/** `{name}` in the message is replaced by `values.name`. */
export type Translate = (key: MessageKey, values?: Readonly<Record<string, string | number>>) => string;
export const translator =
  (lang: Lang): Translate =>
  (key, values = {}) =>
    catalogues[lang][key].replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));

export interface Formats {
  /** Yen with its sign: ¥12,345 or ¥12,345 with the full-width sign that Japanese readers expect. */
  yen(amount: number): string;
  day(day: string): string;
  month(day: string): string;
  count(amount: number): string;
}
export const formatsFor = (lang: Lang): Formats => {
  const locale = lang === 'ja' ? 'ja-JP' : 'en-GB';
  const yen = new Intl.NumberFormat(locale, { style: 'currency', currency: 'JPY', currencyDisplay: 'narrowSymbol' });
  const day = new Intl.DateTimeFormat(locale, {
    year: 'numeric',
    month: lang === 'ja' ? 'numeric' : 'short',
    day: 'numeric',
  });
  const month = new Intl.DateTimeFormat(locale, { month: 'short' });
  const count = new Intl.NumberFormat(locale);
  const noon = (text: string): Date => new Date(`${text}T12:00:00`);
  return {
    yen: (amount) => yen.format(amount),
    day: (text) => day.format(noon(text)),
    month: (text) => month.format(noon(text)),
    count: (amount) => count.format(amount),
  };
};
