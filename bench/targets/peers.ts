import { finder } from '@medv/finder';

/** Other ways to say which element is meant: described on one page, as plain data, and looked for on another. */
export interface Locator {
  readonly describe: (element: Element) => unknown;
  readonly find: (description: never, page: Document) => Element | null;
}

export const xpathOf = (element: Element): string => {
  let path = '';
  for (let at: Element | null = element; at; at = at.parentElement) {
    let index = 1;
    for (let it = at.previousElementSibling; it; it = it.previousElementSibling)
      if (it.localName === at.localName) index++;
    const name = at.namespaceURI === 'http://www.w3.org/2000/svg' ? `*[local-name()='${at.localName}']` : at.localName;
    path = `/${name}[${index}]${path}`;
  }
  return path;
};
export const byXpath = (path: string, page: Document): Element | null =>
  page.evaluate(path, page, null, XPathResult.FIRST_ORDERED_NODE_TYPE, null).singleNodeValue as Element | null;

const only = (elements: readonly Element[]): Element | null => (elements.length === 1 ? (elements[0] ?? null) : null);
const fold = (text: string | null | undefined): string => (text ?? '').replace(/\s+/g, ' ').trim();

const ROLES: Readonly<Record<string, string>> = {
  a: 'link',
  button: 'button',
  select: 'combobox',
  textarea: 'textbox',
  img: 'img',
  nav: 'navigation',
  main: 'main',
  table: 'table',
  form: 'form',
  h1: 'heading',
  h2: 'heading',
  h3: 'heading',
  h4: 'heading',
  h5: 'heading',
  h6: 'heading',
  ul: 'list',
  ol: 'list',
  li: 'listitem',
};
const roleOf = (it: Element): string =>
  it.getAttribute('role') ??
  (it.localName === 'input' ? `input ${it.getAttribute('type') ?? 'text'}` : (ROLES[it.localName] ?? it.localName));
const nameOf = (it: Element): string =>
  fold(it.getAttribute('aria-label')) ||
  fold([...((it as HTMLInputElement).labels ?? [])].map((label) => label.textContent).join(' ')) ||
  fold(it.getAttribute('alt')) ||
  fold(it.textContent) ||
  fold(it.getAttribute('title')) ||
  fold(it.getAttribute('placeholder'));

/** Similo with the weights of Kluge and Stocco, in short: a sum of attribute-wise likenesses. */
const WEIGHTS: Readonly<Record<string, number>> = {
  tag: 1.5,
  id: 1.5,
  name: 1.5,
  class: 0.5,
  href: 0.5,
  alt: 0.5,
  type: 0.5,
  label: 1.5,
  xpath: 0.5,
  place: 0.5,
  area: 0.5,
  shape: 0.5,
  text: 1.5,
  around: 1.5,
};
type Similar = Readonly<Record<string, string>> & { readonly box: string };
const similarOf = (it: Element): Similar => {
  const { x, y, width, height } = it.getBoundingClientRect();
  const attribute = (name: string): string => it.getAttribute(name) ?? '';
  return {
    tag: it.localName,
    id: attribute('id'),
    name: attribute('name'),
    class: attribute('class'),
    href: attribute('href'),
    alt: attribute('alt'),
    type: attribute('type'),
    label: attribute('aria-label') || attribute('title') || attribute('placeholder'),
    xpath: xpathOf(it),
    text: fold(it.textContent).slice(0, 200),
    around: fold(it.parentElement?.textContent).slice(0, 300),
    box: [x, y, width, height].map(Math.round).join(),
  };
};
const words = (text: string): Set<string> =>
  new Set(
    text
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u)
      .filter(Boolean),
  );
const overlap = (a: Set<string>, b: Set<string>): number => {
  let both = 0;
  for (const it of a) if (b.has(it)) both++;
  return a.size + b.size ? (2 * both) / (a.size + b.size) : 0;
};
const similarity = (a: Similar, b: Similar): number => {
  let [sum, all] = [0, 0];
  const [one, two] = [a.box.split(',').map(Number), b.box.split(',').map(Number)] as [number[], number[]];
  const near = (x = 0, y = 0): number => Math.min(x, y) / Math.max(x, y, 1);
  const boxes: Readonly<Record<string, number>> = {
    place: Math.max(0, 1 - Math.hypot((one[0] ?? 0) - (two[0] ?? 0), (one[1] ?? 0) - (two[1] ?? 0)) / 1000),
    area: near((one[2] ?? 0) * (one[3] ?? 0), (two[2] ?? 0) * (two[3] ?? 0)),
    shape: near((one[2] ?? 0) / (one[3] || 1), (two[2] ?? 0) / (two[3] || 1)),
  };
  for (const [key, weight] of Object.entries(WEIGHTS)) {
    const box = boxes[key];
    if (box === undefined && !a[key] && !b[key]) continue;
    all += weight;
    if (box !== undefined) sum += weight * box;
    else if (key === 'tag' || key === 'id' || key === 'name' || key === 'type') sum += a[key] === b[key] ? weight : 0;
    else sum += weight * overlap(words(a[key] ?? ''), words(b[key] ?? ''));
  }
  return sum / all;
};

export const peers: Readonly<Record<string, Locator>> = {
  'absolute XPath': { describe: xpathOf, find: (path, page) => byXpath(path, page) },
  '@medv/finder': {
    describe: (element) => finder(element),
    find: (selector: string, page) => page.querySelector(selector),
  },
  'role and name, unique': {
    describe: (element) => ({ role: roleOf(element), name: nameOf(element) }),
    find: ({ role, name }: { readonly role: string; readonly name: string }, page) =>
      name ? only([...page.querySelectorAll('*')].filter((it) => roleOf(it) === role && nameOf(it) === name)) : null,
  },
  'weighted similarity above 0.55': {
    describe: similarOf,
    find: (wanted: Similar, page) => {
      let best: Element | null = null;
      let most = 0.55;
      for (const it of page.body.querySelectorAll('*')) {
        if (/^(script|style|path|br)$/.test(it.localName)) continue;
        const score = similarity(wanted, similarOf(it));
        if (score > most) [best, most] = [it, score];
      }
      return best;
    },
  },
};
