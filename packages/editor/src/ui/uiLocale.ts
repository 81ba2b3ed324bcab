import type { UiLocale } from '../session/Session.ts';

/** The first of the person's languages that the editor speaks; English when it speaks none. */
export const uiLocaleOf = (wanted: readonly string[]): UiLocale => {
  for (const tag of wanted) {
    const language = tag.toLowerCase().split('-')[0];
    if (language === 'en' || language === 'ja') return language;
  }
  return 'en';
};
