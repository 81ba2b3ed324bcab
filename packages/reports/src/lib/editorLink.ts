import type { TargetStep } from '@shirube/schema/report';

/** The reader's app, as an address without query and fragment; undefined when the text is no http(s) address. */
export const appAddress = (text: string): string | undefined => {
  const url = URL.parse(text.trim());
  return url && (url.protocol === 'https:' || url.protocol === 'http:') ? url.origin + url.pathname : undefined;
};

/**
 * Opens the editor over the app, on the page and the step. The page comes from an event, which anyone with the public key can send: it is set as a path,
 * so it can never lead to another host. undefined while nobody has said where the app is.
 */
export const editorLink = (
  app: string,
  { page, tourId, stepId }: Pick<TargetStep, 'page' | 'tourId' | 'stepId'>,
): string | undefined => {
  const address = appAddress(app);
  if (address === undefined) return undefined;
  const url = new URL(address);
  if (page !== null) url.pathname = page;
  url.searchParams.set('shirube', 'edit');
  url.searchParams.set('shirube-step', `${tourId}/${stepId}`);
  return url.href;
};
