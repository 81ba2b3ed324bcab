import { css } from 'lit';

/** Beside the runtime's own sheet, inside the step: what only someone who writes sees. The colours are the step's. */
export const fieldStyles = css`
  .writing > #title,
  .writing > #body {
    display: none;
  }
  /* Room for the ring below the last line, without a change of size. */
  [part='card']:not(.strip) > .writing {
    padding-block-end: 5px;
    margin-block-end: -5px;
  }
  [role='textbox'] {
    position: relative;
    white-space: pre-wrap;
    cursor: text;
    border-radius: 4px;
  }
  [role='textbox']:focus-visible {
    outline: 1.5px solid color-mix(in srgb, var(--_focus) 70%, transparent);
    outline-offset: 2px;
  }
  .unwritten::before {
    content: attr(data-placeholder);
    float: inline-start;
    height: 0;
    color: color-mix(in srgb, var(--_muted) 88%, var(--_surface));
    pointer-events: none;
  }
  [part='title'].unwritten::before {
    font-weight: 400;
  }
  .variable,
  .unknown {
    padding: 1px 5px;
    border-radius: 4px;
    background: color-mix(in srgb, var(--_focus) 14%, transparent);
    color: var(--_ink);
    font-size: 0.9em;
    white-space: nowrap;
    cursor: default;
  }
  .fallback {
    margin-inline-start: 5px;
    padding-inline-start: 5px;
    border-inline-start: 1px solid color-mix(in srgb, var(--_ink) 30%, transparent);
    color: var(--_muted);
  }
  .unknown {
    background: color-mix(in srgb, var(--_ink) 8%, transparent);
    white-space: normal;
  }
  .media {
    cursor: default;
  }
  .media * {
    pointer-events: none;
  }
  .ProseMirror-selectednode {
    outline: 2px solid var(--_focus);
    outline-offset: 1px;
  }
  .held {
    background: color-mix(in srgb, var(--_focus) 30%, transparent);
  }
  .ProseMirror-hideselection *::selection {
    background: transparent;
  }
  .ProseMirror-hideselection {
    caret-color: transparent;
  }
  img.ProseMirror-separator {
    display: inline !important;
    width: 0 !important;
    height: 0 !important;
    margin: 0 !important;
    border: none !important;
  }
  /* Contained, it does not count as what the card has to show, and a banner is not laid out anew for it. */
  .tools {
    position: absolute;
    inset: 0 auto auto 0;
    width: 0;
    height: 0;
    contain: layout;
  }
`;
