import { html, type TemplateResult } from 'lit';

/** 16 px line drawings in the text's colour, hidden from assistive technology: the button that holds one has the name. */
const icon = (paths: string): TemplateResult =>
  html`<svg class="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true"><path d=${paths} /></svg>`;

export const closeIcon = icon('M4 4l8 8M12 4l-8 8');
export const collapseIcon = icon('M3.5 8h9');
export const backIcon = icon('M9.5 3.5L5 8l4.5 4.5');
export const sideIcon = icon('M2.5 3.5h11v9h-11zM6 3.5v9');
/** A signpost. */
export const signpostIcon = icon('M8 2v12.5M3 4h8l2.500 2L11 8H3z');
export const foundIcon = icon('M3.500 8.500l3 3 6-7');
export const warnIcon = icon('M8 2.500l6 11H2zM8 6.500v3.500M8 11.800v.200');
export const missingIcon = icon('M8 2a6 6 0 100 12A6 6 0 008 2zM5.800 5.800l4.400 4.400M10.200 5.800l-4.400 4.400');
