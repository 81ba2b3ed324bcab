export type GuideLanguage = 'en' | 'ja';

export interface Words {
  readonly locale: string;
  readonly tour: string;
  /** Title and text of each step, as they are typed. */
  readonly steps: readonly (readonly [string, string])[];
  /** The language into which it is translated, and its name in the editor. */
  readonly into: { readonly language: GuideLanguage; readonly name: string };
  /** The button that starts a rehearsal. */
  readonly play: string;
  /** The second step's text in the second version, and the note to it. */
  readonly improved: string;
  readonly note: string;
  /** What the other author makes of the tour's name. */
  readonly theirs: string;
}

/** What the author in the guide's pictures writes and presses. */
export const GUIDE_WORDS: Readonly<Record<GuideLanguage, Words>> = {
  en: {
    locale: 'en-US',
    tour: 'Your first invoice',
    steps: [
      ['Send your first invoice', 'It takes about two minutes.'],
      ['Who is it for?', 'Choose one of your customers.'],
      ['What is it for?', 'One line is enough to begin with.'],
      ['One last look', 'Check the total, then send it.'],
      ['It is on its way', 'The list shows when it is paid.'],
    ],
    into: { language: 'ja', name: 'Japanese' },
    play: 'Play',
    improved: ' New ones can be added here, too.',
    note: 'Says that a customer can be added here',
    theirs: 'Your first invoice, in five steps',
  },
  ja: {
    locale: 'ja-JP',
    tour: 'はじめての請求書',
    steps: [
      ['はじめての請求書を送る', '2分ほどで終わります。'],
      ['請求先を選ぶ', '一覧から取引先を選んでください。'],
      ['請求の内容を書く', 'まずは1行で十分です。'],
      ['最後の確認', '合計を確かめて、送付してください。'],
      ['送付しました', '入金されると、一覧に表示されます。'],
    ],
    into: { language: 'en', name: '英語' },
    play: '再生',
    improved: '新しい取引先もここで追加できます。',
    note: '取引先を追加できることを説明',
    theirs: 'はじめての請求書(5ステップ)',
  },
};
