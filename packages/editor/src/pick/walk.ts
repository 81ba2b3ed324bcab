import { frameDocument, openRoots } from '@shirube/runtime/target';
import { isInteractive, MAY_BE_USED } from './interactive.ts';
import { holds, isFrame, type Limits } from './tree.ts';

/** What a person can use and see in the page, in the order in which it is written, through shadow roots and same-origin frames. */
const stopsOf = (page: Document, limits: Limits): Element[] => {
  const modal = [...page.querySelectorAll('dialog:modal')].at(-1);
  return stopsIn(page, limits).filter((it) => (modal ? holds(modal, it) : !it.closest('[inert]')));
};

const stopsIn = (root: Document | ShadowRoot, limits: Limits): Element[] =>
  [...root.querySelectorAll('*')].flatMap((element) => {
    const own = element.matches(MAY_BE_USED) && isStop(element, limits) ? [element] : [];
    const inside = element.shadowRoot ?? (isFrame(element) ? frameDocument(element) : null);
    return inside ? [...own, ...stopsIn(inside, limits)] : own;
  });

/** A label is one only in place of a control that nobody sees. */
const isStop = (element: Element, { mayPick }: Limits): boolean => {
  const { control } = element as Partial<HTMLLabelElement>;
  return isInteractive(element) && mayPick(element) && !(element.localName === 'label' && control && mayPick(control));
};

/** The stop after or before `from`, around the end; without `from`, the first or the last. */
export const nextStop = (
  page: Document,
  from: Element | undefined,
  by: 1 | -1,
  limits: Limits,
): Element | undefined => {
  const stops = stopsOf(page, limits);
  if (from === undefined) return stops.at(by === 1 ? 0 : -1);
  const at = stops.indexOf(from);
  if (at >= 0) return stops.at((at + by) % stops.length);
  const isAfter = (it: Element): boolean => (from.compareDocumentPosition(it) & Node.DOCUMENT_POSITION_FOLLOWING) > 0;
  return by === 1 ? (stops.find(isAfter) ?? stops[0]) : (stops.findLast((it) => !isAfter(it)) ?? stops.at(-1));
};

/** The windows of the page whose events can be heard: its own and those of same-origin frames, also in shadow roots. */
export const windowsOf = (page: Window): Window[] => [
  page,
  ...openRoots(page.document).flatMap((root) =>
    [...root.querySelectorAll('iframe')].flatMap((frame) => {
      const inner = frameDocument(frame)?.defaultView;
      return inner ? windowsOf(inner) : [];
    }),
  ),
];

/** Frames of the page whose events cannot be heard. */
export const unreadableFrames = (page: Window): Element[] =>
  [...page.document.getElementsByTagName('iframe')].filter((frame) => frameDocument(frame) === null);
