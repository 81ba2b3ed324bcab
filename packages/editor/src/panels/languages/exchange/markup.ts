import type { Inline, Mark } from '@shirube/schema/richText';
import { nest, type Piece, tidy } from './inlines.ts';

/**
 * One line of rich text as people can read and write it in a cell: `**bold**`, `*italic*`, `` `code` ``, `[text](address)`,
 * `{attribute|fallback}`, a line end for a break, and a backslash before a sign that is meant as itself.
 */
export const toMarkup = (inlines: readonly Inline[] | undefined): string => print(nest(inlines ?? []));

export const variableMarkup = (attribute: string, fallback: string): string => {
  const escaped = [attribute, fallback].map((part) => part.replace(/[\\{}|]/g, '\\$&').replace(/[\r\n]+/g, ' '));
  return `{${fallback === '' ? escaped[0] : escaped.join('|')}}`;
};

const SIGNS = { bold: '**', italic: '*', code: '`' } as const;
const print = (pieces: readonly Piece[]): string => pieces.map(printOne).join('');
const printOne = (piece: Piece): string => {
  switch (piece.is) {
    case 'text':
      return piece.text.replace(/[\\*`[\]{}]/g, '\\$&');
    case 'break':
      return '\n';
    case 'variable':
      return variableMarkup(piece.attribute, piece.fallback);
    case 'mark': {
      const inner = print(piece.pieces);
      if (piece.mark.type === 'link') return `[${inner}](${piece.mark.attrs.href.replace(/[\\()]/g, '\\$&')})`;
      const sign = SIGNS[piece.mark.type];
      return sign + inner + sign;
    }
  }
};

interface Open {
  readonly type: Mark['type'];
  /** How it was written: stands as text when it is never closed. */
  readonly sign: string;
  closed: boolean;
  href: string;
}
interface Part {
  readonly inside: readonly Open[];
  readonly inline?: Inline;
  readonly opens?: Open;
}

/** Marks that are open at once. A text that opens more means them as signs, or is meant to keep us busy. */
const MAX_OPEN = 16;

/** What a markup means. `stray`: signs that were opened and not closed; they stand as plain characters. */
export const fromMarkup = (
  markup: string,
): { readonly content: readonly Inline[]; readonly stray: readonly string[] } => {
  const parts: Part[] = [];
  const stack: Open[] = [];
  const source = markup.replace(/\r\n?/g, '\n');
  const text = (value: string): void => {
    parts.push({ inside: [...stack], inline: { type: 'text', text: value } });
  };
  const toggle = (type: Mark['type'], sign: string): void => {
    const open = stack.findLast((it) => it.type === type);
    if (open) close(open);
    else push(type, sign);
  };
  const push = (type: Mark['type'], sign: string): void => {
    if (stack.length >= MAX_OPEN) {
      text(sign);
      return;
    }
    const open: Open = { type, sign, closed: false, href: '' };
    parts.push({ inside: [...stack], opens: open });
    stack.push(open);
  };
  const close = (open: Open): void => {
    open.closed = true;
    stack.splice(stack.indexOf(open), 1);
  };
  for (let at = 0; at < source.length; ) {
    const sign = source[at] as string;
    const rest = source.slice(at, at + 2200);
    let length = 1;
    const link = sign === ']' ? stack.findLast((it) => it.type === 'link') : undefined;
    const address = link && /^\]\(((?:\\.|[^\\()\n])*)\)/.exec(rest);
    const variable = sign === '{' ? /^\{((?:\\.|[^\\{}|\n])+)(?:\|((?:\\.|[^\\{}|\n])*))?\}/.exec(rest) : null;
    if (sign === '\\' && /[\\*`[\]{}|()]/.test(source[at + 1] ?? '')) {
      text(source[at + 1] as string);
      length = 2;
    } else if (sign === '\n') parts.push({ inside: [], inline: { type: 'hardBreak' } });
    else if (variable) {
      const [attribute, fallback] = [variable[1] ?? '', variable[2] ?? ''].map(plain) as [string, string];
      parts.push({ inside: [...stack], inline: { type: 'variable', attrs: { attribute, fallback } } });
      length = variable[0].length;
    } else if (link && address) {
      link.href = plain(address[1] ?? '');
      close(link);
      length = address[0].length;
    } else if (sign === '[') push('link', '[');
    else if (sign === '`') toggle('code', '`');
    else if (sign === '*' && stack.at(-1)?.type !== 'italic' && source[at + 1] === '*') {
      toggle('bold', '**');
      length = 2;
    } else if (sign === '*') toggle('italic', '*');
    else {
      length = /^[^\\\n{}[\]`*]*/.exec(rest)?.[0].length || 1;
      text(source.slice(at, at + length));
    }
    at += length;
  }
  return { content: tidy(parts.flatMap(settle)), stray: stack.map(({ sign }) => sign) };
};

const plain = (escaped: string): string => escaped.replace(/\\([\s\S])/g, '$1');

const settle = ({ inside, inline, opens }: Part): readonly Inline[] => {
  const marks = inside.flatMap((open) => (open.closed ? [toMark(open)] : []));
  if (opens) return opens.closed ? [] : [{ type: 'text', text: opens.sign, marks }];
  if (!inline) return [];
  return [inline.type === 'hardBreak' ? inline : { ...inline, marks }];
};
const toMark = ({ type, href }: Open): Mark => (type === 'link' ? { type, attrs: { href } } : { type });
