/** The public key of the script tag that belongs to the server at `origin`; undefined when the page has no such tag. */
export const findKey = (page: Document, origin: string): string | undefined => {
  const tags = [...page.querySelectorAll<HTMLScriptElement>('script[data-key]')];
  const own = tags.find(({ dataset, src }) => originOf(dataset.endpoint ?? src, page) === origin);
  return own?.dataset.key;
};

const originOf = (address: string, page: Document): string | undefined =>
  URL.canParse(address, page.baseURI) ? new URL(address, page.baseURI).origin : undefined;
