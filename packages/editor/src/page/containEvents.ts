/**
 * Events that cross a shadow root and that an app may act on: a shortcut, a click outside its menu, a focus trap, a drop.
 * `scroll` and others that do not bubble stay out.
 */
const crossing = [
  ...[
    'keydown',
    'keypress',
    'keyup',
    'beforeinput',
    'input',
    'compositionstart',
    'compositionupdate',
    'compositionend',
  ],
  ...['pointerdown', 'pointerup', 'pointermove', 'pointerover', 'pointerout', 'pointercancel'],
  ...[
    'mousedown',
    'mouseup',
    'mousemove',
    'mouseover',
    'mouseout',
    'click',
    'dblclick',
    'auxclick',
    'contextmenu',
    'wheel',
  ],
  ...['touchstart', 'touchmove', 'touchend', 'touchcancel'],
  ...['focusin', 'focusout', 'copy', 'cut', 'paste', 'dragenter', 'dragover', 'dragleave', 'drop'],
] as const;

/** What happens inside `host` ends at `host`, so that the app never hears it bubble. Returns a disposer. */
export const containEvents = (host: HTMLElement): (() => void) => {
  const stop = (event: Event): void => event.stopPropagation();
  for (const type of crossing) host.addEventListener(type, stop, { passive: true });
  return () => {
    for (const type of crossing) host.removeEventListener(type, stop);
  };
};
