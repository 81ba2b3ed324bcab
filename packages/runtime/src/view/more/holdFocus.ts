import type { Hold } from '../../elements/hold.ts';
import type { StepElement } from '../../elements/StepElement.ts';
import type { Disposer } from '../../ports.ts';
import { deepActive, holds, listen, parentOf, tabbables, windowsOf } from '../dom.ts';
import { isTab, stopsIn } from '../focus.ts';
import { openedFrom } from './opened.ts';

/** How often the focus is fetched back for one step. Whoever takes it more often wants it more: two traps must not fight. */
const FETCHES_MAX = 3;

/** A step that holds the page takes the focus, and keeps Tab inside itself and, when the person may work with it, its target. */
export const holdFocus = (element: StepElement, target: () => Element | null, hold: Hold): Disposer => {
  let fetches = FETCHES_MAX;
  let yielded = false;
  let last: HTMLElement | null = element.card;
  const isInside = (it: Element | null): boolean => holds(element, it) || isAllowed(it);
  /** The target, and the menus and lists that it has opened. */
  const isAllowed = (it: Element | null): boolean => {
    const pointed = hold === 'target' ? target() : null;
    return pointed !== null && [pointed, ...openedFrom(pointed)].some((own) => holds(own, it));
  };
  const onTab = (event: KeyboardEvent): void => {
    const { card } = element;
    if (!isTab(event) || !card || yielded) return;
    const pointed = target();
    const ring = [...stopsIn(card), ...(pointed && hold === 'target' ? tabbables(pointed) : [])];
    const active = deepActive();
    // In a menu that the target opened, Tab is the menu's.
    if (pointed && isAllowed(active) && !holds(pointed, active)) return;
    const at = active ? ring.indexOf(active) : -1;
    // A video's own controls lie between it and the next stop, where only the browser can go.
    if (active?.localName === 'video' && !event.shiftKey) return;
    event.preventDefault();
    (event.shiftKey ? ring.at(at <= 0 ? -1 : at - 1) : ring[(at + 1) % ring.length])?.focus();
  };
  const onFocus = (): void => {
    const active = deepActive();
    if (isInside(active)) last = active;
    else if (active && !yielded) {
      yielded = isTrap(active) || fetches-- <= 0;
      if (!yielded) last?.focus({ preventScroll: true });
    }
  };
  const windows = windowsOf(target());
  const stops = [listen(windows, ['keydown'], onTab, { capture: true })];
  if (hold === 'target') stops.push(listen(windows, ['focusin'], onFocus));
  element.card?.focus({ preventScroll: true });
  return () => {
    for (const stop of stops) stop();
  };
};

/** Is it inside a modal of the page, which has the first right to the focus? */
const isTrap = (active: Element): boolean => {
  for (let at: Element | null = active; at; at = parentOf(at))
    if (at.matches('[aria-modal=true],dialog:modal')) return true;
  return false;
};
