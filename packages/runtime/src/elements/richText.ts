import type { Block, Inline, Mark, RichText } from '@shirube/schema/tour';
import { html, nothing, type TemplateResult } from 'lit';
import { isForeign, safeUrl } from './url.ts';

export interface TextContext {
  /** Values for variables; dot paths allowed. */
  readonly traits: Readonly<Record<string, unknown>>;
  /** The level of headings in the page's outline: 3 under a title, else 2. */
  readonly heading: number;
  /** The word for a video's link when it has no title. */
  readonly video: string;
}
type Piece = TemplateResult | string | typeof nothing;

/** A step's body as templates. Text stays text: there is no way from a document to an HTML string. Unknown nodes are left out. */
export const richText = (body: RichText | undefined, context: TextContext): readonly Piece[] =>
  (body?.content ?? []).map((node) => block(node, context));

const block = (node: Block, context: TextContext): Piece => {
  switch (node.type) {
    case 'paragraph':
      return html`<p>${inline(node.content, context)}</p>`;
    case 'heading':
      // One level under the title whatever the author's level, so that no level is left out; the two differ in looks.
      return html`<div part="heading" role="heading" aria-level=${context.heading} class=${`h${node.attrs.level}`}>${inline(node.content, context)}</div>`;
    case 'bulletList':
      return html`<ul>${node.content.map((item) => html`<li>${item.content.map((it) => block(it, context))}</li>`)}</ul>`;
    case 'orderedList':
      return html`<ol start=${node.attrs?.start ?? 1}>${node.content.map((item) => html`<li>${item.content.map((it) => block(it, context))}</li>`)}</ol>`;
    case 'image': {
      const { src, alt, width, height } = node.attrs;
      // The size goes in as attributes, so that the room is kept before the image arrives.
      return src.startsWith('https:') && safeUrl(src)
        ? html`<img part="image" src=${src} alt=${alt} width=${width ?? nothing} height=${height ?? nothing} referrerpolicy="no-referrer">`
        : nothing;
    }
    case 'video': {
      const { src, title } = node.attrs;
      // A link, not a player: nothing foreign runs in the app, and no host has to be allowed in its policy.
      return src.startsWith('https:') && safeUrl(src)
        ? html`<a part="video" href=${src} target="_blank" rel="noopener noreferrer"><svg viewBox="0 0 16 16" aria-hidden="true"><path d="M5 3v10l8-5z"/></svg>${title || context.video}</a>`
        : nothing;
    }
    default:
      return nothing;
  }
};

const inline = (nodes: readonly Inline[] | undefined, context: TextContext): readonly Piece[] =>
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
