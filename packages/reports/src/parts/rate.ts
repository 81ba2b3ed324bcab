import type { Rate } from '@shirube/schema/report';
import { html, nothing, type SVGTemplateResult, svg, type TemplateResult } from 'lit';
import type { Words } from '../locale/words.ts';

/** A rate is few-run when its 95 % interval is wider than this: 20 percentage points, about 90 runs at one half. */
const wideInterval = 0.2;

export const isFewRuns = (rate: Rate): boolean =>
  rate.interval !== null && rate.interval[1] - rate.interval[0] > wideInterval;

/** A rate with its numerator, denominator and interval, and the same as a quiet bar; "—" when there is no denominator. */
export const rateCell = (words: Words, rate: Rate): TemplateResult => {
  const { say, format } = words;
  if (rate.value === null) {
    return html`<span class="rate none"><span class="rate-value">${say.noValue}</span> <span class="muted">${say.noRunsYet}</span></span>`;
  }
  return html`<span class="rate">
    <span class="rate-value">${format.rate(rate.value)}</span>
    ${rateBar(rate)}
    <span class="rate-detail muted">
      <span class="rate-fraction">${say.rateOf(format.count(rate.numerator), format.count(rate.denominator))}</span>
      ${rate.interval === null ? nothing : html`<span class="rate-interval">${format.interval(rate.interval)}</span>`}
    </span>
  </span>`;
};

/** From 0 to 1 along 100 units: the value filled, the interval as a whisker. Decoration: the words beside it say it all. */
export const rateBar = (
  rate: Rate,
): TemplateResult => html`<svg class="rate-bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">
  <rect class="rate-track" width="100" height="10" rx="1"></rect>
  <rect class="rate-fill" width=${(rate.value ?? 0) * 100} height="10"></rect>
  ${rate.interval === null ? nothing : whisker(rate.interval)}
</svg>`;

const whisker = ([low, high]: readonly [number, number]): SVGTemplateResult => svg`
  <line class="rate-whisker" x1=${low * 100} x2=${high * 100} y1="5" y2="5"></line>
  <line class="rate-whisker" x1=${low * 100} x2=${low * 100} y1="2" y2="8"></line>
  <line class="rate-whisker" x1=${high * 100} x2=${high * 100} y1="2" y2="8"></line>`;
