import type { UiLocale } from '../../../session/Session.ts';
import { type Texts, textsIn } from '../../../ui/texts.ts';
import { type AimTexts, en } from './en.ts';
import { ja } from './ja.ts';

export type { AimTexts } from './en.ts';

const texts: Texts<AimTexts> = { en, ja };
export const aimTexts = (ui: UiLocale): AimTexts => textsIn(texts, ui);
