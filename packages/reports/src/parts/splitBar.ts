import { html, nothing, svg, type TemplateResult } from 'lit';
import type { Split } from '../figures/finding.ts';
import type { Words } from '../locale/words.ts';
import { percent } from './rate.ts';

const causes = ['dismissed', 'abandoned', 'broken'] as const;

/** How lost runs divide: one bar of parts, and the same in words and numbers. */
export const splitCell = (words: Words, split: Split, started: number): TemplateResult => {
  const { say, format } = words;
  const total = split.dismissed + split.abandoned + split.broken;
  if (started === 0) return html`<span class="muted">${say.noValue}</span>`;
  let at = 0;
  const parts = causes.map((cause) => {
    const x = at;
    at += split[cause];
    return split[cause] === 0
      ? nothing
      : svg`<rect class="part-${cause}" x=${percent(x / started)} width=${percent(split[cause] / started)} height="8"></rect>`;
  });
  return html`<span class="split">
    <span class="split-total">${format.count(total)}</span>
    <svg class="split-bar" aria-hidden="true" focusable="false">
      <rect class="rate-track" width="100%" height="8" rx="1"></rect>
      ${parts}
    </svg>
    <span class="split-parts muted">
      ${causes.map((cause) => html`<span class="split-part"><span class="key key-${cause}" aria-hidden="true"></span>${say.funnel[cause]} ${format.count(split[cause])}</span> `)}
    </span>
  </span>`;
};
