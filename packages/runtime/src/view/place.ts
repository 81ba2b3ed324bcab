import { arrow, computePosition, flip, offset, type Placement as Side, shift } from '@floating-ui/dom';
import type { StepElement } from '../elements/StepElement.ts';
import type { StepView } from '../ports.ts';
import { rectOf } from './rect.ts';

/** Room between the card and the edge of the screen, and between the card and the target, px. */
const EDGE_PX = 8;
const GAP_PX = 12;
/** Half of the arrow's diagonal: how far it sticks out, and how near to the card's corner it may come, px. */
const ARROW_PX = 12;

/** Puts the card beside the target and the hole around it. The card is always whole inside the visual viewport. */
export const place = async (
  element: StepElement,
  target: Element,
  view: StepView,
  isCurrent: () => boolean,
): Promise<void> => {
  const { card, overlay, arrow: pointer } = element;
  if (!card) return;
  const spotlight = view.step.spotlight;
  const padding = spotlight ? (spotlight.paddingPx ?? 8) : 0;
  const viewport = visualViewport;
  card.style.setProperty('max-block-size', `${(viewport?.height ?? innerHeight) - 2 * EDGE_PX}px`);
  if (overlay) overlay.style.setProperty('clip-path', hole(target, padding, spotlight?.radiusPx));
  const side: Side = view.placement === 'auto' ? 'bottom' : view.placement;
  const edges = safeEdges(element);
  const { x, y, placement, middlewareData } = await computePosition(
    { getBoundingClientRect: () => rectOf(target) },
    card,
    {
      strategy: 'fixed',
      placement: side,
      middleware: [
        offset(GAP_PX + padding),
        flip({ padding: edges, crossAxis: false, fallbackPlacements: others(side) }),
        shift({ padding: edges, crossAxis: true }),
        ...(pointer ? [arrow({ element: pointer, padding: ARROW_PX })] : []),
      ],
    },
  );
  if (!isCurrent()) return;
  const [left, top] = [x, y].map((it) => Math.round(it * devicePixelRatio) / devicePixelRatio);
  card.style.setProperty('left', `${left}px`);
  card.style.setProperty('top', `${top}px`);
  const box = { x: `${left}px`, y: `${top}px`, w: `${card.offsetWidth}px`, h: `${card.offsetHeight}px` };
  for (const [name, value] of Object.entries(box)) element.style.setProperty(`--_${name}`, value);
  if (pointer) point(pointer, placement, middlewareData.arrow, left ?? 0, top ?? 0, card, rectOf(target));
};

const OPPOSITE: Readonly<Record<string, string>> = { top: 'bottom', bottom: 'top', left: 'right', right: 'left' };

/** First the other side, then below, above, beside. */
const others = (side: Side): Side[] => {
  const [main = 'bottom', align] = side.split('-');
  const back = [OPPOSITE[main], align].filter(Boolean).join('-') as Side;
  return [...new Set<Side>([back, 'bottom', 'top', 'right', 'left'])].filter((it) => it !== side);
};

/** The screen's unsafe edges (notch, home bar) and a little room. */
const safeEdges = (element: StepElement): { top: number; right: number; bottom: number; left: number } => {
  const style = getComputedStyle(element.renderRoot.querySelector('[role=status]') ?? element);
  const edge = (value: string): number => EDGE_PX + (Number.parseFloat(value) || 0);
  return {
    top: edge(style.paddingTop),
    right: edge(style.paddingRight),
    bottom: edge(style.paddingBottom),
    left: edge(style.paddingLeft),
  };
};

/** The arrow stands on the edge that faces the target; where it could not point at the target, there is none. */
const point = (
  pointer: HTMLElement,
  placement: Side,
  at: { x?: number; y?: number } | undefined,
  left: number,
  top: number,
  card: HTMLElement,
  target: DOMRect,
): void => {
  const side = placement.split('-')[0] ?? 'bottom';
  const vertical = side === 'top' || side === 'bottom';
  const half = pointer.offsetWidth / 2;
  const tip = vertical ? left + (at?.x ?? 0) + half : top + (at?.y ?? 0) + half;
  const [from, to] = vertical ? [target.left, target.right] : [target.top, target.bottom];
  const apart = {
    top: target.top - (top + card.offsetHeight),
    bottom: top - target.bottom,
    left: target.left - (left + card.offsetWidth),
    right: left - target.right,
  }[side];
  const points = tip >= from - 1 && tip <= to + 1 && (apart ?? 0) >= half;
  const style = {
    display: points ? '' : 'none',
    left: vertical ? `${at?.x ?? 0}px` : side === 'left' ? '' : `${-half - 0.5}px`,
    top: vertical ? (side === 'top' ? '' : `${-half - 0.5}px`) : `${at?.y ?? 0}px`,
    right: side === 'left' ? `${-half - 0.5}px` : '',
    bottom: side === 'top' ? `${-half - 0.5}px` : '',
    rotate: { bottom: '45deg', top: '225deg', left: '135deg', right: '315deg' }[side] ?? '',
  };
  for (const [name, value] of Object.entries(style)) pointer.style.setProperty(name, value);
};

/** The page with a hole, as a path: what is cut out is neither painted nor hit. The radius is the target's own, unless one is given. */
const hole = (target: Element, padding: number, radiusPx: number | undefined): string => {
  const rect = rectOf(target);
  const [x, y] = [rect.x - padding, rect.y - padding];
  const [w, h] = [rect.width + 2 * padding, rect.height + 2 * padding];
  const own = radiusPx ?? (Number.parseFloat(getComputedStyle(target).borderTopLeftRadius) || 0) + padding;
  const r = Math.min(own, w / 2, h / 2);
  const arc = (dx: number, dy: number): string => `a${r} ${r} 0 0 1 ${dx} ${dy}`;
  return `path(evenodd,"M0 0H${innerWidth}V${innerHeight}H0ZM${x + r} ${y}h${w - 2 * r}${arc(r, r)}v${h - 2 * r}${arc(-r, r)}h${2 * r - w}${arc(-r, -r)}v${2 * r - h}${arc(r, -r)}Z")`;
};
