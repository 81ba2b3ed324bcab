import type { Block } from '@shirube/schema/tour';
import { html, nothing } from 'lit/html.js';
import type { Piece } from '../richText.ts';
import { isSecure } from '../url.ts';

type Attributes = Extract<Block, { type: 'image' }>['attrs'];

/**
 * A picture, never larger than it is, than the card, or than the screen is tall. Where it does not come, or the page's policy refuses it, its text
 * stands in its place; that text is also what is announced.
 */
export const image = ({ src, alt, width, height }: Attributes): Piece =>
  isSecure(src)
    ? html`<div class="picture" .style=${limits(width, height)}>
        <img part="image" referrerpolicy="no-referrer" loading="lazy" decoding="async" alt=${alt} width=${width ?? nothing} height=${height ?? nothing}
          @load=${arrived} @error=${missing} src=${src}>
        <p part="alt">${alt}</p>
      </div>`
    : nothing;

/** The width that keeps the shape: from the attributes the browser keeps the room before the picture arrives. Set as a property; no policy refuses that. */
const limits = (width: number | undefined, height: number | undefined): string =>
  width && height
    ? `max-width:min(100%,${width}px,var(--_tall)*${(width / height).toFixed(3)})`
    : width
      ? `max-width:min(100%,${width}px)`
      : '';

/** What is transparent shows the card, not the placeholder. */
const arrived = ({ target }: Event): void => {
  const { classList, naturalWidth, style } = target as HTMLImageElement;
  classList.add('here');
  if (naturalWidth) style.maxWidth = `${naturalWidth}px`;
};
const missing = ({ target }: Event): void => (target as Element).classList.add('missing');
