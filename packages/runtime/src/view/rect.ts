import type { Box } from './beside.ts';
import { parentOf } from './dom.ts';

/** The element's rectangle in the coordinates of this window, also when it is inside same-origin frames. */
export const rectOf = (element: Element): DOMRect => outwards(element.getBoundingClientRect(), element.ownerDocument);

/**
 * What the boxes around the element leave of its rectangle, in the coordinates of this window. Where they leave nothing it has no
 * width or no height, and lies on the edge behind which the element is.
 */
export const shownRect = (element: Element): DOMRect => {
  let rect = element.getBoundingClientRect();
  for (let at: Element | null = element; at; ) {
    for (const box of clipsOf(at)) rect = cut(rect, box.getBoundingClientRect(), getComputedStyle(box));
    const page: Document = at.ownerDocument;
    at = frameAround(page);
    if (!at) break;
    const { clientWidth, clientHeight } = page.documentElement;
    rect = stepOut(cut(rect, new DOMRect(0, 0, clientWidth, clientHeight)), at as HTMLElement);
  }
  return rect;
};

/** The boxes of its document that cut the element off where it reaches beyond them, inner before outer; the window is none of them. */
export const clipsOf = (element: Element): readonly Element[] => {
  const page = element.ownerDocument;
  const boxes: Element[] = [];
  let { position } = getComputedStyle(element);
  for (let box = parentOf(element); box && box !== page.documentElement; box = parentOf(box)) {
    const style = getComputedStyle(box);
    const passes = position === 'fixed' || (position === 'absolute' && style.position === 'static');
    if (passes && !holdsFixed(style)) continue;
    position = style.position;
    if (style.overflow === 'visible' || style.display === 'contents') continue;
    // The body's overflow is the window's, unless the root has one of its own.
    if (box !== page.body || getComputedStyle(page.documentElement).overflow !== 'visible') boxes.push(box);
  }
  return boxes;
};

const holdsFixed = ({
  transform,
  translate,
  scale,
  rotate,
  perspective,
  filter,
  contain,
}: CSSStyleDeclaration): boolean =>
  [transform, translate, scale, rotate, perspective, filter, contain].some(
    (it) => it && !/^(none|style|size|inline-size)$/.test(it),
  );

/** Nothing of it can be seen. */
export const isEmpty = ({ width, height }: Box): boolean => !width || !height;

/** Is the element inside a box that is shut, such as a closed accordion? */
export const isShut = (element: Element): boolean =>
  clipsOf(element).some((box) => {
    const { width, height } = box.getBoundingClientRect();
    return width < 2 || height < 2;
  });

const cut = (rect: DOMRect, box: DOMRect, { overflowX = '', overflowY = '' } = {}): DOMRect => {
  const [left, right] = overflowX === 'visible' ? [rect.left, rect.right] : [box.left, box.right];
  const [top, bottom] = overflowY === 'visible' ? [rect.top, rect.bottom] : [box.top, box.bottom];
  const inX = (x: number): number => Math.max(left, Math.min(x, right));
  const inY = (y: number): number => Math.max(top, Math.min(y, bottom));
  const [x, y] = [inX(rect.left), inY(rect.top)];
  return new DOMRect(x, y, inX(rect.right) - x, inY(rect.bottom) - y);
};

const outwards = (rect: DOMRect, page: Document): DOMRect => {
  const frame = frameAround(page);
  return frame ? outwards(stepOut(rect, frame), frame.ownerDocument) : rect;
};
/** A rectangle inside a frame, in the coordinates of the window around it. */
export const stepOut = ({ x, y, width, height }: DOMRect, frame: HTMLElement): DOMRect => {
  const outer = frame.getBoundingClientRect();
  const style = getComputedStyle(frame);
  const [scaleX, scaleY] = [outer.width / frame.offsetWidth || 1, outer.height / frame.offsetHeight || 1];
  const left = outer.x + (x + frame.clientLeft + Number.parseFloat(style.paddingLeft)) * scaleX;
  const top = outer.y + (y + frame.clientTop + Number.parseFloat(style.paddingTop)) * scaleY;
  return new DOMRect(left, top, width * scaleX, height * scaleY);
};

export const frameAround = ({ defaultView }: Document): HTMLElement | null =>
  defaultView && defaultView !== window ? (defaultView.frameElement as HTMLElement | null) : null;
