/** What one number of a report means, in a sentence that stands beside it. */
export interface ReportDefinition {
  readonly id: string;
  readonly en: { readonly name: string; readonly sentence: string };
  readonly ja: { readonly name: string; readonly sentence: string };
}
const define = <const Id extends string>(
  id: Id,
  en: readonly [string, string],
  ja: readonly [string, string],
): ReportDefinition & { readonly id: Id } => ({
  id,
  en: { name: en[0], sentence: en[1] },
  ja: { name: ja[0], sentence: ja[1] },
});

/** Product contract, section 10. Ids are the names of fields in the report types where there is one. */
export const REPORT_DEFINITIONS = [
  define(
    'started',
    ['Started', 'Runs that started in the period. A run is one passage of one user through one version.'],
    ['開始', '期間内に始まった実行の数です。実行とは、1 人のユーザーが 1 つの版を通して見ることです。'],
  ),
  define(
    'completed',
    ['Completed', 'Started runs that went on to their end.'],
    ['完了', '開始した実行のうち、最後まで進んだものの数です。'],
  ),
  define(
    'completionRate',
    ['Completion rate', 'Completed runs divided by started runs.'],
    ['完了率', '完了した実行の数 ÷ 開始した実行の数です。'],
  ),
  define(
    'dismissed',
    ['Dismissed', 'Started runs that the user closed before the end.'],
    ['閉じた', '開始した実行のうち、ユーザーが途中で閉じたものの数です。'],
  ),
  define(
    'abandoned',
    ['Abandoned', 'Started runs without an ending and without any event for 30 minutes.'],
    ['中断した', '終了しないまま、30 分間イベントがなかった実行の数です。'],
  ),
  define(
    'broken',
    ['Broken', 'Started runs that ended because the tour could not go on: a target was missing, or an error occurred.'],
    ['表示できなかった', '対象の要素が見つからない、エラーが起きたなど、ツアー側の理由で終わった実行の数です。'],
  ),
  define(
    'inProgress',
    ['In progress', 'Started runs without an ending that had an event in the last 30 minutes.'],
    ['進行中', 'まだ終了しておらず、直近 30 分以内にイベントがあった実行の数です。'],
  ),
  define(
    'reached',
    ['Reached', 'Runs in which the step was visible at least once.'],
    ['到達', 'そのステップが一度でも表示された実行の数です。'],
  ),
  define(
    'stepCompleted',
    ['Went on', 'Runs that left the step forward.'],
    ['先へ進んだ', 'そのステップから先へ進んだ実行の数です。'],
  ),
  define(
    'skipped',
    ['Skipped', 'Runs that passed over the step without showing it. Skipping is not drop-off.'],
    ['飛ばした', 'そのステップを表示せずに飛ばした実行の数です。離脱には数えません。'],
  ),
  define(
    'dropOff',
    [
      'Drop-off',
      'Runs that were lost and for which this was the last step that they saw, divided by the runs that reached it.',
    ],
    ['離脱', 'そのステップを最後に完了しなかった実行の数 ÷ そのステップに到達した実行の数です。'],
  ),
  define(
    'timeOnStep',
    [
      'Time on step',
      'How long the step was visible on a visible screen: the median, and the time within which nine of ten left it.',
    ],
    ['表示時間', 'ステップが実際に見えていた時間です。中央値と、10 人中 9 人が離れるまでの時間を示します。'],
  ),
  define(
    'targetMissing',
    ['Target not found', 'Runs in which the target of the step was not found, or could not be shown.'],
    ['対象が見つからない', 'ステップの対象の要素が見つからないか、表示できなかった実行の数です。'],
  ),
  define(
    'targetHealed',
    ['Target found again', 'Runs in which the selectors failed and the target was found by what it is.'],
    ['対象を復元', 'セレクターでは見つからず、要素の特徴から見つけた実行の数です。'],
  ),
  define(
    'neverShown',
    ['Never shown', 'Started runs in which no step ever became visible.'],
    ['表示なし', '開始したものの、ステップが一度も表示されなかった実行の数です。'],
  ),
  define(
    'interval',
    ['95 % interval', 'Where the true rate probably lies: the Wilson interval at 95 %. It narrows as runs come in.'],
    ['95 % 区間', '真の割合があると考えられる範囲です(ウィルソンの 95 % 信頼区間)。実行が増えるほど狭くなります。'],
  ),
  define(
    'verdict',
    ['Verdict', 'Whether two versions differ in their completion rate, by a two-proportion test.'],
    ['判定', '2 つの版の完了率に差があるかを、比率の差の検定で判定します。'],
  ),
  define(
    'simulated',
    ['Simulated data', 'Some of these runs were made up, to try the reports.'],
    ['模擬データ', 'レポートを試すために作られた実行が含まれています。'],
  ),
] as const satisfies readonly ReportDefinition[];
export type ReportDefinitionId = (typeof REPORT_DEFINITIONS)[number]['id'];
