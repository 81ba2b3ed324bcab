import { en, type WriteTexts } from './en.ts';
import { ja } from './ja.ts';

export type { WriteTexts } from './en.ts';

/** The words for whoever writes; English where there are none. `tag` is BCP 47. */
export const writeTextsFor = (tag: string): WriteTexts => (/^ja\b/i.test(tag) ? ja : en);
