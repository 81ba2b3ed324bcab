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
    if (isOwn(event)) {
      if (event.type === 'pointermove') heard.left();
      return;
    }
    const { type, view, relatedTarget, pointerType } = event as PointerEvent;
    if (type === 'pointerover' && isFrame(event.target as Element)) guardAll();
    // A finger that was lifted has left nothing.
    if (type === 'pointerout' && relatedTarget === null && view === page && pointerType !== 'touch') heard.left();
    if (event.type === 'pointermove' && (event as PointerEvent).pointerType !== 'touch') {
      const { x, y } = pointOf(event as PointerEvent);
      heard.moved(x, y);
    }
    if (isFrozen()) swallow(event);
  };
  let passing = false;
  /** Alt lets one press through. The click goes on without it: with it, a browser would save what a link leads to. */
  const pass = (event: MouseEvent): void => {
    if (event.type !== 'click') return;
    refuse(event);
    const { detail, clientX, clientY, view } = event;
    const click = { bubbles: true, cancelable: true, composed: true, detail, clientX, clientY, view };
    passing = true;
    event.composedPath()[0]?.dispatchEvent(new MouseEvent('click', click));
    passing = false;
  };
  const act = (event: Event): void => {
    if (passing || isOwn(event)) return;
    if ('altKey' in event && event.altKey === true && event instanceof MouseEvent) {
      pass(event);
      return;
    }
    refuse(event);
    const [target] = event.composedPath();
    if (event.type === 'click') heard.clicked(target as Element | undefined);
    if (event.type === 'keyup') heard.keyUp(event as KeyboardEvent);
    if (event.type !== 'pointerup') return;
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
  return () => stop.abort();
};

const SCROLLS = /^(Page(Up|Down)|Home|End| |F\d+)$/;

const isTyping = (event: Event): boolean => {
  const [at] = event.composedPath() as [Partial<HTMLElement>?];
  return at?.isContentEditable === true || /^(input|textarea|select)$/.test(at?.localName ?? '');
};
