import { define, type ReportDefinition } from './reportDefinitions.ts';

/** What the numbers of the report of targets mean. Apart from the others, because only its own screen needs them. */
export const TARGET_DEFINITIONS = [
  define(
    'looked',
    [
      'Looked for',
      'Runs that looked for the step’s target and of which it is known how it came out: the step was shown, or told as missing. They divide into found as written, healed and missing.',
    ],
    [
      '探した実行',
      'ステップの対象の要素を探し、結果がわかっている実行です(表示した、または見つからないと記録した)。指定どおり、自動修復、見つからずに分かれます。',
    ],
  ),
  define(
    'found',
    [
      'Found as written',
      'Found as written: runs in which the target’s own selectors led to it, divided by the runs that looked for it.',
    ],
    ['指定どおり', '指定どおり: 指定したセレクターで見つかった実行を、探した実行で割った値です。'],
  ),
  define(
    'healed',
    [
      'Healed',
      'Healed: runs in which the selectors failed and the element was recognised by what it is, and that never missed it, divided by the runs that looked for it.',
    ],
    [
      '自動修復',
      '自動修復: セレクターが合わず、要素の特徴から見つけ直した実行(見つからなかったことのないもの)を、探した実行で割った値です。',
    ],
  ),
  define(
    'missing',
    [
      'Missing',
      'Missing: runs in which the element was at least once not found, or not visible, in the time given, divided by the runs that looked for it.',
    ],
    [
      '見つからず',
      '見つからず: 決めた時間のうちに一度でも見つからない、または見えなかった実行を、探した実行で割った値です。',
    ],
  ),
  define(
    'became',
    [
      'What became of it',
      'What a run did when the target was missing: the tour ended, the step was skipped, shown in the centre, shown later because the element came late, or not shown again.',
    ],
    [
      'その後',
      '見つからなかったときの動きです。ツアーを終了、ステップをスキップ、中央に表示、あとから要素が現れて表示、そのまま表示されず、に分かれます。',
    ],
  ),
  define(
    'confidence',
    ['Confidence', 'How sure the recognition was, from 0 to 100%: the median of the runs that healed, and the lowest.'],
    ['確からしさ', '要素の特徴がどれだけ合っていたかを0から100%で示します。自動修復した実行の中央値と最小値です。'],
  ),
  define(
    'verdict',
    [
      'State',
      'Told from the newest stretch of the period without a change. Broken: at least half of the runs certainly miss the target. Sometimes missing: certainly more than 2% do. Healing: certainly more than 5% recognise it by what it is. Found: at least 20 runs and none of these. “Certainly” means the lower end of the 95% interval.',
    ],
    [
      '状態',
      '期間のうち、変化のない最新の区間から判定します。見つからない: 確実に半数以上で見つかりません。ときどき見つからない: 確実に2%を超えています。自動修復中: 確実に5%を超える実行が特徴から見つけています。良好: 20回以上の実行があり、いずれにも当たりません。「確実に」は95%区間の下限で判断します。',
    ],
  ),
  define(
    'last24h',
    [
      'Last 24 hours',
      'The share of runs that missed the target or healed it in the last 24 hours, against the days of the period before.',
    ],
    ['直近24時間', '直近24時間に見つからなかった、または自動修復した実行の割合を、それより前の日と比べます。'],
  ),
] as const satisfies readonly ReportDefinition[];
export type TargetDefinitionId = (typeof TARGET_DEFINITIONS)[number]['id'];
