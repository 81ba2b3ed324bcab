import type { Fingerprint } from '@shirube/schema/tour';
import { nameOf, roleOf, textOf } from './words.ts';

/** Long texts are the content of a container, which changes daily: they say nothing about what the element is. */
const TEXT_MAX = 80;

/** Tag, role, accessible name and own text: what `matchesFingerprint` compares. */
export const fingerprintOf = (element: Element): Fingerprint => {
  const [role, name, text] = [roleOf(element), nameOf(element), textOf(element)];
  return {
    tag: element.localName,
    ...(role && { role }),
    ...(name && name.length <= TEXT_MAX && { name }),
    ...(text && text.length <= TEXT_MAX && { text }),
  };
};

/**
 * Exact agreement in everything that the fingerprint holds. A tag and a role alone do not tell one element from another,
 * so a name or a text must be among it: a wrong element is worse than none.
 */
export const matchesFingerprint = (element: Element, wanted: Fingerprint): boolean =>
  (wanted.name !== undefined || wanted.text !== undefined) &&
  element.localName === wanted.tag &&
  (wanted.role === undefined || roleOf(element) === wanted.role) &&
  (wanted.text === undefined || textOf(element) === wanted.text) &&
  (wanted.name === undefined || nameOf(element) === wanted.name);
