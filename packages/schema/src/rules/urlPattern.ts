/**
 * The part of the URLPattern standard (urlpattern.spec.whatwg.org) that page conditions use, without the browser's own: the same
 * answer everywhere, and few bytes. Outside it: hosts in punycode, dot segments, user names, names beyond ASCII, groups that reach over two parts of a URL.
 */

/** Gets protocol, host name, port, path, query, hash. */
export type UrlTest = (parts: readonly string[]) => boolean;

const NAME = /:[a-zA-Z$_][\w$]*/.source;
const REGEXP = /\((?!\?)(?:\\.|[^()\\]|\(\?(?:\\.|[^()\\])*\))+\)/.source;
const MATCHER = `(${NAME}(?:${REGEXP})?|${REGEXP}|\\*)`;
const TEXT = /((?:\\.|[^\\{}():*+?])*)/.source;
/** `{before matcher after}modifier`, `/matcher modifier`, an escaped character, or a character. */
const PART = new RegExp(String.raw`\{${TEXT}${MATCHER}?${TEXT}\}([?+*]?)|(\/?)${MATCHER}([?+*]?)|\\(.)|(.)`, 'gsu');
/** A "?" begins the query unless it repeats what stands before it. */
const WHOLE = new RegExp(
  String.raw`^([^/]+):\/\/((?:[)}*]\?|[^/?#])*?)(?::([\d*]+))?(\/(?:\\.|[)}*]\?|${NAME}\??|[^?#\\])*)?(?:\?([^#]*))?(?:#(.*))?$`,
  'su',
);

/** The source of a regular expression for one component. `delimiter` ends a `:name`; "/" belongs to the group after it. */
const componentSource = (pattern: string, delimiter: string): string => {
  const literal = (text = ''): string =>
    text
      .replace(/\\(.)/gsu, '$1')
      .replace(/[^!-~]|["#<>`{}^]/gu, encodeURIComponent)
      .replace(/[.*+?$()|[\]\\/]/g, '\\$&');
  return pattern.replace(PART, (_, before, braced, after, repeat, slash, matcher, modifier, escaped, char) => {
    if (/[({}:+?]/.test(char)) throw char;
    const named = braced ?? matcher ?? '';
    const inner = named === '*' ? '(.*)' : named.replace(/^:[a-zA-Z$_][\w$]*/, '') || (named && `([^${delimiter}]+?)`);
    // The "/" before a group comes and goes with it, but only in a path.
    const outside = delimiter === '/' ? '' : (slash ?? '');
    return `${outside}(?:${literal(before ?? (outside ? '' : slash))}${inner}${literal(after ?? escaped ?? char)})${repeat ?? modifier ?? ''}`;
  });
};

/** The sources of the regular expressions for each part of a URL; undefined for what may be anything. Throws on a bad pattern. */
export const patternSources = (pattern: string): readonly (string | undefined)[] => {
  const isPath = /^\{?\//.test(pattern);
  const [, ...parts] = isPath
    ? [undefined, undefined, undefined, undefined, pattern]
    : (WHOLE.exec(pattern) as RegExpExecArray);
  if (!isPath) {
    parts[2] ??= '';
    // Before a query or a hash an unwritten path is "/", and before a hash an unwritten query is empty; after the last may be anything.
    if (parts[5] !== undefined) parts[4] ??= '';
    if (parts[4] !== undefined) parts[3] ??= '/';
  }
  return parts.map((part, i) =>
    part !== undefined ? `^(?:${componentSource(part, ['', '.', '', '/'][i] ?? '')})$` : part,
  );
};

/** A test of a page: of the path alone when the pattern starts with "/" or "{/", of the whole URL otherwise. Throws on a bad pattern. */
export const urlPattern = (pattern: string): UrlTest => {
  const tests = patternSources(pattern).map((source, i) => new RegExp(source ?? '', i < 2 ? 'iu' : 'u'));
  return (url) => tests.every((test, i) => test.test(url[i] as string));
};
