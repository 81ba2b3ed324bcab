import type { StepElement } from '../elements/StepElement.ts';
import type { Disposer } from '../ports.ts';
import { deepActive, listen, tabbables, windowsOf } from './dom.ts';
import type { Focus } from './scene.ts';

const EDITABLE = 'input,select,textarea,[contenteditable]';

/**
 * A step that holds nothing leaves the focus alone; Tab leads from a button or link that is pointed at into the step, and on from
 * it behind the target, as if the step stood there. From a form field, Tab goes to the next field.
 */
export const leadFocus = (element: StepElement, target: () => Element | null): Disposer => {
  const onTab = (event: KeyboardEvent): void => {
    const { card } = element;
    const pointed = target();
    const door = pointed && tabbables(pointed).at(-1);
    if (!card || !door || !isTab(event) || door.matches(EDITABLE)) return;
    const own = stopsIn(card);
    const active = deepActive();
    const go = (to: HTMLElement | undefined): void => {
      event.preventDefault();
      to?.focus();
    };
    if (!event.shiftKey && active === door) go(own[0]);
    else if (event.shiftKey && (active === own[0] || active === card)) go(door);
    // Not prevented: the browser goes on from where the focus now is.
    else if (!event.shiftKey && active === own.at(-1)) door.focus({ preventScroll: true });
  };
  return listen(windowsOf(target()), ['keydown'], onTab, { capture: true });
};

/**
 * Where someone comes from when they enter a step that had left the focus alone: there it returns, and not to where it was when the step
 * appeared, or to nowhere.
 */
export const rememberEntrance = (element: StepElement, focus: Focus): Disposer =>
  listen([window], ['focusout'], (event) => {
    // From a tip back to its beacon, nobody comes from the page.
    if (event.relatedTarget === element && !(event.target as Element).matches('shirube-tooltip'))
      focus.returnTo = event.composedPath()[0] as HTMLElement;
  });

export const isTab = ({ key, altKey, ctrlKey, metaKey }: KeyboardEvent): boolean =>
  key === 'Tab' && !altKey && !ctrlKey && !metaKey;

/** Where Tab stops inside the step. */
export const stopsIn = (card: HTMLElement): HTMLElement[] => tabbables(card).filter((it) => it !== card);
