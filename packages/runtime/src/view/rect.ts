/** The element's rectangle in the coordinates of this window, also when it is inside same-origin frames. */
export const rectOf = (element: Element): DOMRect => {
  let { x, y, width, height } = element.getBoundingClientRect();
  for (let frame = frameAround(element.ownerDocument); frame; frame = frameAround(frame.ownerDocument)) {
    const outer = frame.getBoundingClientRect();
    const style = getComputedStyle(frame);
    const [scaleX, scaleY] = [outer.width / frame.offsetWidth || 1, outer.height / frame.offsetHeight || 1];
    x = outer.x + (x + frame.clientLeft + Number.parseFloat(style.paddingLeft)) * scaleX;
    y = outer.y + (y + frame.clientTop + Number.parseFloat(style.paddingTop)) * scaleY;
    width *= scaleX;
    height *= scaleY;
  }
  return new DOMRect(x, y, width, height);
};

/** The frame that the document is in, on this page; null for the page's own. */
export const frameAround = ({ defaultView }: Document): HTMLElement | null =>
  defaultView && defaultView !== window ? (defaultView.frameElement as HTMLElement | null) : null;
