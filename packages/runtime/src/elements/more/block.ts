import type { Block } from '@shirube/schema/tour';
import { html, nothing } from 'lit/html.js';
import { inline, type Piece, block as plainBlock, type TextContext } from '../richText.ts';
import { safeUrl } from '../url.ts';

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
    case 'image': {
      const { src, alt, width, height } = node.attrs;
      // The size goes in as attributes, so that the room is kept before the image arrives.
      return isSecure(src)
        ? html`<img part="image" referrerpolicy="no-referrer" src=${src} alt=${alt} width=${width ?? nothing} height=${height ?? nothing}>`
        : nothing;
    }
    case 'video': {
      const { src, title } = node.attrs;
      // A link, not a player: nothing foreign runs in the app, and no host has to be allowed in its policy.
      return isSecure(src)
        ? html`<a part="video" href=${src} target="_blank" rel="noopener noreferrer"><svg viewBox="0 0 16 16" aria-hidden="true"><path d="M5 3v10l8-5z" /></svg>${title || context.video}</a>`
        : nothing;
    }
    default:
      return nothing;
  }
};

const items = (list: Extract<Block, { type: 'bulletList' }>['content'], context: TextContext): readonly Piece[] =>
  list.map((item) => html`<li>${item.content.map((it) => plainBlock(it, context))}</li>`);

const isSecure = (src: string): boolean => src.startsWith('https:') && safeUrl(src) !== undefined;
