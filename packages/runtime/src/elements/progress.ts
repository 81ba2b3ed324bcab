import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Strings } from '../locale/index.ts';
import type { StepView } from '../ports.ts';
import type { MoreDrawing } from './moreDrawing.ts';

/** More dots than this cannot be counted at a glance: the words say it then. */
const DOTS_MAX = 10;

/** Where the person is in the tour. The words are always there for assistive technology, and name a step without a title. */
export const progress = (
  { kind, current, total }: StepView['progress'],
  strings: Strings,
  more: MoreDrawing | undefined,
): TemplateResult => {
  const words = strings.step.replace('{n}', String(current)).replace('{total}', String(total));
  const dots = kind === 'dots' && total <= DOTS_MAX && total > 1;
  const bar = kind === 'bar' && more?.bar(current, total);
  const hidden = dots || bar || kind === 'none' || total < 2;
  return html`<div part="progress">
    <span id="progress" class=${hidden ? 'unseen' : nothing}>${words}</span>
    ${dots ? Array.from({ length: total }, (_, index) => html`<i part=${index + 1 === current ? 'dot current' : 'dot'}></i>`) : nothing}
    ${bar || nothing}
  </div>`;
};
