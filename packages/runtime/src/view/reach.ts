import type { MissingReason } from '@shirube/schema/events';
import type { Disposer } from '../ports.ts';
import { holds, listen, parentOf, windowsOf } from './dom.ts';
import { clipsOf, frameAround, isShut, rectOf, stepOut } from './rect.ts';

export type Unreached = Extract<MissingReason, 'hidden' | 'off_screen' | 'covered'>;

/** What may bring an element into reach without a mutation that can be observed: an animation's end, or something inside a shadow root. */
const SIGNALS = ['transitionend', 'animationend', 'scroll', 'resize', 'toggle', 'load', 'click', 'keyup'] as const;
/** Between two looks, ms. */
const REST_MS = 100;
/** An element that never rests is taken as it is after this long, ms. */
const STABLE_MAX_MS = 1000;
/** What only decorates a control reaches this far beyond it at most, px. */
const DECORATION_PX = 8;

/**
 * Calls once with undefined when a person could see the element and get at it, after scrolling at most, and it rests there; before that
 * with each reason why not. Waits by observers.
 */
export const watchReach = (element: Element, onAnswer: (why: Unreached | undefined) => void): Disposer => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let frame = 0;
  let last: Unreached | undefined;
  let since = 0;
  let place = '';
  const look = (): void => {
    timer = undefined;
    frame = 0;
    const why = whyUnreached(element);
    const { x, y, width, height } = element.getBoundingClientRect();
    const now = [x, y, width, height].join();
    if (why) {
      if (why !== last) onAnswer(why);
      since = 0;
    } else {
      since ||= performance.now();
      if (now === place || performance.now() - since > STABLE_MAX_MS) {
        stop();
        onAnswer(undefined);
        return;
      }
      frame = requestAnimationFrame(look);
    }
    last = why;
    place = now;
  };
  // Between two frames a moving element seems to rest: while each frame is looked at, nothing else is.
  const later = (): void => {
    if (!frame) timer ??= setTimeout(look, REST_MS);
  };
  const observer = new MutationObserver(later);
  for (const page of new Set([document, element.ownerDocument]))
    observer.observe(page, { attributes: true, childList: true, subtree: true });
  const seen = new IntersectionObserver(later, { threshold: [0, 0.01, 0.5, 1] });
  seen.observe(element);
  const unlisten = listen(windowsOf(element), SIGNALS, later);
  const stop = (): void => {
    clearTimeout(timer);
    cancelAnimationFrame(frame);
    observer.disconnect();
    seen.disconnect();
    unlisten();
  };
  look();
  return stop;
};

/** Why a person could not see the element or get at it, however far they scroll; undefined when they could. */
export const whyUnreached = (element: Element): Unreached | undefined => {
  // Taken out of the page a moment ago.
  if (!element.isConnected) return 'hidden';
  let rect = element.getBoundingClientRect();
  for (let at: Element | null = element; at; ) {
    const here: Element = at;
    const page: Document = at.ownerDocument;
    const view = page.defaultView ?? window;
    let scroller: Element | undefined;
    const bring = (into: DOMRect, box: Element, x: boolean, y: boolean): boolean => {
      const moved = broughtInto(rect, into, x ? rangeOf(box, 'x') : NOWHERE, y ? rangeOf(box, 'y') : NOWHERE);
      if (!moved) return false;
      if (moved !== rect) scroller ??= box;
      rect = moved;
      return true;
    };
    if (isShut(at)) return 'hidden';
    for (const box of clipsOf(at)) {
      const clip = box.getBoundingClientRect();
      const { overflowX, overflowY } = getComputedStyle(box);
      // What is hidden below can often be scrolled to by a script's own scroll bar; what is hidden at the side waits there to slide in.
      if (!bring(clip, box, /auto|scroll/.test(overflowX), /auto|scroll|hidden/.test(overflowY))) return 'off_screen';
    }
    const screen = new DOMRect(0, 0, view.innerWidth, view.innerHeight);
    const root = page.scrollingElement ?? page.documentElement;
    const free = !isFixed(at);
    if (!bring(screen, root, free, free)) return 'off_screen';
    // What stays in place, such as a bar of the page, may cover it only until it is scrolled to the middle.
    const inTheMiddle = (): boolean => {
      const by = rect.top - (view.innerHeight - rect.height) / 2;
      const [back, forth] = free ? rangeOf(root, 'y') : NOWHERE;
      const moved = new DOMRect(rect.x, rect.y - Math.max(back, Math.min(by, forth)), rect.width, rect.height);
      return moved.y !== rect.y && !coversOf(here, moved, root);
    };
    const covers = coversOf(at, rect, scroller);
    if (covers && !(covers.every(isFixed) && inTheMiddle())) return 'covered';
    const frame: HTMLElement | null = frameAround(page);
    if (frame) rect = stepOut(rect, frame);
    at = frame;
  }
  return undefined;
};

