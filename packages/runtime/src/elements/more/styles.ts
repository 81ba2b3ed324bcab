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
  /* The rim of the hole: of a modal's overlay there is none. */
  [part='overlay']::before {
    content: '';
    position: absolute;
    inset: 0 auto auto 0;
    width: var(--_wide, 0);
    height: var(--_high, 0);
    border-radius: var(--_round, 0);
    outline: 2px solid rgb(255 255 255 / 0.4);
    transform: translate(var(--_at, -9px, -9px));
  }
  @media (forced-colors: active) {
    [part='overlay']::before {
      outline-color: CanvasText;
    }
  }
  [part='overlay'] + [part='card'] {
    outline: none;
  }
  :host(shirube-modal) [part='card'] {
    max-width: min(var(--shirube-width, 440px), var(--_room, 100vw - 32px));
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
  [part='card'] {
    --_tall: min(60dvh, 420px);
  }
  .picture,
  figure {
    width: 1000px;
    max-width: 100%;
    margin-inline: auto;
  }
  [part='image'] {
    display: block;
    width: 100%;
    height: auto;
    max-height: var(--_tall);
    margin: 0 auto;
    object-fit: contain;
    border-radius: 6px;
  }
  [part='image']:not(.here),
  .stage {
    background: color-mix(in srgb, var(--_ink) 6%, transparent);
  }
  [part='image']:not([height], .here) {
    aspect-ratio: 16 / 9;
  }
  [part='alt'],
  .missing {
    display: none;
  }
  .missing + [part='alt'] {
    display: block;
    padding: 12px;
    border: 1px dashed var(--_border);
    border-radius: 6px;
    font-size: 14px;
  }
  .stage {
    position: relative;
    display: grid;
    place-items: center;
    width: 100%;
    min-height: 44px;
    max-width: calc(var(--_tall) * 16 / 9);
    aspect-ratio: 16 / 9;
    margin: 0 auto;
    padding: 0;
    overflow: hidden;
    border: 0;
    border-radius: 6px;
  }
  .stage [part~='button'] {
    color: var(--_ink);
  }
  [part='play'] {
    cursor: pointer;
  }
  [part='player'] {
    display: block;
    background: #000;
  }
  [part='play'] img {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
    object-fit: cover;
  }
  [part='disc'] {
    position: relative;
    display: grid;
    place-items: center;
    width: 56px;
    height: 56px;
    border-radius: 50%;
    background: var(--_accent);
    color: var(--_on-accent);
    box-shadow: 0 0 0 2px var(--_surface);
    transition: background-color 120ms ease-out;
  }
  [part='play']:hover [part='disc'] {
    background: color-mix(in srgb, var(--_accent) 88%, var(--_surface));
  }
  [part='disc'] svg {
    fill: currentColor;
  }
  figcaption {
    display: grid;
    justify-items: start;
    margin-block-start: 6px;
    font-size: 13px;
  }
  [part='video-title'] {
    color: var(--_ink);
    font-size: 14px;
    font-weight: 600;
  }
  .refused,
  [part='open'] {
    padding-block: 3px;
  }
  [part='open'] {
    color: inherit;
    text-underline-offset: 2px;
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
      animation: appear 180ms ease-out -36ms;
    }
    @keyframes appear {
      from {
        opacity: 0;
      }
    }
  }
  @media (pointer: coarse) {
    .refused,
    [part='open'] {
      padding-block: 13px;
    }
  }
  @media (forced-colors: active) {
    .stage,
    [part='disc'] {
      border: 1px solid;
    }
    [part='bar'] {
      background: Canvas;
      outline: 1px solid;
      fill: Highlight;
    }
  }
`;

export const moreSheet = sheetOf(css);
