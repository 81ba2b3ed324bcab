import type { Box } from '../beside.ts';
import { holds, parentOf } from '../dom.ts';

/** Points this far apart are looked at, px: a chat's round button is about this wide. */
const STEP_PX = 44;
/** Shares of the screen: what is higher is a part of the app, such as a sidebar, and what is larger leaves no other place. */
const HEIGHT_MAX = 0.7;
const AREA_MAX = 0.4;

/** Would a card in this place lie over something that floats above the page, such as a chat, a consent banner, or the app's own round button? */
export const coversPopup = ({ x, y, width, height }: Box, own: Element): boolean => {
  const columns = Math.ceil(width / STEP_PX);
  const rows = Math.ceil(height / STEP_PX);
  for (let row = 0; row <= rows; row++)
    for (let column = 0; column <= columns; column++) {
      const [left, top] = [x + 1 + ((width - 2) * column) / columns, y + 1 + ((height - 2) * row) / rows];
      if (isPopup(document.elementsFromPoint(left, top).find((it) => !holds(own, it)))) return true;
    }
  return false;
};

const isPopup = (hit: Element | undefined): boolean => {
  for (let at = hit ?? null; at; at = parentOf(at)) {
    if (getComputedStyle(at).position !== 'fixed') continue;
    const { width, height } = at.getBoundingClientRect();
    return height <= innerHeight * HEIGHT_MAX && width * height <= innerWidth * innerHeight * AREA_MAX;
  }
  return false;
};
