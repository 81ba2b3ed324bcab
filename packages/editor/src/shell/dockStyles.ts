import { css } from 'lit';

/** The bar at the bottom. */
export const dockStyles = css`
  .dock {
    inset-inline: 12px;
    bottom: 12px;
  }
  .bar {
    display: flex;
    align-items: center;
    gap: 4px;
    padding: 6px 8px;
  }
  .bar .gap {
    flex: 1;
    min-width: 8px;
  }
  .bar .rule {
    width: 1px;
    height: 20px;
    margin-inline: 4px;
    background: var(--line);
  }
  .name {
    width: 220px !important;
    font-weight: 600 !important;
    text-overflow: ellipsis;
    border-color: transparent !important;
  }
  @supports (field-sizing: content) {
    .name {
      width: auto !important;
      min-width: 120px;
      max-width: min(420px, 32vw);
      field-sizing: content;
    }
  }
  .name:hover,
  .name:focus {
    border-color: var(--edge) !important;
  }
  .save {
    display: inline-flex;
    align-items: center;
    gap: 4px;
    color: var(--muted);
    font-size: 12px;
    white-space: nowrap;
  }
  .save.trouble {
    color: var(--warn);
  }
  .shown-language {
    flex: none;
    width: auto !important;
    max-width: 120px;
  }
  .modes {
    flex: none;
  }
  .modes button {
    white-space: nowrap;
  }
  .tip {
    margin: 0;
    padding: 0 12px 8px;
    color: var(--muted);
    font-size: 12px;
  }
  .conflict {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
    padding: 8px 12px;
    border-bottom: 1px solid var(--line);
  }
  .conflict details {
    flex-basis: 100%;
    max-height: 160px;
    overflow-y: auto;
  }
  .conflict .warn {
    flex: 1;
    min-width: 240px;
    font-size: 13px;
  }
`;
