import type { Block } from '@shirube/schema/tour';
import { html, nothing } from 'lit/html.js';
import { inline, type Piece, block as plainBlock, type TextContext } from '../richText.ts';
import { image } from './image.ts';
import { video } from './video.ts';

/** Any block of rich text but a paragraph. */
export const block = (node: Block, context: TextContext): Piece => {
  switch (node.type) {
    case 'heading':
      // One level under the title whatever the author's level, so that no level is left out; the two differ in looks.
      return html`<div part="heading" role="heading" aria-level=${context.heading} class="h${node.attrs.level}">${inline(node.content, context)}</div>`;
    case 'bulletList':
      return html`<ul>${items(node.content, context)}</ul>`;
    case 'orderedList':
      return html`<ol start=${node.attrs?.start ?? nothing}>${items(node.content, context)}</ol>`;
    case 'image':
      return image(node.attrs);
    case 'video':
      return video(node.attrs, context);
    default:
      return nothing;
  }
};

const items = (list: Extract<Block, { type: 'bulletList' }>['content'], context: TextContext): readonly Piece[] =>
  list.map((item) => html`<li>${item.content.map((it) => plainBlock(it, context))}</li>`);
