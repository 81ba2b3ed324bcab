import type { StepElement } from '../elements/StepElement.ts';
import type { StepView } from '../ports.ts';
import { type Answer, type Box, beside, type Question, type Side } from './beside.ts';
import type { Motion } from './follow.ts';
import type { More } from './needsMore.ts';
import { isEmpty, rectOf } from './rect.ts';

/** Room between the card and the edge of the screen, and between the card and the target, px. */
export const EDGE_PX = 8;
const GAP_PX = 12;
/** A card is made this low, and its text scrolls, before it covers what it points at, px. */
const LOW_PX = 140;
const ARROW_TURN: Readonly<Record<Side, string>> = { bottom: '45deg', left: '135deg', top: '225deg', right: '315deg' };

/**
 * Puts the card beside what can be seen of the target, `rect`, and the hole around it. The card is always whole inside the visual
 * viewport. The element itself, which nobody sees, takes the card's place when that `rests`: its properties reach all that is inside it, and would have all its styles made again.
 */
export const place = (
  element: StepElement,
  target: Element,
  view: StepView,
  more: More | undefined,
  { state, rect }: Motion,
): void => {
  const { card, overlay, arrow: pointer } = element;
  if (!card) return;
  const room = roomOf(element);
  const seen = !isEmpty(rect);
  const padding = view.step.spotlight && seen ? (view.step.spotlight.paddingPx ?? 8) : 0;
  const gap = GAP_PX + padding;
  const dir = card.dir === 'rtl' ? 'rtl' : 'ltr';
  // All that is read is read before anything is written.
  const half = (pointer?.offsetWidth ?? 0) / 2;
  const opened = more?.openedFrom(target).map(rectOf) ?? [];
  let size = { width: 0, height: 0 };
  let hides = false;
  const fit = (height: number): Answer => {
    set(card, { '--_room': `${room.width}px`, 'max-block-size': `${height}px` });
    size = { width: card.offsetWidth, height: card.offsetHeight };
    const question: Question = { target: rect, card: size, room, placement: view.placement, gap, dir };
    const clear = more && opened.length ? more.besideOpened(question, opened) : undefined;
    // The person is choosing from what the target opened: where there is no room beside it, the step comes back when it has closed.
    hides = opened.length > 0 && !clear;
    return clear ?? beside(question);
  };
  let answer = fit(room.height);
  const free = Math.max(rect.y - room.y, room.y + room.height - rect.y - rect.height) - gap;
  if (free >= LOW_PX && free < size.height && meets({ ...answer, ...size }, rect)) answer = fit(free);
  const { x, y, side } = answer;
  const arrow = seen ? answer.arrow : undefined;
  const { width, height } = size;
  set(card, { visibility: hides ? 'hidden' : 'visible' });
  if (overlay && more)
    set(overlay, more.hole(target, more.union([rect, ...opened]), padding, view.step.spotlight ?? {}));
  const [left, top] = [round(x), round(y)];
  // Not `left` and `top`: a card that is moved this way is not laid out again.
  set(card, { transform: `translate(${left}px,${top}px)` });
  if (state === 'rests') {
    set(element, { '--_x': `${left}px`, '--_y': `${top}px`, '--_w': `${width}px`, '--_h': `${height}px` });
  }
  if (!pointer) return;
  const vertical = side === 'top' || side === 'bottom';
  const along = (arrow ?? 0) - half - 1;
  // From the inside of the card's border, which is 1 px wide, to the middle of the edge that faces the target.
  const across = (side === 'left' ? width : side === 'top' ? height : 0) - half - 1;
  set(pointer, {
    visibility: arrow === undefined ? 'hidden' : 'visible',
    translate: vertical ? `${along}px ${across}px` : `${across}px ${along}px`,
    rotate: ARROW_TURN[side],
  });
};

/** Puts a card that points at nothing into the middle of what the person sees, or of what `within` leaves of it. */
export const centre = (element: StepElement, within: (room: Box) => Box = (room) => room): void => {
  const { card } = element;
  if (!card) return;
  const { x, y, width, height } = within(roomOf(element));
  set(card, {
    '--_room': `${width}px`,
    'max-block-size': `${height}px`,
    left: `${x}px`,
    top: `${y}px`,
    right: `calc(100% - ${x + width}px)`,
    bottom: `calc(100% - ${y + height}px)`,
  });
};

const meets = (card: Box, target: Box): boolean =>
  card.x < target.x + target.width &&
  target.x < card.x + card.width &&
  card.y < target.y + target.height &&
  target.y < card.y + card.height;

/** What was written last; writing it again would make the browser read and compare it. */
const written = new WeakMap<HTMLElement, Map<string, string>>();
/** Sets properties one by one: a style attribute is what a strict policy refuses. */
export const set = (element: HTMLElement, values: Readonly<Record<string, string>>): void => {
  const last = written.get(element) ?? new Map<string, string>();
  written.set(element, last);
  for (const [name, value] of Object.entries(values)) {
    if (last.get(name) !== value) element.style.setProperty(name, value);
    last.set(name, value);
  }
};

/** To whole device pixels, so that text stays sharp. */
export const round = (px: number): number => Math.round(px * devicePixelRatio) / devicePixelRatio;

/** What the person sees of the page (less when zoomed in, or above a keyboard), without its unsafe edges (notch, home bar) and `margin`, px. */
export const roomOf = (element: StepElement, margin = EDGE_PX): Box => {
  const style = getComputedStyle(element.status ?? element);
  const [top = 0, right = 0, bottom = 0, left = 0] = ['top', 'right', 'bottom', 'left'].map(
    (edge) => margin + (Number.parseFloat(style.getPropertyValue(`padding-${edge}`)) || 0),
  );
  const { offsetLeft, offsetTop, width, height } = visualViewport ?? {
    offsetLeft: 0,
    offsetTop: 0,
    width: innerWidth,
    height: innerHeight,
  };
  return { x: offsetLeft + left, y: offsetTop + top, width: width - left - right, height: height - top - bottom };
};
