import { sheetOf } from '../sheetOf.ts';

/** Comes after the plain sheet: slideouts and banners. Widths are set where the card is placed, because they follow from the room that there is. */
const css = `
  [part='card'] {
    min-width: 0;
    max-width: none;
  }
  :host(shirube-slideout) .scroll {
    padding: 20px 24px 0;
  }
  :host(shirube-slideout) [part='footer'] {
    padding: 16px 24px 20px;
  }
  .strip {
    flex-flow: row wrap;
    align-items: center;
  }
  .strip .scroll {
    display: flex;
    flex: 1 1 320px;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 12px;
    max-height: 100%;
    padding: 10px 20px;
  }
  .strip [part='title'] {
    margin: 0;
    padding: 0;
    font-size: 15px;
  }
  .strip [part='body']:first-child > :first-child {
    padding: 0;
  }
  .strip [part='footer'] {
    flex: none;
    flex-wrap: nowrap;
    padding: 10px 52px 10px 0;
  }
  [dir='rtl'].strip [part='footer'] {
    padding: 10px 0 10px 52px;
  }
  .strip [part='close'] {
    inset-block: 0;
    margin-block: auto;
  }
  .narrow.strip {
    flex-flow: column;
    align-items: stretch;
  }
  .narrow.strip .scroll {
    flex: initial;
    padding: 12px 16px 0;
  }
  .narrow.strip [part='title'],
  .narrow.strip [part='body']:first-child > :first-child {
    padding-inline-end: 36px;
  }
  .narrow.strip [part='footer'],
  [dir='rtl'].narrow.strip [part='footer'] {
    flex-wrap: wrap;
    padding: 8px 16px 12px;
  }
  .narrow.strip [part='close'] {
    inset-block: 8px auto;
    margin-block: 0;
  }
`;

export const dockedSheet = sheetOf(css);
