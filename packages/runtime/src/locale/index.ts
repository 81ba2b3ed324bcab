import { en } from './en.ts';
import { ja } from './ja.ts';

export type Strings = Readonly<Record<keyof typeof en, string>>;

/** The runtime's own texts for a BCP 47 locale; English where there is no translation. */
export const stringsFor = (locale: string): Strings => (/^ja\b/i.test(locale) ? ja : en);

/** Languages written from right to left, unless the locale names another script. */
const RTL = /^(ar|arc|ckb|dv|fa|he|iw|ks|nqo|ps|sd|syr|ug|ur|yi)\b(?!-latn|-cyrl)|-(arab|hebr|thaa)\b/i;

/** The direction in which a BCP 47 locale is written. */
export const directionOf = (locale: string): 'ltr' | 'rtl' => (RTL.test(locale) ? 'rtl' : 'ltr');
