/** Takes `shirube=edit` out of the address without a load, so that a reload or a copied link does not open the editor again. */
export const leaveEditMode = (page: Window): void => {
  const url = new URL(page.location.href);
  if (!url.searchParams.has('shirube')) return;
  url.searchParams.delete('shirube');
  page.history.replaceState(page.history.state, '', url);
};
