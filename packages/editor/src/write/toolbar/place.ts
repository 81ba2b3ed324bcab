import { NodeSelection } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';

const GAP_PX = 8;

interface Span {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/**
 * Puts the toolbar at what is selected; with a mere caret, at the edge of the card that is away from the target, where it covers no line
 * that is being written. It lies inside the card and moves with it.
 */
export const placeToolbar = (tools: HTMLElement, card: HTMLElement, view: EditorView, target: Element | null): void => {
  const outer = card.getBoundingClientRect();
  const { width, height } = tools.getBoundingClientRect();
  const chosen = selected(view);
  const at = chosen ?? outer;
  const above = at.top - GAP_PX - height;
  const below = at.bottom + GAP_PX;
  const [fitsAbove, fitsBelow] = [above >= GAP_PX, below + height <= innerHeight - GAP_PX];
  const wantsBelow = !chosen && (!target || target.getBoundingClientRect().top < outer.top);
  const y = wantsBelow ? (fitsBelow || !fitsAbove ? below : above) : fitsAbove || !fitsBelow ? above : below;
  const x = (at.left + at.right - width) / 2;
  const within = (value: number, size: number, room: number): number =>
    Math.max(GAP_PX, Math.min(value, room - size - GAP_PX));
  const left = within(x, width, document.documentElement.clientWidth) - outer.left - card.clientLeft;
  const top = within(y, height, innerHeight) - outer.top - card.clientTop;
  tools.style.translate = `${Math.round(left)}px ${Math.round(top)}px`;
};

/** What is selected, as far as it is to be seen; undefined for a caret. */
const selected = (view: EditorView): Span | undefined => {
  const { selection } = view.state;
  if (selection.empty) return undefined;
  const room = view.dom.parentElement?.getBoundingClientRect();
  const span = spanOf(view);
  if (!room || span.bottom < room.top || span.top > room.bottom) return undefined;
  return { ...span, top: Math.max(span.top, room.top), bottom: Math.min(span.bottom, room.bottom) };
};

const spanOf = (view: EditorView): Span => {
  const { selection } = view.state;
  const node = selection instanceof NodeSelection ? view.nodeDOM(selection.from) : null;
  if (node instanceof Element) return node.getBoundingClientRect();
  const [from, to] = [view.coordsAtPos(selection.from, 1), view.coordsAtPos(selection.to, -1)];
  if (to.top < from.bottom) return { left: from.left, right: to.right, top: from.top, bottom: to.bottom };
  const { left, right } = view.dom.getBoundingClientRect();
  return { left, right, top: from.top, bottom: to.bottom };
};
