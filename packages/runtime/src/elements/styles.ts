let made: CSSStyleSheet | undefined;

/** All steps share it. */
export const sheet = (): CSSStyleSheet => {
  if (!made) {
    made = new CSSStyleSheet();
    made.replaceSync(css);
  }
  return made;
};

/**
 * One constructable style sheet, so that a strict Content-Security-Policy has nothing to refuse. What stands on `:host` is
 * `!important`, because there, and only there, the page's own important rules could reach; inside the shadow root none can.
 * Sizes are in pixels: the page's root font size is the page's business.
 */
const css = `
  :host {
    all: initial !important;
    display: block !important;
    position: fixed !important;
    inset: var(--_y, 0) auto auto var(--_x, 0) !important;
    inline-size: var(--_w, 0) !important;
    block-size: var(--_h, 0) !important;
    pointer-events: none !important;
    z-index: 2147483647 !important;
    --_surface-light: #fff;
    --_surface-dark: #1f1d1a;
    --_ink-light: #1c1b19;
    --_ink-dark: #f4f1ea;
    --_muted-light: #5c574f;
    --_muted-dark: #b8b1a6;
    --_accent-light: #1c1b19;
    --_accent-dark: #f4f1ea;
    --_on-accent-light: #fff;
    --_on-accent-dark: #1f1d1a;
    --_border-light: #8a8378;
    --_border-dark: #857d70;
  }
  *,
  ::before {
    box-sizing: border-box;
  }
  [part='overlay'] {
    all: unset;
    position: fixed;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    pointer-events: auto;
    touch-action: none;
    background: var(--shirube-overlay, rgb(28 27 25 / 0.45));
    forced-color-adjust: none;
  }
  [part='card'] {
    --_surface: var(--shirube-surface, light-dark(var(--_surface-light), var(--_surface-dark)));
    --_ink: var(--shirube-ink, light-dark(var(--_ink-light), var(--_ink-dark)));
    --_muted: var(--shirube-muted, light-dark(var(--_muted-light), var(--_muted-dark)));
    --_accent: var(--shirube-accent, light-dark(var(--_accent-light), var(--_accent-dark)));
    --_on-accent: var(--shirube-on-accent, light-dark(var(--_on-accent-light), var(--_on-accent-dark)));
    --_border: var(--shirube-border, light-dark(var(--_border-light), var(--_border-dark)));
    --_focus: var(--shirube-focus, light-dark(#1d5fd1, #8ab4ff));
    --_hairline: color-mix(in srgb, var(--_ink) 14%, var(--_surface));
    color-scheme: light dark;
    position: fixed;
    inset: 0 auto auto 0;
    margin: 0;
    padding: 0;
    display: flex;
    flex-direction: column;
    inline-size: max-content;
    min-inline-size: min(240px, calc(100vw - 16px));
    max-inline-size: min(var(--shirube-width, 340px), calc(100vw - 16px));
    max-block-size: calc(100dvh - 16px);
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
  :host(shirube-modal) [part='card'] {
    max-inline-size: min(var(--shirube-width, 440px), calc(100vw - 32px));
  }
  [part='card'].centred {
    inset: 0;
    margin: auto;
    block-size: fit-content;
  }
  dialog::backdrop {
    background: transparent;
  }
  [part='card']:lang(ja) {
    line-height: 1.7;
    line-break: strict;
    word-break: auto-phrase;
  }
  :focus {
    outline: none;
  }
  :focus-visible:not([part='card']) {
    outline: 2px solid var(--_focus);
    outline-offset: 2px;
  }
  .scroll {
    overflow: auto;
    overscroll-behavior: contain;
    min-block-size: 0;
    padding: 16px 20px 0;
    border-radius: inherit;
  }
  :host(shirube-modal) .scroll {
    padding: 24px 24px 0;
  }
  [part='title'] {
    margin: 0 0 4px;
    padding-inline-end: 28px;
    font-size: 16px;
    font-weight: 600;
    line-height: 1.4;
    text-wrap: balance;
  }
  :host(shirube-modal) [part='title'] {
    margin-block-end: 8px;
    font-size: 20px;
    line-height: 1.3;
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
  img {
    display: block;
    inline-size: 100%;
    block-size: auto;
    border-radius: 6px;
    background: color-mix(in srgb, var(--_ink) 6%, transparent);
  }
  img:not([height]) {
    aspect-ratio: auto 16 / 9;
  }
  [part='link'] {
    color: var(--_ink);
    text-underline-offset: 2px;
  }
  [part='video'] {
    display: flex;
    align-items: center;
    gap: 8px;
    min-block-size: 44px;
    padding: 8px 12px;
    border: 1px solid var(--_border);
    border-radius: 6px;
    color: var(--_ink);
    text-decoration: none;
  }
  svg {
    flex: none;
    inline-size: 20px;
    block-size: 20px;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.5;
    stroke-linecap: round;
  }
  [part='video'] svg {
    inline-size: 16px;
    fill: currentColor;
  }
  [part='footer'] {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 8px 16px;
    padding: 12px 20px 16px;
  }
  :host(shirube-modal) [part='footer'] {
    padding: 20px 24px 24px;
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
    inline-size: 6px;
    block-size: 6px;
    border-radius: 3px;
    background: var(--_border);
    forced-color-adjust: none;
  }
  [part~='current'] {
    inline-size: 16px;
    background: var(--_accent);
  }
  [part='bar'] {
    flex: 1;
    min-inline-size: 48px;
    max-inline-size: 120px;
    block-size: 4px;
    border-radius: 2px;
    background: var(--_hairline);
    overflow: hidden;
    forced-color-adjust: none;
  }
  [part='bar'] i {
    display: block;
    block-size: 100%;
    background: var(--_accent);
  }
  [part='buttons'] {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    margin-inline-start: auto;
  }
  [part~='button'] {
    min-block-size: 36px;
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
    inset: 8px 8px auto auto;
    display: grid;
    place-items: center;
    inline-size: 32px;
    block-size: 32px;
    padding: 0;
    border: 0;
    border-radius: 6px;
    background: transparent;
    color: var(--_muted);
    cursor: pointer;
  }
  [dir='rtl'] [part='close'] {
    inset: 8px auto auto 8px;
  }
  :host(shirube-modal) [part='close'] {
    margin: 8px;
  }
  [part='arrow'] {
    position: absolute;
    inline-size: 12px;
    block-size: 12px;
    rotate: 45deg;
    border: 1px solid var(--_hairline);
    background: var(--_surface);
    clip-path: polygon(-1px -1px, calc(100% + 1px) -1px, -1px calc(100% + 1px));
    pointer-events: none;
  }
  .unseen,
  [role='status'] {
    position: fixed;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
    padding: env(safe-area-inset-top) env(safe-area-inset-right) env(safe-area-inset-bottom) env(safe-area-inset-left);
  }
  @media (pointer: coarse) {
    [part~='button'] {
      min-block-size: 44px;
      padding-inline: 18px;
    }
    [part='close'] {
      inset-block-start: 2px;
      inset-inline-end: 2px;
      inline-size: 44px;
      block-size: 44px;
    }
  }
  @media (prefers-reduced-motion: no-preference) {
    [part='card'] {
      animation: arrive 180ms ease-out;
    }
    [part='overlay'] {
      animation: appear 180ms ease-out;
    }
    @keyframes arrive {
      from {
        opacity: 0;
        translate: var(--_from, 0 4px);
      }
    }
    @keyframes appear {
      from {
        opacity: 0;
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
    [part='bar'] {
      background: GrayText;
    }
    [part='bar'] i {
      background: Highlight;
    }
  }
`;
