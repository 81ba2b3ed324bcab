import type { TargetHealth } from '@shirube/schema/report';
import { html, nothing, svg, type TemplateResult } from 'lit';
import { targetWords } from '../locale/targets/words.ts';
import type { Words } from '../locale/words.ts';
import { percent } from './rate.ts';

const parts = ['found', 'healed', 'missing'] as const;

/** How the runs that looked for a target divide: one bar, and each part in words with its numbers and its interval. */
export const lookBar = (words: Words, health: TargetHealth): TemplateResult => {
  const { say, format } = words;
  const texts = targetWords(words.language);
  if (health.looked === 0) return html`<span class="muted">${texts.nobody}</span>`;
  let at = 0;
  const bars = parts.map((part) => {
    const share = health[part].value ?? 0;
    const x = at;
    at += share;
    return share === 0
      ? nothing
      : svg`<rect class="look-${part}" x=${percent(x)} width=${percent(share)} height="8"></rect>`;
  });
  return html`<span class="looks">
    <svg class="rate-bar" aria-hidden="true" focusable="false"><rect class="rate-track" width="100%" height="8" rx="1"></rect>${bars}</svg>
    ${parts.map((part) => {
      const { value, numerator, denominator, interval } = health[part];
      return html`<span class="look"><span class="key key-look-${part}" aria-hidden="true"></span><span class="look-name">${texts[part]}</span>
        <b>${value === null ? say.noValue : format.rate(value)}</b>
        <span class="muted">${say.rateOf(format.count(numerator), format.count(denominator))}${interval === null ? '' : ` · ${format.interval(interval)}`}</span></span> `;
    })}
  </span>`;
};
