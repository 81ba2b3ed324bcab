import { parentOf } from '../../pick/tree.ts';
import type { Look } from './sample.ts';

/** Elements that are looked at, at most: reading a style costs some microseconds, and a page shows its colours early. */
const MOST = 1500;
const BUTTONS = 'button, [role=button], input[type=submit], input[type=button]';
const FIELDS = 'input, select, textarea';

const backgroundsOf = (element: Element): readonly string[] => {
  const layers: string[] = [];
  for (let at: Element | null = element; at; at = parentOf(at)) layers.push(getComputedStyle(at).backgroundColor);
  return layers;
};

const ownText = (element: Element): string =>
  [...element.childNodes]
    .map((node) => (node.nodeType === Node.TEXT_NODE ? (node.nodeValue ?? '').trim() : ''))
    .join('');

/** How an element looks. Reads; changes nothing. */
export const readLook = (element: Element, kind?: Look['kind']): Look => {
  const style = getComputedStyle(element);
  const { width, height } = element.getBoundingClientRect();
  const as = kind ?? kindOf(element, style, width * height) ?? 'text';
  const byText = as === 'text' || as === 'heading' || as === 'link';
  return {
    kind: as,
    weight: byText ? ownText(element).length : Math.sqrt(width * height),
    color: style.color,
    backgrounds: backgroundsOf(element),
    borderColor: Number.parseFloat(style.borderTopWidth) > 0 ? style.borderTopColor : undefined,
    radiusPx: radiusOf(style.borderTopLeftRadius, Math.min(width, height)),
    heightPx: height,
    fontFamily: style.fontFamily,
  };
};

/** A radius in per cent is of the box. */
const radiusOf = (radius: string, box: number): number =>
  (Number.parseFloat(radius) || 0) * (radius.endsWith('%') ? box / 100 : 1);

const kindOf = (element: Element, style: CSSStyleDeclaration, area: number): Look['kind'] | undefined => {
  if (element.matches(BUTTONS)) return 'button';
  if (element.matches('a[href]')) return looksLikeButton(style) ? 'button' : 'link';
  if (element.matches(FIELDS)) return 'field';
  if (isCard(style, area)) return 'card';
  if (ownText(element) === '') return undefined;
  return element.matches('h1, h2, h3, h4, [role=heading]') ? 'heading' : 'text';
};
const isSeen = (color: string): boolean => color !== 'transparent' && !/[,/]\s*0\)$/.test(color);
const looksLikeButton = (style: CSSStyleDeclaration): boolean =>
  isSeen(style.backgroundColor) && Number.parseFloat(style.paddingLeft) >= 6;
const isCard = (style: CSSStyleDeclaration, area: number): boolean => {
  const page = window.innerWidth * window.innerHeight;
  const edged = Number.parseFloat(style.borderTopWidth) > 0 || style.boxShadow !== 'none';
  return (
    isSeen(style.backgroundColor) &&
    area > 8000 &&
    area < page * 0.8 &&
    (edged || Number.parseFloat(style.borderTopLeftRadius) >= 4)
  );
};

const isOurs = (element: Element): boolean => element.localName.startsWith('shirube-');

/** How the visible elements of a page look, also those in open shadow roots; not what this product draws. */
export const readLooks = (page: Document): readonly Look[] => {
  const looks: Look[] = [readLook(page.body, 'page')];
  let seen = 0;
  const walk = (root: ParentNode): void => {
    for (const element of root.children) {
      if (isOurs(element) || seen >= MOST) continue;
      seen += 1;
      const style = getComputedStyle(element);
      if (style.display === 'none' || style.visibility === 'hidden' || Number(style.opacity) < 0.2) continue;
      const { width, height } = element.getBoundingClientRect();
      const kind = width * height > 0 ? kindOf(element, style, width * height) : undefined;
      if (kind !== undefined) looks.push(readLook(element, kind));
      // A card says something of its own too.
      if (kind === 'card' && ownText(element) !== '') looks.push(readLook(element, 'text'));
      if (kind !== 'button') walk(element);
      if (element.shadowRoot) walk(element.shadowRoot);
    }
  };
  walk(page.body);
  return looks;
};

/** Whether the app itself follows the person's choice of light or dark. */
export const hasBothSchemes = (page: Document): boolean => {
  const said = getComputedStyle(page.documentElement).colorScheme;
  return /light/.test(said) && /dark/.test(said);
};
