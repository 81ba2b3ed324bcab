import { NodeSelection } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';

const GAP_PX = 8;
/** How far from what is selected the tools may stand. */
const NEAR_PX = 160;

interface Span {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/**
 * Puts the toolbar where it covers least of what is written: with a mere caret at the edge of the card that is away from the target; above what
 * is selected, but not over the title where an edge of the card is near. It lies inside the card and moves with it.
 */
export const placeToolbar = (
  tools: HTMLElement,
  card: HTMLElement,
  view: EditorView,
  target: Element | null,
  /** Where the room ends at the bottom: the editor's bar lies below. */
  floor: number,
): void => {
  const outer = card.getBoundingClientRect();
  const { width, height } = (tools.shadowRoot?.firstElementChild ?? tools).getBoundingClientRect();
  const chosen = selected(view);
  const at = chosen ?? outer;
  const [above, below] = [outer.top - GAP_PX - height, outer.bottom + GAP_PX];
  const isTargetAbove = !target || target.getBoundingClientRect().top < outer.top;
  const edges = isTargetAbove ? [below, above] : [above, below];
  const places = chosen
    ? [
        ...[chosen.top - GAP_PX - height].filter((it) => it >= view.dom.getBoundingClientRect().top),
        ...edges.filter((it) => Math.max(chosen.top - it - height, it - chosen.bottom) < NEAR_PX),
        ...[chosen.top - GAP_PX - height, chosen.bottom + GAP_PX],
      ]
    : edges;
  const y =
    places.find((it) => it >= GAP_PX && it + height <= floor - GAP_PX) ?? (chosen ? chosen.bottom + GAP_PX : below);
  const x = (at.left + at.right - width) / 2;
  const within = (value: number, size: number, room: number): number =>
    Math.max(GAP_PX, Math.min(value, room - size - GAP_PX));
  const left = within(x, width, document.documentElement.clientWidth) - outer.left - card.clientLeft;
  const top = within(y, height, floor) - outer.top - card.clientTop;
  tools.style.translate = `${Math.round(left)}px ${Math.round(top)}px`;
};

/** What is selected, as far as it is to be seen; undefined for a caret. */
const selected = (view: EditorView): Span | undefined => {
  const { selection } = view.state;
  if (selection.empty) return undefined;
  const room = view.dom.parentElement?.getBoundingClientRect();
  const { left, right, top, bottom } = spanOf(view);
  if (!room || bottom < room.top || top > room.bottom) return undefined;
  return { left, right, top: Math.max(top, room.top), bottom: Math.min(bottom, room.bottom) };
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
