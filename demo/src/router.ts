/** History-API navigation: links within the product become navigations without a load. Returns the disposer. */
export const followLinks = (navigate: (path: string) => void): (() => void) => {
  const onClick = (event: MouseEvent): void => {
    if (event.defaultPrevented || event.button !== 0) return;
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const link = event.composedPath().find((node): node is HTMLAnchorElement => node instanceof HTMLAnchorElement);
    if (link === undefined || !isInside(link)) return;
    event.preventDefault();
    navigate(link.pathname + link.search);
  };
  document.addEventListener('click', onClick);
  return () => document.removeEventListener('click', onClick);
};

/** Hash links stay the browser's; a link that opens the editor must load the page, because the loader reads its query then. */
const isInside = (link: HTMLAnchorElement): boolean => {
  const url = new URL(link.href);
  if (url.origin !== location.origin || link.target !== '') return false;
  return url.hash === '' && !url.searchParams.has('shirube');
};
