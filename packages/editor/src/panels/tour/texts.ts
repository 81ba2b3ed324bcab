import type { Texts } from '../../ui/texts.ts';

const en = {
  name: 'Name',
  description: 'What it is for',
  descriptionHow: 'For your team. The people who use the app do not see it.',
  id: 'Id',
  idHow: 'Reports and developers know the tour by it. It stays.',
  file: 'As a file',
  fileHow:
    'The tour as JSON, byte for byte as it was written where nothing was changed. Keep it in git, or hand it on.',
  origin: { git: 'From git', file: 'From the file', editor: 'Made here', api: 'Sent by a program' },
  exportFile: 'Export',
  importFile: 'Import',
  remove: 'Delete the tour',
  removeHow: 'The draft goes. Published versions stay for the reports.',
  removeLive: 'It is live. Stop it under Publish first.',
  removeButton: 'Delete',
};
const ja: typeof en = {
  name: '名前',
  description: 'ねらい',
  descriptionHow: 'チームのためのメモです。アプリを使う人には見えません。',
  id: 'ID',
  idHow: 'レポートや開発者がツアーを見分けるための名前で、変わりません。',
  file: 'ファイル',
  fileHow: 'ツアーの JSON です。変えていないところは1バイトも変わりません。git で管理したり、人に渡したりできます。',
  origin: { git: 'git から', file: 'ファイルから', editor: 'エディターで作成', api: 'プログラムから' },
  exportFile: '書き出し',
  importFile: '読み込み',
  remove: 'ツアーの削除',
  removeHow: '下書きを削除します。公開した版はレポートのために残ります。',
  removeLive: '公開中です。先に「公開」で停止してください。',
  removeButton: '削除',
};
export const tourTexts: Texts<typeof en> = { en, ja };
