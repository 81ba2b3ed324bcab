import type { Fingerprint } from '@shirube/schema/tour';
import { TEST_IDS } from './answer.ts';
import { placesOf } from './fingerprint.ts';
import { samePlaces } from './likeness.ts';
import { kindOf, kindOfElement } from './role.ts';
import type { Scope } from './roots.ts';
import { OTHER_LANGUAGE, type Regime } from './scores.ts';
import { fold } from './text.ts';
import { wordsOf } from './words.ts';

/** So many candidates are compared in full: each costs about 50 µs. */
const FINALISTS = 30;
/** In larger pages only elements that have something in common with what is wanted get a first look. */
const LOOKS_MAX = 1200;
/** What so few have in common makes each of them worth a look. */
const FEW = 300;

/** Where elements of a kind are; a kind that is not here may be any element. */
const OF_KIND: Readonly<Record<string, string>> = {
  press: 'a,area,button,summary,option,input,[role],[tabindex],[onclick]',
  choose: 'input,button,label,[role],[tabindex]',
  enter: 'input,select,textarea,button,[role],[contenteditable],[tabindex]',
};
const NEVER =
  /^(script|style|link|noscript|template|path|rect|circle|line|polyline|polygon|ellipse|title|defs|br|meta|head|html|body|base|source|track|col|wbr)$/;
const NAMED = [
  ...TEST_IDS,
  ...['id', 'name', 'href', 'for', 'aria-label', 'title', 'placeholder', 'alt', 'aria-controls'],
];

/** The elements that deserve a full comparison, the likelier first. A cheap look at each: attributes and a first bit of text, no layout. */
export const candidates = (wanted: Fingerprint, roots: readonly Scope[], regime: Regime): Element[] => {
  const look = firstLook(wanted, regime);
  const scored: { readonly element: Element; readonly score: number }[] = [];
  const kind = kindOf(wanted);
  const among = OF_KIND[kind] ?? '*';
  const all = isLarge(roots) ? [] : roots.flatMap((root) => [...root.querySelectorAll(among)]);
  const looked = all.length && all.length <= LOOKS_MAX ? all : narrowed(wanted, roots, among);
  for (const element of looked) if (!NEVER.test(element.localName)) scored.push({ element, score: look(element) });
  return scored
    .sort((a, b) => b.score - a.score)
    .slice(0, FINALISTS)
    .map(({ element }) => element);
};

/** Counting is cheap where the list itself is not made. */
const isLarge = (roots: readonly Scope[]): boolean =>
  roots.some((root) => 'getElementsByTagName' in root && root.getElementsByTagName('*').length > 2 * LOOKS_MAX);

