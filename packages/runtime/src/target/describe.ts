import type { Target } from '@shirube/schema/tour';
import { TEST_IDS } from './answer.ts';
import { fingerprintOf } from './fingerprint.ts';
import { othersOf } from './others.ts';
import { type EvidenceName, SAME_LANGUAGE, SCORES } from './scores.ts';
import { looksGenerated } from './steady.ts';

/** So many ways to an element are kept: the next one helps when the first has gone. */
const SELECTORS_MAX = 3;
/** Attributes that can stand in a selector, and the evidence whose worth puts them into order. */
const SELECTABLE: readonly (readonly [attribute: string, evidence: EvidenceName])[] = [
  ...TEST_IDS.map((name) => [name, 'testId'] as const),
  ['id', 'id'],
  ['name', 'nameAttribute'],
  ['href', 'href'],
  ['aria-label', 'placeholder'],
  ['placeholder', 'placeholder'],
];
const worth = (evidence: EvidenceName): number => SCORES[evidence][SAME_LANGUAGE];

/** Describes an element so that `resolveTarget` finds it again: selectors that find it alone, the worthiest first, and a fingerprint. */
export const describeElement = (element: Element): Target => {
  const root = element.getRootNode() as Document | ShadowRoot;
  const frame = element.ownerDocument.defaultView?.frameElement;
  const fingerprint = fingerprintOf(element);
  const others = othersOf(element, fingerprint.name ?? fingerprint.text ?? '');
  return {
    selectors: selectorsOf(element, root),
    fingerprint: { ...fingerprint, ...(others && { others }) },
    ...('host' in root && { within: describeElement(root.host) }),
    ...(frame && !('host' in root) && { frame: describeElement(frame) }),
  };
};

const selectorsOf = (element: Element, root: Document | ShadowRoot): string[] => {
  const steady = SELECTABLE.toSorted(([, a], [, b]) => worth(b) - worth(a)).flatMap(([name]) => {
    const value = element.getAttribute(name);
    if (!value || value.length > 200 || looksGenerated(value) || /^(#!?|javascript:.*)$/.test(value)) return [];
    const attribute = `[${name}=${JSON.stringify(value)}]`;
    return [name === 'id' ? `#${CSS.escape(value)}` : attribute, element.localName + attribute]
      .filter((it) => isUnique(it, root))
      .slice(0, 1);
  });
  return steady.length ? steady.slice(0, SELECTORS_MAX) : [path(element, root)];
};

/** From the element up to an ancestor that can be named, or to the root. */
const path = (element: Element, root: Document | ShadowRoot): string => {
  let selector = '';
  for (let at: Element | null = element; at; at = at.parentElement) {
    const id = at.id && !looksGenerated(at.id) ? `#${CSS.escape(at.id)}` : '';
    const twins = [...(at.parentNode?.children ?? [])].filter((it) => it.localName === at?.localName);
    const step = id || CSS.escape(at.localName) + (twins.length > 1 ? `:nth-of-type(${twins.indexOf(at) + 1})` : '');
    selector = selector ? `${step} > ${selector}` : step;
    if (isUnique(selector, root)) break;
  }
  return selector;
};

const isUnique = (selector: string, root: Document | ShadowRoot): boolean => {
  try {
    return root.querySelectorAll(selector).length === 1;
  } catch {
    return false;
  }
};
