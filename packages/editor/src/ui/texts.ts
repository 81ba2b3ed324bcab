import type { UiLocale } from '../session/Session.ts';

/** The texts of one part of the editor: English is the shape that Japanese has to fill. */
export type Texts<T> = Readonly<Record<UiLocale, T>>;

export const textsIn = <T>(texts: Texts<T>, ui: UiLocale): T => texts[ui];
