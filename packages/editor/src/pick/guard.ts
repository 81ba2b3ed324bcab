import { outwards } from '../page/rect.ts';
import { isFrame } from './tree.ts';
import { windowsOf } from './walk.ts';

/** What the person did, told by the guard. Points are in the viewport of the page, CSS px. */
export interface Heard {
  moved(x: number, y: number): void;
  /** The pointer is over the editor, or has left the page. */
  left(): void;
  pressed(x: number, y: number, by: 'mouse' | 'touch'): void;
  /** The click that a press ends with, or one by assistive technology, which presses nothing. Disabled controls have none. */
  clicked(target: Element | undefined): void;
  /** Did a key choose what is selected? */
  isByKeys(): boolean;
  /** True when the key is the picker's own. */
  key(event: KeyboardEvent): boolean;
  keyUp(event: KeyboardEvent): void;
}
export interface GuardOptions {
  readonly page: Window;
  /** Is this event the editor's own, or a step's, which must get it? */
  readonly isOwn: (event: Event) => boolean;
  /** Is it for the picker's own overlay, whose keys are the picker's? */
  readonly isPickers: (event: Event) => boolean;
  readonly isFrozen: () => boolean;
  readonly heard: Heard;
}

/** What never reaches the app while something is picked, and does nothing by itself. */
const ACTS = [
  ...['pointerdown', 'pointerup', 'mousedown', 'mouseup', 'click', 'dblclick', 'auxclick', 'contextmenu'],
  ...['touchend', 'dragstart', 'selectstart', 'submit', 'keypress', 'keyup'],
] as const;
/** The same, but the browser may go on: a finger scrolls. */
const TOUCHES = ['touchstart', 'touchmove', 'touchcancel', 'pointercancel'] as const;
/** Only a frozen page does not hear of these. */
const HOVERS = [
  ...['pointermove', 'pointerover', 'pointerout', 'pointerenter', 'pointerleave'],
  ...['mousemove', 'mouseover', 'mouseout', 'mouseenter', 'mouseleave'],
  ...['focus', 'blur', 'focusin', 'focusout'],
] as const;

/**
 * Stands between the person and the app: listens on the windows before anything in their documents does, keeps what is done there from the app, and tells
 * the picker of it. A capturing listener that the app had put on its window before this one still hears first. Returns a disposer.
 */
