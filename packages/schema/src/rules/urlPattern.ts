/**
 * The part of the URLPattern standard (urlpattern.spec.whatwg.org) that page conditions use, without the browser's own: the same
 * answer everywhere, and few bytes. Outside it: hosts that need punycode, dot segments, user names.
 */
type Kind = 'char' | 'escaped' | 'name' | 'regexp' | '*' | '{' | '}' | '?';
type Token = readonly [kind: Kind, value: string];
/** protocol, host name, port, path, query, hash; undefined matches anything. */
export type UrlTest = (parts: readonly string[]) => boolean;

const TOKENS =
  /\\(.)|:([\p{ID_Start}$_][\p{ID_Continue}$]*)|\((?!\?)((?:\\[ -~]|[^()\\\u0080-\u{10ffff}]|\(\?(?:\\.|[^()\\])*\))+)\)|(\*)|(\{)|(\})|([+?])|([^(])/gsuy;
const KINDS = ['escaped', 'name', 'regexp', '*', '{', '}', '?', 'char'] as const;

const tokenize = (pattern: string): readonly Token[] => {
  let length = 0;
  const tokens = Array.from(pattern.matchAll(TOKENS), (match): Token => {
    length += match[0].length;
    const kind = match.slice(1).findIndex((group) => group !== undefined);
    return [KINDS[kind] as Kind, match[kind + 1] as string];
  });
  if (length < pattern.length) throw new Error('unbalanced (');
  return tokens;
};

/** The source of a regular expression for one component. `delimiter` ends a `:name`; `prefix` may belong to the group after it. */
const componentSource = (tokens: readonly Token[], delimiter: string, prefix: string): string => {
  let at = 0;
  const names = new Set<string>();
  const take = (...kinds: Kind[]): string | undefined => {
    const token = tokens[at];
    if (!token || !kinds.includes(token[0])) return undefined;
    at++;
    return token[1];
  };
  const literal = (text: string): string =>
    text
      .replace(delimiter === '/' ? /[^!-~]|["#<>?`{}^]/gu : /[^!-~]/gu, encodeURIComponent)
      .replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
  const matcher = (): string | undefined => {
    const name = take('name');
    if (name !== undefined && names.size === names.add(name).size) throw new Error('the same name twice');
    const regexp = take('regexp');
    if (regexp !== undefined) return regexp;
    if (name !== undefined) return `[^${delimiter && `\\${delimiter}`}]+?`;
    return take('*') && '.*';
  };
  const group = (before: string, inner: string | undefined, after: string): string => {
    const modifier = take('?', '*') ?? '';
    if (inner === undefined) return before + after ? `(?:${before}${after})${modifier}` : '';
    if (modifier === '' || modifier === '?') return `(?:${before}(?:${inner})${after})${modifier}`;
    return `(?:${before}(?:${inner})(?:${after}${before}(?:${inner}))*${after})${modifier === '*' ? '?' : ''}`;
  };
  const text = (): string => {
    let value = '';
    for (let next = take('char', 'escaped'); next !== undefined; next = take('char', 'escaped')) value += next;
    return literal(value);
  };
  let source = '';
  while (at < tokens.length) {
    const char = take('char');
    const inner = matcher();
    if (inner !== undefined) {
      const own = char !== undefined && char === prefix;
      source += (own ? '' : literal(char ?? '')) + group(own ? literal(prefix) : '', inner, '');
    } else if (char !== undefined) source += literal(char);
    else if (take('{') !== undefined) {
      const before = text();
      const named = matcher();
      const after = text();
      if (take('}') === undefined) throw new Error('unbalanced {');
      source += group(before, named, after);
    } else {
      const escaped = take('escaped');
      if (escaped === undefined) throw new Error('nothing to repeat');
      source += literal(escaped);
    }
  }
  return source;
};

/** The six components of a whole URL's pattern. What comes after the last one written may be anything. */
const split = (tokens: readonly Token[]): readonly (readonly Token[] | undefined)[] => {
  const parts: (Token[] | undefined)[] = [[]];
  let [part, depth] = [0, 0];
  for (let i = 0; i < tokens.length; i++) {
    const [kind, value] = tokens[i] as Token;
    const plain = kind === 'char' || kind === 'escaped';
    depth += kind === '{' ? 1 : kind === '}' ? -1 : 0;
    let next = 0;
    if (depth === 0) {
      if (part === 0) {
        if (plain && value === ':' && tokens[i + 1]?.[1] === '/' && tokens[i + 2]?.[1] === '/') next = 1;
      } else if (plain && value === ':' && part === 1) next = 2;
      else if (plain && value === '/' && part < 3) next = 3;
      else if (plain && value === '#' && part < 5) next = 5;
      else if (
        value === '?' &&
        part < 4 &&
        (plain || (kind === '?' && !['name', 'regexp', '}', '*'].includes(tokens[i - 1]?.[0] as Kind)))
      )
        next = 4;
    }
    if (!next) parts[part]?.push(tokens[i] as Token);
    else {
      // Before a query or a hash an unwritten path is "/", and before a hash an unwritten query is empty.
      if (next > 3) parts[3] ??= [['char', '/']];
      if (next > 4) parts[4] ??= [];
      parts[next] = next === 3 ? [tokens[i] as Token] : [];
      part = next;
      if (next === 1) i += 2;
    }
  }
  if (!part) throw new Error('neither a path nor a URL');
  parts[2] ??= [];
  return parts;
};

/** A test of a page: of the path alone when the pattern starts with "/" or "{/", of the whole URL otherwise. Throws on a bad pattern. */
export const urlPattern = (pattern: string): UrlTest => {
  const tokens = tokenize(pattern);
  const parts = /^\{?\//.test(pattern) ? [undefined, undefined, undefined, tokens] : split(tokens);
  const tests = Array.from(parts, (part, i) => {
    const source = part && componentSource(part, ['', '.', '', '/'][i] ?? '', i === 3 ? '/' : '');
    return source === undefined ? undefined : new RegExp(`^(?:${source})$`, i < 2 ? 'iu' : 'u');
  });
  return (url) => tests.every((test, i) => !test || test.test(url[i] as string));
};
