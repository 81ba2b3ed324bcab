import { html, type SVGTemplateResult, type TemplateResult } from 'lit';

/** A Lucide drawing, hidden from assistive technology: the word beside it (or the button's label) is its name. */
export const icon = (drawing: SVGTemplateResult, sizePx: 16 | 20 = 16): TemplateResult =>
  html`<svg class="icon" width=${sizePx} height=${sizePx} viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width=${(1.5 * 24) / sizePx} stroke-linecap="round" stroke-linejoin="round" aria-hidden="true" focusable="false">${drawing}</svg>`;
