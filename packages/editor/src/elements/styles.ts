import { css } from 'lit';

/**
 * Inside a shadow root an important rule on the host wins over the page's own important rules, so `* { all: unset !important }` cannot
 * touch the panel. Custom properties stand on `.root`, out of the page's reach.
 */
export const editorStyles = css`
  :host {
    all: initial !important;
    position: fixed !important;
    inset: 0 !important;
    display: block !important;
    overflow: visible !important;
    pointer-events: none !important;
    direction: ltr !important;
    unicode-bidi: isolate !important;
  }
  :host::backdrop {
    display: none !important;
  }
  .root {
    --paper: #faf9f6;
    --surface: #ffffff;
    --ink: #1c1b19;
    --muted: #5c574f;
    --line: #ddd8ce;
    --edge: #857f74;
    --accent: #b93a22;
    --on-accent: #ffffff;
    --focus: #1d5fd1;
    --good: #0b6b52;
    --warn: #855800;
    --bad: #b3261e;
    font: 400 13px / 1.5 system-ui, -apple-system, 'Segoe UI', 'Hiragino Sans', 'Noto Sans JP', 'Yu Gothic UI', sans-serif;
    color: var(--ink);
    color-scheme: light;
    line-break: strict;
    word-break: auto-phrase;
    overflow-wrap: anywhere;
    text-size-adjust: none;
  }
  .root:lang(ja) {
    line-height: 1.7;
  }
  @media (prefers-color-scheme: dark) {
    .root {
      --paper: #151412;
      --surface: #1f1d1a;
      --ink: #f4f1ea;
      --muted: #b8b1a6;
      --line: #3a362f;
      --edge: #8d867a;
      --accent: #ff8a70;
      --on-accent: #2a0b04;
      --focus: #8ab4ff;
      --good: #5fd0ae;
      --warn: #e9b949;
      --bad: #ff8a80;
      color-scheme: dark;
    }
  }
  .panel {
    position: fixed;
    inset-block: 12px;
    display: flex;
    flex-direction: column;
    box-sizing: border-box;
    width: 320px;
    pointer-events: auto;
    background: var(--surface);
    border: 1px solid var(--line);
    border-radius: 10px;
    box-shadow: 0 8px 28px rgb(0 0 0 / 18%);
    animation: arrive 180ms ease-out;
  }
  .right {
    right: 12px;
  }
  .left {
    left: 12px;
  }
  @keyframes arrive {
    from {
      opacity: 0;
      transform: translateY(8px);
    }
  }
  header,
  footer,
  .bar {
    display: flex;
    align-items: center;
    gap: 4px;
  }
  header {
    padding: 8px 8px 8px 12px;
    border-bottom: 1px solid var(--line);
  }
  footer {
    padding: 8px 12px;
    border-top: 1px solid var(--line);
  }
  .brand {
    flex: 1;
    display: flex;
    align-items: center;
    gap: 8px;
    font-weight: 600;
  }
  .brand .icon {
    color: var(--accent);
  }
  .bar {
    justify-content: space-between;
    margin-block-end: 8px;
  }
  .bar h2 {
    margin: 0;
  }
  .body {
    flex: 1;
    padding: 12px;
    overflow-y: auto;
    overscroll-behavior: contain;
  }
  h2 {
    margin: 4px 0 8px;
    font-size: 16px;
    font-weight: 600;
    line-height: 1.4;
  }
  h3 {
    margin: 12px 0 8px;
    font-size: 13px;
    font-weight: 600;
  }
  h2:focus {
    outline: none;
  }
  p {
    margin: 0 0 8px;
  }
  .count {
    color: var(--muted);
    font-weight: 400;
    font-variant-numeric: tabular-nums;
  }
  .quiet {
    color: var(--muted);
  }
  .live {
    color: var(--good);
  }
  .name {
    font-weight: 600;
  }
  .icon {
    flex: none;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.5;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  button {
    box-sizing: border-box;
    min-height: 32px;
    padding: 4px 12px;
    font: inherit;
    color: var(--ink);
    background: var(--surface);
    border: 1px solid var(--edge);
    border-radius: 6px;
    cursor: pointer;
    transition: background-color 120ms ease-out;
  }
  button:hover {
    background: var(--paper);
  }
  button:focus-visible,
  a:focus-visible,
  summary:focus-visible,
  .body:focus-visible {
    outline: 2px solid var(--focus);
    outline-offset: 2px;
  }
  .primary {
    font-weight: 600;
    color: var(--on-accent);
    background: var(--accent);
    border-color: var(--accent);
  }
  .primary:hover {
    background: color-mix(in srgb, var(--accent) 88%, var(--ink));
  }
  .small {
    display: inline-flex;
    align-items: center;
    gap: 4px;
    min-height: 28px;
    padding: 2px 8px;
  }
  .square,
  .tab {
    display: grid;
    place-items: center;
    width: 28px;
    min-height: 28px;
    padding: 0;
    border-color: transparent;
    background: none;
  }
  .tab {
    position: fixed;
    top: 12px;
    width: 44px;
    min-height: 44px;
    pointer-events: auto;
    color: var(--accent);
    background: var(--surface);
    border-color: var(--edge);
    border-radius: 10px;
    box-shadow: 0 8px 28px rgb(0 0 0 / 18%);
  }
  .rows,
  .steps {
    margin: 0 0 12px;
    padding: 0;
    list-style: none;
  }
  .row {
    display: grid;
    width: 100%;
    margin-block-end: 8px;
    padding: 8px 12px;
    text-align: start;
    border-color: var(--edge);
  }
  .steps {
    counter-reset: step;
  }
  .steps li {
    counter-increment: step;
    position: relative;
    display: grid;
    grid-template-columns: 1fr auto;
    align-items: center;
    gap: 4px 8px;
    min-height: 28px;
    padding: 8px 0 8px 24px;
    border-top: 1px solid var(--line);
  }
  .steps li::before {
    content: counter(step);
    position: absolute;
    top: 12px;
    left: 0;
    color: var(--muted);
    font-variant-numeric: tabular-nums;
  }
  .steps .wide {
    grid-column: 1 / -1;
  }
  .small.on {
    border-color: var(--accent);
    box-shadow: inset 0 0 0 1px var(--accent);
  }
  .status,
  .warning {
    display: flex;
    gap: 8px;
  }
  .status .icon,
  .warning .icon {
    margin-block-start: 2px;
  }
  .found {
    color: var(--good);
  }
  .healed,
  .hidden,
  .ambiguous {
    color: var(--warn);
  }
  .missing {
    color: var(--bad);
  }
  .because {
    overflow-wrap: anywhere;
  }
  .repair pre {
    max-height: 160px;
    margin: 4px 0;
    overflow: auto;
    white-space: pre-wrap;
  }
  .warning {
    padding: 8px;
    border: 1px solid var(--warn);
    border-radius: 6px;
  }
  .warning .icon {
    color: var(--warn);
  }
  .note {
    margin-block-end: 8px;
    padding: 4px 12px;
    background: var(--paper);
    border: 1px solid var(--line);
    border-radius: 6px;
  }
  .note summary {
    min-height: 24px;
    cursor: pointer;
  }
  .note p {
    margin-block: 8px;
  }
  code {
    font: 12px / 1.5 ui-monospace, 'SF Mono', Menlo, Consolas, monospace;
    overflow-wrap: anywhere;
  }
  a {
    color: inherit;
    text-underline-offset: 2px;
  }
  .bones i {
    display: block;
    height: 58px;
    margin-block-end: 8px;
    background: var(--paper);
    border-radius: 6px;
  }
  .heard {
    position: fixed;
    width: 1px;
    height: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .frame {
    position: fixed;
    top: 0;
    left: 0;
    box-sizing: border-box;
    border: 2px solid var(--accent);
    border-radius: 6px;
    /* A ring of paper keeps the outline visible on any colour. */
    box-shadow: 0 0 0 2px var(--surface), inset 0 0 0 1px var(--surface);
  }
  .frame[hidden] {
    display: none;
  }
  @media (max-width: 480px) {
    .panel {
      inset: auto 8px 8px;
      width: auto;
      max-height: 60%;
    }
    .move {
      display: none;
    }
    .tab {
      top: auto;
      bottom: 12px;
    }
  }
  @media (pointer: coarse) {
    button {
      min-height: 44px;
    }
    .square {
      width: 44px;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .panel,
    button {
      animation: none;
      transition: none;
    }
  }
`;
