/** Cuts a text so that it fits `widthPx` at `fontPx`, with an ellipsis. Widths are estimated: no layout is forced. */
export const fitText = (text: string, widthPx: number, fontPx: number): string => {
  const room = widthPx / fontPx;
  if (widthEm(text) <= room) return text;
  let kept = '';
  let used = 1;
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    used += widthEm(segment);
    if (used > room) break;
    kept += segment;
  }
  return `${kept.trimEnd()}…`;
};

/** East Asian characters and pictures are one em wide; the rest is near 0.56 em in the system fonts that we use. */
const widthEm = (text: string): number => {
  let width = 0;
  for (const { segment } of new Intl.Segmenter().segment(text))
    width += /[\u1100-\u11ff\u2e80-\uffef]|\p{Extended_Pictographic}/u.test(segment) ? 1 : 0.56;
  return width;
};
