import type { StepElement } from '../../elements/StepElement.ts';
import type { Disposer } from '../../ports.ts';
import { deepActive, holds, listen, listenWithin } from '../dom.ts';

/**
 * F6 leads into a step that is far from where the person is, and back: it is the key for going from pane to pane. It is left to a page
 * that takes it itself.
 */
export const leadByF6 = (element: StepElement, entrance: () => HTMLElement | null): Disposer => {
  let from: HTMLElement | null = null;
  const isInside = (): boolean => holds(element, deepActive());
  const isOurs = ({ key, defaultPrevented, altKey, ctrlKey, metaKey, shiftKey }: KeyboardEvent): boolean =>
    key === 'F6' && !defaultPrevented && !altKey && !ctrlKey && !metaKey && !shiftKey;
  const goIn = (event: KeyboardEvent): void => {
    const to = entrance();
    if (!isOurs(event) || isInside() || !to?.checkVisibility({ visibilityProperty: true })) return;
    from = deepActive();
    event.preventDefault();
    to.focus({ preventScroll: true });
  };
  // What happens inside does not reach the window again on its way out.
  const goBack = (event: KeyboardEvent): void => {
    if (!isOurs(event) || !isInside()) return;
    event.preventDefault();
    if (from?.isConnected) from.focus({ preventScroll: true });
    else deepActive()?.blur();
  };
  const stop = listen([window], ['keydown'], goIn, {});
  const stopWithin = listenWithin(element, 'keydown', goBack);
  return () => {
    stop();
    stopWithin();
  };
};
