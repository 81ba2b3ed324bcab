import type { MissingReason } from '@shirube/schema/events';
import type { Fingerprint, Target } from '@shirube/schema/tour';
import { frameDocument, openRoots, type Scope } from './roots.ts';
import { textWithin } from './text.ts';
import { isVisible } from './visible.ts';
import { hasText, withText } from './withText.ts';

/** `element` is null for `hidden` and `missing`. `confidence` is from 0 to 1. `because` tells in words how the answer came about. */
export interface Resolution {
  readonly status: 'found' | 'healed' | 'hidden' | 'ambiguous' | 'missing';
  readonly element: Element | null;
  readonly confidence: number;
  readonly because: readonly string[];
}
/** The same with the reason that a `target_missing` event would give; undefined while there is an element. */
export interface Answer extends Resolution {
  readonly reason: MissingReason | undefined;
}

/** What weighs fingerprints: `heal.ts`, which pages load when selectors alone do not settle it. */
export interface Heal {
  /** Is so much of the fingerprint true of this element that nothing else need be looked at? */
  readonly agrees: (wanted: Fingerprint, element: Element) => boolean;
  /** Searches for the fingerprint alone. `matches`: what the selectors found. Undefined: there is nothing to say. */
  readonly search: (wanted: Fingerprint, where: Where) => Answer | undefined;
}
export interface Where {
  readonly scope: Scope;
  readonly roots: readonly Scope[];
  readonly because: string[];
  readonly matches: readonly Element[];
  readonly hadSelectors: boolean;
}

/** Attributes that are there so that programs find an element: its author's word, which outweighs what the element looks like. */
export const TEST_IDS = ['data-tour', 'data-testid', 'data-test-id', 'data-test', 'data-cy', 'data-qa'];

/**
 * Looks for a target now. Without `heal`, an answer that only the fingerprint could give is `missing`, and `wantHeal` is called: whoever
 * can load it asks again then.
 */
export const answerTarget = (
  target: Target,
  root: Document | ShadowRoot,
  heal: Heal | undefined,
  wantHeal: () => void = () => {},
): Answer => {
  const because: string[] = [];
  let scope: Scope = root;
  for (const part of ['frame', 'within'] as const) {
    const outer = target[part];
    if (!outer) continue;
    const answer = answerTarget(outer, scope as Document, heal, wantHeal);
    because.push(...answer.because.map((it) => `${part}: ${it}`));
    if (!answer.element) return { ...answer, because };
    const inner: Scope | null =
      part === 'frame' ? frameDocument(answer.element) : (answer.element.shadowRoot ?? answer.element);
    if (!inner) return lost('missing', 0, [...because, 'frame: not readable'], 'frame_blocked');
    scope = inner;
  }
  const roots = lazily(() => openRoots(scope));
  const { fingerprint } = target;
  let twins: readonly Element[] = [];
  let hidden = false;
  for (const [name, list] of listsOf(target, scope, roots, because)) {
    const matches = list();
    const visible = matches.filter(isVisible);
    because.push(`${name}: ${matches.length} in the page, ${visible.length} visible`);
    hidden ||= matches.length > 0 && !visible.length;
    if (!twins.length) twins = visible;
    const [only] = visible;
    if (!only || visible.length > 1) continue;
    const settled = !fingerprint || isPromise(name) || looksTheSame(fingerprint, only);
    if (settled || (!isPath(name) && heal?.agrees(fingerprint, only))) return found('found', only, 1, because);
  }
  if (!fingerprint) {
    if (twins[0]) return found('ambiguous', twins[0], 1 / twins.length, because);
  } else if (heal) {
    const answer = heal.search(fingerprint, {
      scope,
      roots: roots(),
      because,
      matches: twins,
      hadSelectors: target.selectors !== undefined,
    });
    if (answer) return answer;
  } else wantHeal();
  return lost(hidden ? 'hidden' : 'missing', 0, because, hidden ? 'hidden' : 'not_found');
};

/** What is said in a dialog is never meant outside of one. */
export const isDialog = (element: Element): boolean => element.matches(DIALOG);
const DIALOG = 'dialog,[role=dialog],[role=alertdialog],[aria-modal=true],[popover],.modal';
const inDialog = (element: Element): boolean => element.parentElement?.closest(DIALOG) != null;

/** At first sight: the same tag with the same words, or, without words, the same labels. */
const looksTheSame = ({ tag, text, attributes = {}, landmarks }: Fingerprint, element: Element): boolean => {
  if (element.localName !== tag || landmarks?.includes('dialog') !== (landmarks && inDialog(element))) return false;
  const labels = ['aria-label', 'title', 'placeholder', 'alt'].filter((name) => attributes[name] !== undefined);
  if (text === undefined && !labels.length) return false;
  return (
    (text === undefined || textWithin(element, text.length + 1) === text) &&
    labels.every((name) => element.getAttribute(name)?.trim() === attributes[name])
  );
};

type List = readonly [name: string, matches: () => Element[]];

const listsOf = (target: Target, scope: Scope, roots: () => Scope[], because: string[]): List[] => {
  const { selectors, text } = target;
  if (!selectors?.length) return text === undefined ? [] : [[`text "${text}"`, () => withText(text, roots())]];
  return selectors.map((selector) => [
    selector,
    () => select(selector, scope, roots, because).filter((it) => text === undefined || hasText(it, text)),
  ]);
};

/** In document order: the scope first, and only when it has nothing visible the shadow roots inside it, because finding those takes a walk. */
const select = (selector: string, scope: Scope, roots: () => Scope[], because: string[]): Element[] => {
  try {
    const shallow = [...scope.querySelectorAll(selector)];
    return shallow.some(isVisible) ? shallow : roots().flatMap((root) => [...root.querySelectorAll(selector)]);
  } catch {
    because.push(`${selector}: not a valid selector`);
    return [];
  }
};

const isPromise = (selector: string): boolean => TEST_IDS.some((name) => selector.includes(`[${name}`));

/** A way through the page says where something stood, not what it is: it decides nothing alone. */
const isPath = (selector: string): boolean => /[>+~]|:nth-/.test(selector);

export const found = (
  status: 'found' | 'healed' | 'ambiguous',
  element: Element,
  confidence: number,
  because: readonly string[],
): Answer => ({ status, element, confidence, because, reason: undefined });
export const lost = (
  status: 'hidden' | 'ambiguous' | 'missing',
  confidence: number,
  because: readonly string[],
  reason: MissingReason,
): Answer => ({ status, element: null, confidence, because, reason });

const lazily = <T>(make: () => T): (() => T) => {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
};
