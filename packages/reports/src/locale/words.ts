import { en, type Messages } from './en.ts';
import { createFormat, type Format } from './format.ts';
import { ja } from './ja.ts';

export const languages = ['en', 'ja'] as const;
export type Language = (typeof languages)[number];

/** Everything that a screen needs to speak: handed down from the root, never looked up. */
export interface Words {
  readonly language: Language;
  readonly say: Messages;
  readonly format: Format;
}

export const wordsFor = (language: Language): Words => ({
  language,
  say: { en, ja }[language],
  format: createFormat(language),
});

/** `?lang` first, then what was chosen before, then the first of the browser's languages that we have, then English. */
export const chooseLanguage = (
  asked: string | null,
  chosen: Language | undefined,
  browser: readonly string[],
): Language => {
  const known = (tag: string | null | undefined) => languages.find((language) => language === tag?.split('-')[0]);
  return known(asked) ?? chosen ?? browser.map(known).find((language) => language !== undefined) ?? 'en';
};
