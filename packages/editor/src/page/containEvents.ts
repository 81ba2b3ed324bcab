/** Everything that bubbles out of a shadow root and that an app may act on: a shortcut, a click outside its menu, a focus trap, a drop. */
const CROSSING = [
  ...['keydown', 'keypress', 'keyup', 'beforeinput', 'input', 'textInput', 'change', 'submit'],
  ...['compositionstart', 'compositionupdate', 'compositionend', 'selectstart', 'selectionchange'],
  ...['pointerdown', 'pointerup', 'pointermove', 'pointerrawupdate', 'pointerover', 'pointerout', 'pointercancel'],
  ...['gotpointercapture', 'lostpointercapture'],
  ...['mousedown', 'mouseup', 'mousemove', 'mouseover', 'mouseout', 'click', 'dblclick', 'auxclick', 'contextmenu'],
  ...['wheel', 'mousewheel', 'touchstart', 'touchmove', 'touchend', 'touchcancel', 'DOMActivate'],
  ...['focusin', 'focusout', 'copy', 'cut', 'paste', 'beforecopy', 'beforecut', 'beforepaste'],
  ...['dragstart', 'drag', 'dragend', 'dragenter', 'dragover', 'dragleave', 'drop'],
  ...['animationstart', 'animationiteration', 'animationend', 'animationcancel'],
  ...['transitionrun', 'transitionstart', 'transitionend', 'transitioncancel'],
] as const;

/** What happens inside `host` ends at `host`, so that the app never hears it bubble. Returns a disposer. */
export const containEvents = (host: HTMLElement): (() => void) => {
  const stop = (event: Event): void => event.stopPropagation();
  for (const type of CROSSING) host.addEventListener(type, stop, { passive: true });
  return () => {
    for (const type of CROSSING) host.removeEventListener(type, stop);
  };
};
