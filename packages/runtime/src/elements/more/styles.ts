import { sheetOf } from '../sheetOf.ts';

/** Comes after the plain sheet: dimming, modals, headings, lists, media and the bar. */
const css = `
  [part='overlay'] {
    all: unset;
    position: fixed;
    inset: 0;
    width: 100%;
    height: 100%;
    pointer-events: auto;
    touch-action: none;
    background: var(--shirube-overlay, rgb(28 27 25 / 0.45));
    forced-color-adjust: none;
  }
  :host(shirube-modal) [part='card'] {
    max-width: min(var(--shirube-width, 440px), calc(100vw - 32px));
  }
  dialog::backdrop {
    background: transparent;
  }
  :host(shirube-modal) .scroll {
    padding: 24px 24px 0;
  }
  :host(shirube-modal) [part='title'] {
    margin-block-end: 8px;
    font-size: 20px;
    line-height: 1.3;
  }
  [part='heading'] {
    color: var(--_ink);
    font-weight: 600;
  }
  .h2 {
    font-size: 16px;
  }
  ul,
  ol {
    padding-inline-start: 22px;
  }
  img {
    display: block;
    width: 100%;
    height: auto;
    border-radius: 6px;
    background: color-mix(in srgb, var(--_ink) 6%, transparent);
  }
  img:not([height]) {
    aspect-ratio: auto 16 / 9;
  }
  [part='video'] {
    display: flex;
    align-items: center;
    gap: 8px;
    min-height: 44px;
    padding: 8px 12px;
    border: 1px solid var(--_border);
    border-radius: 6px;
    color: var(--_ink);
    text-decoration: none;
  }
  [part='video'] svg {
    width: 16px;
    fill: currentColor;
  }
  :host(shirube-modal) [part='footer'] {
    padding: 20px 24px 24px;
  }
  [part='bar'] {
    flex: 1;
    min-width: 48px;
    max-width: 120px;
    height: 4px;
    border-radius: 2px;
    background: var(--_hairline);
    fill: var(--_accent);
    stroke: none;
    forced-color-adjust: none;
  }
  [dir='rtl'] [part='bar'] {
    scale: -1 1;
  }
  :host(shirube-modal) [part='close'] {
    margin: 8px;
  }
  @media (prefers-reduced-motion: no-preference) {
    [part='overlay'] {
      animation: appear 180ms ease-out;
    }
    @keyframes appear {
      from {
        opacity: 0;
      }
    }
  }
  @media (forced-colors: active) {
    [part='bar'] {
      background: Canvas;
      outline: 1px solid;
      fill: Highlight;
    }
  }
`;

export const moreSheet = sheetOf(css);
