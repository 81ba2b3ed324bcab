import type { Strings } from './index.ts';

export const ja: Strings = {
  next: '次へ',
  back: '戻る',
  close: '閉じる',
  done: '完了',
  step: '{total} ステップ中 {n}',
};
