import { roleOf } from '@shirube/runtime/target';
import type { Advance, PageMatch, StepKind } from '@shirube/schema/tour';

const PRESSED = /^(button|link|tab|menuitem|menuitemcheckbox|menuitemradio|option|treeitem|checkbox|radio|switch)$/;
const FILLED = /^(textbox|searchbox|spinbutton|combobox|slider)$/;

/** How a step at this element is most likely left: when people press it, or when they fill it in. Undefined: by the step's own button. */
export const suggestAdvance = (element: Element): Advance | undefined => {
  const role = roleOf(element);
  if (/^(input|select|textarea)$/.test(element.localName) && FILLED.test(role)) return { on: 'input' };
  if (PRESSED.test(role) || element.localName === 'label') return { on: 'click' };
  if (FILLED.test(role)) return (element as HTMLElement).isContentEditable ? { on: 'input' } : { on: 'click' };
  return undefined;
};

/** A card beside what fills the screen has nowhere to stand. Share of the viewport. */
const FILLS = 0.6;

/** The kind of step that suits an element, or none. */
export const suggestKind = (element: Element | undefined, page: Window): StepKind => {
  if (element === undefined) return 'modal';
  const { width, height } = element.getBoundingClientRect();
  return width * height > FILLS * page.innerWidth * page.innerHeight ? 'slideout' : 'tooltip';
};

const ID = /^(\d+|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|(?=.*\d)[0-9a-f]{8,}|(?=\D*\d)(?=.*[a-zA-Z])[\w-]{16,})$/i;

/** The page at an address, without what differs from record to record: `/invoices/:id`. Behind a `#/`, the same by the hash. */
export const pageOf = ({ pathname, hash }: Pick<Location, 'pathname' | 'hash'>): PageMatch => {
  if (!/^#!?\//.test(hash)) return generalized(pathname);
  const [route = ''] = readable(hash.slice(1)).split('?');
  const value = route
    .split('/')
    .map((it) => (ID.test(it) ? '[^/?]+' : it.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')))
    .join('/');
  return { hash: { op: 'matches', value: `^${value}([?]|$)` } };
};

/** What a URL pattern would read as more than itself is escaped. */
const generalized = (path: string): string => {
  let ids = 0;
  return path
    .split('/')
    .map((it) => (ID.test(it) ? `:id${++ids > 1 ? ids : ''}` : literal(readable(it), it)))
    .join('/');
};

/** What stands for something else in an address stays encoded. */
const literal = (text: string, encoded: string): string =>
  (/[/%?#]/.test(text) ? encoded : text).replace(/[:*+?(){}\\]/g, '\\$&');

const readable = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};
