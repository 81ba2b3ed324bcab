import { html, nothing, svg, type TemplateResult } from 'lit';
import type { Split } from '../figures/finding.ts';
import type { Words } from '../locale/words.ts';

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
      : svg`<rect class="part-${cause}" x=${(x / started) * 100} width=${(split[cause] / started) * 100} height="10"></rect>`;
  });
  return html`<span class="split">
    <span class="split-total">${format.count(total)}</span>
    <svg class="split-bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">
      <rect class="rate-track" width="100" height="10" rx="1"></rect>
      ${parts}
    </svg>
    <span class="split-parts muted">
      ${causes.map((cause) => html`<span class="split-part"><span class="key key-${cause}" aria-hidden="true"></span>${say.funnel[cause]} ${format.count(split[cause])}</span> `)}
    </span>
  </span>`;
};
