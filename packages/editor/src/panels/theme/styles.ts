import { css } from 'lit';

export const themeStyles = css`
  .previews {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(140px, 1fr));
    gap: 8px;
  }
  .swatches {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px;
  }
  .swatch {
    width: 24px;
    height: 24px;
    border: 1px solid var(--edge);
    border-radius: 6px;
    forced-color-adjust: none;
  }
  .colors {
    display: grid;
    gap: 2px;
  }
  .color {
    display: grid;
    grid-template-columns: 28px minmax(0, 1fr) 84px;
    align-items: center;
    gap: 4px 8px;
    min-height: 32px;
  }
  input[type='color'] {
    width: 28px;
    height: 28px;
    padding: 0;
    background: none;
    border: 1px solid var(--edge);
    border-radius: 6px;
    cursor: pointer;
    forced-color-adjust: none;
  }
  input[type='color']::-webkit-color-swatch-wrapper {
    padding: 2px;
  }
  input[type='color']::-webkit-color-swatch {
    border: 0;
    border-radius: 4px;
  }
  input.hex {
    font-variant-numeric: tabular-nums;
  }
  .pairing {
    grid-column: 2 / -1;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 4px 8px;
    margin-block: -6px 4px;
    font-size: 12px;
  }
  .pairing.failing {
    margin-block: -2px 6px;
  }
  .verdict {
    display: inline-flex;
    align-items: center;
    gap: 4px;
  }
  .verdict.good {
    color: var(--good);
  }
  .verdict.warn {
    color: var(--warn);
  }
  .slide {
    display: grid;
    grid-template-columns: minmax(0, 1fr) 64px 18px;
    align-items: center;
    gap: 8px;
  }
  input[type='range'] {
    width: 100%;
    min-height: 24px;
    margin: 0;
    accent-color: var(--accent);
  }
  .save {
    position: sticky;
    bottom: 0;
    background: var(--surface);
    border-top: 1px solid var(--line);
  }
`;
