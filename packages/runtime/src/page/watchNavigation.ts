import type { Disposer } from '../ports.ts';

/**
 * Calls `onChange` after the page's URL changed without a load. The Navigation API tells it where there is one; elsewhere `history` is
 * wrapped, and given back on disposal, unless someone else wrapped it after us: then ours stays in the chain and does nothing.
 */
export const watchNavigation = (onChange: () => void): Disposer => {
  const disposed = new AbortController();
  const { signal } = disposed;
  let url = location.href;
  const check = (): void => {
    if (signal.aborted || url === location.href) return;
    url = location.href;
    onChange();
  };
  const undo: Disposer[] = [];
  const { navigation } = window as { navigation?: EventTarget };
  if (navigation) navigation.addEventListener('currententrychange', check, { signal });
  else {
    for (const name of ['pushState', 'replaceState'] as const) {
      const original = history[name];
      const own = Object.hasOwn(history, name);
      const wrapped: typeof original = function (this: History, ...args) {
        original.apply(this, args);
        check();
      };
      history[name] = wrapped;
      undo.push(() => {
        if (history[name] !== wrapped) return;
        if (own) history[name] = original;
        else Reflect.deleteProperty(history, name);
      });
    }
    for (const type of ['popstate', 'hashchange']) addEventListener(type, check, { signal });
  }
  return () => {
    disposed.abort();
    for (const each of undo.splice(0)) each();
  };
};
