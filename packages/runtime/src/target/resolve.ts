import type { MissingReason } from '@shirube/schema/events';
import type { Fingerprint, Target } from '@shirube/schema/tour';
import { TEST_IDS } from './evidence.ts';
import { fingerprintOf } from './fingerprint.ts';
import { lostItsLabels, speaksOtherwise } from './language.ts';
import { agreement, type Ranking, rank } from './rank.ts';
import { frameDocument, openRoots, type Scope } from './roots.ts';
import {
  ANSWER,
  type EvidenceName,
  EXPLAINED,
  OTHER_LANGUAGE,
  SAME_LANGUAGE,
  SURE,
  TWIN_SCORE,
  TWINS,
  WEIGHTS,
  type Weights,
} from './scores.ts';
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

/**
 * Looks for a target now, through open shadow roots and same-origin frames. First by its selectors; what they find is held against
 * the fingerprint, and where they fail or are ambiguous the fingerprint alone is searched for. Deterministic, and never throws: an
 * invalid selector is a reason. Several visible matches of hand-written selectors are `ambiguous`, with the first as the element; below the
 * confidence at which an answer is given it is `missing`, because a wrong element is worse than none.
 */
export const resolveTarget = (target: Target, root: Document | ShadowRoot): Resolution => {
  const { status, element, confidence, because } = answerTarget(target, root);
  return { status, element, confidence, because };
};

/** `weights` are another table only where the benchmark judges one. */
export const answerTarget = (target: Target, root: Document | ShadowRoot, weights: Weights = WEIGHTS): Answer => {
  const because: string[] = [];
  let scope: Scope = root;
  for (const part of ['frame', 'within'] as const) {
    const outer = target[part];
    if (!outer) continue;
    const answer = answerTarget(outer, scope as Document, weights);
    because.push(...answer.because.map((it) => `${part}: ${it}`));
    if (!answer.element) return { ...answer, because };
    const inner: Scope | null =
      part === 'frame' ? frameDocument(answer.element) : (answer.element.shadowRoot ?? answer.element);
    if (!inner)
      return {
        status: 'missing',
        element: null,
        confidence: 0,
        because: [...because, 'frame: not readable'],
        reason: 'frame_blocked',
      };
    scope = inner;
  }
  return search(target, scope, because, weights);
};

const search = (target: Target, scope: Scope, because: string[], weights: Weights): Answer => {
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
    if (!fingerprint || isPromise(name)) return found('found', only, 1, because);
    if (!isPath(name) && agreement(fingerprint, fingerprintOf(only), weights) >= SURE) return found('found', only, 1, because);
  }
  if (fingerprint) {
    const answer = byFingerprint(fingerprint, scope, roots(), because, twins, target.selectors !== undefined, weights);
    if (answer) return answer;
  } else if (twins[0]) return found('ambiguous', twins[0], 1 / twins.length, because);
  return lost(hidden ? 'hidden' : 'missing', 0, because, hidden ? 'hidden' : 'not_found');
};

/** The fingerprint alone, where selectors failed, found several, or found something that it does not agree with. */
const byFingerprint = (
  wanted: Fingerprint,
  scope: Scope,
  roots: readonly Scope[],
  because: string[],
  matches: readonly Element[],
  hadSelectors: boolean,
  weights: Weights,
): Answer | undefined => {
  let regime = speaksOtherwise(wanted, scope) ? OTHER_LANGUAGE : SAME_LANGUAGE;
  let ranking = rank(wanted, roots, weights, regime);
  if ((ranking?.confidence ?? 0) < ANSWER && regime === SAME_LANGUAGE && lostItsLabels(wanted, scope)) {
    regime = OTHER_LANGUAGE;
    ranking = rank(wanted, roots, weights, regime);
  }
  if (!ranking) return undefined;
  const { best, margin, confidence } = ranking;
  if (regime === OTHER_LANGUAGE) because.push('the page speaks another language: words count for nothing');
  because.push(`fingerprint: ${Math.round(confidence * 100)} % sure of ${named(best.element)}${told(ranking)}`);
  if (confidence >= ANSWER) {
    if (!best.rendered || !isVisible(best.element)) return lost('hidden', confidence, because, 'hidden');
    const asWritten = !hadSelectors || (matches.length === 1 && matches[0] === best.element);
    return found(asWritten ? 'found' : 'healed', best.element, confidence, because);
  }
  if (margin < TWINS && best.score > TWIN_SCORE && best.rendered) {
    because.push('another element is as likely');
    return lost('ambiguous', confidence, because, 'ambiguous');
  }
  return undefined;
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

/** An attribute that is there so that programs find the element is its author's word, and outweighs what it looks like. */
const isPromise = (selector: string): boolean => TEST_IDS.some((name) => selector.includes(`[${name}`));

/** A way through the page says where something stood, not what it is: it decides nothing alone. */
const isPath = (selector: string): boolean => /[>+~]|:nth-/.test(selector);

const found = (
  status: 'found' | 'healed' | 'ambiguous',
  element: Element,
  confidence: number,
  because: string[],
): Answer => ({
  status,
  element,
  confidence,
  because,
  reason: undefined,
});
const lost = (
  status: 'hidden' | 'ambiguous' | 'missing',
  confidence: number,
  because: string[],
  reason: MissingReason,
): Answer => ({
  status,
  element: null,
  confidence,
  because,
  reason,
});

const named = (element: Element): string => `<${element.localName}${element.id ? `#${element.id}` : ''}>`;

/** The evidence that speaks loudest, so that a person can judge the answer. */
const told = ({ best }: Ranking): string => {
  const loudest = Object.entries(best.evidence)
    .filter(([name, value]) => value > 0.3 && EXPLAINED[name as EvidenceName] !== undefined)
    .map(([name]) => EXPLAINED[name as EvidenceName]);
  return loudest.length ? ` (${loudest.slice(0, 5).join(', ')})` : '';
};

const lazily = <T>(make: () => T): (() => T) => {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
};