export const createGuard = ({ page, isOwn, isPickers, isFrozen, heard }: GuardOptions): (() => void) => {
  const stop = new AbortController();
  const guarded = new WeakMap<Window, Document>();

  const swallow = (event: Event): void => {
    event.stopImmediatePropagation();
  };
  const refuse = (event: Event): void => {
    swallow(event);
    if (event.cancelable) event.preventDefault();
  };
  const pointOf = (event: MouseEvent): DOMRect => outwards(new DOMRect(event.clientX, event.clientY), event.view, page);

  const hover = (event: Event): void => {
    const own = isOwn(event);
    const { type, view, relatedTarget, pointerType } = event as PointerEvent;
    if (type === 'pointerover' && isFrame(event.target as Element)) guardAll();
    // A finger that was lifted has left nothing.
    if (pointerType !== 'touch') {
      if (type === 'pointerout' && relatedTarget === null && view === page) heard.left();
      if (type === 'pointermove' && isMove(event as PointerEvent)) {
        const { x, y } = pointOf(event as PointerEvent);
        if (own) heard.left();
        else heard.moved(x, y);
      }
    }
    if (!own && isFrozen()) swallow(event);
  };
  let last = { screenX: 0, screenY: 0 };
  /** When the page moves under a resting pointer the browser tells of a move, and hands tremble: what a key has chosen stays chosen then. */
  const isMove = ({ screenX, screenY }: PointerEvent): boolean => {
    const far = Math.hypot(screenX - last.screenX, screenY - last.screenY) > TREMBLE_PX;
    if (!far && heard.isByKeys()) return false;
    last = { screenX, screenY };
    return true;
  };
  /** Alt lets one press through. The click on a link goes on without it: with it, a browser would save what the link leads to. */
  const pass = (event: MouseEvent): void => {
    const path = event.composedPath();
    if (event.type !== 'click' || !path.some(isLink)) return;
    refuse(event);
    const { detail, clientX, clientY, view } = event;
    const click = { bubbles: true, cancelable: true, composed: true, detail, clientX, clientY, view };
    path[0]?.dispatchEvent(new MouseEvent('click', click));
  };
  /** What a browser does because of a press that was let through, such as sending a form, is let through, too. */
  let follows = false;
  /** Presses that began in the editor are not the picker's. */
  let down = false;
  const act = (event: Event): void => {
    const { type } = event;
    const own = isOwn(event);
    if (type === 'keyup' && !(own && isTyping(event))) heard.keyUp(event as KeyboardEvent);
    if (type === 'pointerdown') down = !own;
    if (own) return;
    // Not by the class: a frame has a class of its own.
    if ('button' in event && (event as MouseEvent).altKey) {
      if (type === 'click') {
        follows = true;
        page.setTimeout(() => {
          follows = false;
        });
      }
      pass(event as MouseEvent);
      return;
    }
    if (type === 'submit' && follows) return;
    refuse(event);
    if (type === 'click') heard.clicked(event.composedPath()[0] as Element | undefined);
    if (type !== 'pointerup' || !down) return;
    down = false;
    const { button, pointerType } = event as PointerEvent;
    const { x, y } = pointOf(event as PointerEvent);
    if (button === 0) heard.pressed(x, y, pointerType === 'touch' ? 'touch' : 'mouse');
  };
  const keyDown = (event: KeyboardEvent): void => {
    // What is typed in the editor is the editor's, and shortcuts are the browser's.
    if (isOwn(event) && !isPickers(event)) return;
    if (heard.key(event)) refuse(event);
    else if (!isOwn(event) && !event.ctrlKey && !event.metaKey && !event.altKey) {
      if (isTyping(event) || !SCROLLS.test(event.key)) refuse(event);
      else swallow(event);
    }
  };
  const guard = (view: Window): void => {
    if (guarded.get(view) === view.document) return;
    guarded.set(view, view.document);
    const listen = (types: readonly string[], listener: (event: Event) => void): void => {
      for (const type of types)
        view.addEventListener(
          type,
          // What a script of the app does by itself is the app's.
          (event) => event.isTrusted && listener(event),
          { capture: true, passive: false, signal: stop.signal },
        );
    };
    listen(HOVERS, hover);
    listen(ACTS, act);
    listen(TOUCHES, (event) => {
      if (!isOwn(event)) swallow(event);
    });
    listen(['keydown'], (event) => keyDown(event as KeyboardEvent));
    // A frame that has loaded another page has to be guarded anew.
    const loaded = ({ target }: Event): void => {
      if (isFrame(target as Element)) guardAll();
    };
    view.document.addEventListener('load', loaded, { capture: true, signal: stop.signal });
  };
  const guardAll = (): void => {
    for (const view of windowsOf(page)) guard(view);
  };

  guardAll();
  return () => {
    stop.abort();
    keepSecondClick(page);
  };
};

/** A double click is two clicks: the second must not reach the app when the first has ended the picking. */
const keepSecondClick = (page: Window): void => {
  const stop = new AbortController();
  const refuse = (event: Event): void => {
    if ((event as MouseEvent).detail < 2) return;
    event.stopImmediatePropagation();
    event.preventDefault();
  };
  for (const type of ['mousedown', 'mouseup', 'click', 'dblclick'])
    page.addEventListener(type, refuse, { capture: true, signal: stop.signal });
  page.setTimeout(() => stop.abort(), DOUBLE_MS);
};
/** Longer than any system takes two clicks for one double click. */
const DOUBLE_MS = 1000;
const TREMBLE_PX = 3;

const isLink = (it: EventTarget): boolean => 'localName' in it && /^(a|area)$/.test(String(it.localName));

const SCROLLS = /^(Page(Up|Down)|Home|End| |F\d+)$/;

const isTyping = (event: Event): boolean => {
  const [at] = event.composedPath() as [Partial<HTMLElement>?];
  return at?.isContentEditable === true || /^(input|textarea|select)$/.test(at?.localName ?? '');
};
