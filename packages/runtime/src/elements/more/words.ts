/** The texts of pictures and videos, beside the others in `locale/` because a plain tooltip does without them. */
const en = {
  video: 'Video',
  play: 'Play video: {title}',
  open: 'Open on {host}',
  refused: 'Cannot be played here',
  captions: 'Captions',
};
const ja: typeof en = {
  video: '動画',
  play: '動画を再生: {title}',
  open: '{host} で開く',
  refused: 'ここでは再生できません',
  captions: '字幕',
};
export const mediaWords = { en, ja };
export const mediaWordsFor = (locale: string): typeof en => (/^ja\b/i.test(locale) ? ja : en);
