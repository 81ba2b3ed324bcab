import type { StepElement } from '../../elements/StepElement.ts';
import { BannerElement, SlideoutElement } from '../../elements/surfaces/index.ts';
import type { Disposer, StepView } from '../../ports.ts';
import type { Box } from '../beside.ts';
import { deepActive, holds } from '../dom.ts';
import { EDGE_PX, roomOf, round, set } from '../place.ts';
import { withoutBars } from './bars.ts';
import { leadByF6 } from './f6.ts';
import { coversPopup } from './popups.ts';

/** In less room than this, px, a slideout is as wide as the screen, and a banner's buttons stand under its text. */
const NARROW_PX = 560;
/** How much of the room's height a banner may take; what is longer is scrolled. But never less than this, px. */
const BANNER_SHARE = 0.5;
const BANNER_MIN_PX = 160;
/** Frames without a change after which it goes to sleep. */
const REST_FRAMES = 6;
/** What can change the room, or bring a bar of the page, as far as the page tells. */
const SIGNALS = [
  ...['scroll', 'resize', 'load', 'toggle', 'focusin', 'focusout', 'fullscreenchange'],
  ...['transitionrun', 'transitionend', 'animationstart', 'animationend'],
];
const FIELDS = 'input,textarea,select,[contenteditable]:not([contenteditable=false])';

/** Where a card that points at nothing stands. `block` and `inline` are -1 at the start, 0 in the middle, 1 at the end. */
interface Edge {
  readonly block: -1 | 0 | 1;
  readonly inline: -1 | 0 | 1;
}

/**
 * Keeps a slideout or a banner at its edge: inside what the person sees of the page, clear of the bars that the page has there, and of the
 * field that is typed into, and of what else floats there, where another corner is free. While a modal dialog of the page is open it is out of sight: it is never above one.
 */
export const dock = (element: StepElement, view: StepView, onShown: Disposer): Disposer => {
  const { card } = element;
  if (!card) return () => {};
  const edge = edgeOf(view);
  let frame = 0;
  let still = 0;
  let last = '';
  let shown = false;
  const layout = { room: '' };

  const put = (): void => {
    const now = moveTo(element, card, edge, layout);
    const hidden = element.parentElement?.matches('dialog:modal') ?? false;
    set(card, { visibility: hidden ? 'hidden' : 'visible' });
    still = now === last ? still + 1 : 0;
    last = now;
    if (shown || hidden) return;
    shown = true;
    onShown();
  };
  const tick = (): void => {
    frame = 0;
    put();
    if (still < REST_FRAMES) frame = requestAnimationFrame(tick);
  };
  const wake = (): void => {
    still = 0;
    frame ||= requestAnimationFrame(tick);
  };
  const sizes = new ResizeObserver(wake);
  sizes.observe(card);
  sizes.observe(document.documentElement);
  const stop = new AbortController();
  const options = { capture: true, passive: true, signal: stop.signal };
  // Where other products put their chats and their banners.
  const added = new MutationObserver(wake);
  for (const parent of [document.documentElement, document.body]) added.observe(parent, { childList: true });
  for (const type of SIGNALS) window.addEventListener(type, wake, options);
  for (const type of ['scroll', 'resize']) visualViewport?.addEventListener(type, wake, options);
  const docked = element instanceof SlideoutElement || element instanceof BannerElement ? element : undefined;
  if (docked) docked.onPlaced = wake;
  const unlead = leadByF6(element, () => card);
  put();
  wake();
  return () => {
    cancelAnimationFrame(frame);
    sizes.disconnect();
    added.disconnect();
    stop.abort();
    unlead();
    if (docked) docked.onPlaced = () => {};
  };
};

const edgeOf = ({ step: { kind, position } }: StepView): Edge => {
  if (kind === 'banner') return { block: position === 'bottom' ? 1 : -1, inline: 0 };
  const at = position ?? 'bottom-end';
  return {
    block: at.startsWith('top') ? -1 : at.startsWith('bottom') ? 1 : 0,
    inline: at.endsWith('start') ? -1 : 1,
  };
};

/** Answers with where it stands now, to be compared. `layout` is the room that a strip was last laid out for. */
const moveTo = (element: StepElement, card: HTMLElement, { block, inline }: Edge, layout: { room: string }): string => {
  const strip = inline === 0;
  const all = roomOf(element);
  const narrow = all.width < NARROW_PX;
  const right = (inline === 1) === (card.dir !== 'rtl');
  card.classList.toggle('strip', strip);
  set(card, { width: strip || narrow ? `${all.width}px` : `min(var(--shirube-width, 360px), ${all.width}px)` });
  const width = card.offsetWidth;
  const start = all.x;
  const end = all.x + all.width - width;
  const x = right ? end : start;
  const room = withoutBars(all, x + width / 2, element, EDGE_PX);
  const most = strip ? Math.min(room.height, Math.max(room.height * BANNER_SHARE, BANNER_MIN_PX)) : room.height;
  set(card, { 'max-block-size': `${most}px` });
  // Laid out as a row, even for a moment, a long text is back at its start: so that is tried in another room alone, and undone.
  const size = [all.width, most].join();
  const same = layout.room === size;
  layout.room = size;
  const text = card.querySelector('.scroll');
  const read = text?.scrollTop ?? 0;
  card.classList.toggle('narrow', narrow || (same && card.classList.contains('narrow')));
  // Text that is longer than a strip can show is scrolled above the buttons: beside them it would push them out.
  if (strip && card.scrollHeight > card.clientHeight) card.classList.add('narrow');
  if (text && !same) text.scrollTop = read;
  const height = card.offsetHeight;
  const other = block ? -block : 1;
  const boxAt = (side: number, left: number): Box & { readonly side: number } => {
    const y = Math.max(room.y, room.y + ((room.height - height) * (side + 1)) / 2);
    return { side, x: left, y, width, height };
  };
  const across = start + end - x;
  const places = [boxAt(block, x), boxAt(other, x), boxAt(block, across), boxAt(other, across)];
  // A field that is typed into stays in sight, and what floats over the page, too: the card goes where that frees them.
  const seen = places.filter((box) => !isTypedInto(box, element));
  const place = seen.find((box) => !coversPopup(box, element)) ?? seen.find((box) => box.x === x) ?? boxAt(block, x);
  const { side } = place;
  const [left, top] = [round(place.x), round(place.y)];
  // It comes from the edge that it belongs to.
  const from = strip || narrow ? `0 ${(side || 1) * 24}px` : `${place.x === end ? 24 : -24}px 0`;
  set(card, { transform: `translate(${left}px,${top}px)`, '--_from': from });
  set(element, { '--_x': `${left}px`, '--_y': `${top}px`, '--_w': `${width}px`, '--_h': `${height}px` });
  return [left, top, width, height].join();
};

const isTypedInto = (box: Box, own: Element): boolean => {
  const field = deepActive();
  if (!field?.matches(FIELDS) || holds(own, field)) return false;
  const { left, top, right, bottom } = field.getBoundingClientRect();
  return left < box.x + box.width && right > box.x && top < box.y + box.height && bottom > box.y;
};
