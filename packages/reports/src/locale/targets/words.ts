import type { Language } from '../words.ts';
import { en, type TargetMessages } from './en.ts';
import { ja } from './ja.ts';

export const targetWords = (language: Language): TargetMessages => ({ en, ja })[language];
