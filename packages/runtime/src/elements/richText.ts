import type { Block, Inline, Mark, RichText } from '@shirube/schema/tour';
import { type Child, h } from './h.ts';
import type { MoreDrawing } from './moreDrawing.ts';
import { isForeign, safeUrl } from './url.ts';

export interface TextContext {
  /** Values for variables; dot paths allowed. */
  readonly traits: Readonly<Record<string, unknown>>;
  /** The level of headings in the page's outline: 3 under a title, else 2. */
  readonly heading: number;
  /** The word for a video's link when it has no title. */
  readonly video: string;
  readonly more: MoreDrawing | undefined;
}

/** A step's body. Text stays text: there is no way from a document to an HTML string. Unknown nodes are left out. */
export const richText = (body: RichText | undefined, context: TextContext): readonly Child[] =>
  (body?.content ?? []).map((node) => block(node, context));

export const block = (node: Block, context: TextContext): Child =>
  node.type === 'paragraph' ? h('p', {}, inline(node.content, context)) : context.more?.block(node, context);

/** Opens beside the app, which learns nothing of it. */
export const BESIDE = { target: '_blank', rel: 'noopener noreferrer' };

export const inline = (nodes: readonly Inline[] | undefined, context: TextContext): readonly Child[] =>
  (nodes ?? []).map((node) => {
    switch (node.type) {
      case 'text':
        return marked(node.text, node.marks);
      case 'variable':
        return marked(lookUp(context.traits, node.attrs.attribute) ?? node.attrs.fallback, node.marks);
      case 'hardBreak':
        return h('br', {});
      default:
        return undefined;
    }
  });

const marked = (text: Child, marks: readonly Mark[] | undefined): Child => (marks ?? []).reduce(mark, text);

const TAGS = { bold: 'strong', italic: 'em', code: 'code' } as const;

const mark = (inner: Child, { type, ...rest }: Mark): Child => {
  if (type !== 'link') return Object.hasOwn(TAGS, type) ? h(TAGS[type], {}, inner) : inner;
  const href = 'attrs' in rest ? safeUrl(rest.attrs.href) : undefined;
  if (href === undefined) return inner;
  return h('a', { part: 'link', href, ...(isForeign(href) ? BESIDE : {}) }, inner);
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
