/**
 * Keeps an element in the top layer of the page and usable there. A modal dialog makes everything outside it inert, popovers too, so the
 * element moves into the dialog that was opened last, and back when it closes; in full screen it moves into what fills the screen.
 * `raise` brings it above what came into the top layer since; the focus stays where it is. `dispose` takes it out.
 */
export const keepOnTop = (
  element: HTMLElement,
  page: Document,
): { readonly raise: () => void; readonly dispose: () => void } => {
  element.popover = 'manual';
  const modals: Element[] = [];

  const place = (): void => {
    const open = [...page.querySelectorAll('dialog:modal')];
    for (const dialog of open) if (!modals.includes(dialog)) modals.push(dialog);
    for (const dialog of [...modals]) if (!open.includes(dialog)) modals.splice(modals.indexOf(dialog), 1);
    const parent = modals.at(-1) ?? page.fullscreenElement ?? page.documentElement;
    const moved = element.parentNode !== parent;
    if (moved) parent.append(element);
    if (moved || !element.matches(':popover-open')) show(element);
  };

  const watch = new MutationObserver(place);
  watch.observe(page, { subtree: true, childList: true, attributeFilter: ['open'] });
  page.addEventListener('fullscreenchange', place);
  place();

  return {
    raise: () => {
      if (element.isConnected) show(element);
    },
    dispose: () => {
      watch.disconnect();
      page.removeEventListener('fullscreenchange', place);
      element.remove();
    },
  };
};

/** Shown last, an element is on top. Showing a manual popover moves no focus, but what is hidden for a moment loses it. */
const show = (element: HTMLElement): void => {
  const focused = deepestFocus(element);
  if (element.matches(':popover-open')) element.hidePopover();
  element.showPopover();
  if (focused !== undefined && deepestFocus(element) !== focused) focused.focus({ preventScroll: true });
};

const deepestFocus = (element: HTMLElement): HTMLElement | undefined => {
  let at = element.shadowRoot?.activeElement ?? undefined;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  return at as HTMLElement | undefined;
};
