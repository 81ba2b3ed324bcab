/**
 * Keeps an element in the top layer of the page and usable there. A modal dialog makes everything outside it inert, popovers too, so the
 * element moves into the dialog that was opened last, and back when it closes; in full screen it moves into what fills the screen. It comes
 * above a popover that the page opens, and back when the page takes it out: not for ever, where the page does either again and again.
 * `raise` brings it above what came into the top layer since; the focus stays where it is. `dispose` takes it out.
 */
export const keepOnTop = (
  element: HTMLElement,
  page: Document,
): { readonly raise: () => void; readonly dispose: () => void } => {
  element.popover = 'manual';
  const modals: Element[] = [];
  let rescues = 0;
  let later: ReturnType<typeof setTimeout> | undefined;

  const place = (): void => {
    const open = [...page.querySelectorAll('dialog:modal')];
    for (const dialog of open) if (!modals.includes(dialog)) modals.push(dialog);
    for (const dialog of [...modals]) if (!open.includes(dialog)) modals.splice(modals.indexOf(dialog), 1);
    const parent = modals.at(-1) ?? page.fullscreenElement ?? page.documentElement;
    const moved = element.parentNode !== parent;
    if (!moved && element.matches(':popover-open')) return;
    if (!mayAct()) return;
    if (moved) parent.append(element);
    // A page may have taken the attribute off.
    if (element.popover !== 'manual') element.popover = 'manual';
    show(element);
  };
  /** Two that undo each other's work at once would stop the page. */
  const mayAct = (): boolean => {
    if (rescues >= RESCUES) return false;
    rescues += 1;
    later ??= setTimeout(() => {
      later = undefined;
      const gaveUp = rescues >= RESCUES;
      rescues = 0;
      if (gaveUp) place();
    }, PAUSE_MS);
    return true;
  };
  const onToggle = ({ target, newState }: Event & { readonly newState?: string }): void => {
    if (target === element) {
      if (newState === 'closed') place();
    }
    // A step says itself when it is drawn.
    else if (newState === 'open' && (target as HTMLElement).popover && !isOurs(target as Element) && mayAct()) raise();
  };
  const raise = (): void => {
    if (element.isConnected && element.popover === 'manual') show(element);
  };

  const watch = new MutationObserver(place);
  watch.observe(page, { subtree: true, childList: true, attributeFilter: ['open', 'popover'] });
  page.addEventListener('fullscreenchange', place);
  page.addEventListener('toggle', onToggle, { capture: true });
  place();

  return {
    raise,
    dispose: () => {
      clearTimeout(later);
      watch.disconnect();
      page.removeEventListener('fullscreenchange', place);
      page.removeEventListener('toggle', onToggle, { capture: true });
      element.remove();
    },
  };
};

/** So often in a row the element comes back by itself. */
const RESCUES = 20;
const PAUSE_MS = 1000;

const isOurs = ({ localName }: Element): boolean => localName.startsWith('shirube-');

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
