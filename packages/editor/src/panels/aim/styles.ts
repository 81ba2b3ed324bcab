import { css } from 'lit';

/** Sentences with chips, and the popover in which a chip is edited. For every element of the panel. */
export const aimStyles = css`
  .flow {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 5px;
    line-height: 1.6;
  }
  .said {
    display: inline-flex;
    align-items: baseline;
    gap: 5px;
    max-width: 100%;
  }
  .said:lang(ja) {
    gap: 1px;
  }
  .said > :is(span, .join) {
    flex: none;
    white-space: nowrap;
  }
  .flow .chip {
    flex: 0 1 auto;
    min-width: 0;
    max-width: 100%;
    min-height: 26px;
    font-weight: 600;
    text-align: start;
    overflow-wrap: anywhere;
  }
  .flow > .said > span {
    flex: none;
    white-space: nowrap;
  }
  .flow .chip[aria-expanded='true'] {
    border-color: var(--ink);
    box-shadow: inset 0 0 0 1px var(--ink);
  }
  .flow .chip.wrong {
    color: var(--bad);
    border-color: var(--bad);
  }
  .flow .join {
    min-height: 24px;
    min-width: 24px;
    padding: 0;
    color: var(--muted);
    text-decoration: underline dotted;
    text-underline-offset: 3px;
  }
  .flow .join:lang(ja) {
    margin-inline-start: 4px;
  }
  .flow .add {
    width: 26px;
    min-height: 26px;
    border: 1px dashed var(--edge);
  }
  .group {
    flex: 1 0 100%;
    display: grid;
    justify-items: start;
    gap: 2px;
    margin-block: 2px;
    padding: 2px 0 6px 10px;
    border-inline-start: 2px solid var(--edge);
  }
  .group > .head {
    min-height: 24px;
    padding: 0 6px;
    margin-inline-start: -6px;
    color: var(--muted);
  }
  .popup {
    width: 316px;
    max-width: calc(100vw - 16px);
    max-height: min(520px, calc(100vh - 16px));
    padding: 12px;
  }
  .popup .field,
  .popup .stack {
    min-width: 0;
  }
  /* Not a list of choices, though it looks like the same sheet of paper. */
  .popup button {
    display: inline-flex;
    justify-content: center;
    width: auto;
    border-color: var(--edge);
  }
  .popup button.quiet {
    border-color: transparent;
  }
  .popup button.icon-only {
    width: 28px;
  }
  .popup .segmented > button:not([aria-checked='true']) {
    border-color: transparent;
  }
  .popup.plain {
    padding: 8px;
  }
  .start {
    justify-self: start;
  }
  .pair {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: 8px;
    align-items: end;
  }
  .sub {
    display: grid;
    gap: 8px;
    padding-inline-start: 10px;
    border-inline-start: 2px solid var(--line);
  }
  .sub .label,
  fieldset .label {
    color: var(--muted);
    font-size: 12px;
  }
  .values {
    gap: 4px;
  }
  .values .chip {
    max-width: 100%;
    padding-inline-end: 2px;
  }
  .popup button.take,
  button.take {
    min-width: 24px;
    min-height: 24px;
    padding: 0;
  }
  fieldset.checks {
    display: flex;
    flex-wrap: wrap;
    gap: 2px 12px;
    margin: 0;
    padding: 0;
    border: 0;
  }
  fieldset.checks legend {
    padding: 0;
  }
  .tools {
    display: flex;
    flex-wrap: wrap;
    gap: 2px;
    padding-top: 8px;
    border-top: 1px solid var(--line);
  }
  .tools .last {
    margin-inline-start: auto;
  }
  pre {
    max-height: 200px;
    margin: 0;
    overflow: auto;
  }
  .estimate {
    min-height: 3.2em;
  }
  .bar {
    display: flex;
    height: 10px;
    overflow: hidden;
    background: var(--line);
    border-radius: 5px;
  }
  .bar > i {
    display: block;
    height: 100%;
    border-inline-end: 1px solid var(--surface);
  }
  .bar .novice {
    background: var(--edge);
  }
  .bar .learning {
    background: var(--info);
  }
  .bar .proficient {
    background: var(--good);
  }
  .legend {
    display: flex;
    flex-wrap: wrap;
    gap: 2px 12px;
    font-size: 12px;
  }
  .legend span::before {
    content: '';
    display: inline-block;
    width: 8px;
    height: 8px;
    margin-inline-end: 4px;
    border-radius: 2px;
    background: var(--mark);
  }
  .legend .novice {
    --mark: var(--edge);
  }
  .legend .learning {
    --mark: var(--info);
  }
  .legend .proficient {
    --mark: var(--good);
  }
  summary {
    display: flex;
    align-items: center;
    gap: 6px;
    min-height: 28px;
    font-weight: 600;
    cursor: pointer;
    list-style: none;
  }
  summary::before {
    content: '';
    width: 5px;
    height: 5px;
    margin: 0 4px 0 2px;
    border: solid var(--muted);
    border-width: 0 1.5px 1.5px 0;
    rotate: -45deg;
  }
  details[open] > summary::before {
    rotate: 45deg;
  }
  details > .stack {
    padding-top: 4px;
  }
  summary .badge {
    font-weight: 400;
  }
  .entry {
    display: grid;
    gap: 6px;
    padding: 8px 10px;
    border: 1px solid var(--line);
    border-radius: 8px;
  }
`;
