import { css } from 'lit';

/**
 * How controls look, in every shadow root of the editor. Colours come from the root as custom properties (`ui/tokens.ts`): --paper --surface
 * --raised --ink --muted --line --edge --accent --on-accent --focus --good --warn --bad --info --hover.
 *
 * Classes: `button`, with `.primary`, `.quiet` (no border), `.icon-only`, `.danger`; `.row` (a line of things), `.stack` (a column), `.field`
 * (label above its control), `.hint`, `.problem`, `.warn`, `.chip`, `.badge`, `.card`, `.menu` (a popover list of buttons), `.segmented` (a radio group
 * of buttons), `.switch`, `.empty`, `.visually-hidden`, `.section` with its `h3`.
 */
export const controls = css`
  :host {
    display: block;
    color: var(--ink);
    font: inherit;
  }
  :host([hidden]),
  [hidden] {
    display: none !important;
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  h2 {
    margin: 0;
    font-size: 16px;
    font-weight: 600;
    line-height: 1.4;
  }
  h3 {
    margin: 0;
    font-size: 13px;
    font-weight: 600;
  }
  h2:focus {
    outline: none;
  }
  p {
    margin: 0;
  }
  ul,
  ol {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  a {
    color: inherit;
    text-underline-offset: 2px;
  }
  .icon {
    flex: none;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.5;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  button,
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 6px;
    min-height: 28px;
    margin: 0;
    padding: 3px 10px;
    font: inherit;
    line-height: 1.4;
    color: var(--ink);
    text-decoration: none;
    background: var(--surface);
    border: 1px solid var(--edge);
    border-radius: 6px;
    cursor: pointer;
    transition: background-color 120ms ease-out;
  }
  button:hover,
  .button:hover {
    background: var(--hover);
  }
  button:disabled,
  button[aria-disabled='true'] {
    color: var(--muted);
    border-color: var(--line);
    cursor: default;
  }
  button.primary {
    font-weight: 600;
    color: var(--on-accent);
    background: var(--accent);
    border-color: var(--accent);
  }
  button.primary:hover {
    background: color-mix(in srgb, var(--accent) 88%, var(--ink));
  }
  button.primary:disabled,
  button.primary[aria-disabled='true'] {
    color: var(--muted);
    background: var(--paper);
    border-color: var(--line);
  }
  button.quiet {
    background: none;
    border-color: transparent;
  }
  button.quiet:hover {
    background: var(--hover);
  }
  button.danger {
    color: var(--bad);
  }
  button.icon-only {
    width: 28px;
    padding: 0;
  }
  button[aria-pressed='true'],
  button[aria-checked='true'],
  button[aria-selected='true'] {
    border-color: var(--ink);
    box-shadow: inset 0 0 0 1px var(--ink);
  }
  :is(button, a, input, select, textarea, summary, [tabindex]):focus-visible {
    outline: 2px solid var(--focus);
    outline-offset: 2px;
  }
  input:not([type='checkbox'], [type='radio'], [type='range'], [type='color'], [type='file']),
  select,
  textarea {
    width: 100%;
    min-height: 28px;
    margin: 0;
    padding: 3px 8px;
    font: inherit;
    line-height: 1.4;
    color: var(--ink);
    background: var(--surface);
    border: 1px solid var(--edge);
    border-radius: 6px;
  }
  select {
    cursor: pointer;
  }
  textarea {
    resize: vertical;
  }
  input[type='checkbox'],
  input[type='radio'] {
    flex: none;
    width: 16px;
    height: 16px;
    margin: 0;
    accent-color: var(--accent);
  }
  ::placeholder {
    color: var(--muted);
    opacity: 1;
  }
  [aria-invalid='true'] {
    border-color: var(--bad) !important;
  }
  .row {
    display: flex;
    align-items: center;
    gap: 8px;
  }
  .row.wrap {
    flex-wrap: wrap;
  }
  .row > .grow,
  .grow {
    flex: 1;
    min-width: 0;
  }
  .stack {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 8px;
  }
  .section {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 8px;
    padding: 12px 16px;
    border-bottom: 1px solid var(--line);
  }
  .section:last-child {
    border-bottom: 0;
  }
  .field {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 4px;
  }
  .field > label,
  .field > .label {
    color: var(--muted);
    font-size: 12px;
  }
  label.check {
    display: flex;
    align-items: flex-start;
    gap: 8px;
    min-height: 24px;
    padding-block: 2px;
    cursor: pointer;
  }
  label.check > input {
    margin-block-start: 2px;
  }
  .hint {
    color: var(--muted);
    font-size: 12px;
  }
  .problem,
  .warn {
    display: flex;
    align-items: flex-start;
    gap: 6px;
    font-size: 12px;
  }
  .problem {
    color: var(--bad);
  }
  .warn {
    color: var(--warn);
  }
  .good {
    color: var(--good);
  }
  .muted {
    color: var(--muted);
  }
  .number {
    font-variant-numeric: tabular-nums;
  }
  .truncate {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .chip {
    display: inline-flex;
    align-items: center;
    gap: 4px;
    min-height: 24px;
    padding: 1px 8px;
    color: var(--ink);
    background: var(--paper);
    border: 1px solid var(--edge);
    border-radius: 6px;
    line-height: 1.4;
  }
  .badge {
    display: inline-flex;
    align-items: center;
    gap: 4px;
    padding: 0 6px;
    font-size: 12px;
    color: var(--muted);
    background: var(--paper);
    border-radius: 6px;
  }
  .card {
    padding: 12px;
    background: var(--surface);
    border: 1px solid var(--line);
    border-radius: 10px;
  }
  .menu {
    inset: auto;
    min-width: 180px;
    max-width: 320px;
    max-height: min(420px, 80vh);
    margin: 0;
    padding: 4px;
    overflow-y: auto;
    color: var(--ink);
    background: var(--raised);
    border: 1px solid var(--line);
    border-radius: 10px;
    box-shadow: var(--shadow);
    pointer-events: auto;
  }
  .menu button {
    display: flex;
    justify-content: flex-start;
    width: 100%;
    text-align: start;
    background: none;
    border-color: transparent;
  }
  .menu .keys {
    margin-inline-start: 16px;
    white-space: nowrap;
  }
  .menu button:hover,
  .menu button:focus-visible {
    background: var(--hover);
  }
  .segmented {
    display: flex;
    gap: 0;
    padding: 2px;
    background: var(--paper);
    border: 1px solid var(--edge);
    border-radius: 8px;
  }
  .segmented > button {
    flex: 1;
    min-height: 24px;
    padding: 1px 8px;
    background: none;
    border-color: transparent;
  }
  .segmented > button[aria-pressed='true'],
  .segmented > button[aria-checked='true'],
  .segmented > button[aria-selected='true'] {
    background: var(--surface);
    border-color: var(--edge);
    box-shadow: none;
    font-weight: 600;
  }
  .empty {
    display: grid;
    justify-items: start;
    gap: 8px;
    padding: 16px;
    color: var(--muted);
  }
  .visually-hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  code,
  pre {
    font: 12px / 1.5 ui-monospace, 'SF Mono', Menlo, Consolas, 'Noto Sans Mono CJK JP', monospace;
    overflow-wrap: anywhere;
  }
  @media (pointer: coarse) {
    button,
    .button,
    select,
    input:not([type='checkbox'], [type='radio']) {
      min-height: 44px;
    }
    button.icon-only {
      width: 44px;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    *,
    *::before,
    *::after {
      animation: none !important;
      transition: none !important;
    }
  }
  @media (forced-colors: active) {
    button[aria-pressed='true'],
    button[aria-checked='true'],
    button[aria-selected='true'] {
      outline: 2px solid Highlight;
    }
  }
`;
