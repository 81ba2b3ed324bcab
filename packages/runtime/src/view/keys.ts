import { type Hold, isDocked } from '../elements/hold.ts';
import type { StepElement } from '../elements/StepElement.ts';
import type { Disposer, StepView, ViewInput } from '../ports.ts';
import { holds, listen, windowsOf } from './dom.ts';

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
): Disposer => {
  const onKey = (event: KeyboardEvent): void => {
    const { key, defaultPrevented, isComposing, keyCode, altKey, ctrlKey, metaKey, shiftKey } = event;
    // 229: an input method is at work, also where the event does not say so.
    if (defaultPrevented || isComposing || keyCode === 229 || altKey || ctrlKey || metaKey || shiftKey) return;
    // What waits at the edge of the screen is not where the person is: keys that the page may want are left to it.
    if (
      isDocked(view) &&
      event.currentTarget === window &&
      (key !== 'Escape' || usesArrows(event) || isHidden(element))
    )
      return;
    if (key === 'Escape') {
      // A modal dialog would close by itself.
      if (view.dismissible || hold === 'all') event.preventDefault();
      if (view.dismissible) send({ type: 'dismiss', via: 'escape' });
    }
    if ((key !== 'ArrowLeft' && key !== 'ArrowRight') || event.repeat || usesArrows(event)) return;
    const forward = (key === 'ArrowRight') === (element.card?.dir !== 'rtl');
    const button = element.go(forward ? 'next' : 'back');
    if (!button) return;
    event.preventDefault();
    button.click();
  };
  const onCancel = (event: Event): void => {
    // The back gesture of a phone asks a modal dialog to close.
    event.preventDefault();
    if (view.dismissible) send({ type: 'dismiss', via: 'escape' });
  };
  const { card } = element;
  element.addEventListener('keydown', onKey);
  card?.addEventListener('cancel', onCancel);
  const stop = listen(windowsOf(view.target), ['keydown'], onKey, {});
  return () => {
    stop();
    element.removeEventListener('keydown', onKey);
    card?.removeEventListener('cancel', onCancel);
  };
};

const isHidden = ({ card }: StepElement): boolean => card?.style.visibility === 'hidden';

const OWN_EVENTS = [
  ...['keydown', 'keyup', 'keypress', 'pointerdown', 'pointerup', 'mousedown', 'mouseup'],
  ...['touchstart', 'touchend', 'click', 'focusin', 'focusout'],
];

/**
 * What happens on a step is not for the page: its shortcuts, and menus and popups that close at a press or a focus outside
 * them, which may hold the very target.
 */
export const keepToOurselves = (element: StepElement): Disposer => {
  const stop = new AbortController();
  const { signal } = stop;
  for (const type of OWN_EVENTS) {
    element.addEventListener(type, (event) => event.stopPropagation(), { signal, passive: true });
  }
  // A page that stops clicks on their way in must not leave a step whose buttons are dead: what did not arrive is said again, inside.
  const arrived = new WeakSet<Event>();
  element.addEventListener('click', (event) => void arrived.add(event), { capture: true, signal });
  const unlisten = listen([window], ['click'], (event) => {
    const [pressed] = event.composedPath();
    if (!(pressed instanceof Element) || !holds(element, pressed) || pressed === element) return;
    setTimeout(() => {
      if (!arrived.has(event)) pressed.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
    });
  });
  return () => {
    stop.abort();
    unlisten();
  };
};

const usesArrows = (event: Event): boolean =>
  document.designMode === 'on' ||
  event.composedPath().some((it) => 'matches' in it && (it as Element).matches(USES_ARROWS));
