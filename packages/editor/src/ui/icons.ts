import { html, type TemplateResult } from 'lit';

/** 16 px line drawings in the text's colour, hidden from assistive technology: the button that holds one has the name. */
const icon = (paths: string): TemplateResult =>
  html`<svg class="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true"><path d=${paths} /></svg>`;

export const closeIcon = icon('M4 4l8 8M12 4l-8 8');
export const backIcon = icon('M9.5 3.5L5 8l4.5 4.5');
export const sideIcon = icon('M2.5 3.5h11v9h-11zM6 3.5v9');
/** A signpost. */
export const signpostIcon = icon('M8 2v12.5M3 4h8l2.5 2L11 8H3z');
export const foundIcon = icon('M3.5 8.5l3 3 6-7');
export const warnIcon = icon('M8 2.5l6 11H2zM8 6.5v3.5M8 11.8v.2');
export const missingIcon = icon('M8 2a6 6 0 100 12A6 6 0 008 2zM5.8 5.8l4.4 4.4M10.2 5.8l-4.4 4.4');
export const plusIcon = icon('M8 3v10M3 8h10');
export const recordIcon = icon('M8 3.5a4.5 4.5 0 100 9 4.5 4.5 0 000-9zM8 6.8a1.2 1.2 0 100 2.4 1.2 1.2 0 000-2.4z');
export const navigateIcon = icon('M4 2.5l8.5 5-3.7.9 2 3.8-1.7.8-2-3.8L4 12z');
export const undoIcon = icon('M5.5 3L2.5 6l3 3M2.5 6H9.5a3.5 3.5 0 010 7H6');
export const redoIcon = icon('M10.5 3l3 3-3 3M13.5 6H6.5a3.5 3.5 0 000 7H10');
export const keyboardIcon = icon('M1.5 4.5h13v7h-13zM4 7h.01M6.5 7h.01M9 7h.01M11.5 7h.01M5 9.5h6');
export const moreIcon = icon('M3.5 8h.01M8 8h.01M12.5 8h.01');
export const duplicateIcon = icon('M5.5 5.5h8v8h-8zM10.5 5.5v-3h-8v8h3');
export const trashIcon = icon('M2.5 4.5h11M6 4.5v-2h4v2M4 4.5l.7 9h6.6l.7-9');
export const leftIcon = icon('M9.5 3.5L5 8l4.5 4.5');
export const rightIcon = icon('M6.5 3.5L11 8l-4.5 4.5');
export const downIcon = icon('M3.5 6L8 10.5 12.5 6');
/** The opposite. */
export const notIcon = icon('M8 2.5a5.5 5.5 0 100 11 5.5 5.5 0 000-11zM4.2 11.8l7.6-7.6');
export const targetIcon = icon('M8 1.5v3M8 11.5v3M1.5 8h3M11.5 8h3M8 5a3 3 0 100 6 3 3 0 000-6z');
export const goIcon = icon('M3 13L13 3M6 3h7v7');
export const downloadIcon = icon('M8 2.5v8M4.5 7.5L8 11l3.5-3.5M2.5 13.5h11');
export const uploadIcon = icon('M8 11V3M4.5 6L8 2.5 11.5 6M2.5 13.5h11');
export const branchIcon = icon('M4 2.5v11M4 6h4.5a3 3 0 013 3v4.5M9.5 11.5l2 2 2-2');
export const fileIcon = icon('M4 1.5h5l3 3v10H4zM9 1.5v3h3');
export const peopleIcon = icon(
  'M6 7.5a2.5 2.5 0 100-5 2.5 2.5 0 000 5zM1.5 13.5a4.5 4.5 0 019 0M10.5 2.9a2.5 2.5 0 010 4.2M12.5 9.7a4.5 4.5 0 012 3.8',
);
export const paletteIcon = icon(
  'M8 1.5a6.5 6.5 0 000 13c1.2 0 1.6-.9 1.2-1.8-.5-1.1.2-2.2 1.5-2.2h1.5c1.3 0 2.3-1 2.3-2.3C14.5 4.5 11.6 1.5 8 1.5zM5 7h.01M8 4.5h.01M11 7h.01',
);
export const globeIcon = icon(
  'M8 1.5a6.5 6.5 0 100 13 6.5 6.5 0 000-13zM1.5 8h13M8 1.5c4 4.5 4 8.5 0 13M8 1.5c-4 4.5-4 8.5 0 13',
);
export const playIcon = icon('M4.5 2.5l8.5 5.5-8.5 5.5z');
export const publishIcon = icon('M8 10V2M4.5 5.5L8 2l3.5 3.5M2.5 10v3.5h11V10');
export const modalIcon = icon('M1.5 2.5h13v11h-13zM5 6h6v4H5z');
export const slideoutIcon = icon('M1.5 2.5h13v11h-13zM8.5 8.5h6v5h-6z');
export const bannerIcon = icon('M1.5 2.5h13v11h-13zM1.5 6.5h13');
export const hotspotIcon = icon('M8 6.5a1.5 1.5 0 100 3 1.5 1.5 0 000-3zM8 2.5a5.5 5.5 0 100 11 5.5 5.5 0 000-11z');
