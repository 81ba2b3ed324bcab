import type { Rate } from '@shirube/schema/report';
import { html, nothing, type SVGTemplateResult, svg, type TemplateResult } from 'lit';
import type { Words } from '../locale/words.ts';

/** A rate is few-run when its 95 % interval is wider than this: 20 percentage points, about 90 runs at one half. */
const wideInterval = 0.2;

export const isFewRuns = (rate: Rate): boolean =>
  rate.interval !== null && rate.interval[1] - rate.interval[0] > wideInterval;

/** A rate with its numerator, denominator and interval, and the same as a quiet bar; "—" when there is no denominator. */
export const rateCell = (words: Words, rate: Rate, kind: 'gain' | 'loss' = 'gain'): TemplateResult => {
  const { say, format } = words;
  if (rate.value === null) {
    return html`<span class="rate none"><span class="rate-value">${say.noValue}</span> <span class="muted">${say.noRunsYet}</span></span>`;
  }
  return html`<span class="rate">
    <span class="rate-value">${format.rate(rate.value)}</span>
    ${rateBar(rate, kind)}
    <span class="rate-detail muted">
      <span class="rate-fraction">${say.rateOf(format.count(rate.numerator), format.count(rate.denominator))}</span>
      ${rate.interval === null ? nothing : html`<span class="rate-interval">${format.interval(rate.interval)}</span>`}
    </span>
  </span>`;
};

/** The whole width is 1: the value filled, the interval as a whisker. Decoration: the words beside it say it all. */
export const rateBar = (
  rate: Rate,
  kind: 'gain' | 'loss' = 'gain',
): TemplateResult => html`<svg class="rate-bar" aria-hidden="true" focusable="false">
  <rect class="rate-track" width="100%" height="8" rx="1"></rect>
  <rect class="rate-fill rate-${kind}" width=${percent(rate.value ?? 0)} height="8" rx="1"></rect>
  ${rate.interval === null ? nothing : whisker(percent(rate.interval[0]), percent(rate.interval[1]))}
</svg>`;

const whisker = (low: string, high: string): SVGTemplateResult => svg`
  <line class="rate-whisker" x1=${low} x2=${high} y1="4" y2="4"></line>
  <line class="rate-whisker" x1=${low} x2=${low} y1="1.5" y2="6.5"></line>
  <line class="rate-whisker" x1=${high} x2=${high} y1="1.5" y2="6.5"></line>`;

/** A share of the width, as svg takes it. */
export const percent = (share: number): string => `${(share * 100).toFixed(2)}%`;
