import type { Block } from '@shirube/schema/tour';
import { type Child, h, icon } from '../h.ts';
import { BESIDE, inline, block as plainBlock, type TextContext } from '../richText.ts';
import { safeUrl } from '../url.ts';

/** Any block of rich text but a paragraph. */
export const block = (node: Block, context: TextContext): Child => {
  switch (node.type) {
    case 'heading':
      // One level under the title whatever the author's level, so that no level is left out; the two differ in looks.
      return h(
        'div',
        { part: 'heading', role: 'heading', 'aria-level': context.heading, class: `h${node.attrs.level}` },
        inline(node.content, context),
      );
    case 'bulletList':
    case 'orderedList':
      return h(
        node.type === 'orderedList' ? 'ol' : 'ul',
        { start: 'attrs' in node ? node.attrs?.start : undefined },
        node.content.map((item) =>
          h(
            'li',
            {},
            item.content.map((it) => plainBlock(it, context)),
          ),
        ),
      );
    case 'image': {
      const { src, alt, width, height } = node.attrs;
      // The size goes in as attributes, so that the room is kept before the image arrives.
      return isSecure(src) && h('img', { part: 'image', referrerpolicy: 'no-referrer', src, alt, width, height });
    }
    case 'video': {
      const { src, title } = node.attrs;
      // A link, not a player: nothing foreign runs in the app, and no host has to be allowed in its policy.
      return (
        isSecure(src) &&
        h('a', { part: 'video', href: src, ...BESIDE }, icon(16, 'M5 3v10l8-5z'), title || context.video)
      );
    }
    default:
      return undefined;
  }
};

const isSecure = (src: string): boolean => src.startsWith('https:') && safeUrl(src) !== undefined;
