/** Where an element is in the viewport of `page`, in CSS px, also when it is inside same-origin frames. */
export const rectInPage = (element: Element, page: Window): DOMRect =>
  outwards(element.getBoundingClientRect(), element.ownerDocument.defaultView, page);

/** A rectangle in the viewport of `view`, in that of `page` around it: frames may have borders and be scaled. */
export const outwards = (rect: DOMRect, view: Window | null, page: Window): DOMRect => {
  const frame = view === null || view === page ? null : (view.frameElement as HTMLElement | null);
  if (frame === null) return rect;
  const { left, top, scaleX, scaleY } = insideOf(frame);
  const outer = new DOMRect(left + rect.x * scaleX, top + rect.y * scaleY, rect.width * scaleX, rect.height * scaleY);
  return outwards(outer, frame.ownerDocument.defaultView, page);
};

/** Where a frame's own viewport begins in the window around it, CSS px, and how much it is scaled. */
export const insideOf = (frame: HTMLElement) => {
  const outer = frame.getBoundingClientRect();
  const style = getComputedStyle(frame);
  const [scaleX, scaleY] = [outer.width / frame.offsetWidth || 1, outer.height / frame.offsetHeight || 1];
  return {
    left: outer.x + (frame.clientLeft + Number.parseFloat(style.paddingLeft)) * scaleX,
    top: outer.y + (frame.clientTop + Number.parseFloat(style.paddingTop)) * scaleY,
    scaleX,
    scaleY,
  };
};
