/** Where the loader remembers, for this tab, that someone asked to edit. */
const NAME = 'shirube';
/** In the address: the tour and the step on which to open, `first-invoice/send`. */
const STEP = 'shirube-step';

/** Where the address asks the editor to open. */
interface WantedStep {
  readonly tourId: string;
  readonly stepId: string;
}

export const wantedStep = (page: Window): WantedStep | undefined => {
  const [tourId, stepId] = new URL(page.location.href).searchParams.get(STEP)?.split('/') ?? [];
  return tourId && stepId ? { tourId, stepId } : undefined;
};

/** Takes `shirube=edit` out of the address, without a load, and out of the tab's memory, so that no reload or copied link opens the editor again. */
export const leaveEditMode = (page: Window, storage: () => Storage): void => {
  try {
    storage().removeItem(NAME);
  } catch {
    // Refused storage remembered nothing.
  }
  const url = new URL(page.location.href);
  if (!url.searchParams.has(NAME) && !url.searchParams.has(STEP)) return;
  url.searchParams.delete(NAME);
  url.searchParams.delete(STEP);
  page.history.replaceState(page.history.state, '', url);
};
