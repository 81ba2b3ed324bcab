import { en, type Texts } from './en.ts';
import { ja } from './ja.ts';

export type { Texts } from './en.ts';

export interface EditorLocale {
  /** BCP 47. */
  readonly tag: string;
  readonly texts: Texts;
}

const languages: Readonly<Record<string, Texts>> = { en, ja };

/** The first of the person's languages that the editor speaks; English when it speaks none. */
export const chooseLocale = (wanted: readonly string[]): EditorLocale => {
  for (const tag of wanted) {
    const texts = languages[tag.toLowerCase().split('-')[0] ?? ''];
    if (texts !== undefined) return { tag, texts };
  }
  return { tag: 'en', texts: en };
};
