import { type MarkSpec, type Node, type NodeSpec, Schema } from 'prosemirror-model';
import { linkOf, secureOf } from './address.ts';

/** Attributes that this version knows nothing of are kept, and written back as they were. */
const rest = { rest: { default: null } };
const attribute = (dom: HTMLElement, name: string): string => dom.getAttribute(name)?.trim() ?? '';
const positive = (value: string | null): number | null => (value && /^\d{1,5}$/.test(value) ? Number(value) : null);

/** The nodes of a step's body. What each draws is what `richText` of the runtime draws, so that the runtime's sheet fits. */
const nodes = {
  doc: { content: 'block+' },
  paragraph: { group: 'block', content: 'inline*', attrs: rest, parseDOM: [{ tag: 'p' }], toDOM: () => ['p', 0] },
  heading: {
    group: 'block',
    content: 'inline*',
    defining: true,
    attrs: { level: { default: 2 }, ...rest },
    parseDOM: [
      { tag: 'h1,h2,.h2[role=heading]', attrs: { level: 2 } },
      { tag: 'h3,h4,h5,h6,.h3[role=heading]', attrs: { level: 3 } },
    ],
    toDOM: ({ attrs }) => [
      'div',
      { part: 'heading', role: 'heading', 'aria-level': '3', class: `h${attrs.level}`, 'data-level': attrs.level },
      0,
    ],
  },
  bulletList: {
    group: 'block',
    content: 'listItem+',
    attrs: rest,
    parseDOM: [{ tag: 'ul' }],
    toDOM: () => ['ul', 0],
  },
  orderedList: {
    group: 'block',
    content: 'listItem+',
    attrs: { start: { default: null }, ...rest },
    parseDOM: [{ tag: 'ol', getAttrs: (dom) => ({ start: positive(dom.getAttribute('start')) }) }],
    toDOM: ({ attrs }) => ['ol', attrs.start === null ? {} : { start: attrs.start }, 0],
  },
  listItem: {
    content: 'block+',
    defining: true,
    attrs: rest,
    parseDOM: [{ tag: 'li' }],
    toDOM: () => ['li', 0],
  },
  image: {
    group: 'block',
    atom: true,
    draggable: true,
    attrs: { src: {}, alt: {}, width: { default: null }, height: { default: null }, ...rest },
    parseDOM: [
      {
        tag: 'img',
        // Without words for those who do not see it, a picture is no part of a step.
        getAttrs: (dom) => {
          const [src, alt] = [secureOf(attribute(dom, 'src')), attribute(dom, 'alt')];
          return src && alt ? { src, alt } : false;
        },
      },
    ],
    toDOM: ({ attrs }) => ['img', { src: attrs.src, alt: attrs.alt }],
  },
  video: {
    group: 'block',
    atom: true,
    draggable: true,
    attrs: { src: {}, title: {}, poster: { default: null }, captions: { default: null }, ...rest },
    toDOM: ({ attrs }) => ['p', ['a', { href: attrs.src }, attrs.title]],
  },
  unknownBlock: { group: 'block', atom: true, attrs: { json: {} }, toDOM: () => ['div', { class: 'unknown' }] },
  text: { group: 'inline' },
  hardBreak: {
    group: 'inline',
    inline: true,
    selectable: false,
    attrs: rest,
    parseDOM: [{ tag: 'br' }],
    toDOM: () => ['br'],
  },
  variable: {
    group: 'inline',
    inline: true,
    atom: true,
    attrs: { attribute: {}, fallback: { default: '' }, ...rest },
    parseDOM: [
      {
        tag: 'span[data-variable]',
        getAttrs: (dom) => {
          const [name, fallback] = [attribute(dom, 'data-variable'), dom.getAttribute('data-fallback') ?? ''];
          return name ? { attribute: name, fallback } : false;
        },
      },
    ],
    toDOM: ({ attrs }) => [
      'span',
      { 'data-variable': attrs.attribute, 'data-fallback': attrs.fallback },
      String(attrs.fallback || attrs.attribute),
    ],
    leafText: ({ attrs }) => String(attrs.fallback),
  },
  unknownInline: {
    group: 'inline',
    inline: true,
    atom: true,
    attrs: { json: {} },
    toDOM: () => ['span', { class: 'unknown' }],
  },
} satisfies Record<string, NodeSpec>;

/** From the outermost to the innermost. */
const marks = {
  link: {
    inclusive: false,
    attrs: { href: {}, ...rest },
    parseDOM: [
      {
        tag: 'a[href]',
        getAttrs: (dom: HTMLElement) => {
          const href = linkOf(attribute(dom, 'href'));
          return href === undefined ? false : { href };
        },
      },
    ],
    toDOM: ({ attrs }) => ['a', { part: 'link', href: linkOf(attrs.href) ?? null, tabindex: '-1' }, 0],
  },
  code: { attrs: rest, parseDOM: [{ tag: 'code,kbd,samp,tt' }], toDOM: () => ['code', 0] },
  bold: { attrs: rest, parseDOM: [{ tag: 'strong,b' }], toDOM: () => ['strong', 0] },
  italic: { attrs: rest, parseDOM: [{ tag: 'em,i' }], toDOM: () => ['em', 0] },
  unknownMark: { attrs: { json: {} }, excludes: '', toDOM: () => ['span', 0] },
} satisfies Record<string, MarkSpec>;

export const bodySchema = new Schema({ nodes: nodes as Record<keyof typeof nodes, NodeSpec>, marks });

/** A title is one line of text. */
export const titleSchema = new Schema({ nodes: { doc: { content: 'text*' }, text: {} } });

/** Whether there is nothing to read in it, and nothing to see. */
export const isEmpty = (doc: Node): boolean =>
  doc.type.inlineContent
    ? doc.content.size === 0
    : doc.childCount === 1 && doc.firstChild?.type.name === 'paragraph' && doc.firstChild.content.size === 0;
