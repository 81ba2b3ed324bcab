import type { Target } from '@shirube/schema/tour';
import { matchesFingerprint } from './fingerprint.ts';
import { frameDocument, openRoots, type Scope } from './roots.ts';
import { isVisible } from './visible.ts';
import { fold, INTERACTIVE, textOf } from './words.ts';

/** `element` is null for `hidden` and `missing`. `confidence` is from 0 to 1. `because` tells in words how the answer came about. */
export interface Resolution {
  readonly status: 'found' | 'healed' | 'hidden' | 'ambiguous' | 'missing';
  readonly element: Element | null;
  readonly confidence: number;
  readonly because: readonly string[];
}

/** Looks for a target now, through open shadow roots and same-origin frames. Never throws: an invalid selector is a reason. */
export const resolveTarget = (target: Target, root: Document | ShadowRoot): Resolution => {
  const because: string[] = [];
  let scope: Scope = root;
  for (const part of ['frame', 'within'] as const) {
    const outer = target[part];
    if (!outer) continue;
    const answer = resolveTarget(outer, scope as Document);
    because.push(...answer.because.map((reason) => `${part}: ${reason}`));
    if (!answer.element) return { ...answer, because };
    const inner: Scope | null = part === 'frame' ? frameDocument(answer.element) : answer.element;
    if (!inner)
      return { status: 'missing', element: null, confidence: 0, because: [...because, 'frame: not readable'] };
    scope = inner;
  }
  return search(target, scope, because);
};

const search = (target: Target, scope: Scope, because: string[]): Resolution => {
  const answer = (status: Resolution['status'], element: Element | null, confidence: number): Resolution => ({
    status,
    element,
    confidence,
    because,
  });
  const roots = lazily(() => openRoots(scope));
  const fingerprint = target.fingerprint;
  let twins: readonly Element[] = [];
  let hidden = false;
  const lists: [string, () => Element[]][] = (target.selectors ?? []).map((selector) => [
    selector,
    () => select(selector, scope, roots, because).filter((element) => !target.text || hasText(element, target.text)),
  ]);
  if (!target.selectors?.length && target.text)
    lists.push([`text "${target.text}"`, () => withText(target.text ?? '', roots())]);
  for (const [name, list] of lists) {
    const matches = list();
    const visible = matches.filter(isVisible);
    const narrowed =
      visible.length > 1 && fingerprint ? visible.filter((it) => matchesFingerprint(it, fingerprint)) : visible;
    const only = narrowed.length === 1 ? narrowed[0] : undefined;
    because.push(`${name}: ${matches.length} in the page, ${visible.length} visible`);
    if (only && visible.length === 1) return answer('found', only, 1);
    if (only) return answer('healed', only, 0.9);
    hidden ||= matches.length > 0 && visible.length === 0;
    if (!twins.length) twins = visible;
  }
  if (fingerprint && !twins.length) {
    const alike = select(fingerprint.tag, scope, roots, because).filter(
      (it) => matchesFingerprint(it, fingerprint) && isVisible(it),
    );
    because.push(`fingerprint: ${alike.length} exactly alike`);
    if (alike[0] && alike.length === 1) return answer('healed', alike[0], 0.9);
  }
  if (twins[0]) return answer('ambiguous', twins[0], 1 / twins.length);
  return answer(hidden ? 'hidden' : 'missing', null, 0);
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

const hasText = (element: Element, text: string): boolean => textOf(element) === fold(text);

/** The innermost elements with exactly this text; a control around it is the one that is meant. */
const withText = (text: string, roots: readonly Scope[]): Element[] => {
  const wanted = fold(text);
  const found = new Set<Element>();
  for (const root of roots) {
    const walker = (root.ownerDocument ?? (root as Document)).createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const piece = fold(node.nodeValue);
      if (!piece || !wanted.includes(piece)) continue;
      let element = node.parentElement;
      while (element && textOf(element) !== wanted && wanted.includes(textOf(element))) element = element.parentElement;
      if (!element || textOf(element) !== wanted || element.matches('script,style,noscript,template')) continue;
      const control = element.closest(INTERACTIVE);
      found.add(control && textOf(control) === wanted ? control : element);
    }
  }
  return [...found];
};

const lazily = <T>(make: () => T): (() => T) => {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
};
