import { css } from 'lit';

/** The toolbar is the editor's, not the step's: it looks the same on every theme. */
export const toolbarStyles = css`
  :host {
    all: initial;
    direction: ltr;
  }
  :host([hidden]) {
    display: none;
  }
  .box {
    position: absolute;
    box-sizing: border-box;
    width: max-content;
    max-width: calc(100vw - 16px);
    background: var(--raised);
    border: 1px solid var(--line);
    border-radius: 10px;
    box-shadow: var(--shadow);
    cursor: default;
  }
  .bar {
    display: flex;
    gap: 1px;
    padding: 3px;
  }
  button,
  input {
    box-sizing: border-box;
    margin: 0;
    font: inherit;
    color: inherit;
  }
  button {
    cursor: pointer;
    transition: background-color 120ms ease-out;
  }
  :focus-visible {
    outline: 2px solid var(--focus);
    outline-offset: 1px;
  }
  .bar button {
    display: grid;
    place-items: center;
    width: 28px;
    height: 28px;
    padding: 0;
    border: 0;
    border-radius: 6px;
    background: none;
  }
  .bar button:hover,
  .options li:hover,
  .options [aria-selected='true'] {
    background: var(--hover);
  }
  .bar button[aria-pressed='true'] {
    color: var(--accent);
    background: color-mix(in srgb, var(--accent) 13%, var(--raised));
  }
  .gap {
    width: 1px;
    margin: 5px 3px;
    background: var(--line);
  }
  svg {
    fill: none;
    stroke: currentColor;
    stroke-width: 2;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  form {
    box-sizing: border-box;
    width: 0;
    min-width: 100%;
    display: grid;
    gap: 8px;
    padding: 10px;
    border-top: 1px solid var(--line);
    animation: arrive 120ms ease-out;
  }
  @keyframes arrive {
    from {
      opacity: 0;
    }
  }
  .field {
    display: grid;
    gap: 3px;
  }
  label {
    font-weight: 600;
  }
  input {
    width: 100%;
    height: 32px;
    padding: 0 8px;
    background: var(--surface);
    border: 1px solid var(--edge);
    border-radius: 6px;
  }
  input[aria-invalid='true'] {
    border-color: var(--bad);
  }
  .hint,
  .problem {
    margin: 0;
    color: var(--muted);
    font-size: 12px;
    overflow-wrap: anywhere;
  }
  .problem {
    display: flex;
    gap: 5px;
    color: var(--bad);
  }
  .problem svg {
    flex: none;
    margin-block-start: 2px;
  }
  .options {
    max-height: 132px;
    margin: 0;
    padding: 0;
    overflow-y: auto;
    list-style: none;
  }
  .options li {
    display: flex;
    justify-content: space-between;
    gap: 12px;
    padding: 4px 8px;
    border-radius: 6px;
    cursor: pointer;
  }
  .options span {
    color: var(--muted);
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .actions {
    display: flex;
    justify-content: flex-end;
    gap: 8px;
  }
  .actions button {
    min-height: 28px;
    padding: 2px 12px;
    background: none;
    border: 1px solid var(--edge);
    border-radius: 6px;
  }
  .actions button:hover {
    background: var(--hover);
  }
  .actions .primary {
    font-weight: 600;
    color: var(--on-accent);
    background: var(--accent);
    border-color: transparent;
  }
  .actions .primary:hover {
    background: color-mix(in srgb, var(--accent) 88%, var(--ink));
  }
  @media (pointer: coarse) {
    .bar {
      flex-wrap: wrap;
    }
    .bar button {
      width: 44px;
      height: 44px;
    }
    input,
    .actions button {
      min-height: 44px;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    form,
    button {
      animation: none;
      transition: none;
    }
  }
`;
