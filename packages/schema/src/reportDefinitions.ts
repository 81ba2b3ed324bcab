/** What one number of a report means, in a sentence that stands beside it. */
export interface ReportDefinition {
  readonly id: string;
  readonly en: { readonly name: string; readonly sentence: string };
  readonly ja: { readonly name: string; readonly sentence: string };
}
/** One definition, its languages each as name and sentence. */
export const define = <const Id extends string>(
  id: Id,
  en: readonly [string, string],
  ja: readonly [string, string],
): ReportDefinition & { readonly id: Id } => ({
  id,
  en: { name: en[0], sentence: en[1] },
  ja: { name: ja[0], sentence: ja[1] },
});

/** Shown beside the numbers, one click away. Ids are the names of fields in the report types where there is one. */
export const REPORT_DEFINITIONS = [
  define(
    'started',
    [
      'Started',
      'Runs that began in the period: one user’s passage through one version, from the moment its first step is looked for.',
    ],
    ['開始', '期間内に始まった実行です。1人の利用者が1つの版を通る1回を、最初のステップを探し始めたときから数えます。'],
  ),
  define(
    'completed',
    ['Completed', 'Started runs that went through to the end of the tour.'],
    ['完了', '開始した実行のうち、ツアーの最後まで進んだものです。'],
  ),
  define(
    'completionRate',
    ['Completion rate', 'Completed runs divided by started runs. A run counts in the period in which it started.'],
    ['完了率', '完了した実行を、開始した実行で割った値です。実行は、開始した日の期間に数えます。'],
  ),
  define(
    'interval',
    [
      '95% interval',
      'The interval is where the true rate lies with 95% confidence (Wilson); it narrows as runs come in.',
    ],
    ['95%区間', '区間は、真の率が95%の信頼度で含まれる範囲です(Wilson)。実行が増えるほど狭くなります。'],
  ),
  define(
    'dismissed',
    ['Dismissed', 'Dismissed: the person closed it before the end.'],
    ['閉じた', '閉じた: 本人が途中で閉じた実行です。'],
  ),
  define(
    'abandoned',
    ['Abandoned', 'Abandoned: no ending, and no event for 30 minutes; or it was stopped or replaced by another tour.'],
    [
      '中断した',
      '中断した: 終わらないまま30分間イベントがなかった実行と、停止や別のツアーへの切り替えで終わった実行です。',
    ],
  ),
  define(
    'broken',
    ['Broken', 'Broken: the tour could not go on, because a target was missing or an error occurred.'],
    [
      '表示できなかった',
      '表示できなかった: 対象の要素が見つからない、エラーが起きたなど、ツアー側の理由で終わった実行です。',
    ],
  ),
  define(
    'inProgress',
    ['In progress', 'Runs with neither an ending nor 30 minutes of silence. They are not lost yet.'],
    ['進行中', 'まだ終わっておらず、最後のイベントから30分たっていない実行です。離脱には数えません。'],
  ),
  define(
    'neverShown',
    ['Never shown', 'Runs that started, but in which no step was ever visible on the screen.'],
    ['表示なし', '開始したものの、ステップが一度も画面に表示されなかった実行です。'],
  ),
  define(
    'reached',
    [
      'Reached',
      'Runs in which the step was visible on the screen. They divide into passed (went on), dismissed, abandoned, broken and in progress.',
    ],
    [
      '到達',
      'ステップが画面に表示された実行です。通過(先へ進んだ)、閉じた、中断した、表示できなかった、進行中に分かれます。',
    ],
  ),
  define(
    'dropOff',
    [
      'Drop-off',
      'Runs whose last viewed step this is and that did not complete, divided by the runs that saw the step. Skipped steps and running runs are not drop-off.',
    ],
    [
      '離脱',
      'このステップを最後に完了しなかった実行を、このステップを見た実行で割った値です。スキップしたステップと進行中の実行は、離脱に数えません。',
    ],
  ),
  define(
    'stepCompleted',
    ['Left forward', 'Left forward: runs that went on from the step, by its button or by what it waits for.'],
    ['先へ進んだ', '先へ進んだ: ボタンや、ステップが待つ操作によって先へ進んだ実行です。'],
  ),
  define(
    'skipped',
    ['Skipped', 'Skipped: runs that passed over the step without showing it.'],
    ['スキップ', 'スキップ: ステップを表示せずに先へ進んだ実行です。'],
  ),
  define(
    'timeOnStep',
    [
      'Time on step',
      'How long the step was visible before the run left it: the median, and the time within which 90% of the runs left. Hidden tabs do not count.',
    ],
    [
      '表示時間',
      'ステップが画面に表示されてから離れるまでの時間です。中央値と、90%の実行が離れるまでの時間を示します。隠れたタブの時間は含みません。',
    ],
  ),
  define(
    'targetMissing',
    ['Target missing', 'Missing: runs in which the element could not be found or shown.'],
    ['見つからず', '見つからず: 対象の要素を見つけられなかった、または表示できなかった実行です。'],
  ),
  define(
    'targetHealed',
    ['Target healed', 'Healed: runs in which the selectors failed and the element was recognised by its fingerprint.'],
    ['自動修復', '自動修復: セレクターが合わず、要素の特徴から見つけ直した実行です。'],
  ),
  define(
    'days',
    ['Day by day', 'Runs by the day on which they started, in the time zone chosen above.'],
    ['日ごとの推移', '開始した日ごとの実行数です。日付は、上で選んだタイムゾーンによります。'],
  ),
  define(
    'versions',
    [
      'By version',
      'Each run belongs to the version that was live when it started. Overlapping intervals mean that the difference may be chance.',
    ],
    ['公開版ごと', '実行は、開始したときに公開していた版に属します。区間が重なるときは、差が偶然かもしれません。'],
  ),
  define(
    'simulated',
    ['Simulated data', 'Some of these runs were made up, to try the reports.'],
    ['シミュレーションのデータ', 'レポートを試すために作られた実行が含まれています。'],
  ),
] as const satisfies readonly ReportDefinition[];
export type ReportDefinitionId = (typeof REPORT_DEFINITIONS)[number]['id'];
