import type { PressButton, StepElement } from '../elements/StepElement.ts';
import type { Disposer } from '../ports.ts';
import { listen } from './dom.ts';

const OWN_EVENTS = [
  ...(['keydown', 'keyup', 'keypress', 'pointerdown', 'pointerup', 'mousedown', 'mouseup', 'click'] as const),
  ...(['touchstart', 'touchmove', 'touchend', 'wheel', 'focusin', 'focusout', 'focus', 'blur'] as const),
];
/** A click may come this much later than the end of a touch or a key, ms. A mouse's comes at once. */
const CLICK_WITHIN_MS = 400;

/**
 * Presses the step's buttons, and keeps what happens on a step from the page: its shortcuts, its locked scrolling, and menus, popups and
 * focus traps that act on whatever happens outside them, and may hold the very target. It listens before the page's documents do;
 * where a page swallows clicks even earlier, a button that was let go and got no click does what it is there for all the same.
 */
export const listenToPresses = (element: StepElement): Disposer => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let held: PressButton | undefined;
  const onOwn = (event: Event): void => {
    const path = event.composedPath();
    if (!path.includes(element)) return;
    // A video's own controls hear events as a page does, and so does what someone writes in.
    if (!(path[0] as Element).closest('video,[contenteditable]')) event.stopPropagation();
    const { type, pointerType, key, button } = event as PointerEvent & KeyboardEvent;
    const pressed = element.buttonAt(event);
    const expectClick = (withinMs: number): void => {
      clearTimeout(timer);
      timer = setTimeout(() => pressed?.press(), withinMs);
    };
    if (type === 'click') {
      clearTimeout(timer);
      held = undefined;
      pressed?.press();
    } else if (type === 'pointerdown' || (type === 'keydown' && isPress(key, pressed)))
      // The other buttons of a mouse make no click: they open a menu, or a link beside the app.
      held = button ? undefined : pressed;
    else if (held === pressed && type === 'pointerup') expectClick(pointerType === 'mouse' ? 0 : CLICK_WITHIN_MS);
    else if (held === pressed && type === 'keyup' && isPress(key, pressed)) expectClick(CLICK_WITHIN_MS);
  };
  const stop = listen([window], OWN_EVENTS, onOwn);
  return () => {
    clearTimeout(timer);
    stop();
  };
};

/** Space scrolls where a link has the focus. */
const isPress = (key: string, pressed: PressButton | undefined): boolean =>
  key === 'Enter' || (key === ' ' && pressed?.localName !== 'a');
