/** Remembers what of the app had the focus last. `giveBack` puts it there again when the focus is the editor's, or nobody's since. */
export const returnFocus = (
  page: Window,
  isOwn: (element: EventTarget | null) => boolean,
): { readonly giveBack: () => void; readonly dispose: () => void } => {
  const { document } = page;
  let last = document.activeElement;
  const onFocus = ({ target }: Event): void => {
    if (!isOwn(target) && target !== page && target !== document) last = target as Element;
  };
  page.addEventListener('focus', onFocus, { capture: true });
  return {
    giveBack: () => {
      const { activeElement } = document;
      const free = activeElement === null || activeElement === document.body || isOwn(activeElement);
      if (free && last?.isConnected && last !== document.body) (last as HTMLElement).focus({ preventScroll: true });
    },
    dispose: () => page.removeEventListener('focus', onFocus, { capture: true }),
  };
};
