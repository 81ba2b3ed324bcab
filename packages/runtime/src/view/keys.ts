import { type Hold, isDocked } from '../elements/hold.ts';
import type { StepElement } from '../elements/StepElement.ts';
import type { Disposer, StepView, ViewInput } from '../ports.ts';
import { deepActive, holds, listen, listenWithin, windowsOf } from './dom.ts';

/** Whatever uses the arrow keys itself. The key is then never ours. */
const USES_ARROWS = [
  'input,textarea,select,[contenteditable]:not([contenteditable=false]),audio,video,iframe,object,embed',
  ...['slider', 'spinbutton', 'textbox', 'searchbox', 'combobox', 'listbox', 'option', 'menu', 'menubar', 'menuitem'],
  ...['menuitemcheckbox', 'menuitemradio', 'tab', 'tablist', 'radio', 'radiogroup', 'tree', 'treeitem', 'treegrid'],
  ...['grid', 'gridcell', 'row', 'toolbar', 'scrollbar', 'separator', 'application'],
]
  .map((it, index) => (index ? `[role=${it}]` : it))
  .join();

/** Escape dismisses; the arrow keys press the step's own buttons, so that a key never does what its button would not. */
export const listenToKeys = (
  element: StepElement,
  view: StepView,
  hold: Hold,
  send: (input: ViewInput) => void,
  /** Is something open that Escape is for? */
  yields: () => boolean,
): Disposer => {
  const onKey = (event: KeyboardEvent): void => {
    const { key, defaultPrevented, isComposing, keyCode, altKey, ctrlKey, metaKey, shiftKey } = event;
    // 229: an input method is at work, also where the event does not say so.
    if (defaultPrevented || isComposing || keyCode === 229 || altKey || ctrlKey || metaKey || shiftKey) return;
    // What waits at the edge of the screen is not where the person is: keys that the page may want are left to it.
    if (
      isDocked(view) &&
      !event.composedPath().includes(element) &&
      (key !== 'Escape' || usesArrows(event) || isHidden(element))
    )
      return;
    if (key === 'Escape' && (!yields() || holds(element, deepActive()))) {
      // A modal dialog would close by itself.
      if (view.dismissible || hold === 'all') event.preventDefault();
      if (view.dismissible) send({ type: 'dismiss', via: 'escape' });
    }
    if ((key !== 'ArrowLeft' && key !== 'ArrowRight') || event.repeat || usesArrows(event)) return;
    const forward = (key === 'ArrowRight') === (element.card?.dir !== 'rtl');
    const button = element.go(forward ? 'next' : 'back');
    if (!button) return;
    event.preventDefault();
    button.press();
  };
  const onCancel = (event: Event): void => {
    // The back gesture of a phone asks a modal dialog to close.
    event.preventDefault();
    if (view.dismissible) send({ type: 'dismiss', via: 'escape' });
  };
  const { card } = element;
  card?.addEventListener('cancel', onCancel);
  // The page comes first, but not where the key is pressed on the step itself.
  const stops = [listen(windowsOf(view.target), ['keydown'], onKey, {}), listenWithin(element, 'keydown', onKey)];
  return () => {
    for (const stop of stops) stop();
    card?.removeEventListener('cancel', onCancel);
  };
};

const usesArrows = (event: Event): boolean =>
  document.designMode === 'on' ||
  event.composedPath().some((it) => 'matches' in it && (it as Element).matches(USES_ARROWS));

const isHidden = ({ card }: StepElement): boolean => card?.style.visibility === 'hidden';
