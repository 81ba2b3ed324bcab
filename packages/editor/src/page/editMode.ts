/** Where the loader remembers, for this tab, that someone asked to edit. */
const NAME = 'shirube';

/** Takes `shirube=edit` out of the address, without a load, and out of the tab's memory, so that no reload or copied link opens the editor again. */
export const leaveEditMode = (page: Window, storage: () => Storage): void => {
  try {
    storage().removeItem(NAME);
  } catch {
    // Refused storage remembered nothing.
  }
  const url = new URL(page.location.href);
  if (!url.searchParams.has('shirube')) return;
  url.searchParams.delete('shirube');
  page.history.replaceState(page.history.state, '', url);
};
