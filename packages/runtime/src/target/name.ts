import { roleClassOf, roleOf } from './role.ts';
import { fold, textWithin } from './text.ts';
import { isPushInput } from './withText.ts';

/** Longer texts are the content of a container, not a name. */
const NAME_MAX = 120;

/** What assistive technology would call it, in the common cases: labels, alternative text, own text, title, placeholder, an icon's title. */
export const nameOf = (element: Element): string => {
  const name =
    labelledBy(element) ||
    attribute(element, 'aria-label') ||
    labelsOf(element) ||
    attribute(element, 'alt') ||
    textOf(element) ||
    attribute(element, 'title') ||
    attribute(element, 'placeholder') ||
    iconName(element);
  return name.length <= NAME_MAX ? name : '';
};

/** The text in it, or the label of a button made with `<input>`. */
export const textOf = (element: Element, limit = 200): string =>
  isPushInput(element) ? fold((element as HTMLInputElement).value) : textWithin(element, limit);

/** What holds other things is not called by all that they say. */
const isContainer = (element: Element): boolean =>
  /^(box|area|collection)$/.test(roleClassOf({ tag: element.localName, role: roleOf(element) }));

const attribute = (element: Element, name: string): string => fold(element.getAttribute(name));

const labelledBy = (element: Element): string => {
  const ids = attribute(element, 'aria-labelledby');
  if (!ids) return '';
  const root = element.getRootNode() as Document | ShadowRoot;
  return fold(
    ids
      .split(' ')
      .map((id) => root.getElementById?.(id)?.textContent)
      .join(' '),
  );
};

const labelsOf = (element: Element): string => {
  const { labels } = element as HTMLInputElement;
  return labels?.length ? fold([...labels].map((label) => textWithin(label, NAME_MAX)).join(' ')) : '';
};

const iconName = (element: Element): string => {
  if (isContainer(element) || element.childElementCount > 2) return '';
  const icon = element.querySelector('svg title,img[alt],[aria-label]');
  return icon ? attribute(icon, 'aria-label') || attribute(icon, 'alt') || fold(icon.textContent) : '';
};
