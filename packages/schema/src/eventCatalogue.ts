import type { EventType } from './events.ts';

export interface CatalogueField {
  readonly name: string;
  readonly required: boolean;
  readonly en: string;
  readonly ja: string;
}
export interface CatalogueEntry {
  readonly type: EventType;
  readonly en: string;
  readonly ja: string;
  /** Besides those that every event has (`BASE_FIELDS`). */
  readonly fields: readonly CatalogueField[];
}
const field = (name: string, en: string, ja: string): CatalogueField => ({ name, required: true, en, ja });
const optional = (name: string, en: string, ja: string): CatalogueField => ({ name, required: false, en, ja });

export const BASE_FIELDS: readonly CatalogueField[] = [
  field(
    'id',
    'UUID, made when it happened; the same event sent twice counts once.',
    '発生時に作られる UUID。同じイベントが 2 度届いても 1 回と数えます。',
  ),
  field('type', 'What happened.', '何が起きたか。'),
  field('at', 'When, in ms since 1970 by the device.', '端末の時計での発生時刻(1970 年からのミリ秒)。'),
  optional('userId', 'The identified user.', '識別されたユーザー。'),
  field('anonymousId', 'The browser profile.', 'ブラウザのプロファイル。'),
  field('sessionId', 'The visit.', '訪問。'),
  optional('simulated', 'True for made-up data; reports label it.', '模擬データなら true。レポートに明示されます。'),
  optional('truncated', 'True when fields were cut to fit the limits.', '上限に収めるため一部を切り詰めたなら true。'),
];
const tourId = field('tourId', 'The tour.', 'ツアー。');
const version = field('version', 'Its published version.', '公開版の番号。');
const locale = optional('locale', 'The language in which it was shown.', '表示した言語。');
const run = [tourId, version, field('runId', 'The run.', '1 回の実行。'), locale];
const step = [...run, field('stepId', 'The step.', 'ステップ。')];
const page = optional(
  'page',
  'Path of the page, without query; parts that may be an id are ":id".',
  'ページのパス。クエリは含まず、ID と思われる部分は ":id" になります。',
);
const visibleMs = optional('visibleMs', 'How long the step was visible, in ms.', 'ステップが見えていた時間(ミリ秒)。');

/** Every event, what it says and what it carries. */
export const EVENT_CATALOGUE: readonly CatalogueEntry[] = [
  {
    type: 'tour_exposed',
    en: 'The user was eligible and the tour would show at this moment.',
    ja: 'ユーザーが対象となり、ツアーを表示するはずの時点に達しました。',
    fields: [
      tourId,
      version,
      optional('runId', 'The run.', '1 回の実行。'),
      locale,
      field('arm', 'shown or held_out.', 'shown(表示)または held_out(比較対象)。'),
    ],
  },
  {
    type: 'tour_started',
    en: 'A run began; its first step is about to be looked for.',
    ja: 'ツアーの実行が始まりました。これから最初のステップを探します。',
    fields: [...run, field('source', 'What started it.', '開始のきっかけ。')],
  },
  {
    type: 'step_viewed',
    en: 'The step is visible on the screen.',
    ja: 'ステップが画面に表示されました。',
    fields: step,
  },
  {
    type: 'step_completed',
    en: 'The step was left forward.',
    ja: 'ステップを終えて先へ進みました。',
    fields: [...step, field('via', 'What led on.', '進んだきっかけ。'), visibleMs],
  },
  {
    type: 'step_back',
    en: 'The step was left backward.',
    ja: '前のステップに戻りました。',
    fields: [...step, visibleMs],
  },
  {
    type: 'step_skipped',
    en: 'The step was passed over without being shown.',
    ja: 'ステップを表示せずに飛ばしました。',
    fields: [...step, field('reason', 'Why.', '理由。')],
  },
  {
    type: 'tour_completed',
    en: 'The run ended after its last step.',
    ja: '最後のステップまで完了しました。',
    fields: run,
  },
  {
    type: 'tour_dismissed',
    en: 'The user closed the tour.',
    ja: 'ユーザーがツアーを閉じました。',
    fields: [...step, field('via', 'How.', '閉じ方。'), visibleMs],
  },
  {
    type: 'tour_ended',
    en: 'The run ended without the user wanting it.',
    ja: 'ユーザーの操作によらず終了しました。',
    fields: [
      ...run,
      field('reason', 'Why.', '理由。'),
      optional('stepId', 'The step at which it ended.', '終了したときのステップ。'),
    ],
  },
  {
    type: 'target_missing',
    en: 'The target of a step was not found, or could not be shown.',
    ja: 'ステップの対象の要素が見つからないか、表示できませんでした。',
    fields: [
      ...step,
      field('reason', 'Why.', '理由。'),
      optional('waitedMs', 'How long it was looked for, in ms.', '探した時間(ミリ秒)。'),
      optional(
        'onMissing',
        'What the step does then: wait, skip, end or center.',
        'その後の動作(wait、skip、end、center)。',
      ),
      page,
    ],
  },
  {
    type: 'target_healed',
    en: 'The selectors failed, and the target was found by what it is.',
    ja: 'セレクターでは見つからず、要素の特徴から見つけました。',
    fields: [...step, field('confidence', 'From 0 to 1.', '確からしさ(0 から 1)。'), page],
  },
  {
    type: 'track',
    en: 'The app reported that the user did something.',
    ja: 'ユーザーの行動がアプリから報告されました。',
    fields: [field('name', 'What they did.', '行動の名前。'), optional('props', 'Details.', '詳細。')],
  },
  {
    type: 'identify',
    en: 'The app said who the user is; the latest traits hold.',
    ja: 'ユーザーが識別されました。最新の属性が有効です。',
    fields: [
      field('traits', 'What is known of the user.', 'ユーザーの属性。'),
      optional('company', 'Their account, with its traits.', '所属するアカウントとその属性。'),
    ],
  },
];
