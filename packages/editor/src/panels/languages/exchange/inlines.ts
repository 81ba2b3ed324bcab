import type { Inline, Mark } from '@shirube/schema/richText';

/** A line of text as a tree: what a mark holds is inside it, and marks stand in one order. */
export type Piece =
  | { readonly is: 'text'; readonly text: string }
  | { readonly is: 'break' }
  | { readonly is: 'variable'; readonly attribute: string; readonly fallback: string }
  | { readonly is: 'mark'; readonly mark: Mark; readonly pieces: readonly Piece[] };

const ORDER: readonly Mark['type'][] = ['link', 'bold', 'italic', 'code'];

const markKey = (mark: Mark): string => (mark.type === 'link' ? `link ${mark.attrs.href}` : mark.type);

const sorted = (marks: readonly Mark[]): readonly Mark[] =>
  ORDER.flatMap((type) => marks.find((mark) => mark.type === type) ?? []);

const marksOf = (inline: Inline): readonly Mark[] => (inline.type === 'hardBreak' ? [] : (inline.marks ?? []));

const sameMarks = (a: readonly Mark[], b: readonly Mark[]): boolean =>
  a.length === b.length && a.every((mark, i) => markKey(mark) === markKey(b[i] as Mark));

/**
 * The same line with one way to write it: marks in one order and one of each kind, neighbours with the same marks joined, no empty text, and a
 * space for a line end inside a text, which is how it is shown.
 */
export const tidy = (inlines: readonly Inline[]): readonly Inline[] => {
  const out: Inline[] = [];
  for (const inline of inlines) {
    if (inline.type === 'hardBreak') {
      out.push(inline);
      continue;
    }
    const marks = sorted(marksOf(inline));
    const last = out.at(-1);
    if (inline.type === 'text') {
      const text = (inline.text ?? '').replace(/[\r\n]+/g, ' ');
      if (text === '') continue;
      if (last?.type === 'text' && sameMarks(marksOf(last), marks))
        out[out.length - 1] = withMarks({ type: 'text', text: last.text + text }, marks);
      else out.push(withMarks({ type: 'text', text }, marks));
    } else out.push(withMarks({ type: 'variable', attrs: inline.attrs }, marks));
  }
  return out;
};

const withMarks = <T extends Inline>(inline: T, marks: readonly Mark[]): T =>
  marks.length === 0 ? inline : { ...inline, marks };

const piece = (inline: Inline): Piece => {
  if (inline.type === 'hardBreak') return { is: 'break' };
  if (inline.type === 'text') return { is: 'text', text: inline.text };
  return { is: 'variable', attribute: inline.attrs.attribute, fallback: inline.attrs.fallback };
};

const nestFrom = (inlines: readonly Inline[], depth: number): readonly Piece[] => {
  const out: Piece[] = [];
  for (let from = 0; from < inlines.length; ) {
    const first = inlines[from] as Inline;
    const mark = marksOf(first)[depth];
    let to = from + 1;
    if (mark === undefined) out.push(piece(first));
    else {
      while (to < inlines.length && isMarked(inlines[to], depth, mark)) to += 1;
      out.push({ is: 'mark', mark, pieces: nestFrom(inlines.slice(from, to), depth + 1) });
    }
    from = to;
  }
  return out;
};
const isMarked = (inline: Inline | undefined, depth: number, mark: Mark): boolean => {
  const own = inline && marksOf(inline)[depth];
  return own !== undefined && markKey(own) === markKey(mark);
};

export const nest = (inlines: readonly Inline[]): readonly Piece[] => nestFrom(tidy(inlines), 0);
