import type { Inline } from '@shirube/schema/richText';
import { nest, type Piece } from './inlines.ts';
import { fromMarkup, variableMarkup } from './markup.ts';

/** A mark, a variable or a break, under the number that stands for it in an XLIFF file. */
export type Code = Exclude<Piece, { readonly is: 'text' }>;

/** The codes of one text: those of the original are numbered as they come, and the same code in the translation has the same number. */
export interface Codes {
  readonly source: readonly Piece[];
  readonly target: readonly Piece[];
  readonly idOf: ReadonlyMap<Piece, string>;
  readonly byId: ReadonlyMap<string, Code>;
}

/** What a code is, whatever it holds. */
export const codeKey = (code: Code): string => {
  if (code.is === 'break') return 'break';
  if (code.is === 'variable') return variableMarkup(code.attribute, code.fallback);
  return code.mark.type === 'link' ? `link ${code.mark.attrs.href}` : code.mark.type;
};

const codesIn = (pieces: readonly Piece[]): readonly Code[] =>
  pieces.flatMap((piece) =>
    piece.is === 'text' ? [] : [piece, ...(piece.is === 'mark' ? codesIn(piece.pieces) : [])],
  );

/** From the markups of both. */
export const numberCodes = (source: string, target: string): Codes => {
  const [from, to] = [source, target].map((markup) => nest(fromMarkup(markup).content as readonly Inline[])) as [
    readonly Piece[],
    readonly Piece[],
  ];
  const idOf = new Map<Piece, string>();
  const byId = new Map<string, Code>();
  const free = new Map<string, string[]>();
  const give = (code: Code, id: string): void => {
    idOf.set(code, id);
    byId.set(id, code);
  };
  for (const code of codesIn(from)) {
    const id = String(byId.size + 1);
    give(code, id);
    free.set(codeKey(code), [...(free.get(codeKey(code)) ?? []), id]);
  }
  for (const code of codesIn(to)) {
    const known = free.get(codeKey(code))?.shift();
    if (known === undefined) give(code, String(byId.size + 1));
    else idOf.set(code, known);
  }
  return { source: from, target: to, idOf, byId };
};
