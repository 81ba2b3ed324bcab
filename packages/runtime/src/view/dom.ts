import type { StepElement } from '../elements/StepElement.ts';

/** The element that has the focus, through open shadow roots and same-origin frames; null for none or the body. */
export const deepActive = (page: Document = document): HTMLElement | null => {
  let active = page.activeElement;
  for (
    let inner = active;
    inner;
    inner = (inner.shadowRoot ?? (inner as Partial<StepElement>).ownRoot)?.activeElement ?? null
  )
    active = inner;
  const inner = active?.localName === 'iframe' ? (active as HTMLIFrameElement).contentDocument : null;
  if (inner?.activeElement && inner.activeElement !== inner.body) return deepActive(inner);
  return active === page.body || active === page.documentElement ? null : (active as HTMLElement | null);
};

/** The next element outwards, as it is laid out: a slot's content lies inside the slot, a shadow root's content inside its host. */
export const parentOf = (element: Element): Element | null =>
  element.assignedSlot ?? element.parentElement ?? (element.getRootNode() as Partial<ShadowRoot>).host ?? null;

/** `contains` through shadow roots. */
export const holds = (outer: Element, element: Element | null): boolean => {
  for (let at = element; at; at = parentOf(at)) if (at === outer) return true;
  return false;
};

const FOCUSABLE =
  'a[href],area[href],button,input,select,textarea,summary,iframe,audio[controls],video[controls],[contenteditable],[tabindex]';

/** What Tab would stop at, the element itself included, in order, through open shadow roots. */
export const tabbables = (element: Element): HTMLElement[] => {
  const own = element as HTMLElement;
  const stops =
    own.matches(FOCUSABLE) &&
    own.tabIndex >= 0 &&
    !own.matches(':disabled,[inert],[inert] *') &&
    own.checkVisibility({ visibilityProperty: true });
  return [...(stops ? [own] : []), ...[...(own.shadowRoot ?? own).children].flatMap(tabbables)];
};

/** The windows in which a step's events happen: this one, and the target's when it is inside a frame. */
export const windowsOf = (target: Element | null): Set<Window> =>
  new Set([window, target?.ownerDocument.defaultView ?? window]);

type AnyEventMap = WindowEventMap & DocumentEventMap;

/** Listens in several windows at once; the returned function stops it. */
export const listen = <K extends keyof AnyEventMap>(
  windows: Iterable<Window>,
  types: readonly K[],
  listener: (event: AnyEventMap[K]) => void,
  options: AddEventListenerOptions = { capture: true, passive: true },
): (() => void) => {
  const stop = new AbortController();
  for (const view of windows) {
    for (const type of types)
      view.addEventListener(type, listener as EventListener, { ...options, signal: stop.signal });
  }
  return () => stop.abort();
};

/** Listens to what happens inside one of our own elements, before the page can hear of it. */
export const listenWithin = <K extends keyof AnyEventMap>(
  own: Element,
  type: K,
  listener: (event: AnyEventMap[K]) => void,
): (() => void) =>
  listen(
    [window],
    [type],
    (event) => {
      if (event.composedPath().includes(own)) listener(event);
    },
    { capture: true },
  );
