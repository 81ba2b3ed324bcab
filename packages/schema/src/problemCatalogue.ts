/** A problem's general sentence, in the languages of the product. The `message` of a problem says the particular case in English. */
export interface ProblemEntry {
  readonly severity: 'error' | 'warning';
  readonly en: string;
  readonly ja: string;
}
const error = (en: string, ja: string): ProblemEntry => ({ severity: 'error', en, ja });
const warning = (en: string, ja: string): ProblemEntry => ({ severity: 'warning', en, ja });

/** Every code that a parse of this package can give. */
export const PROBLEM_CATALOGUE = {
  // The document as data.
  not_json: error('This is not JSON.', 'JSON として読み取れません。'),
  too_deep: error('The document is nested too deeply.', '入れ子が深すぎます。'),
  too_large: error('The document is too large.', '文書が大きすぎます。'),
  forbidden_key: error('This key is not allowed in any document.', 'このキーはどの文書でも使えません。'),
  more_problems: error('There are more problems than are listed.', 'このほかにも問題があります。'),
  // Its shape.
  missing: error('Something required is missing.', '必須の項目がありません。'),
  unknown_key: error('This key is not known here.', 'この場所では使えないキーです。'),
  wrong_type: error('The value has the wrong type.', '値の型が違います。'),
  unknown_value: error('The value is none of those that are allowed.', '使える値のいずれでもありません。'),
  unknown_kind: error('This kind of step is not known.', 'このステップの種類には対応していません。'),
  out_of_range: error('The number is outside of what is allowed.', '数値が範囲外です。'),
  too_long: error('The text is too long.', '文字数が多すぎます。'),
  too_many: error('There are too many items.', '項目の数が多すぎます。'),
  empty: error('This must not be empty.', '空にはできません。'),
  newer_version: error(
    'This document was written by a newer version of Shirube.',
    'より新しいバージョンの Shirube で作られた文書です。',
  ),
  // What single values mean.
  bad_id: error('An id is made of letters, digits, - and _.', 'ID に使えるのは英数字と - _ です。'),
  bad_uuid: error('This is not a UUID.', 'UUID として読み取れません。'),
  bad_period: error(
    'The period ends before it begins, or is too long.',
    '期間の終わりが始まりより前か、期間が長すぎます。',
  ),
  bad_locale: error('This is not a language tag (BCP 47).', '言語タグ(BCP 47)ではありません。'),
  bad_date: error('This is not a date.', '日時として読み取れません。'),
  bad_duration: error('This is not a duration.', '期間として読み取れません。'),
  bad_timezone: error('This is not a time zone.', 'タイムゾーンとして読み取れません。'),
  bad_version: error('This is not a version number.', 'バージョン番号として読み取れません。'),
  bad_color: error('This is not a colour.', '色として読み取れません。'),
  bad_link: error('This link is not allowed.', 'このリンクは使えません。'),
  bad_image: error('An image needs an https address.', '画像には https のアドレスが必要です。'),
  missing_alt: error('An image needs a text for those who cannot see it.', '画像には代替テキストが必要です。'),
  video_host: error('Videos from this place are not allowed.', 'この提供元の動画は使えません。'),
  bad_video: error('This is not the address of a video.', '動画のアドレスではありません。'),
  missing_title: error('A video needs a title.', '動画にはタイトルが必要です。'),
  bad_captions: error(
    'Captions need an https address, and a video that is a file.',
    '字幕には https のアドレスと、ファイルとして置かれた動画が必要です。',
  ),
  bad_font: error('This is not a list of font names.', 'フォント名の一覧として読み取れません。'),
  bad_path: error('This is not the path of a trait.', '属性のパスとして読み取れません。'),
  // Rules.
  unknown_condition: error('This condition is not known.', 'この条件には対応していません。'),
  ambiguous_condition: error('A condition must ask exactly one thing.', '1 つの条件で問えるのは 1 つだけです。'),
  unknown_operator: error('This operator is not known here.', 'ここでは使えない演算子です。'),
  wrong_value: error('The operator cannot work with this value.', 'この演算子では使えない値です。'),
  bad_regex: error('This is not a regular expression.', '正規表現として読み取れません。'),
  unsafe_regex: error(
    'This regular expression could take very long.',
    'この正規表現は処理に時間がかかりすぎるおそれがあります。',
  ),
  bad_url_pattern: error('This is not a page pattern.', 'ページのパターンとして読み取れません。'),
  bad_hours: error('These hours leave no time.', 'この時間帯には該当する時刻がありません。'),
  // How parts fit together.
  duplicate_id: error('Two things have the same id.', '同じ ID が 2 つあります。'),
  duplicate_value: error('This is listed twice.', '同じ値が 2 回書かれています。'),
  unknown_step: error('There is no step with this id.', 'この ID のステップはありません。'),
  endless: error('From here the tour can never end.', 'ここから先、ツアーが終わることがありません。'),
  empty_target: error(
    'A target needs a selector, a text or a fingerprint.',
    '対象の要素にはセレクター、テキスト、特徴のいずれかが必要です。',
  ),
  missing_text: error('The text in the default language is missing.', '既定の言語の文章がありません。'),
  undeclared_locale: error('This language is not among those of the tour.', 'ツアーの言語に含まれていません。'),
  bad_schedule: error('The schedule ends before it begins.', '終了が開始より前になっています。'),
  bad_levels: error('The levels are in the wrong order.', 'レベルの順序が正しくありません。'),
  circular_segment: error('A segment contains itself.', 'セグメントが自分自身を含んでいます。'),
  unknown_reference: warning('What this refers to does not exist.', '参照先がありません。'),
  // Warnings: accepted, and worth a look.
  fragile_target: warning(
    'This target may be lost when the app changes.',
    'アプリが変わると、対象の要素を見失うおそれがあります。',
  ),
  long_text: warning('The text is long: few will read it.', '文章が長く、読まれにくくなっています。'),
  many_steps: warning('The tour is long: few will finish it.', 'ステップが多く、最後まで進まれにくくなっています。'),
  missing_translation: warning('A translation is missing.', '翻訳がありません。'),
  low_contrast: warning(
    'The text is hard to read on its background.',
    '文字と背景の色の差が小さく、読みにくくなっています。',
  ),
  no_way_forward: warning('Nothing on this step leads on.', 'このステップから先に進む方法がありません。'),
  unreachable_step: warning('No way leads to this step.', 'このステップにたどり着く方法がありません。'),
} as const satisfies Readonly<Record<string, ProblemEntry>>;
export type ProblemCode = keyof typeof PROBLEM_CATALOGUE;
