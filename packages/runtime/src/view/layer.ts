import type { StepElement } from '../elements/StepElement.ts';
import type { Disposer } from '../ports.ts';
import { deepActive, holds, listen, parentOf } from './dom.ts';

/** How often in a row a step comes up again after the page has put something above it, or taken it out: then it yields. */
const RISES_MAX = 20;
/** One more after this long: people open and close dialogs, too. */
const RISE_AGAIN_MS = 2000;

/**
 * Puts the element into the top layer, above the page's own dialogs, and again when the page opens one or goes to full screen.
 * While a modal dialog of the page is open, all outside it is inert, and in full screen all
 * outside that is unseen: the element then lives inside it. A step that
 * holds the whole page is itself a modal dialog, so that not one attribute of the page has to change.
 * `onYield` is called when the page does not let it stay.
 */
export const enterTopLayer = (element: StepElement, onYield: () => void): Disposer => {
  let left = RISES_MAX;
  let last = performance.now();
  let stopped = false;
  let parent: Element = document.documentElement;

  const rise = (): void => {
    const { card, overlay } = element;
    const now = performance.now();
    if (stopped || !card) return;
    left = Math.min(RISES_MAX, left + (now - last) / RISE_AGAIN_MS) - 1;
    last = now;
    if (left < 0) {
      onYield();
      return;
    }
    const focused = element.ownRoot.activeElement as HTMLElement | null | undefined;
    parent = roomFor(element);
    if (element.parentNode !== parent) parent.append(element);
    // A page that zooms its root would zoom the step too, and every place that is given to it.
    element.style.setProperty('--_z', String(1 / (parent.currentCSSZoom || 1)));
    lower();
    overlay?.showPopover?.();
    if (card instanceof HTMLDialogElement) card.showModal();
    else card.showPopover?.();
    focused?.focus({ preventScroll: true });
  };
  const lower = (): void => {
    const { card, overlay } = element;
    for (const layer of [overlay, card]) if (layer?.matches(':popover-open')) layer.hidePopover();
    if (card instanceof HTMLDialogElement && card.open) card.close();
  };
  const look = (): void => {
    if (!element.isConnected || roomFor(element) !== parent) rise();
  };
  const dialogs = new MutationObserver((records) => {
    if (records.some(({ target }) => target.nodeName === 'DIALOG')) look();
  });
  dialogs.observe(document, { attributes: true, attributeFilter: ['open'], subtree: true });
  // A dialog inside a shadow root is out of the observer's sight, but it takes the focus.
  const unlisten = listen([window], ['focusin'], look);
  // What goes to full screen, if only the document itself, comes above all that was in the top layer before.
  const unscreen = listen([window], ['fullscreenchange'], rise);
  element.onRemoved = () => queueMicrotask(look);
  rise();
  return () => {
    stopped = true;
    element.onRemoved = () => {};
    dialogs.disconnect();
    unlisten();
    unscreen();
    // Not closed before: the browser would give the focus back by itself, and lose what was selected in the field.
    element.remove();
  };
};

/**
 * The page's open popover around the target comes first: a press outside it would close it, and the target with it.
 * What a modal dialog makes inert is no room.
 */
const roomFor = (own: StepElement): Element => {
  const modal = topModal(own);
  for (let at = own.view?.target ?? null; at; at = parentOf(at)) {
    if (at.matches(':popover-open') && !at.shadowRoot && (!modal || holds(modal, at))) return at;
  }
  return modal ?? fullScreen() ?? document.documentElement;
};

/** What fills the screen, if other elements can be inside it; outside it, nothing is on the screen. */
const fullScreen = (): Element | null => {
  let element = document.fullscreenElement;
  while (element?.shadowRoot?.fullscreenElement) element = element.shadowRoot.fullscreenElement;
  return element && !/^(VIDEO|IFRAME|IMG|CANVAS|OBJECT|EMBED)$/.test(element.nodeName) ? element : null;
};

/** The page's modal dialog that is on top, or null. Whatever is hit in the middle of the screen is it, or its backdrop: all else is inert. */
const topModal = (own: Element): Element | null => {
  for (const start of [deepActive(), hitInTheMiddle()])
    for (let at: Element | null = start; at; at = parentOf(at))
      if (at.matches('dialog:modal') && !holds(own, at)) return at;
  return [...document.querySelectorAll('dialog:modal')].at(-1) ?? null;
};

/** Through open shadow roots, and through what is our own. */
const hitInTheMiddle = (): Element | null => {
  const [x, y] = [innerWidth / 2, innerHeight / 2];
  let hit = document.elementsFromPoint(x, y).find(({ localName }) => !localName.startsWith('shirube-'));
  for (let root = hit?.shadowRoot; root; root = hit?.shadowRoot) {
    const inside = root;
    const inner = inside.elementsFromPoint(x, y).find((it) => inside.contains(it));
    if (!inner) break;
    hit = inner;
  }
  return hit ?? null;
};
