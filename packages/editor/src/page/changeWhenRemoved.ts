const FIELDS = 'input,textarea';

/**
 * A field that is taken away while somebody types in it (by a shortcut that leads to another step, or folds the panel) tells what it holds
 * by a `change`, so that it is not lost. Chromium does so by itself, Firefox does not. Returns a disposer.
 */
export const changeWhenRemoved = (host: HTMLElement): (() => void) => {
  let forget = (): void => {};
  const onInput = (event: Event): void => {
    forget();
    const path = event.composedPath();
    const field = path[0];
    if (!(field instanceof HTMLElement) || !field.matches(FIELDS)) return;
    const look = new MutationObserver(() => {
      if (field.isConnected) return;
      forget();
      field.dispatchEvent(new Event('change', { bubbles: true }));
    });
    forget = () => {
      look.disconnect();
      field.removeEventListener('change', forget);
    };
    field.addEventListener('change', forget);
    for (const root of path) if (root instanceof ShadowRoot) look.observe(root, { childList: true, subtree: true });
  };
  host.addEventListener('input', onInput, { capture: true });
  return () => {
    host.removeEventListener('input', onInput, { capture: true });
    forget();
  };
};
