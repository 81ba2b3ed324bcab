import { css } from 'lit';

export const publishSheet = css`
  .publish {
    min-width: 96px;
  }
  .line {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) auto;
    align-items: start;
    gap: 8px;
    padding-block: 4px;
  }
  .line .icon {
    margin-block-start: 2px;
  }
  .line button {
    min-height: 24px;
    padding: 1px 8px;
    font-size: 12px;
  }
  .error .icon {
    color: var(--bad);
  }
  .warning .icon {
    color: var(--warn);
  }
  .passed {
    display: flex;
    gap: 6px;
    align-items: flex-start;
  }
  .passed .icon {
    margin-block-start: 2px;
  }
  .changes li {
    padding-block: 2px;
    padding-inline-start: 12px;
    position: relative;
  }
  .changes li::before {
    content: '';
    position: absolute;
    inset-inline-start: 2px;
    inset-block-start: 0.85em;
    width: 4px;
    height: 4px;
    background: var(--muted);
    border-radius: 50%;
  }
  summary {
    cursor: pointer;
    border-radius: 6px;
  }
  .outcome {
    display: grid;
    gap: 8px;
    padding: 8px 12px;
    background: var(--paper);
    border: 1px solid var(--line);
    border-inline-start: 3px solid var(--good);
    border-radius: 6px;
  }
  .outcome.failed {
    border-inline-start-color: var(--bad);
  }
  .version {
    display: grid;
    gap: 4px;
    padding-block: 8px;
    border-block-start: 1px solid var(--line);
  }
  .version:first-child {
    border-block-start: 0;
  }
  .version strong {
    font-weight: 600;
  }
  .live {
    color: var(--good);
  }
  .pair {
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: 8px;
  }
`;
