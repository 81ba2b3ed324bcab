import { looksGenerated, resolveTarget, roleOf, type Target } from '@shirube/runtime/target';
import { isFragile } from '@shirube/schema';
import type { PickTexts } from './locale/en.ts';
import { cut, ownName } from './names.ts';

export type Stability = 'stable' | 'fair' | 'fragile';
/** Why an element is rated as it is; `sayReason` has the words. */
export type Reason =
  | { readonly code: 'attribute'; readonly name: string }
  | { readonly code: 'id'; readonly id: string }
  | { readonly code: 'name'; readonly name: string }
  | { readonly code: 'generated'; readonly name: string }
  | { readonly code: 'surroundings' | 'position' | 'repeated'; readonly others: number }
  | {
      readonly code:
        | 'href'
        | 'only_look'
        | 'only_kind'
        | 'recognised'
        | 'not_recognised'
        | 'survives'
        | 'one_language'
        | 'not_found';
    };
export interface Rating {
  readonly stability: Stability;
  /** The weightiest first; never empty. */
  readonly because: readonly Reason[];
  /** How sure the runtime would be of it with its selectors gone, 0 to 1. */
  readonly confidence: number;
}

/**
 * How well a target will be found after the app has changed. Nothing is guessed: the target is looked for in the page as it is, without its selectors, then
 * as if it had been moved among other neighbours, then as if every word were another, by the search that end users' pages use.
 */
export const rate = (element: Element, target: Target): Rating => {
  const finds = (wanted: Target): number => {
    const answer = resolveTarget(wanted, outermost(element));
    return answer.element === element && answer.status !== 'ambiguous' ? answer.confidence : 0;
  };
  if (!finds(target)) {
    const others = likeIt(element);
    const twins: Reason[] = others > 0 ? [{ code: 'position', others }] : [];
    return { stability: 'fragile', because: [...twins, { code: 'not_found' }, ...generated(element)], confidence: 0 };
  }
  const alone = without(target);
  const confidence = finds(alone);
  const steady = steadySelector(target);
  if (steady) {
    const kept: Reason = { code: confidence ? 'recognised' : 'not_recognised' };
    return { stability: confidence ? 'stable' : 'fair', because: [steady, kept], confidence };
  }
  const moved = confidence > 0 && finds(elsewhere(alone, element)) > 0;
  if (!moved) {
    const others = likeIt(element);
    if (confidence && others === 0 && isOnlyOfItsKind(element))
      return { stability: 'fair', because: [{ code: 'only_kind' }, ...generated(element)], confidence };
    return { stability: 'fragile', because: [{ code: 'surroundings', others }, ...generated(element)], confidence };
  }
  const name = ownName(element);
  const only: Reason = hasWords(name) ? { code: 'name', name: cut(name, 30) } : { code: 'only_look' };
  const others = repeatedAround(element);
  if (others > 1) return { stability: 'fair', because: [{ code: 'repeated', others }, only], confidence };
  const translated = finds(inOtherWords(target)) > 0;
  return {
    stability: translated ? 'stable' : 'fair',
    because: [only, { code: translated ? 'survives' : 'one_language' }, ...generated(element)],
    confidence,
  };
};

/** A reason in words, one sentence without its full stop. */
export const sayReason = (reason: Reason, { because }: PickTexts): string => {
  switch (reason.code) {
    case 'attribute':
    case 'name':
    case 'generated':
      return because[reason.code](reason.name);
    case 'id':
      return because.id(reason.id);
    case 'surroundings':
    case 'position':
    case 'repeated':
      return because[reason.code](reason.others);
    default:
      return because[reason.code]();
  }
};

/** The outermost document of the same origin: targets are looked for from there. */
const outermost = (element: Element): Document => {
  let page = element.ownerDocument;
  for (let frame = page.defaultView?.frameElement; frame; frame = page.defaultView?.frameElement)
    page = frame.ownerDocument;
  return page;
};

/** What finds the element by what its authors wrote; a label is in one language, a way through the page is no promise. */
const steadySelector = ({ selectors = [] }: Target): Reason | undefined => {
  for (const selector of selectors) {
    if (isFragile({ selectors: [selector] }) || /[>+~]/.test(selector)) continue;
    const [, attribute] = /\[([\w-]+)=/.exec(selector) ?? [];
    // A tag alone, such as `main`, says no more than the fingerprint.
    if (attribute === undefined && !selector.includes('#')) continue;
    if (attribute === undefined) return { code: 'id', id: selector.replace(/^.*?#/, '').replaceAll('\\', '') };
    if (attribute === 'href') return { code: 'href' };
    if (!SPOKEN.has(attribute)) return { code: 'attribute', name: attribute };
  }
  return undefined;
};
const SPOKEN = new Set(['aria-label', 'placeholder', 'title', 'alt']);

const without = ({ selectors: _, ...rest }: Target): Target => rest;

/** The same thing after a redesign: other neighbours, another place among them. */
const elsewhere = (target: Target, element: Element): Target => {
  if (!target.fingerprint) return target;
  const {
    position: _,
    places: __,
    siblings: ___,
    before: ____,
    after: _____,
    heading: ______,
    ...fingerprint
  } = target.fingerprint;
  if (hasWords(ownName(element))) return { ...target, fingerprint };
  // What says nothing but a number will say another tomorrow.
  const { name: _______, text: ________, ...wordless } = fingerprint;
  return { ...target, fingerprint: wordless };
};

/** The same thing in a language that nobody speaks. */
const inOtherWords = (target: Target): Target => {
  if (!target.fingerprint) return target;
  const { fingerprint } = target;
  const spoken = Object.entries(fingerprint.attributes ?? {}).filter(([name]) => !SPOKEN.has(name));
  const other = (text: string | undefined): string | undefined => text && [...text].map(() => 'ꙮ').join('');
  return {
    ...without(target),
    fingerprint: {
      ...fingerprint,
      attributes: Object.fromEntries(spoken),
      name: other(fingerprint.name),
      text: other(fingerprint.text),
      heading: other(fingerprint.heading),
      before: other(fingerprint.before),
      after: other(fingerprint.after),
      siblings: fingerprint.siblings?.map((it) => other(it) ?? ''),
      others: undefined,
      lang: 'x-none',
    },
  };
};

/** How many others a person could take for it: of its tag and role, and called the same. */
const likeIt = (element: Element): number => {
  const [role, name] = [roleOf(element), ownName(element)];
  const root = element.getRootNode() as Document | ShadowRoot;
  const alike = [...root.querySelectorAll(element.localName)].slice(0, 2000);
  return alike.filter((it) => it !== element && roleOf(it) === role && ownName(it) === name).length;
};

const isOnlyOfItsKind = (element: Element): boolean =>
  roleOf(element) !== '' &&
  (element.getRootNode() as Document | ShadowRoot).querySelectorAll(element.localName).length === 1;

const ROWS = 'tr,li,article,[role=row],[role=listitem],[role=option]';
/** Lists that the app's authors wrote, not its data. */
const WRITTEN = 'nav,menu,thead,[role=navigation],[role=menu],[role=menubar],[role=tablist],[role=toolbar]';

/** How many other rows or items there are like the one that holds it. */
const repeatedAround = (element: Element): number => {
  const row = element.closest(ROWS);
  if (!row || row.closest(WRITTEN)) return 0;
  return [...(row.parentElement?.children ?? [])].filter((it) => it.localName === row.localName).length - 1;
};

const hasWords = (name: string): boolean => /\p{L}/u.test(name);

const generated = (element: Element): Reason[] =>
  element.id && looksGenerated(element.id) ? [{ code: 'generated', name: 'id' }] : [];
