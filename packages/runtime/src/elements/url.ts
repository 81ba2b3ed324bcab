/** An address that may stand in a step: https, http, mailto or relative to the page; undefined for anything else, above all scripts. */
export const safeUrl = (href: string): string | undefined => {
  try {
    return /^(https?|mailto):$/.test(new URL(href, location.href).protocol) ? href : undefined;
  } catch {
    return undefined;
  }
};

/** Does it lead away from the app? Then it opens beside it, so that the tour is not lost. */
export const isForeign = (href: string): boolean => {
  const url = new URL(href, location.href);
  return url.protocol !== 'mailto:' && url.origin !== location.origin;
};

/** Whether something may be loaded from there. */
export const isSecure = (src: string): boolean => src.startsWith('https:') && safeUrl(src) !== undefined;
