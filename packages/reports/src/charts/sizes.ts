/** Heights in CSS pixels, known before Plot is: the page keeps the place of a chart that is still on its way. */
const narrowPx = 560;
export const axisPx = 30;

export const isNarrow = (widthPx: number): boolean => widthPx < narrowPx;
/** A narrow row has its label on a line of its own. */
export const rowPx = (widthPx: number): number => (isNarrow(widthPx) ? 78 : 60);
export const funnelPx = (widthPx: number, steps: number): number => steps * rowPx(widthPx) + axisPx;
export const trendPx = (widthPx: number): number => (isNarrow(widthPx) ? 220 : 260);
