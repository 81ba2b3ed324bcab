import type { ChangeCode, TourChange } from './compare/TourChange.ts';
import type { ExplainLocale } from './explainReason.ts';

/** What changed, as a label: before and after follow it. */
const WORDS: Readonly<Record<ChangeCode, Readonly<Record<ExplainLocale, string>>>> = {
  name_changed: { en: 'Name', ja: '名前' },
  description_changed: { en: 'Description', ja: '説明' },
  languages_changed: { en: 'Languages', ja: '言語' },
  audience_changed: { en: 'Audience', ja: '表示対象' },
  trigger_changed: { en: 'Trigger', ja: '表示のきっかけ' },
  frequency_changed: { en: 'Frequency', ja: '表示の頻度' },
  schedule_changed: { en: 'Schedule', ja: '公開期間' },
  priority_changed: { en: 'Priority', ja: '優先度' },
  theme_changed: { en: 'Theme', ja: 'テーマ' },
  progress_changed: { en: 'Progress display', ja: '進み具合の表示' },
  dismissible_changed: { en: 'Can be closed', ja: '閉じられるかどうか' },
  setting_changed: { en: 'Setting', ja: '設定' },
  step_added: { en: 'added', ja: '追加' },
  step_removed: { en: 'removed', ja: '削除' },
  step_moved: { en: 'moved', ja: '移動' },
  kind_changed: { en: 'kind', ja: '種類' },
  page_changed: { en: 'page', ja: 'ページ' },
  target_changed: { en: 'target', ja: '対象の要素' },
  placement_changed: { en: 'placement', ja: '表示位置' },
  spotlight_changed: { en: 'spotlight', ja: 'スポットライト' },
  advance_changed: { en: 'how it goes on', ja: '次へ進むきっかけ' },
  buttons_changed: { en: 'buttons', ja: 'ボタン' },
  branch_changed: { en: 'branch', ja: '分岐' },
  skip_rule_changed: { en: 'when it is shown', ja: '表示する条件' },
  missing_policy_changed: { en: 'when its target is missing', ja: '対象の要素がないとき' },
  beacon_changed: { en: 'beacon', ja: 'ビーコン' },
  step_setting_changed: { en: 'setting', ja: '設定' },
  translation_added: { en: 'text added', ja: '文章を追加' },
  translation_removed: { en: 'text removed', ja: '文章を削除' },
  title_changed: { en: 'title', ja: 'タイトル' },
  text_changed: { en: 'text', ja: '本文' },
  formatting_changed: { en: 'formatting of the text', ja: '本文の書式' },
};

/** One change in a line: `Step 2, title (en): “Start here” → “Begin here”`. */
export const explainChange = (change: TourChange, locale: ExplainLocale): string => {
  const { code, step, locale: language, before, after } = change;
  const ja = locale === 'ja';
  const quote = (text: string): string => (ja ? `「${text}」` : `“${text}”`);
  const word = WORDS[code][locale];
  const where = step === undefined ? '' : ja ? `ステップ ${step}` : `Step ${step}`;
  if (code === 'step_moved')
    return ja ? `ステップ ${before} を ${after} 番目に移動` : `Step ${before} moved to ${after}`;
  if (code === 'step_added' || code === 'step_removed') {
    const title = quote(before ?? after ?? change.stepId ?? '');
    return ja ? `${where}${title}を${word}` : `${where} ${title} ${word}`;
  }
  const what = (code === 'setting_changed' || code === 'step_setting_changed') && lastOf(change.path);
  const label = `${word}${what ? (ja ? `「${what}」` : ` “${what}”`) : ''}${language === undefined ? '' : ja ? `(${language})` : ` (${language})`}`;
  const head = where === '' ? label : ja ? `${where} の${label}` : `${where}, ${label}`;
  if (before === undefined && after === undefined) return ja ? `${head}を変更` : `${head} changed`;
  const colon = ja ? ':' : ': ';
  if (code === 'translation_added' || code === 'translation_removed')
    return `${head}${colon}${quote(before ?? after ?? '')}`;
  const none = ja ? 'なし' : 'none';
  return `${head}${colon}${before === undefined ? none : quote(before)} → ${after === undefined ? none : quote(after)}`;
};

const lastOf = (path: string): string => (path.split('/').at(-1) ?? '').replaceAll('~1', '/').replaceAll('~0', '~');
