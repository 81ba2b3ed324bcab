import { css } from 'lit';

export const rehearseSheet = css`
  .bar {
    position: sticky;
    inset-block-start: 0;
    z-index: 1;
    display: grid;
    gap: 8px;
    padding: 8px 16px;
    background: var(--surface);
    border-block-end: 1px solid var(--line);
  }
  .bar .stop {
    margin-inline-start: auto;
  }
  .now {
    font-weight: 600;
  }
  .gate {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 0 8px;
    padding-block: 2px;
  }
  .gate .icon,
  .note .icon {
    margin-block-start: 2px;
  }
  .gate .bad {
    color: var(--bad);
  }
  .leaves {
    grid-column: 2;
    color: var(--muted);
    font-size: 12px;
  }
  .steps > li {
    display: grid;
    gap: 4px;
    padding-block: 8px;
    border-block-start: 1px solid var(--line);
  }
  .steps > li:first-child {
    border-block-start: 0;
  }
  .steps > li[aria-current] {
    padding-inline-start: 8px;
    border-inline-start: 3px solid var(--accent);
  }
  .steps .head {
    display: flex;
    gap: 8px;
    align-items: flex-start;
  }
  .steps .title {
    flex: 1;
    min-width: 0;
    font-weight: 600;
  }
  .note {
    display: grid;
    grid-template-columns: 16px minmax(0, 1fr);
    gap: 0 6px;
    font-size: 12px;
  }
  .note.plain {
    color: var(--muted);
  }
  .note.good .icon {
    color: var(--good);
  }
  .note.warn .icon {
    color: var(--warn);
  }
  .note.bad .icon {
    color: var(--bad);
  }
  .because {
    grid-column: 2;
    color: var(--muted);
  }
  .steps button {
    min-height: 24px;
    padding: 1px 8px;
    font-size: 12px;
  }
  summary {
    cursor: pointer;
    border-radius: 6px;
  }
  .trait {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(0, 1fr) auto;
    gap: 4px;
  }
  .pick {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    align-items: center;
    gap: 8px;
  }
  .people {
    max-height: 240px;
    overflow-y: auto;
  }
  .person {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    justify-content: stretch;
    justify-items: start;
    gap: 0;
    width: 100%;
    text-align: start;
  }
  .person > span {
    max-width: 100%;
  }
`;
