/** The Navigation API, where the browser has it; TypeScript's DOM types may not. */
interface NavigationLike {
  addEventListener(type: 'currententrychange', listener: () => void): void;
  removeEventListener(type: 'currententrychange', listener: () => void): void;
}

/** Calls back when the page's address changes without a load. Patches nothing of the app's. Returns a disposer. */
export const watchAddress = (page: Window, onChange: () => void): (() => void) => {
  let last = page.location.href;
  const look = (): void => {
    if (page.location.href === last) return;
    last = page.location.href;
    onChange();
  };
  const { navigation } = page as Window & { readonly navigation?: NavigationLike };
  navigation?.addEventListener('currententrychange', look);
  page.addEventListener('popstate', look);
  page.addEventListener('hashchange', look);
  // A browser without the Navigation API does not tell of pushState: a look at the next click or key is soon enough.
  if (navigation === undefined) for (const type of ['click', 'keyup']) page.addEventListener(type, look, true);
  return () => {
    navigation?.removeEventListener('currententrychange', look);
    page.removeEventListener('popstate', look);
    page.removeEventListener('hashchange', look);
    for (const type of ['click', 'keyup']) page.removeEventListener(type, look, true);
  };
};
