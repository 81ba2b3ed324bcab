/** The lazy chunk: the only entry through which Observable Plot is loaded. */
export { drawFunnel } from './funnel.ts';
export { drawTrend } from './trend.ts';
