/** The first of `wanted` and its parents (fr-CA, fr) that is among `available`, compared without case; else `fallback`. */
export const pickLocale = (wanted: string, available: readonly string[], fallback: string): string => {
  for (let tag = wanted.toLowerCase(); tag; tag = tag.slice(0, Math.max(0, tag.lastIndexOf('-')))) {
    const found = available.find((locale) => locale.toLowerCase() === tag);
    if (found) return found;
  }
  return fallback;
};
