import type { Block, Inline, Mark, RichText } from '@shirube/schema/tour';
import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { MoreDrawing } from './moreDrawing.ts';
import { isForeign, safeUrl } from './url.ts';

export interface TextContext {
  /** Values for variables; dot paths allowed. */
  readonly traits: Readonly<Record<string, unknown>>;
  /** The level of headings in the page's outline: 3 under a title, else 2. */
  readonly heading: number;
  /** BCP 47; of the text, and of our own words in it. */
  readonly locale: string;
  readonly more: MoreDrawing | undefined;
}

export type Piece = TemplateResult | Node | string | typeof nothing;

/** A step's body as templates. Text stays text: there is no way from a document to an HTML string. Unknown nodes are left out. */
export const richText = (body: RichText | undefined, context: TextContext): readonly Piece[] =>
  (body?.content ?? []).map((node) => block(node, context));

export const block = (node: Block, context: TextContext): Piece =>
  node.type === 'paragraph'
    ? html`<p>${inline(node.content, context)}</p>`
    : (context.more?.block(node, context) ?? nothing);

export const inline = (nodes: readonly Inline[] | undefined, context: TextContext): readonly Piece[] =>
  (nodes ?? []).map((node) => {
    switch (node.type) {
      case 'text':
        return marked(node.text, node.marks);
      case 'variable':
        return marked(lookUp(context.traits, node.attrs.attribute) ?? node.attrs.fallback, node.marks);
      case 'hardBreak':
        return html`<br>`;
      default:
        return nothing;
    }
  });

const marked = (text: Piece, marks: readonly Mark[] | undefined): Piece => (marks ?? []).reduce(mark, text);

const mark = (inner: Piece, { type, ...rest }: Mark): Piece => {
  switch (type) {
    case 'bold':
      return html`<strong>${inner}</strong>`;
    case 'italic':
      return html`<em>${inner}</em>`;
    case 'code':
      return html`<code>${inner}</code>`;
    case 'link': {
      const href = 'attrs' in rest ? safeUrl(rest.attrs.href) : undefined;
      if (href === undefined) return inner;
      return isForeign(href)
        ? html`<a part="link" href=${href} target="_blank" rel="noopener noreferrer">${inner}</a>`
        : html`<a part="link" href=${href}>${inner}</a>`;
    }
    default:
      return inner;
  }
};

/** A trait as text, by dot path. Own properties only, so that `constructor` is not a trait. */
const lookUp = (traits: unknown, path: string): string | undefined => {
  let value = traits;
  for (const key of path.split('.')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Readonly<Record<string, unknown>>)[key];
  }
  return (typeof value === 'string' && value !== '') || typeof value === 'number' ? String(value) : undefined;
};
