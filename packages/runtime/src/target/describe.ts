import type { Target } from '@shirube/schema/tour';
import { fingerprintOf } from './fingerprint.ts';

/** Attributes that people give to elements so that programs find them, steadiest first. */
const STABLE = [
  'data-tour',
  'data-testid',
  'data-test-id',
  'data-test',
  'data-cy',
  'data-qa',
  'id',
  'name',
  'aria-label',
];

/** Describes an element so that `resolveTarget` finds it again: unique selectors, steadiest first, and a fingerprint. */
export const describeElement = (element: Element): Target => {
  const root = element.getRootNode() as Document | ShadowRoot;
  const frame = element.ownerDocument.defaultView?.frameElement;
  return {
    selectors: selectorsOf(element, root),
    fingerprint: fingerprintOf(element),
    ...('host' in root && { within: { selectors: selectorsOf(root.host, root.host.getRootNode() as Document) } }),
    ...(frame && !('host' in root) && { frame: { selectors: selectorsOf(frame, frame.ownerDocument) } }),
  };
};

const selectorsOf = (element: Element, root: Document | ShadowRoot): string[] => {
  const steady = STABLE.flatMap((name) => {
    const value = element.getAttribute(name);
    if (!value || looksGenerated(value)) return [];
    const attribute = `[${name}=${JSON.stringify(value)}]`;
    return [name === 'id' ? `#${CSS.escape(value)}` : attribute, element.localName + attribute];
  }).filter((selector) => isUnique(selector, root));
  return steady.length ? steady.slice(0, 2) : [path(element, root)];
};

/** From the element up to an ancestor that can be named, or to the root. */
const path = (element: Element, root: Document | ShadowRoot): string => {
  let selector = '';
  for (let at: Element | null = element; at; at = at.parentElement) {
    const id = at.id && !looksGenerated(at.id) ? `#${CSS.escape(at.id)}` : '';
    const twins = [...(at.parentNode?.children ?? [])].filter((it) => it.localName === at?.localName);
    const step = id || at.localName + (twins.length > 1 ? `:nth-of-type(${twins.indexOf(at) + 1})` : '');
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

/** Ids that a framework or a build makes change with the next release: `:r3:`, `radix-12`, `ember1204`, long hashes. */
const looksGenerated = (value: string): boolean =>
  /^:|^(radix|ember|mui|headlessui|ext-gen)\W?|\d{3,}|[0-9a-f]{8,}/i.test(value);
