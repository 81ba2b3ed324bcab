/** Where an element is in the viewport of `page`, in CSS px, also when it is inside same-origin frames. */
export const rectInPage = (element: Element, page: Window): DOMRect => {
  const own = element.getBoundingClientRect();
  let { x, y } = own;
  let view = element.ownerDocument.defaultView;
  while (view !== null && view !== page) {
    const frame = view.frameElement;
    if (frame === null) break;
    const outer = frame.getBoundingClientRect();
    x += outer.x + frame.clientLeft;
    y += outer.y + frame.clientTop;
    view = frame.ownerDocument.defaultView;
  }
  return new DOMRect(x, y, own.width, own.height);
};
