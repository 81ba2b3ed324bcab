import type { Failure } from '../../server/failure.ts';
import type { Texts } from '../../ui/texts.ts';

const en = {
  title: 'Publish',
  versions: 'Versions',
  loading: 'Looking at what is live…',
  noTour: 'Open a tour to publish it.',
  reach: 'Whom it reaches',
  changeReach: 'Change',
  headline: {
    blocked: (count: number) => `${count} ${count === 1 ? 'thing keeps' : 'things keep'} this tour from going live.`,
    first: (environment: string) => `The first version goes live in ${environment}.`,
    changes: (version: number, environment: string, count: number) =>
      `Version ${version} goes live in ${environment}: ${count} ${count === 1 ? 'change' : 'changes'}.`,
    same: (version: number, environment: string) => `${environment} already has all of this: version ${version}.`,
    sameElsewhere: (version: number, environment: string, last: number) =>
      `Version ${version} goes live in ${environment}, the same as version ${last}.`,
  },
  environment: 'Environment',
  note: 'What changed, for your team (optional)',
  publish: 'Publish',
  publishing: 'Publishing…',
  publishHint: 'Ctrl or ⌘ + Enter in the note',
  checks: 'Before it goes live',
  checksPassed: 'All checks passed.',
  checksWarned: (count: number) =>
    `Nothing refuses it; ${count} ${count === 1 ? 'thing is' : 'things are'} worth a look.`,
  show: 'Show',
  showOf: (words: string) => `Show: ${words}`,
  atStep: (step: number, words: string) => `Step ${step}: ${words}`,
  error: 'Refused',
  warning: 'Worth a look',
  changesSince: (version: number) => `Changed since version ${version}`,
  changesFirst: 'Nothing was published before.',
  noChanges: 'Nothing changed.',
  more: (count: number) => `${count} more`,
  library: 'Saved with it: live tours that use it follow at once',
  libraryChange: {
    segments: (id: string, gone: boolean) => `Segment “${id}”${gone ? ' deleted' : ''}`,
    skills: (id: string, gone: boolean) => `Skill “${id}”${gone ? ' deleted' : ''}`,
    themes: (id: string, gone: boolean) => `Theme “${id}”${gone ? ' deleted' : ''}`,
  },
  published: (version: number, environment: string) => `Version ${version} is live in ${environment}.`,
  rolledBack: (version: number, environment: string) => `Version ${version} is live in ${environment} again.`,
  stopped: (environment: string) => `The tour is stopped in ${environment}. Runs that were going on have ended.`,
  report: 'See its report',
  undo: 'Undo',
  undoPublish: (environment: string, before: number | undefined) =>
    before === undefined ? `Take it out of ${environment} again` : `Back to version ${before} in ${environment}`,
  failed: (failure: Failure): string => {
    if (failure.kind === 'unreachable')
      return 'The server cannot be reached. The tour is kept here; publish it when the network is back.';
    if (failure.kind === 'conflict')
      return failure.by
        ? `${failure.by} has written a newer draft. Nothing was published; look at both first.`
        : `Somebody was faster. Nothing was published. ${failure.detail ?? ''}`.trim();
    if (failure.kind === 'signed_out') return 'You are signed out. The tour is kept here; sign in, then publish.';
    if (failure.kind === 'refused') return 'You are not allowed to publish. Nothing was published.';
    if (failure.kind === 'invalid') return 'The server refused it. Nothing was published.';
    if (failure.kind === 'gone') return 'The server has no such tour or version any more. Nothing was changed.';
    return `That did not work, and nothing was published: ${failure.detail ?? 'no reason was given'}.`;
  },
  retry: 'Try again',
  noVersions: 'Nothing was published yet. Each version will be listed here, to compare, to go back to, or to stop.',
  version: (version: number) => `Version ${version}`,
  liveIn: (environment: string) => `Live in ${environment}`,
  openAsDraft: 'Open as draft',
  openedAsDraft: (version: number) => `The draft is what version ${version} was.`,
  openAsDraftName: (version: number) => `open version ${version} as draft`,
  rollBack: (environment: string) => `Make live in ${environment}`,
  stop: (environment: string) => `Stop in ${environment}`,
  compare: 'Compare',
  from: 'From',
  to: 'To',
  draft: 'Draft',
  noDifference: 'They are the same.',
  differences: (count: number) => `${count} ${count === 1 ? 'difference' : 'differences'}`,
};
export type PublishTexts = typeof en;

