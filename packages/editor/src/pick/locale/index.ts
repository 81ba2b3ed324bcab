import { en, type PickTexts } from './en.ts';
import { ja } from './ja.ts';

export type { PickTexts } from './en.ts';
export type PickLocale = 'en' | 'ja';

export const pickTexts: Readonly<Record<PickLocale, PickTexts>> = { en, ja };
