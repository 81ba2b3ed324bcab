/** What an app's shortcuts, focus traps and listeners for presses elsewhere act on. */
const RELAYED = [
  ...['keydown', 'keypress', 'keyup', 'pointerdown', 'pointerup', 'mousedown', 'mouseup', 'touchstart', 'touchend'],
  ...['click', 'dblclick', 'auxclick', 'contextmenu', 'focus', 'blur', 'focusin', 'focusout'],
] as const;

export interface RelayOptions {
  readonly page: Window;
  /** The element of ours, outermost, in which this event happens; undefined when it is the app's. */
  readonly ownerOf: (path: readonly EventTarget[]) => Element | undefined;
  readonly isOwn: (element: EventTarget | null) => boolean;
}

/**
 * Keeps what happens inside the editor from every listener of the app on its documents, capturing ones too: an event is stopped at the
 * window, and a copy that does not leave the editor's shadow roots is told to whom it is for. The browser goes on with the original: it
 * types, moves the focus, ticks the box; what the copy refuses, the original refuses. Of the app, only a capturing listener on `window` itself
 * still hears; where one from before the editor swallows the click on a button, the button is pressed all the same.
 *
 * A focus trap that hears its own element lose the focus to the editor would take it back: that `focusout` is kept from the app as well.
 * Returns a disposer.
 */
export const relayEvents = ({ page, ownerOf, isOwn }: RelayOptions): (() => void) => {
  const stop = new AbortController();
  let pressed: EventTarget | undefined;
  let missing: ReturnType<typeof setTimeout> | undefined;

  /** A mouse's click comes with the end of its press; a finger's and a key's only with what comes after. */
  const expectClick = (path: readonly EventTarget[], owner: Element): void => {
    const button = path.find(isButton);
    if (button === undefined || pressed !== button) return;
    clearTimeout(missing);
    missing = setTimeout(() => deliver(path.slice(path.indexOf(button)), owner, () => bare('click')), CLICK_WITHIN_MS);
  };
  const onEvent = (event: Event): void => {
    if (!event.isTrusted) return;
    const path = event.composedPath();
    const owner = ownerOf(path);
    const { type } = event;
    if (owner === undefined) {
      if (type === 'focusout' && isOwn((event as FocusEvent).relatedTarget)) event.stopPropagation();
      return;
    }
    event.stopPropagation();
    if (type === 'click') clearTimeout(missing);
    if (type === 'pointerdown') pressed = (event as PointerEvent).button === 0 ? path.find(isButton) : undefined;
    if (deliver(path, owner, () => copyOf(event)) === 'refused') event.preventDefault();
    if (type === 'pointerup') expectClick(path, owner);
  };
  for (const type of RELAYED)
    page.addEventListener(type, onEvent, { capture: true, passive: false, signal: stop.signal });
  return () => {
    clearTimeout(missing);
    stop.abort();
  };
};

/** Longer than a browser waits for the second tap of a double tap. */
const CLICK_WITHIN_MS = 400;

const isButton = (it: EventTarget): boolean => 'localName' in it && it.localName === 'button';

/** From the innermost tree outwards, to what each tree has as the target, until someone stops it. */
const deliver = (path: readonly EventTarget[], owner: Element, copy: () => Event): 'refused' | 'taken' => {
  let outcome: 'refused' | 'taken' = 'taken';
  for (let at = path[0] as Node | undefined; at && at !== owner; ) {
    const root = at.getRootNode();
    const event = copy();
    // What was refused inside is refused further out.
    if (outcome === 'refused') event.preventDefault();
    let arrived = !event.bubbles;
    const onArrived = (): void => {
      arrived = true;
    };
    root.addEventListener(event.type, onArrived);
    if (!at.dispatchEvent(event)) outcome = 'refused';
    root.removeEventListener(event.type, onArrived);
    if (!arrived) break;
    at = (root as Partial<ShadowRoot>).host;
  }
  return outcome;
};

/** The same event again, for one tree. A click is copied as one that by itself does nothing: the browser does what the original asks for. */
const copyOf = (event: Event): Event => {
  const init: Record<string, unknown> = {};
  for (const name in event) init[name] = event[name as keyof Event];
  if (event.type === 'click') return plainCopy(event, init);
  const Type = event.constructor as new (type: string, init: EventInit) => Event;
  const copy = new Type(event.type, { ...init, composed: false });
  // Firefox makes keys and presses composed whatever one asks for, and they would leave the tree.
  return copy.composed ? plainCopy(event, init) : copy;
};

const plainCopy = (event: Event, values: Readonly<Record<string, unknown>>): Event => {
  const { bubbles, cancelable, type } = event;
  const copy = new Event(type, { bubbles, cancelable });
  for (const [name, value] of Object.entries(values))
    if (!(name in copy))
      Object.defineProperty(copy, name, { value: typeof value === 'function' ? value.bind(event) : value });
  return copy;
};

const bare = (type: string): Event => new Event(type, { bubbles: true, cancelable: true });
