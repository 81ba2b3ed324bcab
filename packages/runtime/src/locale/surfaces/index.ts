/** What slideouts, banners and hotspots say besides. `{title}` is filled in. */
export const en = {
  show: 'Show tip: {title}',
  tip: 'Tip',
  f6: 'Press F6 to go there and back.',
};
export type SurfaceStrings = Readonly<Record<keyof typeof en, string>>;

export const ja: SurfaceStrings = {
  show: 'ヒントを表示: {title}',
  tip: 'ヒント',
  f6: 'F6 キーで移動し、もう一度押すと戻ります。',
};

/** As `stringsFor`. */
export const surfaceStringsFor = (locale: string): SurfaceStrings => (/^ja\b/i.test(locale) ? ja : en);
