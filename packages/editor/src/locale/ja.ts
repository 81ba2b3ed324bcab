import type { Texts } from './en.ts';

/** Every text of the editor in Japanese. */
export const ja: Texts = {
  editor: 'Shirube エディター',
  close: 'エディターを閉じる',
  collapse: '折りたたむ',
  expand: 'エディターのパネルを開く',
  toLeft: '左側に移す',
  toRight: '右側に移す',
  signIn: 'サインイン',
  signInLead: (server) => `${server} にサインインすると、このアプリのツアーを確認できます。`,
  signInHow: '別のウィンドウで開きます。このアプリの利用者には何も表示されません。',
  signingIn: 'サインインのウィンドウを待っています',
  signingInHow:
    'そのウィンドウでサインインし、「許可する」を押してください。隠れて見えないときは、もう一度サインインを押してください。',
  signInAgain: 'もう一度サインイン',
  signOut: 'サインアウト',
  notice: {
    blocked:
      'サインインのウィンドウがブラウザーに止められました。このアプリのポップアップを許可してから、もう一度サインインしてください。',
    cut_off:
      'サインインのウィンドウからこのアプリに答えを返せません。このアプリのページに Cross-Origin-Opener-Policy: same-origin-allow-popups を付けるよう開発者に依頼してから、もう一度サインインしてください。',
    closed: '答えが届く前にサインインのウィンドウが閉じられました。もう一度サインインしてください。',
    ended: 'サインインの期限が切れました。もう一度サインインしてください。変更されたものはありません。',
  },
  loading: 'ツアーを読み込んでいます',
  loadingTour: 'ステップを読み込んでいます',
  retry: '再試行',
  failure: {
    signed_out: () => 'サインインの期限が切れました。もう一度サインインしてください。',
    refused: (_server, detail) =>
      `サーバーに拒否されました(${detail})。ワークスペースの管理者に権限を依頼してから、再試行してください。`,
    gone: () => 'このツアーはもうサーバーにありません。一覧に戻って読み込み直してください。',
    wrong_key: () =>
      'このページのキーはサーバーに登録されていません。アプリの script タグの data-key と、サーバーに表示されるキーを見比べてから、再試行してください。',
    unreachable: (server) =>
      `${server} に接続できません。アプリへの影響はありません。サーバーが動いていること、このアプリの Content-Security-Policy の connect-src で許可されていることを確認してから、再試行してください。`,
    unexpected: (server, detail) =>
      `${server} から想定外の応答がありました(${detail})。再試行しても続くときは、サーバーのログを確認してください。`,
  },
  tours: 'ツアー',
  reload: '再読み込み',
  noTours: 'ツアーはまだありません',
  noToursHow: (address) => `ファイルに書いて PUT ${address} で送ると、ここに並びます。`,
  liveHere: (version, environment) => `バージョン ${version} を ${environment} で公開中`,
  liveElsewhere: (version, environment) => `${environment} ではバージョン ${version}`,
  notLive: '未公開',
  steps: (count) => `${count} ステップ`,
  updated: (who, when) => `${when}、${who} が変更`,
  back: 'すべてのツアー',
  showsDraft: '下書きです。このツアーはここでは公開されていません。',
  showsVersion: (version, environment) => `${environment} で公開中のバージョン ${version} です。`,
  showTarget: '対象の要素を表示',
  hideTarget: '対象の要素の表示を消す',
  noTarget: '対象の要素なし:中央に表示',
  otherPage: (page) => `別のページ:${page}`,
  looking: '探しています',
  status: {
    found: '見つかりました',
    healed: '特徴から見つかりました:セレクターはもう一致しません',
    hidden: '非表示:ページにありますが、見えていません',
    ambiguous: 'あいまい:複数の要素が一致します',
    missing: '見つかりません:このページに一致する要素がありません',
  },
  confidence: (share) => `確からしさ ${share}`,
  why: '理由',
  repair: '新しいセレクターを残す',
  repairHow:
    '今この要素に一致するセレクターです。ツアーのファイルでステップの対象の要素をこれに置き換え、公開してください。',
  copy: '対象の要素をコピー',
  copied: 'コピー済み',
  readOnly: '閲覧専用:ツアーのファイルを編集して公開してください',
  readOnlySend: (file) => `${file} 全体を送る`,
  readOnlyPublish: '環境を選んで公開する',
  report: 'レポートを開く',
  kind: {
    tooltip: 'ツールチップ',
    modal: 'モーダル',
    slideout: 'スライドアウト',
    banner: 'バナー',
    hotspot: 'ホットスポット',
  },
};
