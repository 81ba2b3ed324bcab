import { httpsHost } from '@shirube/schema/video';

const HAS_SCHEME = /^[a-z][a-z0-9+.-]*:/i;

/**
 * An address that a step may lead to, as an author types it: https, http, mailto or relative to the page. What looks like a site or like a
 * person gets what was left out. Undefined for anything else, above all scripts.
 */
export const linkOf = (typed: string): string | undefined => {
  const text = typed.trim();
  if (text === '' || text.length > 2000 || /[\p{Cc}\s\\]/u.test(text)) return undefined;
  if (/^https?:\/\/[^/?#]/i.test(text) || /^mailto:[^?]/i.test(text)) return text;
  if (/^(?:\/(?!\/)|[?#.])/.test(text)) return text;
  if (/^[^/?#@:]+@[^/?#@:]+\.[^/?#@:]+$/.test(text)) return `mailto:${text}`;
  if (/^(?:[\p{L}\d-]+\.)+\p{L}{2,}(?::\d+)?(?:[/?#]|$)/u.test(text) && !/\.html?$/i.test(text))
    return `https://${text}`;
  return !HAS_SCHEME.test(text) && /^[^/:?#]+(?:[/?#]|$)/.test(text) ? text : undefined;
};

/** An address that a picture may come from: https, without a user's name. */
export const secureOf = (typed: string): string | undefined => {
  const text = typed.trim();
  return text.length <= 2000 && httpsHost(text) !== undefined ? text : undefined;
};
