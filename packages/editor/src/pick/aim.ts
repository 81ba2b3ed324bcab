import { frameDocument } from '@shirube/runtime/target';
import { insideOf } from '../page/rect.ts';
import { isInteractive } from './interactive.ts';
import { holds, isFrame, type Limits, parentOf } from './tree.ts';

/** What would be picked, and the way from there to the innermost element under the pointer. */
export interface Aim {
  readonly element: Element;
  /** The innermost first; empty when the element is the innermost. */
  readonly within: readonly Element[];
}

/** What lies at a point of the page's viewport, CSS px: the topmost first, then what that covers. None is part of another. */
export const aimsAt = (page: Document, x: number, y: number, limits: Limits): readonly Aim[] => {
  const innermost: Element[] = [];
  const aims: Aim[] = [];
  for (const element of hitsAt(page, x, y)) {
    if (innermost.some((it) => holds(element, it)) || !limits.mayPick(element)) continue;
    innermost.push(element);
    const aim = snapped(element, limits);
    if (!aims.some((it) => it.element === aim.element)) aims.push(aim);
  }
  return aims;
};

/** Every element at a point, through open shadow roots and same-origin frames, the topmost first. */
const hitsAt = (root: Document | ShadowRoot, x: number, y: number): Element[] =>
  root.elementsFromPoint(x, y).flatMap((element) => {
    // A shadow root also answers what is around it.
    if (element.getRootNode() !== root) return [];
    if (element.shadowRoot) return [...hitsAt(element.shadowRoot, x, y), element];
    const inside = isFrame(element) ? frameDocument(element) : null;
    if (inside === null) return [element];
    const { left, top, scaleX, scaleY } = insideOf(element as HTMLIFrameElement);
    return [...hitsAt(inside, (x - left) / scaleX, (y - top) / scaleY), element];
  });

/** People mean the button, not the icon inside it; and the icon, not one of its lines. */
export const snapped = (innermost: Element, limits: Limits): Aim => {
  const within: Element[] = [];
  let picture: Aim | undefined;
  for (let at: Element | null = innermost; at; at = parentOf(at)) {
    if (isInteractive(at) && limits.mayPick(at)) return { element: at, within };
    within.push(at);
    if (at.localName === 'svg') picture = { element: at, within: within.slice(0, -1) };
    // What is in a frame is not part of a button around the frame.
    if (at.localName === 'body') break;
  }
  return picture ?? { element: innermost, within: [] };
};
