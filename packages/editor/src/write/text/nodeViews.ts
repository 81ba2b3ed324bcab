import { moreDrawing } from '@shirube/runtime/elements';
import type { Block } from '@shirube/schema/tour';
import { type RenderOptions, render } from 'lit';
import type { Node } from 'prosemirror-model';
import type { NodeViewConstructor } from 'prosemirror-view';

interface DrawingOptions {
  /** BCP 47 of the text. */
  readonly locale: string;
  /** What stands for a part that this editor does not know. */
  readonly unknown: string;
  readonly variable: (attribute: string, fallback: string) => string;
}

/** Pictures and videos are drawn by what draws them for the people who use the app; nothing in them can be pressed while they are written. */
export const nodeViews = ({ locale, unknown, variable }: DrawingOptions): Record<string, NodeViewConstructor> => ({
  image: (node) => ({ dom: drawn(node, locale) ?? chip('unknown', node.attrs.alt) }),
  video: (node) => ({ dom: drawn(node, locale) ?? chip('unknown', node.attrs.title) }),
  variable: ({ attrs }) => {
    const dom = chip('variable', attrs.attribute);
    if (attrs.fallback) dom.append(chip('fallback', attrs.fallback));
    const name = variable(attrs.attribute, attrs.fallback);
    dom.setAttribute('aria-label', name);
    dom.setAttribute('role', 'img');
    dom.title = name;
    return { dom };
  },
  unknownBlock: () => ({ dom: chip('unknown', unknown) }),
  unknownInline: () => ({ dom: chip('unknown', unknown) }),
});

const drawn = ({ type, attrs }: Node, locale: string): HTMLElement | undefined => {
  const given = Object.fromEntries(Object.entries(attrs).filter(([, value]) => value !== null));
  const block = { type: type.name, attrs: given } as unknown as Block;
  const holder = document.createElement('div');
  const options: RenderOptions = { isConnected: true };
  render(moreDrawing.block(block, { traits: {}, heading: 3, locale, more: moreDrawing }), holder, options);
  const dom = holder.firstElementChild as HTMLElement | null;
  for (const it of dom?.querySelectorAll<HTMLElement & { press?: () => void }>('button,a') ?? []) {
    it.tabIndex = -1;
    if ('press' in it) it.press = () => {};
  }
  dom?.classList.add('media');
  return dom ?? undefined;
};

const chip = (className: string, text: string): HTMLElement => {
  const dom = document.createElement('span');
  dom.className = className;
  dom.textContent = text;
  return dom;
};
