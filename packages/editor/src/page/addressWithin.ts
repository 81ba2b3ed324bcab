/** What a path pattern is made of besides letters that stand for themselves. */
const PATTERN = /[:*()?]/;

/** The address to which a step's page leads, where it names exactly one and that is of this app: a draft may come from anywhere. */
export const addressWithin = (
  pattern: unknown,
  { href, origin }: Pick<Location, 'href' | 'origin'>,
): string | undefined => {
  if (typeof pattern !== 'string' || !pattern.startsWith('/') || PATTERN.test(pattern)) return undefined;
  if (!URL.canParse(pattern, href)) return undefined;
  const url = new URL(pattern, href);
  return url.origin === origin ? url.href : undefined;
};
