import { html, type TemplateResult } from 'lit/html.js';

/** Progress as a bar. It grows in the direction of the text. */
export const bar = (current: number, total: number): TemplateResult =>
  html`<svg part="bar" viewBox="0 0 ${total} 1" preserveAspectRatio="none" aria-hidden="true"><rect width=${current} height="1" /></svg>`;