/** Those with an attribute, a class or a word of what is wanted. The browser's own queries do the work. */
const narrowed = (wanted: Fingerprint, roots: readonly Scope[], among: string): Element[] => {
  const found = new Set<Element>();
  /** What very many have in common says little. */
  const add = (elements: ArrayLike<Element> & Iterable<Element>): void => {
    if (elements.length <= FEW) for (const it of elements) found.add(it);
  };
  const named = NAMED.flatMap((name) => {
    const value = wanted.attributes?.[name];
    return value ? [`[${name}=${JSON.stringify(value)}]`] : [];
  });
  const classes = (wanted.attributes?.class ?? '').split(' ').filter(Boolean);
  const tag = CSS.escape(wanted.tag);
  const near = wanted.ancestors?.[0]?.match(/[.#][^.#]+/g)?.map((it) => it[0] + CSS.escape(it.slice(1)));
  for (const root of roots) {
    add('getElementsByTagName' in root ? root.getElementsByTagName(wanted.tag) : root.querySelectorAll(tag));
    if (named.length) add(root.querySelectorAll(named.join()));
    if (classes.length) add(root.querySelectorAll(tag + classes.map((it) => `.${CSS.escape(it)}`).join('')));
    if (near?.length) add(root.querySelectorAll(`${near.join('')} > ${tag}`));
    for (const it of sayingTheSame(wanted, root)) found.add(it);
  }
  return among === '*' ? [...found] : [...found].filter((it) => it.matches(among));
};

/** Elements around a text that is wanted, or that stood beside it. */
const sayingTheSame = (wanted: Fingerprint, root: Scope): Element[] => {
  const texts = new Set(
    [wanted.name, wanted.text, wanted.heading, wanted.before, wanted.after]
      .map((it) => it?.toLowerCase())
      .filter((it) => it !== undefined),
  );
  const first = wordsOf(wanted.name ?? wanted.text ?? '')
    .words.values()
    .next().value;
  const initials = new Set([...texts, first ?? ''].map((it) => it.charAt(0)));
  const found: Element[] = [];
  const walker = (root.ownerDocument ?? (root as Document)).createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node && found.length < LOOKS_MAX; node = walker.nextNode()) {
    const raw = (node.nodeValue ?? '').trim();
    if (!raw || raw.length > 200 || !initials.has(raw.charAt(0).toLowerCase())) continue;
    const text = raw.toLowerCase();
    if (!texts.has(text) && !(first && text.startsWith(first))) continue;
    let at = node.parentElement;
    for (let steps = 0; at && steps < 6; steps++, at = at.parentElement) {
      found.push(at);
      if (steps < 2)
        for (const it of [at.previousElementSibling, at.nextElementSibling]) if (it) found.push(it, ...it.children);
    }
  }
  return found;
};

/** A quick score of one element. Weighs as the table does, roughly: it must only keep the right one among the finalists. */
const firstLook = (wanted: Fingerprint, regime: Regime): ((element: Element) => number) => {
  const kind = kindOf(wanted);
  const attributes = Object.entries(wanted.attributes ?? {}).filter(([name]) => name !== 'class' && name !== 'value');
  const classes = (wanted.attributes?.class ?? '').split(' ').filter(Boolean);
  const parent = wanted.ancestors?.[0] ?? '';
  const words = [...wordsOf(`${wanted.name ?? ''} ${(wanted.text ?? '').slice(0, 80)}`).words].slice(0, 12);
  const container = /box|area|collection|item/.test(kind);
  return (element) => {
    let score = element.localName === wanted.tag ? 1 : 0;
    if (kindOfElement(element) === kind) score += 2;
    for (const [name, value] of attributes) {
      const own = element.getAttribute(name);
      if (own === null) continue;
      score +=
        own === value
          ? name === 'type' || name === 'src'
            ? 0.7
            : 2.5
          : /^(aria-label|title|placeholder|alt)$/.test(name)
            ? 2 * share(words, own)
            : 0;
    }
    const own = element.getAttribute('class') ?? '';
    if (classes.length && own) {
      let same = 0;
      for (const it of classes) if (own.includes(it)) same++;
      score += (1.5 * same) / Math.max(classes.length, own.split(' ').length);
    }
    const above = element.parentElement;
    if (above && parent.startsWith(above.localName)) {
      score += 0.4;
      for (const it of above.classList) if (parent.includes(`.${it}`)) score += 0.3;
    }
    if (regime === OTHER_LANGUAGE) return score + 3 * samePlaces(wanted.places, placesOf(element));
    if (words.length) {
      const said = container
        ? firstWords(element)
        : fold(element.textContent?.slice(0, 160)) ||
          element.getAttribute('aria-label') ||
          element.getAttribute('title') ||
          '';
      score += 4 * share(words, said);
    }
    return score;
  };
};

/** The first bit of text inside a container, without reading all of it. */
const firstWords = (element: Element): string => {
  const walker = element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let text = '';
  for (
    let steps = 0, node = walker.nextNode();
    node && steps < 30 && text.length < 80;
    steps++, node = walker.nextNode()
  ) {
    const parent = node.parentElement?.localName;
    if (parent !== 'script' && parent !== 'style') text += ` ${node.nodeValue?.trim() ?? ''}`;
  }
  return text;
};

const share = (words: readonly string[], text: string): number => {
  const low = text.toLowerCase();
  let both = 0;
  for (const it of words) if (low.includes(it)) both++;
  // Of two that hold all the words, the one that says little else is the likelier.
  return words.length ? (both / words.length) * (low.length <= 3 * words.join(' ').length + 12 ? 1 : 0.8) : 0;
};
