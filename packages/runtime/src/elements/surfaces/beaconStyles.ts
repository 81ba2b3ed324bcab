import { sheetOf } from '../sheetOf.ts';
import { colorsCss } from '../styles.ts';

/** Comes after the plain sheet, whose colours stand on the card: here they stand on the anchor. */
const css = `
  [part='anchor'] {
    ${colorsCss}
    color-scheme: light dark;
    position: fixed;
    inset: 0 auto auto 0;
    margin: 0;
    padding: 0;
    border: 0;
    overflow: visible;
    background: none;
    pointer-events: none;
    font: 600 12px / 1.4 var(--shirube-font, system-ui, -apple-system, 'Segoe UI', 'Hiragino Sans', 'Noto Sans JP', 'Yu Gothic UI', sans-serif);
  }
  [part~='beacon'] {
    position: relative;
    display: flex;
    min-width: 24px;
    min-height: 24px;
    padding: 0;
    border: 0;
    border-radius: 12px;
    background: none;
    color: inherit;
    font: inherit;
    pointer-events: auto;
    cursor: pointer;
    -webkit-tap-highlight-color: transparent;
  }
  /* Around the ring is whatever the page has: the gap inside it is always ours. */
  [part~='beacon']:focus-visible {
    box-shadow: 0 0 0 2px var(--_surface);
  }
  [part='mark'] {
    position: relative;
    flex: none;
    width: 24px;
    height: 24px;
  }
  [part='mark']::before,
  [part='mark']::after {
    content: '';
    position: absolute;
    inset: 0;
    border-radius: 12px;
    background: var(--_accent);
    opacity: 0.24;
  }
  [part='mark']::after {
    inset: 5px;
    border: 2px solid var(--_surface);
    opacity: 1;
    transition: background-color 120ms ease-out;
  }
  [part='label'] {
    align-self: center;
    max-width: 160px;
    margin-inline: -2px 8px;
    padding-block: 3px;
    color: var(--_ink);
    text-align: start;
    overflow-wrap: anywhere;
  }
  [part~='labelled'] {
    background: var(--_surface);
    box-shadow: 0 0 0 1px var(--_border), 0 2px 8px rgb(28 27 25 / 0.16);
  }
  [part~='opened'] [part='mark']::before {
    opacity: 0;
  }
  [part~='opened'] [part='mark']::after {
    background: var(--_surface);
    border-color: var(--_border);
  }
  [part~='opened'] [part='label'] {
    color: var(--_muted);
  }
  [part~='beacon']:hover [part='mark']::before {
    opacity: 0.36;
  }
  [aria-expanded='true'] [part='mark']::after {
    background: var(--_accent);
  }
  @media (pointer: coarse) {
    [part~='beacon'] {
      min-width: 44px;
      min-height: 44px;
      border-radius: 22px;
    }
  }
  @media (prefers-reduced-motion: no-preference) {
    [part~='beacon'] {
      animation: appear-beacon 180ms ease-out;
    }
    [part~='calling'] [part='mark']::before {
      animation: call 900ms 180ms ease-out;
    }
    @keyframes appear-beacon {
      from {
        opacity: 0;
        scale: 0.6;
      }
    }
    @keyframes call {
      from {
        opacity: 0.6;
        scale: 0.5;
      }
      to {
        opacity: 0;
        scale: 2;
      }
    }
  }
  @media (forced-colors: active) {
    [part='mark']::after,
    [part~='opened'] [part='mark']::after {
      forced-color-adjust: none;
      border-color: Canvas;
      background: Highlight;
      box-shadow: 0 0 0 1px CanvasText;
    }
    [part~='opened'] [part='mark']::after {
      background: Canvas;
      border-color: ButtonText;
    }
    [part='mark']::before {
      display: none;
    }
    [part~='labelled'] {
      forced-color-adjust: none;
      background: Canvas;
      color: CanvasText;
      box-shadow: 0 0 0 1px CanvasText;
    }
    [part~='labelled']:focus-visible {
      outline-color: Highlight;
    }
    [part~='labelled'] [part='label'] {
      color: CanvasText;
    }
  }
`;

export const beaconSheet = sheetOf(css);
