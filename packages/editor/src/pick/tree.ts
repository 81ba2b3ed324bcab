import { frameDocument, isVisible } from '@shirube/runtime/target';

/** The next element outwards, out of shadow roots and same-origin frames. */
export const parentOf = (element: Element): Element | null =>
  element.parentElement ??
  (element.getRootNode() as Partial<ShadowRoot>).host ??
  element.ownerDocument.defaultView?.frameElement ??
  null;

/** What is directly inside, also across the edge of a shadow root or a frame. */
export const childrenOf = (element: Element): readonly Element[] => [
  ...(element.shadowRoot?.children ?? []),
  ...element.children,
  ...(isFrame(element) ? (frameDocument(element)?.body?.children ?? []) : []),
];

export const isFrame = (element: Element): element is HTMLIFrameElement => /^i?frame$/.test(element.localName);

/** `contains` through shadow roots and frames. */
export const holds = (outer: Element, element: Element | null): boolean => {
  for (let at = element; at; at = parentOf(at)) if (at === outer) return true;
  return false;
};

/** What is never picked: the editor, anything else of Shirube's, the page as a whole, and what nobody sees. */
export interface Limits {
  readonly mayPick: (element: Element) => boolean;
}

export const createLimits = (editor: Element): Limits => ({
  mayPick: (element) =>
    !/^(html|body|head|frameset)$/.test(element.localName) && !isOurs(element, editor) && isVisible(element),
});

/** Elements of Shirube's, or inside one. */
export const isOurs = (element: Element, editor: Element): boolean => {
  for (let at: Element | null = element; at; at = parentOf(at))
    if (at === editor || at.localName.startsWith('shirube-')) return true;
  return false;
};

export const wider = (element: Element, { mayPick }: Limits): Element | undefined => {
  for (let at = parentOf(element); at; at = parentOf(at)) if (mayPick(at)) return at;
  return undefined;
};

export const narrower = (element: Element, { mayPick }: Limits): Element | undefined => {
  for (const child of childrenOf(element)) {
    if (mayPick(child)) return child;
    // What lays out its content without a box of its own is passed through.
    const inner = isBoxless(child) ? narrower(child, { mayPick }) : undefined;
    if (inner) return inner;
  }
  return undefined;
};
const isBoxless = (element: Element): boolean => getComputedStyle(element).display === 'contents';

/** The nearest neighbour in one direction that can be picked; undefined at the end. */
export const beside = (element: Element, by: 1 | -1, { mayPick }: Limits): Element | undefined => {
  const step = (it: Element): Element | null => (by === 1 ? it.nextElementSibling : it.previousElementSibling);
  for (let at = step(element); at; at = step(at)) if (mayPick(at)) return at;
  return undefined;
};
