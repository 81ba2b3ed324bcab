import type { Fingerprint } from '@shirube/schema/tour';
import { isDialog, TEST_IDS } from './answer.ts';
import { type Families, familyOf } from './family.ts';
import { nameOf, textOf } from './name.ts';
import { roleOf } from './role.ts';
import { looksGenerated, steadyClasses } from './steady.ts';
import { fold, textWithin } from './text.ts';
import { textBeside } from './textBeside.ts';

const ATTRIBUTES = [
  ...TEST_IDS,
  ...['data-id', 'data-action', 'data-name', 'data-role'],
  ...['id', 'name', 'type', 'href', 'for', 'aria-label', 'title', 'placeholder', 'alt'],
  ...['aria-controls', 'autocomplete', 'src', 'action', 'value'],
];
const LANDMARKS: Readonly<Record<string, string>> = {
  nav: 'navigation',
  main: 'main',
  header: 'banner',
  footer: 'contentinfo',
  aside: 'complementary',
  form: 'form',
  dialog: 'dialog',
  search: 'search',
};
const LANDMARK_ROLES =
  /^(navigation|main|banner|contentinfo|complementary|form|dialog|alertdialog|search|tabpanel|menu|toolbar|listbox)$/;
const HEADINGS = 'h1,h2,h3,h4,h5,h6,[role=heading],legend,caption';

/**
 * What an element is and where it stands, as plain data: written by `describeElement`, and made of every candidate when it is looked for.
 * Those of one moment share `families`.
 */
export const fingerprintOf = (element: Element, families: Families = new Map()): Fingerprint => {
  const tag = element.localName;
  const role = roleOf(element);
  const name = nameOf(element);
  const text = textOf(element);
  const attributes = attributesOf(element);
  const outer = outermost(element);
  const landmarks = landmarksOf(element);
  const heading = headingOf(element);
  const siblings = siblingsOf(outer, families);
  const ancestors = ancestorsOf(element);
  const inside = insideOf(element);
  const before = textBeside(element, 'previous', 40);
  const after = textBeside(element, 'next', 40);
  const position = positionOf(outer, families);
  const lang = element.closest('[lang]')?.getAttribute('lang');
  return {
    tag,
    ...(role && { role }),
    ...(name && { name }),
    ...(text && { text }),
    ...(Object.keys(attributes).length && { attributes }),
    position,
    places: placesOf(element),
    ...(landmarks.length && { landmarks }),
    ...(heading && { heading }),
    ...(before && { before }),
    ...(after && { after }),
    ...(siblings.length && { siblings }),
    ...(ancestors.length && { ancestors }),
    ...(inside.length && { inside }),
    ...(lang && { lang }),
  };
};

const attributesOf = (element: Element): Record<string, string> => {
  const found: Record<string, string> = {};
  for (const name of ATTRIBUTES) {
    const value = fold(element.getAttribute(name));
    if (!value || value.length > 200) continue;
    if (name === 'id' && looksGenerated(value)) continue;
    if (
      name === 'value' &&
      !/^(option|button)$/.test(element.localName) &&
      !/^(radio|checkbox)$/.test(element.getAttribute('type') ?? '')
    )
      continue;
    found[name] = value;
  }
  const classes = steadyClasses(element, 8).join(' ');
  if (classes) found.class = classes;
  return found;
};

/** The wrapper that holds this element and nothing else: a link's list item. */
const outermost = (element: Element): Element => {
  let at = element;
  for (let steps = 0; steps < 3; steps++) {
    const parent = at.parentElement;
    if (parent?.childElementCount !== 1 || parent.localName === 'body') break;
    at = parent;
  }
  return at;
};

const positionOf = (element: Element, families: Families): { index: number; of: number } => {
  const same = familyOf(element, families).ofTag.get(element.localName) ?? [];
  return { index: Math.max(0, same.indexOf(element)), of: same.length };
};

/** Places beyond are all the same. */
const PLACES_MAX = 50;

/** Its index among siblings of its tag, then that of its parent, and so on: the whole way, where nothing but the words has changed. */
export const placesOf = (element: Element): number[] => {
  const places: number[] = [];
  for (let at: Element | null = element; at && at.localName !== 'body' && places.length < 8; at = at.parentElement) {
    let index = 0;
    let it = at.previousElementSibling;
    for (; it && index < PLACES_MAX; it = it.previousElementSibling) if (it.localName === at.localName) index++;
    places.push(index);
  }
  return places;
};

const siblingsOf = (element: Element, families: Families): string[] => {
  const { all } = familyOf(element, families);
  const at = all.indexOf(element);
  const texts: string[] = [];
  for (let distance = 1; distance < all.length && texts.length < 6; distance++) {
    for (const it of [all[at - distance], all[at + distance]]) {
      const text =
        it && (textWithin(it, 40) || fold(it.getAttribute('aria-label') ?? it.getAttribute('title')).slice(0, 40));
      if (text) texts.push(text);
    }
  }
  return texts;
};

const landmarksOf = (element: Element): string[] => {
  const found: string[] = [];
  for (let at = element.parentElement; at; at = at.parentElement) {
    const role = at.getAttribute('role') ?? '';
    // The header of an article is not the page's.
    const inner =
      /^(header|footer)$/.test(at.localName) && at.parentElement?.closest('main,article,section,aside,nav') != null;
    const landmark = isDialog(at)
      ? 'dialog'
      : LANDMARK_ROLES.test(role)
        ? role
        : inner
          ? undefined
          : LANDMARKS[at.localName];
    if (landmark) found.push(landmark);
  }
  return found;
};

/** So many neighbours are looked at, in either direction: in a list of thousands the rest says nothing. */
const NEIGHBOURS = 10;

const headingOf = (element: Element): string => {
  for (let at: Element | null = element; at && at.localName !== 'body'; at = at.parentElement) {
    let it = at.previousElementSibling;
    for (let steps = 0; it && steps < NEIGHBOURS; steps++, it = it.previousElementSibling) {
      const own = it.matches(HEADINGS) || TITLED.test(it.getAttribute('class') ?? '');
      const heading = own ? it : it.firstElementChild && it.querySelector(HEADINGS);
      if (!heading) continue;
      const text = textWithin(heading, 60);
      if (text && (own || textWithin(it, 140).length <= text.length + 40)) return text;
    }
    if (isDialog(at)) break;
  }
  return '';
};
/** Many a heading is none by its tag. */
const TITLED = /(^|[-_ ])(header|title|heading)\b/;

const ancestorsOf = (element: Element): string[] => {
  const found: string[] = [];
  for (let at = element.parentElement; at && at.localName !== 'html' && found.length < 12; at = at.parentElement)
    found.push(tokenOf(at));
  return found;
};

const tokenOf = (element: Element): string => {
  const id = element.id && !looksGenerated(element.id) ? `#${element.id}` : '';
  return (
    element.localName +
    id +
    steadyClasses(element, 4)
      .map((it) => `.${it}`)
      .join('')
  );
};

const insideOf = (element: Element): string[] => {
  const found: string[] = [];
  const walk = (parent: Element): void => {
    for (const it of parent.children) {
      if (found.length >= 6) return;
      const drawing = it.localName === 'path' ? `:${(it.getAttribute('d') ?? '').slice(0, 16)}` : '';
      found.push(tokenOf(it) + drawing);
      walk(it);
    }
  };
  walk(element);
  return found;
};
