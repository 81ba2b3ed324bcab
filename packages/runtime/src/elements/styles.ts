import { COLORS } from './colors.ts';
import { sheetOf } from './sheetOf.ts';

/** The colours by the names that the sheets use, for whatever element they hang on. */
export const colorsCss = Object.entries(COLORS)
  .map(([name, pair]) => `--_${name}:var(--shirube-${name},light-dark(${pair}));`)
  .concat('--_focus:var(--shirube-focus,light-dark(#1d5fd1,#8ab4ff));')
  .join('');

/**
 * What stands on `:host` is `!important`, because there, and only there, the page's own important rules could reach; inside the
 * shadow root none can. Sizes are in pixels: the page's root font size is the page's business. The entrance begins in its
 * second frame, because the first frame of a new animation would show nothing. The card is a layer of its own: a page that scrolls moves it
 * without painting it again.
 */
const css = `
  :host {
    all: initial !important;
    display: block !important;
    position: fixed !important;
    inset: 0 auto auto 0 !important;
    width: var(--_w, 0) !important;
    height: var(--_h, 0) !important;
    pointer-events: none !important;
    z-index: 2147483647 !important;
    zoom: var(--_z, 1) !important;
  }
  @supports selector(:popover-open) {
    :host {
      translate: var(--_x, 0) var(--_y, 0) !important;
    }
  }
  *,
  ::before {
    box-sizing: border-box;
  }
  [part='card'] {
    ${colorsCss}
    --_hairline: color-mix(in srgb, var(--_ink) 14%, var(--_surface));
    color-scheme: light dark;
    position: fixed;
    inset: 0 auto auto 0;
    will-change: transform;
    margin: 0;
    padding: 0;
    display: flex;
    flex-direction: column;
    width: max-content;
    min-width: min(240px, var(--_room, 100vw - 16px));
    max-width: min(var(--shirube-width, 340px), var(--_room, 100vw - 16px));
    max-height: calc(100dvh - 16px);
    overflow: visible;
    pointer-events: auto;
    border: 1px solid var(--_hairline);
    border-radius: var(--shirube-radius, 10px);
    background: var(--_surface);
    color: var(--_ink);
    box-shadow: 0 1px 2px rgb(28 27 25 / 0.08), 0 12px 32px -8px rgb(28 27 25 / 0.28);
    font: 400 15px / 1.5 var(--shirube-font, system-ui, -apple-system, 'Segoe UI', 'Hiragino Sans', 'Noto Sans JP', 'Yu Gothic UI', sans-serif);
    text-align: start;
    overflow-wrap: anywhere;
    -webkit-text-size-adjust: 100%;
  }
  .light {
    color-scheme: light;
  }
  .dark {
    color-scheme: dark;
  }
  [part='card'].centred {
    inset: 0;
    margin: auto;
    height: fit-content;
  }
  [part='card']:lang(ja) {
    line-height: 1.7;
    line-break: strict;
    word-break: auto-phrase;
  }
  :focus {
    outline: none;
  }
  :focus-visible {
    outline: 2px solid var(--_focus);
    outline-offset: 2px;
  }
  .scroll {
    overflow: auto;
    overscroll-behavior: contain;
    min-height: 0;
    padding: 16px 20px 0;
    border-radius: inherit;
  }
  .scroll:focus-visible {
    outline-offset: -2px;
  }
  [part='title'] {
    margin: 0 0 4px;
    padding-inline-end: 28px;
    font-size: 16px;
    font-weight: 600;
    line-height: 1.4;
    text-wrap: balance;
  }
  [part='body'] {
    color: var(--_muted);
    text-wrap: pretty;
  }
  [part='body']:first-child > :first-child {
    padding-inline-end: 28px;
  }
  [part='body'] > * {
    margin: 0 0 8px;
  }
  [part='body'] > :last-child {
    margin-block-end: 0;
  }
  p {
    margin: 0;
  }
  strong,
  em {
    color: var(--_ink);
  }
  code {
    padding: 1px 5px;
    border-radius: 4px;
    background: color-mix(in srgb, var(--_ink) 8%, transparent);
    color: var(--_ink);
    font: 0.9em ui-monospace, 'SFMono-Regular', Menlo, Consolas, monospace;
  }
  [part='link'] {
    color: var(--_ink);
    text-underline-offset: 2px;
  }
  svg {
    flex: none;
    width: 20px;
    height: 20px;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.5;
    stroke-linecap: round;
  }
  [part='footer'] {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 8px 16px;
    padding: 12px 20px 16px;
  }
  [part='progress'] {
    display: flex;
    flex: 1;
    align-items: center;
    gap: 6px;
    color: var(--_muted);
    font-size: 13px;
    font-variant-numeric: tabular-nums;
  }
  [part~='dot'] {
    width: 6px;
    height: 6px;
    border-radius: 3px;
    background: var(--_border);
    forced-color-adjust: none;
  }
  [part~='current'] {
    width: 16px;
    background: var(--_accent);
  }
  [part='buttons'] {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    margin-inline-start: auto;
  }
  [part~='button'] {
    min-height: 36px;
    padding: 6px 14px;
    border: 1px solid var(--_border);
    border-radius: 6px;
    background: transparent;
    color: inherit;
    font: inherit;
    font-size: 14px;
    font-weight: 600;
    text-align: center;
    text-decoration: none;
    cursor: pointer;
    transition: background-color 120ms ease-out, filter 120ms ease-out;
  }
  [part~='primary'] {
    border-color: transparent;
    background: var(--_accent);
    color: var(--_on-accent);
  }
  [part~='secondary']:hover,
  [part='close']:hover {
    background: color-mix(in srgb, var(--_ink) 8%, transparent);
  }
  [part~='primary']:hover {
    background: color-mix(in srgb, var(--_accent) 88%, var(--_surface));
  }
  [part='close'] {
    position: absolute;
    inset-block-start: 8px;
    inset-inline-end: 8px;
    display: grid;
    place-items: center;
    width: 32px;
    height: 32px;
    padding: 0;
    border: 0;
    border-radius: 6px;
    background: transparent;
    color: var(--_muted);
    cursor: pointer;
  }
  [part='arrow'] {
    position: absolute;
    inset: 0 auto auto 0;
    width: 12px;
    height: 12px;
    rotate: 45deg;
    border: 1px solid var(--_hairline);
    background: var(--_surface);
    clip-path: polygon(-1px -1px, calc(100% + 1px) -1px, -1px calc(100% + 1px));
    pointer-events: none;
  }
  .unseen,
  [role='status'] {
    position: fixed;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
    padding: env(safe-area-inset-top) env(safe-area-inset-right) env(safe-area-inset-bottom) env(safe-area-inset-left);
  }
  @media (pointer: coarse) {
    [part~='button'] {
      min-height: 44px;
      padding-inline: 18px;
    }
    [part='close'] {
      inset-block-start: 2px;
      inset-inline-end: 2px;
      width: 44px;
      height: 44px;
    }
  }
  @media (prefers-reduced-motion: no-preference) {
    [part='card'] {
      animation: arrive 180ms ease-out -36ms;
    }
    @keyframes arrive {
      from {
        opacity: 0;
        translate: var(--_from, 0 4px);
      }
    }
  }
  @media (forced-colors: active) {
    [part='card'],
    [part~='button'],
    [part='close'] {
      border: 1px solid;
    }
    [part~='primary'] {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
    [part='arrow'] {
      display: none;
    }
    [part~='dot'] {
      background: GrayText;
    }
    [part~='current'] {
      background: Highlight;
    }
  }
`;

export const sheet = sheetOf(css);
