import type { UiLocale } from '../../session/Session.ts';

type Words = Readonly<Record<UiLocale, string>>;

/** What authors are told instead of what authors of files are told; undefined where the catalogue's own words do. */
export const checkWords = (code: string, path: string): Words | undefined => {
  const last = (path.split('/').at(-1) ?? '').replaceAll('~1', '/').replaceAll('~0', '~');
  return WORDS[code]?.(last);
};
const WORDS: Readonly<Record<string, (last: string) => Words>> = {
  missing_translation: (locale) => ({
    en: `The text in “${locale}” is missing.`,
    ja: `「${locale}」の文章がありません。`,
  }),
  missing_text: (locale) => ({
    en: `The text in the tour’s first language, “${locale}”, is missing.`,
    ja: `既定の言語「${locale}」の文章がありません。`,
  }),
  missing_alt: () => ({
    en: 'An image has no text for those who cannot see it.',
    ja: '画像に代替テキストがありません。',
  }),
  low_contrast: (color) => ({
    en: `The theme’s colour “${color}” is too close to the one behind it (WCAG AA).`,
    ja: `テーマの色「${color}」は背景との差が足りません(WCAG AA)。`,
  }),
  unreachable_step: () => ({
    en: 'No way leads to this step.',
    ja: 'このステップにたどり着く方法がありません。',
  }),
  no_way_forward: () => ({
    en: 'Nothing on this step leads on: add a button, or a way to go on.',
    ja: 'このステップから先に進めません。ボタンか、次へ進むきっかけを追加してください。',
  }),
  unknown_step: () => ({
    en: 'This leads to a step that does not exist.',
    ja: '存在しないステップへ進もうとしています。',
  }),
  endless: () => ({
    en: 'From here the tour goes in a circle and never ends.',
    ja: 'ここから先は同じステップの繰り返しになり、ツアーが終わりません。',
  }),
  empty_target: () => ({ en: 'It points at nothing yet.', ja: '対象の要素がまだ指定されていません。' }),
  unknown_skill: () => ({
    en: 'A rule asks for a skill that does not exist.',
    ja: '条件で使われているスキルがありません。',
  }),
  unknown_segment: () => ({
    en: 'A rule asks for a segment that does not exist.',
    ja: '条件で使われているセグメントがありません。',
  }),
  unknown_theme: () => ({ en: 'The theme does not exist.', ja: 'テーマがありません。' }),
};
