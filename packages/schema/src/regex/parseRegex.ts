/** A regular expression as a tree. Lookarounds stand apart: they are asked at one place and take nothing. */
export type Node =
  | { readonly type: 'atom'; readonly source: string }
  | { readonly type: 'empty' }
  | { readonly type: 'sequence'; readonly parts: readonly Node[] }
  | { readonly type: 'choice'; readonly parts: readonly Node[] }
  | { readonly type: 'repeat'; readonly part: Node; readonly min: number; readonly max: number };
export interface Regex {
  readonly root: Node;
  readonly lookarounds: readonly Node[];
  readonly hasBackreference: boolean;
  /** Whether every match begins where the text does. */
  readonly anchored: boolean;
}

const ESCAPE =
  /\\(?:p\{[^}]*\}|P\{[^}]*\}|u\{[^}]*\}|u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|c[A-Za-z]|k<[^>]*>|[1-9]\d*|.)/suy;
const CLASS = /\[(?:\\.|[^\]\\])*\]/suy;
const OPEN = /\((\?(?:[:=!]|<[=!]|<[^>]*>|[a-z-]*:))?/suy;
const QUANTIFIER = /(?:([*+?])|\{(\d+)(,(\d*))?\})\??/suy;
const EMPTY: Node = { type: 'empty' };

/** Reads a source that the engine (flag u) has accepted. */
export const parseRegex = (source: string): Regex => {
  let at = 0;
  let hasBackreference = false;
  const lookarounds: Node[] = [];
  const take = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const found = pattern.exec(source);
    if (found) at += found[0].length;
    return found;
  };
  const atom = (): Node => {
    const open = take(OPEN);
    if (open) {
      const inside = choice();
      at++; // the closing parenthesis
      if (!/^\?<?[=!]/.test(open[1] ?? '')) return inside;
      lookarounds.push(inside);
      return EMPTY;
    }
    const escaped = take(ESCAPE)?.[0];
    if (escaped === '\\b' || escaped === '\\B') return EMPTY;
    if (escaped !== undefined) {
      if (/^\\(?:k<|[1-9])/.test(escaped)) hasBackreference = true;
      return { type: 'atom', source: escaped };
    }
    const set = take(CLASS)?.[0];
    if (set !== undefined) return { type: 'atom', source: set };
    const char = String.fromCodePoint(source.codePointAt(at) ?? 0);
    at += char.length;
    return char === '^' || char === '$' ? EMPTY : { type: 'atom', source: char };
  };
  const sequence = (): Node => {
    const parts: Node[] = [];
    while (at < source.length && source[at] !== '|' && source[at] !== ')') {
      const part = atom();
      const found = take(QUANTIFIER);
      if (!found) parts.push(part);
      else {
        const [, sign, least, comma, most] = found;
        const min = sign ? (sign === '+' ? 1 : 0) : Number(least);
        const max = sign
          ? sign === '?'
            ? 1
            : Number.POSITIVE_INFINITY
          : !comma
            ? min
            : most
              ? Number(most)
              : Number.POSITIVE_INFINITY;
        parts.push({ type: 'repeat', part, min, max });
      }
    }
    return { type: 'sequence', parts };
  };
  const choice = (): Node => {
    const parts = [sequence()];
    while (source[at] === '|') {
      at++;
      parts.push(sequence());
    }
    return parts.length === 1 && parts[0] ? parts[0] : { type: 'choice', parts };
  };
  const root = choice();
  return { root, lookarounds, hasBackreference, anchored: source.startsWith('^') && root.type !== 'choice' };
};
