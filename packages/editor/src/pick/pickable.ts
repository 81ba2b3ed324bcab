import { describeElement, roleOf, type Target } from '@shirube/runtime/target';
import type { PickTexts } from './locale/en.ts';
import { cut, ownName } from './names.ts';
import { type Rating, rate } from './rate.ts';

/** An element that would be picked, and what a person wants to know before they do. */
export interface Pickable extends Rating {
  readonly element: Element;
  /** In the language of the editor: `Button “New invoice”`. */
  readonly name: string;
  /** The ARIA role; '' when it has none. */
  readonly role: string;
  readonly target: Target;
}

/** Describes an element and looks for it again in several ways: some 10 ms in a large page, so not for every move of the pointer. */
export const pickableOf = (element: Element, texts: PickTexts): Pickable => {
  const target = describeElement(element);
  return { element, name: callOf(element, texts), role: roleOf(element), target, ...rate(element, target) };
};

/** Longer names are cut, characters. */
const NAME_MAX = 40;

/** What a person would call an element: what it is, and what it says. */
export const callOf = (element: Element, texts: PickTexts): string => {
  const kinds: Readonly<Record<string, string>> = texts.kinds;
  const kind = kinds[roleOf(element)] ?? kinds[element.localName] ?? otherKind(element, texts);
  const name = ownName(element);
  return name ? texts.called(kind, cut(name, NAME_MAX)) : kind;
};

const otherKind = (element: Element, { kinds }: PickTexts): string => {
  if (element.localName.includes('-')) return `<${element.localName}>`;
  return element.childElementCount === 0 && element.textContent?.trim() ? kinds.p : kinds.area;
};
