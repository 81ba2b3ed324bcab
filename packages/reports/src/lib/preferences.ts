import { type Language, languages } from '../locale/words.ts';

export const themes = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

/** What this reader chose for this browser. A refused storage means the choice lasts for the page only. */
export interface Preferences {
  readonly language: Language | undefined;
  readonly theme: Theme;
}

export const readPreferences = (): Preferences => ({
  language: languages.find((language) => language === stored('shirube.language')),
  theme: themes.find((theme) => theme === stored('shirube.theme')) ?? 'auto',
});

export const storeLanguage = (language: Language): void => store('shirube.language', language);
export const storeTheme = (theme: Theme): void => store('shirube.theme', theme);

/** Where the reader's app is, so that a link can open the editor there; '' when they have not said. */
export const readAppAddress = (environment: string): string => stored(`shirube.app.${environment}`) ?? '';
export const storeAppAddress = (environment: string, address: string): void =>
  store(`shirube.app.${environment}`, address);

const stored = (key: string): string | null => {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
};

const store = (key: string, value: string): void => {
  try {
    localStorage.setItem(key, value);
  } catch {
    // Private mode or a full disk: the choice still holds until the page is left.
  }
};
