import type { Hold } from '../elements/hold.ts';
import type { StepElement } from '../elements/StepElement.ts';
import type { Disposer } from '../ports.ts';
import { deepActive, holds, listen, parentOf, tabbables, windowsOf } from './dom.ts';

/** How often the focus is fetched back for one step. Whoever takes it more often wants it more: two traps must not fight. */
const FETCHES_MAX = 3;
const EDITABLE = 'input,select,textarea,[contenteditable]';

/**
 * A step that holds the page takes the focus and keeps Tab inside itself and, when the person may work with it, its target.
 * Any other step leaves the focus alone; Tab then leads from a button or link that is pointed at into the step, and on from it
 * behind the target, as if the step stood there. From a form field, Tab goes to the next field.
 */
export const keepFocus = (element: StepElement, target: () => Element | null, hold: Hold): Disposer => {
  let fetches = FETCHES_MAX;
  let yielded = false;
  let last: HTMLElement | null = element.card;
  const isInside = (it: Element | null): boolean => {
    const allowed = target();
    return holds(element, it) || (hold === 'target' && allowed !== null && holds(allowed, it));
  };

  const onTab = (event: KeyboardEvent): void => {
    const { card } = element;
    if (event.key !== 'Tab' || event.altKey || event.ctrlKey || event.metaKey || !card || yielded) return;
    const pointed = target();
    const own = tabbables(card).filter((it) => it !== card);
    const theirs = pointed && hold !== 'all' ? tabbables(pointed) : [];
    const active = deepActive();
    const go = (to: HTMLElement | undefined): void => {
      event.preventDefault();
      to?.focus();
    };
    if (hold !== 'none') {
      const ring = [...own, ...theirs];
      const at = active ? ring.indexOf(active) : -1;
      go(event.shiftKey ? ring.at(at <= 0 ? -1 : at - 1) : ring[(at + 1) % ring.length]);
      return;
    }
    const door = theirs.at(-1);
    if (!door || door.matches(EDITABLE)) return;
    if (!event.shiftKey && active === door) go(own[0]);
    else if (event.shiftKey && (active === own[0] || active === card)) go(door);
    // Not prevented: the browser goes on from where the focus now is.
    else if (!event.shiftKey && active === own.at(-1)) door.focus({ preventScroll: true });
  };
  const onFocus = (): void => {
    const active = deepActive();
    if (isInside(active)) last = active;
    else if (active && !yielded) {
      yielded = isTrap(active) || fetches-- <= 0;
      if (!yielded) last?.focus({ preventScroll: true });
    }
  };
  const stops = [listen(windowsOf(target()), ['keydown'], onTab, { capture: true })];
  if (hold === 'target') stops.push(listen(windowsOf(target()), ['focusin'], onFocus));
  if (hold !== 'none') element.card?.focus({ preventScroll: true });
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
