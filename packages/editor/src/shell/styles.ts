import { css } from 'lit';

/**
 * How the editor stands over the app. Inside a shadow root an important rule on the host wins over the page's own important rules, so
 * `* { all: unset !important }` cannot touch it.
 */
export const shellStyles = css`
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
  .floats {
    position: fixed;
    pointer-events: auto;
    background: var(--surface);
    border: 1px solid var(--line);
    border-radius: 10px;
    box-shadow: var(--shadow);
    animation: arrive 180ms ease-out;
  }
  @keyframes arrive {
    from {
      opacity: 0;
      transform: translateY(8px);
    }
  }
  .side-card {
    inset-block: 12px auto;
    right: 12px;
    display: flex;
    flex-direction: column;
    width: 360px;
    max-width: calc(100vw - 24px);
    max-height: calc(100vh - 24px);
  }
  .side-card.left {
    right: auto;
    left: 12px;
  }
  .head {
    display: flex;
    align-items: center;
    gap: 4px;
    padding: 8px 8px 8px 12px;
    border-bottom: 1px solid var(--line);
  }
  .brand {
    display: flex;
    flex: 1;
    align-items: center;
    gap: 8px;
    min-width: 0;
    font-weight: 600;
  }
  .brand .icon {
    color: var(--accent);
  }
  .body {
    flex: 1;
    min-height: 0;
    overflow-y: auto;
    overscroll-behavior: contain;
  }
  .pad {
    display: grid;
    gap: 12px;
    padding: 16px;
  }

  .inspector {
    inset-block: 12px calc(var(--dock, 140px) + 20px);
    right: 12px;
    display: flex;
    flex-direction: column;
    width: 360px;
    max-width: calc(100vw - 24px);
    overflow: hidden;
  }
  .inspector.left {
    right: auto;
    left: 12px;
  }
  .panels {
    display: flex;
    flex: none;
    gap: 2px;
    padding: 4px 8px 12px;
  }
  .panels button {
    flex-direction: column;
    gap: 4px;
    min-width: 66px;
    padding: 4px 6px;
    font-size: 12px;
    line-height: 1.2;
    color: var(--muted);
    background: none;
    border-color: transparent;
    white-space: nowrap;
  }
  .panels button:hover {
    color: var(--ink);
    background: var(--hover);
  }
  .panels button[aria-expanded='true'] {
    color: var(--ink);
    background: var(--paper);
    border-color: var(--edge);
  }
  .count {
    min-width: 16px;
    padding: 0 4px;
    font-size: 11px;
    font-weight: 600;
    line-height: 16px;
    white-space: nowrap;
    color: var(--accent);
    background: var(--on-accent);
    border-radius: 8px;
  }
  .second {
    display: flex;
    align-items: stretch;
  }
  .second shirube-editor-strip {
    flex: 1;
    min-width: 0;
  }

  .bones i {
    display: block;
    height: 64px;
    margin: 16px;
    background: var(--paper);
    border-radius: 6px;
  }
  .toast {
    bottom: calc(var(--dock, 140px) + 24px);
    left: 50%;
    display: flex;
    align-items: center;
    gap: 8px;
    max-width: min(560px, calc(100vw - 24px));
    padding: 8px 8px 8px 16px;
    transform: translateX(-50%);
    animation: none;
  }
  .prompt {
    top: 12px;
    left: 50%;
    padding: 8px 16px;
    transform: translateX(-50%);
    animation: none;
    border-color: var(--accent);
  }
  dialog {
    width: min(620px, calc(100vw - 32px));
    max-height: calc(100vh - 48px);
    padding: 0;
    color: var(--ink);
    background: var(--raised);
    border: 1px solid var(--line);
    border-radius: 10px;
    box-shadow: var(--shadow);
    pointer-events: auto;
  }
  dialog::backdrop {
    background: rgb(28 27 25 / 0.45);
  }
  .keys {
    display: grid;
    grid-template-columns: 1fr auto;
    gap: 8px 24px;
    margin: 0;
    padding: 16px 12px;
  }
  .keys dd {
    margin: 0;
    text-align: end;
  }
  kbd {
    display: inline-block;
    padding: 0 6px;
    font: inherit;
    font-size: 12px;
    background: var(--paper);
    border: 1px solid var(--edge);
    border-radius: 4px;
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
  .layer {
    display: contents;
  }
  @media (max-width: 1100px) {
    .save span,
    .modes .long {
      display: none;
    }
    .name {
      max-width: 190px;
    }
  }
  @media (max-width: 640px) {
    .inspector,
    .inspector.left {
      inset: auto 12px calc(var(--dock, 140px) + 20px);
      width: auto;
      height: min(45vh, calc(100vh - var(--dock, 140px) - 32px));
    }
    .second {
      flex-direction: column;
    }
    .panels {
      overflow-x: auto;
    }
    .bar .rule,
    .bar .primary .long {
      display: none;
    }
    .modes button,
    .bar .primary {
      gap: 0;
      font-size: 0;
    }
    .bar .primary .count {
      margin-inline-start: 4px;
    }
    .name {
      flex: 1;
      width: auto !important;
      min-width: 64px;
    }
  }
`;
