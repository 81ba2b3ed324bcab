import type { Disposer } from '../ports.ts';

/** Someone who typed this recently is still typing. */
export const TYPING_MS = 5000;
export type Busy = 'typing' | 'dialog_open';

/** Whether this is a bad moment for a guide that nobody asked for. */
export interface BusyWatch {
  why(): Busy | undefined;
  dispose: Disposer;
}

/** A dialog that holds the page: native, or one that says so. */
const DIALOGS = ':modal,[aria-modal="true"]';

/** `onFree` is called when the reason that `why` last gave may be gone. */
export const watchBusy = (onFree: () => void): BusyWatch => {
  const stop = new AbortController();
  let typedAt = Number.NEGATIVE_INFINITY;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let observer: MutationObserver | undefined;
  document.addEventListener(
    'input',
    () => {
      typedAt = performance.now();
    },
    { capture: true, passive: true, signal: stop.signal },
  );
  const dialogOpen = (): boolean =>
    [...document.querySelectorAll(DIALOGS)].some((dialog) => dialog.checkVisibility?.() !== false);
  const waitForDialog = (): void => {
    observer ??= new MutationObserver(() => {
      if (dialogOpen()) return;
      observer?.disconnect();
      observer = undefined;
      onFree();
    });
    observer.observe(document, { subtree: true, childList: true, attributes: true });
  };
  return {
    why() {
      clearTimeout(timer);
      const left = typedAt + TYPING_MS - performance.now();
      if (left > 0) {
        timer = setTimeout(onFree, left);
        return 'typing';
      }
      if (!dialogOpen()) return undefined;
      waitForDialog();
      return 'dialog_open';
    },
    dispose() {
      stop.abort();
      clearTimeout(timer);
      observer?.disconnect();
    },
  };
};