const ja: PublishTexts = {
  title: '公開',
  versions: '公開版',
  loading: '公開状況を確認しています…',
  noTour: 'ツアーを開くと、ここから公開できます。',
  reach: '表示される人',
  changeReach: '変更',
  headline: {
    blocked: (count) => `公開の前に直すところが ${count} 件あります。`,
    first: (environment) => `最初の公開版を ${environment} に公開します。`,
    changes: (version, environment, count) =>
      `バージョン ${version} を ${environment} に公開します。変更は ${count} 件です。`,
    same: (version, environment) => `${environment} にはすでに同じ内容(バージョン ${version})が公開されています。`,
    sameElsewhere: (version, environment, last) =>
      `バージョン ${version} を ${environment} に公開します。内容はバージョン ${last} と同じです。`,
  },
  environment: '公開先の環境',
  note: '変更点のメモ(任意)',
  publish: '公開',
  publishing: '公開しています…',
  publishHint: 'メモの中で Ctrl または ⌘ + Enter',
  checks: '公開前の確認',
  checksPassed: '問題は見つかりませんでした。',
  checksWarned: (count) => `公開できます。気になる点が ${count} 件あります。`,
  show: '表示',
  showOf: (words) => `表示:${words}`,
  atStep: (step, words) => `ステップ ${step}:${words}`,
  error: '公開できない理由',
  warning: '気になる点',
  changesSince: (version) => `バージョン ${version} からの変更`,
  changesFirst: 'まだ公開されたことがありません。',
  noChanges: '変更はありません。',
  more: (count) => `ほか ${count} 件`,
  library: '一緒に保存:使っている公開中のツアーにもすぐ反映されます',
  libraryChange: {
    segments: (id, gone) => `セグメント「${id}」${gone ? 'の削除' : ''}`,
    skills: (id, gone) => `スキル「${id}」${gone ? 'の削除' : ''}`,
    themes: (id, gone) => `テーマ「${id}」${gone ? 'の削除' : ''}`,
  },
  published: (version, environment) => `バージョン ${version} を ${environment} に公開しました。`,
  rolledBack: (version, environment) => `${environment} をバージョン ${version} に戻しました。`,
  stopped: (environment) => `${environment} での表示を停止しました。表示中だったツアーも終了しました。`,
  report: 'レポートを見る',
  undo: '元に戻す',
  undoPublish: (environment, before) =>
    before === undefined ? `${environment} から取り下げる` : `${environment} をバージョン ${before} に戻す`,
  failed: (failure) => {
    if (failure.kind === 'unreachable')
      return 'サーバーにつながりません。ツアーはこのブラウザに保存されています。つながったら公開してください。';
    if (failure.kind === 'conflict')
      return failure.by
        ? `${failure.by} さんがより新しい下書きを保存しています。公開していません。先に両方を確認してください。`
        : `ほかの人が先に変更しました。公開していません。${failure.detail ?? ''}`;
    if (failure.kind === 'signed_out')
      return 'サインアウトしています。ツアーはこのブラウザに保存されています。サインインしてから公開してください。';
    if (failure.kind === 'refused') return '公開する権限がありません。公開していません。';
    if (failure.kind === 'invalid') return 'サーバーに受け付けられませんでした。公開していません。';
    if (failure.kind === 'gone') return 'ツアーまたはバージョンがサーバーにありません。何も変更していません。';
    return `うまくいきませんでした。公開していません。${failure.detail ?? ''}`;
  },
  retry: 'もう一度試す',
  noVersions:
    'まだ公開されていません。公開すると、ここに一覧が表示され、比べたり、以前の版に戻したり、停止したりできます。',
  version: (version) => `バージョン ${version}`,
  liveIn: (environment) => `${environment} で公開中`,
  openAsDraft: '下書きとして開く',
  openedAsDraft: (version) => `下書きをバージョン ${version} の内容にしました。`,
  openAsDraftName: (version) => `バージョン ${version} を下書きとして開く`,
  rollBack: (environment) => `${environment} をこの版に戻す`,
  stop: (environment) => `${environment} で停止`,
  compare: '比べる',
  from: '比べる元',
  to: '比べる先',
  draft: '下書き',
  noDifference: '違いはありません。',
  differences: (count) => `違いは ${count} 件です`,
};

export const publishTexts: Texts<PublishTexts> = { en, ja };
