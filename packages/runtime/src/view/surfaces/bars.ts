import type { Box } from '../beside.ts';
import { holds, parentOf } from '../dom.ts';

/** What a page keeps along its edges, also where it does not say so by its position. */
const BARS = 'header,footer,nav,[role=banner],[role=contentinfo],[role=navigation],[role=tablist],[role=toolbar]';
/** Shares of the room's width and of the screen's height: what is narrower or higher is no bar. */
const WIDTH_MIN = 0.6;
const HEIGHT_MAX = 0.3;
/** How far from the edge is looked, px: also a bar that floats near it counts, and a thin line does not. */
const DEPTHS_PX = [12, 36];
/** Bars one under the other that are looked for. */
const BARS_MAX = 3;

/** The room without the bars that the page has at its top and its bottom, such as a sticky header or the tabs of a phone. `x`: where to look. */
export const withoutBars = (room: Box, x: number, own: Element, marginPx: number): Box => {
  let top = room.y;
  let bottom = room.y + room.height;
  for (let n = 0; n < BARS_MAX; n++) {
    const above = barAt(x, top - marginPx, 1, room, own);
    if (!above || above.bottom + marginPx <= top) break;
    top = above.bottom + marginPx;
  }
  for (let n = 0; n < BARS_MAX; n++) {
    const below = barAt(x, bottom + marginPx, -1, room, own);
    if (!below || below.top - marginPx >= bottom) break;
    bottom = below.top - marginPx;
  }
  return { ...room, y: top, height: bottom - top };
};

/** The first bar that lies inwards of `edge`. */
const barAt = (x: number, edge: number, inwards: 1 | -1, room: Box, own: Element): DOMRect | undefined => {
  for (const depth of DEPTHS_PX) {
    const hit = document.elementsFromPoint(x, edge + inwards * depth).find((it) => !holds(own, it));
    for (let at = hit ?? null; at && at !== document.body; at = parentOf(at)) {
      if (!at.matches(BARS) && !/sticky|fixed/.test(getComputedStyle(at).position)) continue;
      const rect = at.getBoundingClientRect();
      if (rect.width >= room.width * WIDTH_MIN && rect.height <= innerHeight * HEIGHT_MAX) return rect;
    }
  }
  return undefined;
};
