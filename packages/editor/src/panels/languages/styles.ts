import { css } from 'lit';

export const languageStyles = css`
  .language {
    position: relative;
    display: grid;
    grid-template-columns: minmax(0, 1fr) 28px;
    align-items: center;
    gap: 4px;
  }
  .language > button:first-child {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    align-content: center;
    justify-items: start;
    gap: 0 8px;
    min-height: 44px;
    padding: 4px 10px;
    text-align: start;
    background: none;
    border-color: transparent;
  }
  .language > button:first-child:hover {
    background: var(--hover);
  }
  .language > button[aria-current='true'] {
    background: var(--hover);
    border-color: var(--edge);
  }
  .name {
    max-width: 100%;
  }
  progress {
    grid-column: 1 / -1;
    width: 100%;
    height: 4px;
    appearance: none;
    background: var(--line);
    border: 0;
    border-radius: 2px;
    overflow: hidden;
  }
  progress::-webkit-progress-bar {
    background: var(--line);
  }
  progress::-webkit-progress-value {
    background: var(--good);
  }
  progress::-moz-progress-bar {
    background: var(--good);
  }
  .texts {
    container-type: inline-size;
  }
  .step {
    display: grid;
    gap: 12px;
    padding: 12px 16px;
    border-bottom: 1px solid var(--line);
  }
  .step > h4 {
    display: flex;
    gap: 8px;
    margin: 0;
    font-size: 13px;
    font-weight: 600;
  }
  .pair {
    display: grid;
    gap: 4px 12px;
  }
  .pair > .role {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 2px 8px;
    font-size: 12px;
    color: var(--muted);
  }
  .sides {
    display: grid;
    gap: 4px 12px;
    align-items: start;
  }
  .sides > div {
    display: grid;
    gap: 4px;
    min-width: 0;
  }
  @container (min-width: 560px) {
    .sides.two {
      grid-template-columns: 1fr 1fr;
    }
  }
  textarea {
    min-height: 30px;
    field-sizing: content;
    overflow-wrap: anywhere;
    resize: none;
  }
  .sides.two textarea.source:not(:focus, :hover) {
    background: var(--paper);
    border-color: transparent;
  }
  textarea.missing:not(:focus) {
    border-style: dashed;
    border-color: var(--warn);
  }
  .chips {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px;
    font-size: 12px;
    color: var(--muted);
  }
  .chips > button {
    min-height: 24px;
    padding: 0 6px;
    font: 12px / 1.5 ui-monospace, 'SF Mono', Menlo, Consolas, 'Noto Sans Mono CJK JP', monospace;
  }
  .own {
    padding: 8px;
    background: var(--paper);
    border-radius: 6px;
  }
  dialog {
    padding: 0;
    color: var(--ink);
    background: var(--surface);
    border: 1px solid var(--line);
    border-radius: 10px;
    box-shadow: var(--shadow);
    font: inherit;
    pointer-events: auto;
  }
  dialog::backdrop {
    background: rgb(0 0 0 / 40%);
  }
  dialog.sheet {
    width: min(1080px, 100vw - 32px);
    max-width: none;
    height: calc(100dvh - 32px);
    max-height: none;
    overflow: hidden;
  }
  .sheet > .frame {
    display: grid;
    grid-template: auto minmax(0, 1fr) / 280px minmax(0, 1fr);
    height: 100%;
  }
  .sheet .bar {
    grid-column: 1 / -1;
    display: flex;
    align-items: center;
    justify-content: space-between;
    padding: 8px 8px 8px 16px;
    border-bottom: 1px solid var(--line);
  }
  .sheet .side {
    overflow-y: auto;
    border-inline-end: 1px solid var(--line);
  }
  .sheet .main {
    overflow-y: auto;
  }
  @media (max-width: 720px) {
    .sheet > .frame {
      grid-template: auto auto minmax(0, 1fr) / minmax(0, 1fr);
    }
    .sheet .side {
      max-height: 40dvh;
      border-block-end: 1px solid var(--line);
    }
  }
  dialog.report {
    width: min(520px, 100vw - 32px);
    max-height: min(640px, 100dvh - 32px);
  }
  .report .frame {
    display: grid;
    gap: 12px;
    padding: 0 16px;
  }
  .report .head,
  .report .foot {
    position: sticky;
    padding-block: 12px;
    background: var(--surface);
  }
  .report .head {
    top: 0;
  }
  .report .foot {
    bottom: 0;
    border-top: 1px solid var(--line);
  }
  .report details > ul {
    display: grid;
    gap: 8px;
    max-height: 240px;
    padding-block: 8px;
    overflow-y: auto;
  }
  .report summary {
    font-weight: 600;
    cursor: pointer;
  }
  del {
    color: var(--muted);
  }
  ins {
    text-decoration-color: var(--good);
    text-underline-offset: 2px;
  }
  .end {
    justify-content: flex-end;
  }
`;