type Range = readonly [number, number];
const NOWHERE: Range = [0, 0];

/** How far a box can still be scrolled, back and forth, px. */
const rangeOf = (box: Element, axis: 'x' | 'y'): Range => {
  const [at, most] =
    axis === 'x'
      ? [box.scrollLeft, box.scrollWidth - box.clientWidth]
      : [box.scrollTop, box.scrollHeight - box.clientHeight];
  const backwards = axis === 'x' && getComputedStyle(box).direction === 'rtl';
  return backwards ? [-most - at, -at] : [-at, most - at];
};

/** The rectangle as it is after scrolling so that at least some of it is in the box; itself when it is; undefined when it cannot be. */
const broughtInto = (rect: DOMRect, box: DOMRect, rangeX: Range, rangeY: Range): DOMRect | undefined => {
  const shift = (from: number, to: number, low: number, high: number, [back, forth]: Range): number | undefined => {
    const inside = Math.min(to, high) - Math.max(from, low);
    if (inside >= Math.min(2, to - from)) return 0;
    const by = from >= high ? from - low - (high - low - Math.min(to - from, high - low)) / 2 : from - low;
    const most = Math.max(back, Math.min(by, forth));
    return Math.min(to - most, high) - Math.max(from - most, low) >= 1 ? most : undefined;
  };
  const x = shift(rect.left, rect.right, box.left, box.right, rangeX);
  const y = shift(rect.top, rect.bottom, box.top, box.bottom, rangeY);
  if (x === undefined || y === undefined) return undefined;
  return x || y ? new DOMRect(rect.x - x, rect.y - y, rect.width, rect.height) : rect;
};

const isFixed = (element: Element): boolean => {
  for (let at: Element | null = element; at; at = parentOf(at))
    if (getComputedStyle(at).position === 'fixed' || at.matches(':popover-open,dialog:modal')) return true;
  return false;
};

/**
 * What all that can be seen of it is behind: what paints, and does not go away by scrolling; undefined when some of it is free. A modal dialog
 * of the page is no such thing: steps stand above it.
 */
const coversOf = (element: Element, rect: DOMRect, scroller: Element | undefined): readonly Element[] | undefined => {
  const view = element.ownerDocument.defaultView ?? window;
  const [left, top] = [Math.max(0, rect.left), Math.max(0, rect.top)];
  const [right, bottom] = [Math.min(view.innerWidth, rect.right), Math.min(view.innerHeight, rect.bottom)];
  const covers: Element[] = [];
  for (const x of [0.5, 0.15, 0.85])
    for (const y of [0.5, 0.15, 0.85]) {
      const root = element.getRootNode() as Document | ShadowRoot;
      const hit = hitAt(root, left + (right - left) * x, top + (bottom - top) * y);
      if (!hit || !isCover(hit, element, scroller)) return undefined;
      covers.push(hit);
    }
  return covers;
};

/** What is on top there, but for what is our own. */
const hitAt = (root: Document | ShadowRoot, x: number, y: number): Element | undefined => {
  const hit = root.elementsFromPoint(x, y).find(({ localName }) => !localName.startsWith('shirube-'));
  // What covers it may be outside its shadow root, which then names none of its own.
  return hit ?? (root instanceof ShadowRoot ? hitAt(root.host.getRootNode() as Document, x, y) : undefined);
};

const isCover = (hit: Element, element: Element, scroller: Element | undefined): boolean => {
  if (holds(hit, element) || holds(element, hit)) return false;
  // Where it will be scrolled to, only what stays in place counts.
  if (scroller && holds(scroller, hit) && !isFixed(hit)) return false;
  const target = rectOf(element);
  for (let at: Element | null = hit; at && !holds(at, element); at = parentOf(at)) {
    // What sticks gives way when it is scrolled on.
    if (at.matches('dialog:modal') || getComputedStyle(at).position === 'sticky') return false;
    if (!paints(at)) continue;
    const { left, top, right, bottom } = rectOf(at);
    const beyond = Math.max(target.left - left, target.top - top, right - target.right, bottom - target.bottom);
    if (beyond > DECORATION_PX) return true;
  }
  return false;
};

const paints = (element: Element): boolean => {
  const { backgroundColor, backgroundImage, backdropFilter } = getComputedStyle(element);
  return (
    element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
    (!/^transparent$|[,/] ?0\)$/.test(backgroundColor) ||
      backgroundImage !== 'none' ||
      (!!backdropFilter && backdropFilter !== 'none') ||
      /^(img|video|canvas|iframe|svg|embed|object)$/.test(element.localName))
  );
};
